/**
 * Compared things: `A costs less than B`, `A is far above B`, `A is the larger bill, ahead of B`. Each puts one thing above
 * another on some scale, in whatever words. A sentence is held against the comparison that speaks most of the same two things.
 */
import type { ArticleIndex } from './article-index.ts';
import { isDenier } from './negations.ts';
import type { Word } from './reading.ts';
import { isComparative, isOfMeasure, isOfTimes, scalesOf } from './scales.ts';
import { distinct, sortingOf } from './sorted-pairs.ts';

/** Words on either side that say what is compared, and words between a comparative and its standard. */
const spanBefore = 24;
const spanBehind = 12;
const reach = 9;
/** Comparisons of an article that are looked at; hostile text may compare as often as it likes. */
const mostComparisons = 200;
/** They go on with the standard of a comparison. */
const goingOn: ReadonlySet<string> = new Set(['that', 'which', 'who', 'when', 'where', 'if', 'than', 'as']);

interface Comparison {
  readonly scales: ReadonlyMap<number, number>;
  readonly subject: readonly Word[];
  /** What the subject is put above or below; absent where that is left to the reader: `the larger bill`. */
  readonly standard: readonly Word[] | undefined;
}

/** Place of the word that leads to the standard: `than`, `ahead of`. */
const leadOf = (word: Word, words: readonly Word[]): number | undefined => {
  if (/^(?:above|below|exceed.*)$/.test(word.text)) return word.place;
  const lead = isOfTimes(word, words) ? 'as' : 'than';
  return words
    .slice(word.place + 1, word.place + reach)
    .find(({ text, place }) => text === lead || (text === 'of' && words[place - 1]?.text === 'ahead'))?.place;
};

/** The words from `start` on that belong to the standard. */
const standardAt = (start: number, words: readonly Word[]): readonly Word[] => {
  const stretch = words.slice(start, start + spanBehind);
  const end = stretch.findIndex(
    ({ text, clause }, at) => at > 0 && clause !== stretch[at - 1]?.clause && !goingOn.has(text),
  );
  return stretch.slice(0, end < 0 ? undefined : end).filter(({ content }) => content);
};

const comparisonAt = (word: Word, words: readonly Word[]): Comparison | undefined => {
  if (!isComparative(word, words)) return undefined;
  const scales = scalesOf(word, words);
  if (scales.size === 0) return undefined;
  const lead = leadOf(word, words);
  const end = lead === undefined ? word.place + spanBehind : word.place;
  return {
    scales,
    subject: words
      .slice(Math.max(0, word.place - spanBefore), end)
      .filter(other => other.content && other.part === word.part && !isOfMeasure(other)),
    standard: lead === undefined ? undefined : standardAt(lead + 1, words),
  };
};

const known = new WeakMap<ArticleIndex, readonly Comparison[]>();

const comparisonsIn = (article: ArticleIndex): readonly Comparison[] => {
  const found =
    known.get(article) ??
    article.readings.flatMap(words => words.flatMap(word => comparisonAt(word, words) ?? [])).slice(0, mostComparisons);
  known.set(article, found);
  return found;
};

/** 1 where two comparisons point the same way, -1 where they do not, 0 where they are of different scales or it is unclear. */
const agreementOf = (one: Comparison, other: Comparison): number => {
  const signs = new Set([...one.scales].flatMap(([line, sign]) => sign * (other.scales.get(line) ?? 0) || []));
  const [sign = 0] = signs;
  return signs.size === 1 ? sign : 0;
};

/** From -2, where the comparison of the article that speaks most of what `word` compares is the other way round, to 2, where it is the same. */
export const comparedAlike = (word: Word, words: readonly Word[], article: ArticleIndex): number => {
  const own = comparisonAt(word, words);
  if (own?.standard === undefined) return 0;
  // `No country has more of it than Brazil` puts Brazil above.
  if (word.polarity === 'open' && isDenier(words[word.by]?.text ?? '')) return 0;
  const pair = distinct({ first: own.subject, last: own.standard });
  let best = 0;
  for (const told of comparisonsIn(article)) {
    const sign = agreementOf(own, told);
    if (sign === 0) continue;
    const score = sign * sortingOf(pair, { first: told.subject, last: told.standard ?? [] }, article).agreement;
    if (Math.abs(score) > Math.abs(best)) best = score;
  }
  return best;
};
