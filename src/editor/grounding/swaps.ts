/** Swaps: a sentence that copies one of the article but for a name or a figure, which then belongs to something else. */

import { contentStems } from '../language/words.ts';
import { namesOf, rootOf } from './claims.ts';
import { figuresOf, isStated } from './figures.ts';

/** Share of common stems from which one sentence counts as a copy of another. */
const copyShare = 0.6;

const shareOf = (stems: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  stems.intersection(other).size / Math.max(stems.size, other.size, 1);

/** The sentences of which `sentence` is the closest copy; none where it copies none. */
const originalsOf = (sentence: string, articleSentences: readonly string[]): string[] => {
  const stems = new Set(contentStems(sentence));
  const shares = articleSentences.map(original => shareOf(stems, new Set(contentStems(original))));
  const closest = Math.max(copyShare, ...shares);
  return articleSentences.filter((_, position) => shares[position] === closest);
};

/** Items of `mine` that `theirs` has not, but only where `theirs` has others in their stead. */
const exchanged = <T>(
  mine: readonly T[],
  theirs: readonly T[],
  has: (item: T, among: readonly T[]) => boolean,
): T[] => {
  const added = mine.filter(item => !has(item, theirs));
  return theirs.some(item => !has(item, mine)) ? added : [];
};

/** Names and figures of `sentence` that stand where each sentence it copies has another one. */
export const swapsIn = (sentence: string, articleSentences: readonly string[]): string[] => {
  const perOriginal = originalsOf(sentence, articleSentences).map(original => [
    ...exchanged(figuresOf(sentence), figuresOf(original), isStated).map(({ text }) => text),
    ...exchanged(namesOf(sentence), namesOf(original), (name, among) =>
      among.some(other => rootOf(other) === rootOf(name)),
    ),
  ]);
  return perOriginal.reduce<string[]>(
    (fewest, swaps) => (swaps.length < fewest.length ? swaps : fewest),
    perOriginal[0] ?? [],
  );
};
