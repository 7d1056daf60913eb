/**
 * Text of an article that speaks to a model rather than to a reader. It is taken out before any writer sees the article,
 * so that neither a model obeys it nor the extractive writer quotes it. An article is data (`complaint 34`): what it
 * tells its readers of prompts and attacks stays, except for a sentence that spells one out.
 */
import type { Article } from '../../edition/article.ts';
import { articleBlocks, type Block } from '../../sources/articles/blocks.ts';
import { escapeHtml } from '../../sources/text/plain-text.ts';
import { splitSentences } from '../language/sentences.ts';
import { hiddenMessage, withoutInvisible } from './invisible.ts';
import { ordersAmong } from './model-speech.ts';

export interface Cleaned {
  /** The very same where nothing was to be done; `words` are those that are left. */
  readonly article: Article;
  /** What was taken out, as it stood, in its order: sentences, and messages in characters that no reader sees. */
  readonly removed: readonly string[];
}

interface CleanedBlocks {
  /** What is left of each block; empty where nothing is. */
  readonly left: readonly string[];
  readonly removed: readonly string[];
}

const cleanBlocks = (blocks: readonly string[]): CleanedBlocks => {
  const visible = blocks.map(withoutInvisible);
  const sentences = visible.flatMap((text, block) => splitSentences(text).map(sentence => ({ text: sentence, block })));
  const gone = ordersAmong(sentences);
  const touched = new Set([...gone].map(index => sentences[index]?.block));
  const kept = Map.groupBy(
    sentences.filter((_, index) => !gone.has(index)),
    ({ block }) => block,
  );
  const left = visible.map((text, block) =>
    touched.has(block) ? (kept.get(block) ?? []).map(sentence => sentence.text).join(' ') : text,
  );
  const hidden = blocks.map(hiddenMessage).filter(message => message !== '');
  return { left, removed: [...sentences.filter((_, index) => gone.has(index)).map(({ text }) => text), ...hidden] };
};

const elements: Readonly<Record<Block['kind'], readonly [string, string]>> = {
  paragraph: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  list: ['<li>', '</li>'],
  code: ['<pre>', '</pre>'],
  quote: ['<blockquote>', '</blockquote>'],
  caption: ['<figcaption>', '</figcaption>'],
  table: ['<table><tr><td>', '</td></tr></table>'],
};

const htmlOf = (blocks: readonly Block[]): string =>
  blocks.map(({ kind, text }) => elements[kind].join(escapeHtml(text))).join('\n');

const linesOf = (blocks: readonly string[]): string => blocks.filter(text => text.trim() !== '').join('\n');

/** The same blocks by their kinds and no other mark-up: what an attacker wrote into attributes and comments is gone too. */
const cleanHtml = (html: string): string => {
  if (html === '') return '';
  const blocks = articleBlocks(html);
  const { left } = cleanBlocks(blocks.map(({ text }) => text));
  return htmlOf(blocks.map(({ kind }, index) => ({ kind, text: left[index] ?? '' })).filter(({ text }) => text !== ''));
};

/**
 * `article` without what speaks to a model, and without characters that no reader sees, in its title too. A title stays
 * otherwise: it names the story as its publisher does, and is data wherever it is shown.
 */
export const withoutInstructions = (article: Article): Cleaned => {
  const blocks = article.text.split('\n');
  const { left, removed } = cleanBlocks(blocks);
  const title = withoutInvisible(article.title);
  const isUntouched = title === article.title && left.every((text, index) => text === blocks[index]);
  if (isUntouched) return { article, removed };
  const text = linesOf(left);
  return {
    article: { ...article, title, text, html: cleanHtml(article.html), words: text.match(/\S+/g)?.length ?? 0 },
    removed,
  };
};
