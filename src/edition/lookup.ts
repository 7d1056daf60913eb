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

/** The spellings of something as they are compared. */
interface Spellings {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parts: readonly string[];
  /** All of them, without spaces. */
  readonly compact: readonly string[];
}

const spellings = new WeakMap<Named, Spellings>();

/** Folding takes longer than comparing, and the same names are asked for again and again. */
const spellingsOf = (named: Named): Spellings => {
  const present = spellings.get(named);
  if (present !== undefined) return present;
  const [name, aliases, parts] = [fold(named.name), (named.aliases ?? []).map(fold), (named.parts ?? []).map(fold)];
  const all = { name, aliases, parts, compact: [name, ...aliases, ...parts].map(compact) };
  spellings.set(named, all);
  return all;
};

const hasWords = (named: Named, words: string): boolean => ` ${spellingsOf(named).name} `.includes(` ${words} `);

/** Of those that have `query` among their other names: one whose own name has it too, else the one that ranks it highest. */
const byAlias = (query: string, names: readonly Named[]): Named | undefined =>
  names
    .map(named => ({
      named,
      rank: spellingsOf(named).aliases.findIndex(alias => compact(alias) === compact(query)),
    }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => Number(hasWords(b.named, query)) - Number(hasWords(a.named, query)) || a.rank - b.rank)[0]?.named;

const nearest = (query: string, names: readonly Named[]): { name: string; away: number }[] =>
  names
    .map(named => ({
      name: named.name,
      away: Math.min(...spellingsOf(named).compact.map(spelling => distance(spelling, compact(query)))),
    }))
    .sort((a, b) => a.away - b.away);

/**
 * @param query as typed; case, accents and punctuation do not count
 * @param names what there is, each name once
 * @returns the name of the match, or up to five suggestions, nearest first, where nothing is near enough or two are as near
 */
export const findName = (query: string, names: readonly Named[]): Lookup => {
  const wanted = fold(query);
  if (wanted === '') return { match: undefined, suggestions: [] };

  const same = names.find(named => spellingsOf(named).compact[0] === compact(wanted)) ?? byAlias(wanted, names);
  if (same) return { match: same.name, exact: true };

  const whole = names.find(named => spellingsOf(named).parts.includes(wanted));
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

const themeNames: readonly Named[] = themes.map(({ slug, label, aliases }) => ({
  name: slug,
  aliases: [label, ...aliases],
}));

/** @returns the slug of a theme, asked for by slug, label or alias */
export const findTheme = (query: string): Lookup => findName(query, themeNames);

const foldedNames = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(name => compact(fold(name))));

const exactNames: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['company', foldedNames(knownCompanies.flatMap(({ name, aliases, domains }) => [name, ...aliases, ...domains]))],
  ['theme', foldedNames(themes.flatMap(({ slug, label, aliases }) => [slug, label, ...aliases]))],
]);

/** Whether `text` is a name of a company or a theme that we know: one of those that `findCompany` and `findTheme` match exactly. */
export const isName = (kind: string, text: string): boolean => exactNames.get(kind)?.has(compact(fold(text))) ?? false;
