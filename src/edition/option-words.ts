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

/** Characters: no platform lets people type as many, nor has an address as many that reaches our pages. */
const longestTyped = 20_000;

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
  if (typed.length > longestTyped) throw tooLong(typed.length, grammar);
  const text = withColons(straighten(typed), grammar);
  checkQuotes(text, grammar);
  const tokens = joinNames(Array.from(text.matchAll(token), ({ groups = {} }) => tokenOf(groups, grammar)));
  const options = new Map(
    [...Map.groupBy(tokens, ({ key = freeWords }) => key)]
      .map(([key, same]) => [key, same.flatMap(({ values }) => values)] as const)
      .map(
        ([key, all]) =>
          [key, key === freeWords ? all.filter(word => searchable.test(word)) : [...new Set(all)]] as const,
      )
      .filter(([, found]) => found.length > 0),
  );
  const words = options.get(freeWords);
  if (words !== undefined && !grammar.names.includes(freeWords)) throw unexpectedWords(words, grammar);
  return Object.fromEntries(options);
};

/**
 * Reads values that were given by name, as a form or typed options of a platform give them: a value may be several,
 * split by commas outside of quotes, and `words` may be all that could be typed. One that is blank is the empty text.
 * @throws QueryError
 */
export const readGiven = (given: Options, grammar: Grammar): Options => {
  const { [freeWords]: words = [], ...named } = given;
  const typed = readOptions(words.join(' '), grammar);
  const options = new Map(Object.entries(typed));
  for (const [name, values] of Object.entries(named)) {
    if (!grammar.names.includes(name)) throw unknownKey(name, grammar);
    const read = values.flatMap(text => valuesOf(straighten(text)));
    // A field that was emptied gives no text at all, which is an answer. A blank one is none, and is told with all else that is wrong.
    const isBlank = values.length > 0 && read.length === 0;
    options.set(name, isBlank ? [''] : [...new Set([...read, ...(typed[name] ?? [])])]);
  }
  return Object.fromEntries(options);
};

/** The words that `readOptions` reads as `options`. */
export const writeOptions = (options: Options): string => {
  const { [freeWords]: words = [], ...named } = options;
  const keyed = Object.entries(named).flatMap(([key, values]) => values.map(text => ({ key, text })));
  const written = keyed.map(({ key, text }, index) => {
    const isLast = index === keyed.length - 1;
    const isJoined = isLast && restOfValue(key, text, words.map(wordToken)).taken > 0;
    return `${key}:${isJoined || needsQuotes(text) ? `"${text}"` : text}`;
  });
  return [...written, ...words].join(' ');
};

const needsQuotes = (text: string): boolean => /^[:/]|[\s,]/u.test(text) || keyAtStart.test(text);

/** Keyboards of phones and Macs turn quotes, those of East Asia widen ASCII; control characters (a pasted NUL) separate words. */
const straighten = (typed: string): string =>
  typed
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[“”„‟«»]/g, '"')
    .replace(/\p{Cc}/gu, ' ');

/** Outside of quotes, `company=acme` for `company:acme`, and `kafka: the log` for words that only look like a key. */
const withColons = (text: string, { names }: Grammar): string =>
  text
    .split('"')
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/(?<![^\s,])(?:\p{L}+=(?=[^\s=])|(?<!,)\p{L}+:(?=\s))/gu, asKey(names)),
    )
    .join('"');

const asKey =
  (names: readonly string[]) =>
  (match: string): string => {
    const key = match.slice(0, -1);
    const name = key.toLowerCase();
    if (match.endsWith('=')) return names.includes(name) && name !== freeWords ? `${key}:` : match;
    return !names.includes(freeWords) || names.includes(name) || nearKey(name, names) !== undefined ? match : key;
  };

/** The key that a person who typed `name` meant: in a short word one slip makes another word. */
const nearKey = (name: string, names: readonly string[]): string | undefined => {
  const keys = names.filter(key => key !== freeWords);
  if (keys.length === 0) return undefined;
  const near = closest(name, keys);
  return distance(name, near) <= (name.length < 4 ? 1 : 2) ? near : undefined;
};

const tooLong = (length: number, { example }: Grammar): QueryError =>
  new QueryError('too-long', `At most ${longestTyped} characters can be read, and these are ${length}.`, example);

const checkQuotes = (text: string, { example }: Grammar): void => {
  if (text.split('"').length % 2 === 1) return;
  const open = text.slice(text.lastIndexOf('"') + 1).trim();
  const where = open === '' ? 'the end' : quoted(open);
  throw new QueryError('unbalanced-quote', `A quotation mark is left open at ${where}.`, example);
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
    const last = values.at(-1);
    if (key === undefined || last === undefined || !isOpen) {
      joined.push({ key, values, isOpen });
      continue;
    }
    const rest = restOfValue(key, last, tokens.slice(index + 1));
    joined.push({ key, values: [...values.slice(0, -1), ...rest.values], isOpen });
    index += rest.taken;
  }
  return joined;
};

/** Values that words complete or add, and how many words that takes. */
interface RestOfValue {
  readonly values: readonly string[];
  readonly taken: number;
}

/**
 * The words of `following` with which `first` is a name, as many as make one. Behind a comma at the end of the name more
 * values follow: `theme:zero trust,mcp`, `theme:zero trust, change data capture`.
 */
const restOfValue = (key: string, first: string, following: readonly Token[]): RestOfValue => {
  const near = following.slice(0, mostWordsOfName - 1);
  const end = near.findIndex(token => token.key !== undefined || !token.isOpen);
  const words = near.slice(0, end === -1 ? undefined : end).flatMap(({ values }) => values);
  for (let count = words.length; count > 0; count -= 1) {
    const [last = '', ...more] = (words[count - 1] ?? '').split(',');
    const name = [first, ...words.slice(0, count - 1), last].join(' ');
    if (isName(key, name)) return withMore(key, { values: [name], taken: count }, more, following.slice(count));
  }
  return { values: [first], taken: 0 };
};

const withMore = (
  key: string,
  { values, taken }: RestOfValue,
  more: readonly string[],
  following: readonly Token[],
): RestOfValue => {
  const next = more.length === 0 || more.at(-1) !== '' ? undefined : following[0];
  const isNext = next !== undefined && next.key === undefined && next.isOpen;
  const added = [...more, ...(isNext ? next.values.flatMap(word => word.split(',')) : [])].filter(text => text !== '');
  const last = added.at(-1);
  if (last === undefined) return { values, taken };
  const used = isNext ? 1 : 0;
  const rest = restOfValue(key, last, following.slice(used));
  return { values: [...values, ...added.slice(0, -1), ...rest.values], taken: taken + used + rest.taken };
};

const unknownKey = (name: string, { names, example }: Grammar): QueryError => {
  const keys = names.filter(key => key !== freeWords);
  if (keys.length === 0)
    return new QueryError('unknown-key', `There is no option ${quoted(`${name}:`)} here.`, example);
  const near = nearKey(name, names);
  const guess = near === undefined ? '' : `did you mean ${near}:? `;
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
  return new QueryError(
    'unexpected-words',
    `${quoted(words.join(' '))} needs one of these before it: ${all}.`,
    example,
  );
};
