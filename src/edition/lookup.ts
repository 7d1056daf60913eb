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

/** Edits within which a name is still suggested: with more than a few, all that two names share is chance. */
const suggested = (length: number): number => Math.min(4, Math.floor(length / 2));

const compact = (folded: string): string => folded.replaceAll(' ', '');

/** A name without spaces, and which letters it has, a bit for each 32nd of them. */
interface Spelling {
  readonly text: string;
  readonly letters: number;
}

const spell = (folded: string): Spelling => {
  const text = compact(folded);
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31);
  return { text, letters };
};

/** The spellings of something as they are compared. */
interface Spellings {
  readonly name: string;
  readonly parts: readonly string[];
  /** Other names, without spaces. */
  readonly aliases: readonly string[];
  /** Its name, the others and those of its parts. */
  readonly all: readonly Spelling[];
}

const spellings = new WeakMap<Named, Spellings>();

/** Folding takes longer than comparing, and the same names are asked for again and again. */
const spellingsOf = (named: Named): Spellings => {
  const present = spellings.get(named);
  if (present !== undefined) return present;
  const [name, aliases, parts] = [fold(named.name), (named.aliases ?? []).map(fold), (named.parts ?? []).map(fold)];
  const folded = { name, parts, aliases: aliases.map(compact), all: [name, ...aliases, ...parts].map(spell) };
  spellings.set(named, folded);
  return folded;
};

const hasWords = (named: Named, words: string): boolean => ` ${spellingsOf(named).name} `.includes(` ${words} `);

/** Of those that have `query` among their other names: one whose own name has it too, else the one that ranks it highest. */
const byAlias = (query: string, names: readonly Named[]): Named | undefined => {
  const wanted = compact(query);
  return names
    .map(named => ({ named, rank: spellingsOf(named).aliases.indexOf(wanted) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => Number(hasWords(b.named, query)) - Number(hasWords(a.named, query)) || a.rank - b.rank)[0]?.named;
};

const mostSuggestions = 5;

interface Near {
  readonly name: string;
  readonly away: number;
}

/** Those that are at most `limit` edits away, the nearest first, as many as are suggested. */
const nearest = (query: string, names: readonly Named[], limit: number): readonly Near[] => {
  const wanted = spell(query);
  const found: Near[] = [];
  for (const named of names) {
    const last = found[mostSuggestions - 1];
    const within = last === undefined ? limit : Math.min(limit, last.away - 1);
    const away = editsWithin(within, wanted, spellingsOf(named).all);
    if (away === undefined) continue;
    const place = found.findIndex(other => other.away > away);
    found.splice(place < 0 ? found.length : place, 0, { name: named.name, away });
    found.splice(mostSuggestions);
  }
  return found;
};

/** Edits to the nearest of `spellings`, where they are at most `limit`. */
const editsWithin = (limit: number, wanted: Spelling, spellings: readonly Spelling[]): number | undefined => {
  let fewest: number | undefined;
  for (const spelling of spellings) {
    if (leastEdits(wanted, spelling) > limit) continue;
    const away = distance(spelling.text, wanted.text);
    if (away <= limit && (fewest === undefined || away < fewest)) fewest = away;
  }
  return fewest;
};

/** Fewer edits than these it cannot take: each letter that the other lacks is one, and so is each more of length. It spares most of the comparing. */
const leastEdits = (a: Spelling, b: Spelling): number =>
  Math.max(Math.abs(a.text.length - b.text.length), bitsSet(a.letters & ~b.letters), bitsSet(b.letters & ~a.letters));

const bitsSet = (bits: number): number => {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; count += 1) rest &= rest - 1;
  return count;
};

/**
 * @param query as typed; case, accents and punctuation do not count
 * @param names what there is, each name once
 * @returns the name of the match, or up to five suggestions, nearest first, where nothing is near enough or two are as near
 */
export const findName = (query: string, names: readonly Named[]): Lookup => {
  const wanted = fold(query);
  if (wanted === '') return { match: undefined, suggestions: [] };

  const spelling = compact(wanted);
  const same = names.find(named => spellingsOf(named).all[0]?.text === spelling) ?? byAlias(wanted, names);
  if (same) return { match: same.name, exact: true };

  const whole = names.find(named => spellingsOf(named).parts.includes(wanted));
  if (whole) return { match: whole.name, exact: false };

  const containing = names.filter(named => hasWords(named, wanted));
  const [only, ...others] = containing;
  if (only && others.length === 0) return { match: only.name, exact: false };
  if (only) return { match: undefined, suggestions: containing.slice(0, mostSuggestions).map(({ name }) => name) };

  const ranked = nearest(wanted, names, suggested(spelling.length));
  const [first, second] = ranked;
  const near = first && first.away <= tolerated(spelling.length);
  if (near && (!second || second.away > first.away)) return { match: first.name, exact: false };
  return { match: undefined, suggestions: ranked.map(({ name }) => name) };
};

const companyNames: readonly Named[] = knownCompanies.map(({ name, aliases, domains, products }) => ({
  name,
  aliases: [...aliases, ...domains],
  parts: products,
}));

const known: ReadonlySet<string> = new Set(knownCompanies.map(({ name }) => name));
const unknown = (names: readonly string[]): string[] => [...new Set(names)].filter(name => !known.has(name));

/** The companies that we know, and `others` beyond them, as the archive has them. */
export const companiesWith = (others: readonly string[]): readonly Named[] => [
  ...companyNames,
  ...unknown(others).map(name => ({ name })),
];

/** @returns a company that we know, always spelt as it is listed */
export const findCompany = (query: string): Lookup => findName(query, companyNames);

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
