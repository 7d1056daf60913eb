/** The prose of an article: its full sentences, each with the place it has there; headings, code, captions and tables left out. */
import type { Article } from '../../edition/article.ts';
import { articleBlocks, type Block } from '../../sources/articles/blocks.ts';
import { foldSpace, splitSentences } from '../language/sentences.ts';
import { contentStems } from '../language/words.ts';

export interface ProseSentence {
  readonly text: string;
  readonly stems: readonly string[];
  /** Ordinal among the sentences of the article. */
  readonly index: number;
  /** Ordinal of its paragraph. */
  readonly paragraph: number;
  readonly kind: 'paragraph' | 'list';
  /** The headings it stands under, outermost first, empty before the first one. */
  readonly headings: readonly string[];
  /** 0 for the first sentence of the article, 1 for the last. */
  readonly place: number;
}

/** Prose beyond this many sentences is not read: the choice is quadratic in it, and the story is told by then. */
const longestArticle = 500;

/** Sections that are about the article and its authors, or list things to look up, and tell nothing of the story. */
const asideSection =
  /^\W*(?:\d+[.)]\s*)?(?:glossary|definitions?|terminology|acknowledge?ments?|thanks|credits|about (?:the )?(?:authors?|us|this)|authors?|references|bibliography|further reading|read more|learn more|related|resources|foot ?notes|notes|join (?:us|our)|(?:we(?:’|')?(?:re| are) )?hiring|careers|comments|share|subscribe|newsletter|(?:table of )?contents|appendix|prerequisites|clean(?:ing)? ?up|faq|frequently asked|changelog|disclaimer|feedback|get involved|call to action|try it|getting? started|how to (?:get|start|install|try)|installation|timeline|chronology)\b/i;

/** Headings that are a date or a time: under them stand the entries of a log, each of which takes the ones before as read. */
const dateHeading =
  /^\W*(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|\d{1,2}:\d\d|\d{4}-\d\d)\b/i;

const isFullSentence = (text: string): boolean => /[.!?…][)\]”"'’]*$/.test(text);

/** A paragraph that is no sentence and short is a heading in all but markup (a bold line, a label before a break). */
const longestHeading = 10;
const looksLikeHeading = (text: string): boolean =>
  !isFullSentence(text) && !/[:;,]$/.test(text) && text.split(' ').length <= longestHeading;

/** The lines of plain text as blocks, for articles of which no markup is kept. */
const linesAsBlocks = (text: string): Block[] =>
  text
    .split('\n')
    .map(foldSpace)
    .filter(line => line !== '')
    .map(line => ({ kind: looksLikeHeading(line) ? 'heading' : 'paragraph', text: line }));

const blocksOf = (article: Article): readonly Block[] => {
  const blocks = article.html === '' ? [] : articleBlocks(article.html);
  return blocks.length > 0 ? blocks : linesAsBlocks(article.text);
};

/**
 * The sentences of `article` that can be quoted, each verbatim in its folded text. Sections that lie beside the story
 * (acknowledgements, glossaries, calls to action) are left out, and so is what the text does not have.
 */
export const proseOf = (article: Article): ProseSentence[] => {
  const whole = foldSpace(article.text);
  const found: Omit<ProseSentence, 'place'>[] = [];
  let section = '';
  let topic = '';
  let paragraph = 0;
  for (const block of blocksOf(article)) {
    if (block.kind === 'heading') {
      section = block.text;
      topic = '';
      continue;
    }
    if (block.kind !== 'paragraph' && block.kind !== 'list') continue;
    if (block.kind === 'paragraph' && looksLikeHeading(block.text)) {
      topic = block.text;
      continue;
    }
    paragraph += 1;
    const headings = [section, topic].filter(heading => heading !== '');
    if (headings.some(heading => asideSection.test(heading) || dateHeading.test(heading))) continue;
    for (const text of splitSentences(block.text)) {
      if (found.length === longestArticle) break;
      if (!whole.includes(text)) continue;
      found.push({ text, stems: contentStems(text), index: found.length, paragraph, kind: block.kind, headings });
    }
  }
  return found.map(sentence => ({ ...sentence, place: sentence.index / Math.max(1, found.length - 1) }));
};
