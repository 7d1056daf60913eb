/** Finds what a person meant by a name that they typed: exactly, by another name of it, or by the nearest spelling. */
import { distance } from 'fastest-levenshtein';
import { knownCompanies } from './company.ts';
import { themes } from './theme.ts';

/** Something that can be asked for by name. */
export interface Named {
  readonly name: string;
  /** Other names, the most fitting first. */
  readonly aliases?: readonly string[];
  /** Names of its parts, which lead to it but do not mean it: a company's products. */
  readonly parts?: readonly string[];
}

/** `exact` is false where we guessed, and the reader should be told what we took. */
export type Lookup =
  | { readonly match: string; readonly exact: boolean }
  | { readonly match: undefined; readonly suggestions: readonly string[] };

/** A name as names are compared: without case, accents and punctuation. */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

/** Typing mistakes that leave a name what it is; two letters swapped count as two. */
const tolerated = (length: number): number => Math.min(2, Math.round(length / 4));

const compact = (folded: string): string => folded.replaceAll(' ', '');

const hasWords = ({ name }: Named, words: string): boolean => ` ${fold(name)} `.includes(` ${words} `);

/** Of those that have `query` among their other names: one whose own name has it too, else the one that ranks it highest. */
const byAlias = (query: string, names: readonly Named[]): Named | undefined =>
  names
    .map(named => ({ named, rank: (named.aliases ?? []).findIndex(alias => compact(fold(alias)) === compact(query)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => Number(hasWords(b.named, query)) - Number(hasWords(a.named, query)) || a.rank - b.rank)[0]?.named;

const nearest = (query: string, names: readonly Named[]): { name: string; away: number }[] =>
  names
    .map(({ name, aliases = [], parts = [] }) => {
      const spellings = [name, ...aliases, ...parts].map(spelling => compact(fold(spelling)));
      return { name, away: Math.min(...spellings.map(spelling => distance(spelling, compact(query)))) };
    })
    .sort((a, b) => a.away - b.away);

/**
 * @param query as typed; case, accents and punctuation do not count
 * @param names what there is, each name once
 * @returns the name of the match, or up to five suggestions, nearest first, where nothing is near enough or two are as near
 */
export const findName = (query: string, names: readonly Named[]): Lookup => {
  const wanted = fold(query);
  if (wanted === '') return { match: undefined, suggestions: [] };

  const same = names.find(({ name }) => compact(fold(name)) === compact(wanted)) ?? byAlias(wanted, names);
  if (same) return { match: same.name, exact: true };

  const whole = names.find(({ parts = [] }) => parts.some(part => fold(part) === wanted));
  if (whole) return { match: whole.name, exact: false };

  const containing = names.filter(named => hasWords(named, wanted));
  const [only, ...others] = containing;
  if (only && others.length === 0) return { match: only.name, exact: false };
  if (only) return { match: undefined, suggestions: containing.slice(0, 5).map(({ name }) => name) };

  const ranked = nearest(wanted, names);
  const [first, second] = ranked;
  const near = first && first.away <= tolerated(compact(wanted).length);
  if (near && (!second || second.away > first.away)) return { match: first.name, exact: false };
  const limit = Math.max(2, Math.ceil(compact(wanted).length / 2));
  return {
    match: undefined,
    suggestions: ranked
      .filter(({ away }) => away <= limit)
      .slice(0, 5)
      .map(({ name }) => name),
  };
};

const companyNames: readonly Named[] = knownCompanies.map(({ name, aliases, domains, products }) => ({
  name,
  aliases: [...aliases, ...domains],
  parts: products,
}));

const known: ReadonlySet<string> = new Set(knownCompanies.map(({ name }) => name));
const unknown = (names: readonly string[]): string[] => [...new Set(names)].filter(name => !known.has(name));

/** @param others names beyond the known ones, as the archive has them; the match is always spelt as it is listed. */
export const findCompany = (query: string, others: readonly string[] = []): Lookup =>
  findName(query, [...companyNames, ...unknown(others).map(name => ({ name }))]);

/** @returns the slug of a theme, asked for by slug, label or alias */
export const findTheme = (query: string): Lookup =>
  findName(
    query,
    themes.map(({ slug, label, aliases }) => ({ name: slug, aliases: [label, ...aliases] })),
  );

const foldedNames = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(name => compact(fold(name))));

const exactNames: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['company', foldedNames(knownCompanies.flatMap(({ name, aliases, domains }) => [name, ...aliases, ...domains]))],
  ['theme', foldedNames(themes.flatMap(({ slug, label, aliases }) => [slug, label, ...aliases]))],
]);

/** Whether `text` is a name of a company or a theme that we know: one of those that `findCompany` and `findTheme` match exactly. */
export const isName = (kind: string, text: string): boolean => exactNames.get(kind)?.has(compact(fold(text))) ?? false;
