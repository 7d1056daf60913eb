/** Meanings: what a word says besides its spelling, so that a paraphrase and its original can be told to agree. */
import { stemOf } from '../language/words.ts';
import { equivalents } from './equivalents.ts';
import { keyOf, opposites, type Side } from './opposites.ts';
import { baseForms } from './word-forms.ts';

export interface Meaning {
  /** The stem of the base form: two words of one root have the same. */
  readonly root: string;
  /** The root, and a key for each line of a table that the word stands on; two words mean the same where they share one. */
  readonly keys: readonly string[];
  /** Its places among the opposites. */
  readonly sides: readonly Side[];
}

/** Whether two words mean the same. */
export const shareKeys = (one: Meaning, other: Meaning): boolean => one.keys.some(key => other.keys.includes(key));

/** By stem too, so that `shortened` is a form of `shorten` and that of `short`. */
const baseStems: ReadonlyMap<string, string> = new Map(
  [...baseForms].map(([form, base]) => [stemOf(form), stemOf(base)] as const),
);

const rootOf = (word: string): string => {
  const base = baseForms.get(word);
  if (base !== undefined) return stemOf(base);
  const stem = stemOf(word);
  return baseStems.get(stem) ?? stem;
};

const collect = <Value>(pairs: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value[]> => {
  const found = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const values = found.get(key) ?? [];
    found.set(key, [...values, value]);
  }
  return found;
};

const linesOf = collect(
  equivalents.flatMap((words, line) => [...new Set(words.map(rootOf))].map(root => [root, `=${line}`] as const)),
);
const sidesOfRoot = collect(opposites.map(([word, side]) => [rootOf(word), side] as const));
const sidesOfWord = collect(opposites);

/** `harmless` speaks of harm. */
const withoutEnding = (word: string): string[] => (/^\p{L}{3,}less$/u.test(word) ? [rootOf(word.slice(0, -4))] : []);

const compute = (word: string): Meaning => {
  const root = rootOf(word);
  const sides = [
    ...new Map(
      [...(sidesOfWord.get(word) ?? []), ...(sidesOfRoot.get(root) ?? [])].map(side => [keyOf(side), side]),
    ).values(),
  ];
  return {
    root,
    sides,
    keys: [...new Set([root, ...withoutEnding(word), ...(linesOf.get(root) ?? []), ...sides.map(keyOf)])],
  };
};

/** Words come back again and again; the table is emptied before hostile text can fill it. */
const mostKnown = 20_000;
const known = new Map<string, Meaning>();

/** The meaning of a lower-case word. */
export const meaningOf = (word: string): Meaning => {
  const found = known.get(word);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const meaning = compute(word);
  known.set(word, meaning);
  return meaning;
};
