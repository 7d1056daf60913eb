/**
 * Text of an article that speaks to a model rather than to a reader. It is taken out before any writer sees the article,
 * so that neither a model obeys it nor the extractive writer quotes it. An article is data (`complaint 34`): what it
 * tells its readers of prompts and attacks stays, except for a sentence that spells one out.
 */
import type { Article } from '../../edition/article.ts';
import { articleBlocks, type Block } from '../../sources/articles/blocks.ts';
import { escapeHtml } from '../../sources/text/plain-text.ts';
import { splitSentences } from '../language/sentences.ts';
import { decodedRuns, latinSpelling, plainSpelling, reversed, rotated, squeezed } from './disguises.ts';
import { hiddenMessage, withoutInvisible } from './invisible.ts';
import { englishAddress, telltales } from './model-address.ts';
import { latinAddress, nativeAddress } from './model-address-abroad.ts';

export interface Cleaned {
  /** The very same where nothing was to be done; `words` are those that are left. */
  readonly article: Article;
  /** What was taken out, as it stood, in its order: sentences, and messages in characters that no reader sees. */
  readonly removed: readonly string[];
}

interface Sentence {
  readonly text: string;
  /** Ordinal of its block. */
  readonly block: number;
}

/** A way to read a sentence, and what is looked for in it. */
interface Reading {
  readonly spell: (text: string) => string;
  readonly patterns: readonly RegExp[];
}

const readings: readonly Reading[] = [
  { spell: latinSpelling, patterns: [...englishAddress, ...latinAddress] },
  { spell: plainSpelling, patterns: nativeAddress },
  { spell: squeezed, patterns: [telltales] },
  { spell: text => rotated(squeezed(text)), patterns: [telltales] },
  { spell: text => reversed(squeezed(text)), patterns: [telltales] },
];

/** Characters before an order that are a label or a courtesy: `IMPORTANT:`, `Please`, `Hello,`. */
const longestLabel = 24;

/** What is found in a sentence: an order that is given, or one that is told of among other words. */
type Finding = 'given' | 'told';

const endsLine = (text: string): boolean => /[.!?。！？…:]["'”’)\]]*$/.test(text);

/** Runs on from sentence to sentence where none ends, so that an order split over paragraphs is one. */
const findIn = (sentences: readonly Sentence[], { spell, patterns }: Reading): ReadonlyMap<number, Finding> => {
  const spelled = sentences.map(({ text }) => spell(text).trim());
  const starts: number[] = [];
  let whole = '';
  spelled.forEach((text, index) => {
    starts.push(whole.length);
    whole += text + (endsLine(sentences[index]?.text ?? '') ? '\n' : ' ');
  });
  const found = new Map<number, Finding>();
  for (const pattern of patterns) {
    let first = 0;
    for (const { index: start, 0: match } of whole.matchAll(pattern)) {
      while ((starts[first + 1] ?? whole.length) <= start) first += 1;
      const isGiven = start - (starts[first] ?? 0) <= longestLabel && !/^["(]/.test(spelled[first] ?? '');
      for (let index = first; (starts[index] ?? whole.length) < start + match.length; index += 1)
        if (found.get(index) !== 'given') found.set(index, isGiven ? 'given' : 'told');
    }
  }
  return found;
};

/** Whether `text` holds an order to a model, in whatever spelling. */
export const speaksToModel = (text: string): boolean =>
  readings.some(({ spell, patterns }) => patterns.some(pattern => spell(text).search(pattern) >= 0));

const hidesOrder = (text: string): boolean => decodedRuns(text).some(speaksToModel);

/** Sentences that an order names: the one before it, or the one after. */
const namesPrevious =
  /(?:sentence|line|paragraph|statement|words?) (?:above|before this)|(?:above|preceding|previous|last) (?:sentence|line|paragraph|statement)/i;
const namesNext =
  /(?:sentence|line|paragraph|statement|words?|text) below|(?:following|next) (?:sentence|line|paragraph|statement|words|text)|:\W*$/i;

/** The words that are dictated stand behind the colon. */
const givesWords = /: *\S.{3}/;

/** Shorter sentences stand in others by chance. */
const fewestDictated = 4;
/** Characters of removed text in which other sentences are looked for. */
const longestDictation = 20_000;

/** Ordinals of the sentences that go: the findings, what belongs to them, and what they dictate where it stands elsewhere. */
const condemned = (sentences: readonly Sentence[]): ReadonlySet<number> => {
  const all = readings.map(reading => findIn(sentences, reading));
  const gone = new Set(all.flatMap(found => [...found.keys()]));
  const given = new Set(all.flatMap(found => [...found].flatMap(([index, kind]) => (kind === 'given' ? index : []))));
  sentences.forEach(({ text }, index) => {
    if (hidesOrder(text)) gone.add(index);
  });
  for (const index of [...gone]) {
    const { text = '', block = -1 } = sentences[index] ?? {};
    if (namesPrevious.test(text) && index > 0) gone.add(index - 1);
    if (namesNext.test(text) && !givesWords.test(text) && index + 1 < sentences.length) gone.add(index + 1);
    // Whoever gives an order goes on to say what is to be done.
    if (given.has(index)) for (let next = index; sentences[next]?.block === block; next += 1) gone.add(next);
  }
  const dictated = latinSpelling(
    [...gone]
      .map(index => sentences[index]?.text ?? '')
      .join('\n')
      .slice(0, longestDictation),
  );
  sentences.forEach(({ text }, index) => {
    if (text.split(' ').length >= fewestDictated && dictated.includes(latinSpelling(text))) gone.add(index);
  });
  return gone;
};

interface CleanedBlocks {
  /** What is left of each block; empty where nothing is. */
  readonly left: readonly string[];
  readonly removed: readonly string[];
}

const cleanBlocks = (blocks: readonly string[]): CleanedBlocks => {
  const visible = blocks.map(withoutInvisible);
  const sentences = visible.flatMap((text, block) => splitSentences(text).map(sentence => ({ text: sentence, block })));
  const gone = condemned(sentences);
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
