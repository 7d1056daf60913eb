/** Finds the terms of themes in a text, in one pass over its words. */
import { stemmer } from 'stemmer';
import { type ThemeSlug, themes } from '../../edition/theme.ts';
import { type ThemeTerms, themeTerms } from './theme-terms.ts';

export interface WeightedTerm {
  /** As it stands in the lists. */
  readonly text: string;
  /** What it says for each theme that lists it. */
  readonly weights: ReadonlyMap<ThemeSlug, number>;
}

/** How often each term stands in a text. */
type TermCounts = ReadonlyMap<WeightedTerm, number>;

const strengths = { strong: 3, typical: 1.25, weak: 0.4 } as const satisfies Record<keyof ThemeTerms, number>;

interface Pattern {
  readonly keys: readonly string[];
  readonly term: WeightedTerm;
}

const wordPattern = /\.?[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*[+#]*/gu;

/** The words of a text; hyphens, slashes and apostrophes part them. */
export const wordsOfText = (text: string): string[] => text.match(wordPattern) ?? [];

/**
 * Endings that make another word of a word. The stemmer would take them off, and find accessibility in "access",
 * customers in "customize", generation in "generic": these words are only freed from their plural.
 */
const derived = /(?:tion|sion|ment|ance|ence|ness|ity|ative|ator|ional|al|ic|er|or|ful|able|ible|^news)$/;

const singular = (word: string): string => {
  if (/(?:ss|us|is|^news)$/.test(word)) return word;
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
};

const stemOf = (word: string): string => {
  const one = singular(word.toLowerCase());
  return derived.test(one) ? one : stemmer(one);
};

/** Keys of a word: how it is spelt, and its stem. They cannot collide, since no stem has a capital or the mark. */
const spelt = (word: string): string => `=${word}`;
/** A word of a term with a capital or a figure is meant as it is spelt. */
const keyOf = (word: string): string => (/[\p{Lu}\p{N}]/u.test(word) ? spelt(word) : stemOf(word));

const listed: readonly { text: string; theme: ThemeSlug; strength: number }[] = themes.flatMap(({ slug: theme }) =>
  (['strong', 'typical', 'weak'] as const).flatMap(level =>
    themeTerms[theme][level].split(', ').map(text => ({ text, theme, strength: strengths[level] })),
  ),
);

/** A term that other themes list too says less, the more so the more it says for them: the part of document frequency. */
const weigh = (uses: typeof listed): Map<ThemeSlug, number> => {
  const total = uses.reduce((sum, { strength }) => sum + strength, 0);
  return new Map(uses.map(({ theme, strength }) => [theme, strength * Math.sqrt(strength / total)]));
};

const patterns: readonly Pattern[] = [...Map.groupBy(listed, ({ text }) => wordsOfText(text).map(keyOf).join(' '))].map(
  ([keys, uses]) => ({ keys: keys.split(' '), term: { text: uses[0]?.text ?? keys, weights: weigh(uses) } }),
);

/** Patterns by their first key, the longest first. */
const index: ReadonlyMap<string, readonly Pattern[]> = Map.groupBy(
  [...patterns].sort((a, b) => b.keys.length - a.keys.length),
  ({ keys }) => keys[0] ?? '',
);

/** The keys of each word, each different word stemmed once. */
const keysOf = (words: readonly string[]): (readonly [spelt: string, stem: string])[] => {
  const known = new Map<string, readonly [string, string]>();
  return words.map(word => {
    const keys = known.get(word) ?? ([spelt(word), stemOf(word)] as const);
    known.set(word, keys);
    return keys;
  });
};

/**
 * The longest term at each place counts, and no other that overlaps it: "KV cache" is no cache.
 *
 * @param words as `wordsOfText` gives them
 */
export const countTerms = (words: readonly string[]): TermCounts => {
  const keys = keysOf(words);
  const longestAt = (start: number, first: string | undefined): Pattern | undefined =>
    index
      .get(first ?? '')
      ?.find(({ keys: wanted }) => wanted.every((key, offset) => keys[start + offset]?.includes(key) === true));

  const counts = new Map<WeightedTerm, number>();
  for (let start = 0; start < words.length; ) {
    const [written, stem] = keys[start] ?? [];
    const one = longestAt(start, written);
    const other = longestAt(start, stem);
    const found = (other?.keys.length ?? 0) > (one?.keys.length ?? 0) ? other : one;
    if (found) counts.set(found.term, (counts.get(found.term) ?? 0) + 1);
    start += found?.keys.length ?? 1;
  }
  return counts;
};
