/** Sorted pairs: two things of which a sentence puts one first, above the other or before it, and how another sentence puts them. */
import type { ArticleIndex } from './article-index.ts';
import { shareKeys } from './meanings.ts';
import type { Word } from './reading.ts';

export interface SortedPair {
  readonly first: readonly Word[];
  readonly last: readonly Word[];
}

/** What a word counts for that is said in another word. */
const shareOfOther = 0.5;

const without = (some: readonly Word[], others: readonly Word[]): readonly Word[] =>
  some.filter(word => !others.some(other => shareKeys(word, other)));

/** From 0 to 1, how much of `some` stands among `others`. */
const shareIn = (some: readonly Word[], others: readonly Word[], article: ArticleIndex): number => {
  let [sum, total] = [0, 0];
  for (const word of some) {
    const weight = article.weightOf(word.root);
    total += weight;
    if (others.some(({ root }) => root === word.root)) sum += weight;
    else if (others.some(other => shareKeys(word, other))) sum += weight * shareOfOther;
  }
  return total === 0 ? 0 : sum / total;
};

/** What tells the two of a pair apart. */
export const distinct = ({ first, last }: SortedPair): SortedPair => ({
  first: without(first, last),
  last: without(last, first),
});

/** How much of each of the two of `own` stands on the same side of `told`. */
const keptIn = (own: SortedPair, told: SortedPair, article: ArticleIndex): readonly [number, number] => [
  shareIn(own.first, told.first, article),
  shareIn(own.last, told.last, article),
];

export interface Sorting {
  /** From -2, where they are exchanged, to 2, where they are sorted alike. */
  readonly agreement: number;
  /** From 0 to 1, how much of either is exchanged. */
  readonly exchanged: number;
}

export const sortingOf = (own: SortedPair, told: SortedPair, article: ArticleIndex): Sorting => {
  const kept = keptIn(own, told, article);
  const exchanged = keptIn(own, { first: told.last, last: told.first }, article);
  return { agreement: kept[0] + kept[1] - exchanged[0] - exchanged[1], exchanged: Math.min(...exchanged) };
};
