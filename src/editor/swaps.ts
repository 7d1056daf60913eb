/** Swaps: a sentence that copies one of the article but for a name or a figure, which then belongs to something else. */
import { namesOf, rootOf } from './claims.ts';
import { figuresOf, isStated } from './figures.ts';
import { contentStems } from './words.ts';

/** Share of common stems from which one sentence counts as a copy of another. */
const copyShare = 0.6;

const isCopy = (stems: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  stems.intersection(other).size >= copyShare * Math.max(stems.size, other.size, 1);

/** Items of `mine` that `theirs` has not, but only where `theirs` has others in their stead. */
const exchanged = <T>(
  mine: readonly T[],
  theirs: readonly T[],
  has: (item: T, among: readonly T[]) => boolean,
): T[] => {
  const added = mine.filter(item => !has(item, theirs));
  return theirs.some(item => !has(item, mine)) ? added : [];
};

/** Names and figures of `sentence` that stand where each sentence of the article it copies has another one. */
export const swapsIn = (sentence: string, articleSentences: readonly string[]): string[] => {
  const stems = new Set(contentStems(sentence));
  const originals = articleSentences.filter(original => isCopy(stems, new Set(contentStems(original))));
  const perOriginal = originals.map(original => [
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
