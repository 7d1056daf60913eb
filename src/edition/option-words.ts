/** Options as a person types them after the name of a command, `company:cloudflare theme:"zero trust" kafka`: read, and written back. */
import { closest, distance } from 'fastest-levenshtein';
import { isName } from './lookup.ts';
import { QueryError, quoted } from './query-error.ts';

/** Values by name of option. Those of `words` are the words without a key; a phrase keeps its quotes. */
export type Options = Readonly<Record<string, readonly string[]>>;

/** What can be typed. */
export interface Grammar {
  /** Names of options: each is a key, but `words`, which says that words without a key are taken. */
  readonly names: readonly string[];
  /** Words that are understood, the name of the command first; shown with every error. */
  readonly example: string;
}

/** The option that takes words without a key. */
const freeWords = 'words';

/**
 * A key with its values, split by commas; a phrase or a word. What follows the colon of a key is neither `:` nor `/`, so
 * that `std::move` and addresses are words.
 */
const token =
  /(?<key>\p{L}+):(?![:/])\s*(?<values>(?:"[^"]*"|[^\s",]+)(?:\s*,\s*(?:"[^"]*"|[^\s",]+))*)?|"(?<phrase>[^"]*)"|(?<word>[^\s",][^\s"]*)/gu;
const value = /"(?<phrase>[^"]*)"|(?<plain>[^",]+)/g;
const keyAtStart = /^(\p{L}+):(?![:/])/u;

/** Texts are found by their letters and digits only. */
const searchable = /[\p{L}\p{N}]/u;

/** Words of the longest name that needs no quotes. */
const mostWordsOfName = 5;

interface Token {
  readonly key: string | undefined;
  readonly values: readonly string[];
  /** Whether words that follow may belong to its last value, or it to a value before. */
  readonly isOpen: boolean;
}

/**
 * Reads what was typed.
 * - `key:value` gives a value, quoted where it has spaces, unless its words are a name that we know (`theme:zero trust`);
 *   `key:a,b` gives two, as does `key:a key:b`.
 * - All else are words and quoted phrases, in which no character has a meaning.
 * @throws QueryError
 */
export const readOptions = (typed: string, grammar: Grammar): Options => {
  const text = straighten(typed);
  checkQuotes(text, grammar);
  const tokens = joinNames(Array.from(text.matchAll(token), ({ groups = {} }) => tokenOf(groups, grammar)));
  const options = new Map<string, readonly string[]>();
  for (const { key = freeWords, values } of tokens) {
    const found = key === freeWords ? values.filter(word => searchable.test(word)) : values;
    const all = [...(options.get(key) ?? []), ...found];
    if (found.length > 0) options.set(key, key === freeWords ? all : [...new Set(all)]);
  }
  const words = options.get(freeWords);
  if (words !== undefined && !grammar.names.includes(freeWords)) throw unexpectedWords(words, grammar);
  return Object.fromEntries(options);
};

/**
 * Reads values that were given by name, as a form or typed options of a platform give them: a value may be several,
 * split by commas outside of quotes, and `words` may be all that could be typed.
 * @throws QueryError
 */
export const readGiven = (given: Options, grammar: Grammar): Options => {
  const { [freeWords]: words = [], ...named } = given;
  const typed = readOptions(words.join(' '), grammar);
  const options = new Map(Object.entries(typed));
  for (const [name, values] of Object.entries(named)) {
    if (!grammar.names.includes(name)) throw unknownKey(name, grammar);
    options.set(name, [...new Set([...values.flatMap(text => valuesOf(straighten(text))), ...(typed[name] ?? [])])]);
  }
  return Object.fromEntries(options);
};

/** The words that `readOptions` reads as `options`. */
export const writeOptions = (options: Options): string => {
  const { [freeWords]: words = [], ...named } = options;
  const keyed = Object.entries(named).flatMap(([key, values]) => values.map(text => ({ key, text })));
  const written = keyed.map(({ key, text }, index) => {
    const isLast = index === keyed.length - 1;
    const isJoined = isLast && restOfName(key, text, words.map(wordToken)).length > 0;
    return `${key}:${isJoined || needsQuotes(text) ? `"${text}"` : text}`;
  });
  return [...written, ...words].join(' ');
};

const needsQuotes = (text: string): boolean => /^[:/]|[\s,]/u.test(text) || keyAtStart.test(text);

/** Keyboards of phones and Macs turn quotes; control characters (a pasted NUL) separate words. */
const straighten = (typed: string): string => typed.replace(/[“”„‟«»]/g, '"').replace(/\p{Cc}/gu, ' ');

const checkQuotes = (text: string, { example }: Grammar): void => {
  if (text.split('"').length % 2 === 1) return;
  const open = text.slice(text.lastIndexOf('"')).trim();
  throw new QueryError('unbalanced-quote', `A quotation mark is left open at ${quoted(open)}.`, example);
};

const tokenOf = (
  { key, values = '', phrase, word = '' }: Readonly<Record<string, string | undefined>>,
  grammar: Grammar,
): Token => {
  if (phrase !== undefined) return { key: undefined, values: [`"${phrase.trim()}"`], isOpen: false };
  if (key === undefined) return wordToken(word);
  const name = key.toLowerCase();
  if (name === freeWords || !grammar.names.includes(name)) throw unknownKey(name, grammar);
  const given = valuesOf(values);
  // Without a value of its own, `company:` before another key takes that one for its value.
  const other = keyAtStart.exec(values)?.[1]?.toLowerCase();
  if (given.length === 0 || (other !== undefined && grammar.names.includes(other))) {
    throw new QueryError('no-value', `${name}: needs a value after it.`, grammar.example);
  }
  return { key: name, values: given, isOpen: !values.endsWith('"') };
};

const wordToken = (word: string): Token => ({ key: undefined, values: [word], isOpen: !word.startsWith('"') });

const valuesOf = (list: string): readonly string[] =>
  Array.from(list.matchAll(value), ({ groups }) => (groups?.phrase ?? groups?.plain ?? '').trim()).filter(
    text => text !== '',
  );

/** Gives each value the words after it that are the rest of a name. */
const joinNames = (tokens: readonly Token[]): readonly Token[] => {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const { key, values = [], isOpen = false } = tokens[index] ?? {};
    const rest = key !== undefined && isOpen ? restOfName(key, values.at(-1) ?? '', tokens.slice(index + 1)) : [];
    joined.push({ key, values: [...values.slice(0, -1), [...values.slice(-1), ...rest].join(' ')], isOpen });
    index += rest.length;
  }
  return joined;
};

/** The words of `following` with which `first` is a name: as many as make one. */
const restOfName = (key: string, first: string, following: readonly Token[]): readonly string[] => {
  const near = following.slice(0, mostWordsOfName - 1);
  const end = near.findIndex(token => token.key !== undefined || !token.isOpen);
  const words = near.slice(0, end === -1 ? undefined : end).flatMap(({ values }) => values);
  for (let count = words.length; count > 0; count -= 1) {
    const rest = words.slice(0, count);
    if (isName(key, [first, ...rest].join(' '))) return rest;
  }
  return [];
};

const unknownKey = (name: string, { names, example }: Grammar): QueryError => {
  const keys = names.filter(key => key !== freeWords);
  if (keys.length === 0)
    return new QueryError('unknown-key', `There is no option ${quoted(`${name}:`)} here.`, example);
  const near = closest(name, keys);
  const guess = distance(name, near) <= 2 ? `did you mean ${near}:? ` : '';
  const inQuotes = names.includes(freeWords) ? ' Words with a colon are looked up when they are in quotes.' : '';
  const all = keys.map(key => `${key}:`).join(', ');
  return new QueryError(
    'unknown-key',
    `There is no ${quoted(`${name}:`)}: ${guess}there are ${all}.${inQuotes}`,
    example,
  );
};

const unexpectedWords = (words: readonly string[], { names, example }: Grammar): QueryError => {
  const all = names.map(key => `${key}:`).join(', ');
  return new QueryError('unexpected-words', `${quoted(words.join(' '))} needs to be said of what: ${all}.`, example);
};
