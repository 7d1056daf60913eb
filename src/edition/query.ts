/** The words of a look-up, such as `company:cloudflare theme:"zero trust" after:2026-03-01 kafka`, and what they ask for. */
import { closest, distance } from 'fastest-levenshtein';
import { editionDate } from './edition.ts';

/** A word, or a phrase that was quoted, to be found in the text of an entry. */
export interface Term {
  readonly kind: 'word' | 'phrase';
  readonly text: string;
}

/** What is asked for: entries that have one of each list that is not empty, lie in the dates, and have every term. */
export interface Query {
  /** Names as they were typed. */
  readonly companies: readonly string[];
  readonly themes: readonly string[];
  readonly sources: readonly string[];
  /** First date of edition, `YYYY-MM-DD`, included. */
  readonly after?: string;
  /** Date of edition before which entries lie, excluded. */
  readonly before?: string;
  /** The one date of edition. */
  readonly date?: string;
  readonly terms: readonly Term[];
}

export type QueryErrorCode = 'empty' | 'too-long' | 'unbalanced-quote' | 'unknown-key' | 'no-value' | 'bad-date';

/** A look-up that cannot be understood; the message shows what was wrong, and how it is done right. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly code: QueryErrorCode;

  constructor(code: QueryErrorCode, problem: string) {
    super(`${problem} For example: ${example}`);
    this.code = code;
  }
}

const example = 'company:cloudflare theme:"zero trust" after:2026-03-01 kafka';

const nameKeys = ['company', 'theme', 'source'] as const;
const dateKeys = ['after', 'before', 'date'] as const;
const keys: readonly string[] = [...nameKeys, ...dateKeys];

/** Longer ones are pasted articles and the like. */
const maximumLength = 500;

/**
 * A key with its value, a phrase or a word. What follows the colon of a key is neither `:` nor `/`, so that `std::move`
 * and addresses are words.
 */
const token = /(?:(?<key>\p{L}+):(?![:/])\s*)?(?:"(?<phrase>[^"]*)"|(?<word>[^\s"]+))/gu;
const bareKey = /^(\p{L}+):(?![:/])/u;

/** Texts are found by their letters and digits only. */
const searchable = /[\p{L}\p{N}]/u;

interface Token {
  readonly key: string | undefined;
  readonly value: string;
  readonly quoted: boolean;
}

/**
 * Reads the words of a look-up.
 * - `company:`, `theme:`, `source:` take a name, quoted where it has spaces; several of one key mean any of them.
 * - `after:` (included), `before:` (excluded) and `date:` take the date of an edition, `YYYY-MM-DD`.
 * - All else are words and quoted phrases, each of which must be found; no character has a meaning in them.
 * @throws QueryError
 */
export const parseQuery = (words: string): Query => {
  if (words.length > maximumLength) {
    throw new QueryError('too-long', `A look-up has at most ${maximumLength} characters, this one ${words.length}.`);
  }
  const tokens = tokensOf(straighten(words));
  const namesOf = (key: (typeof nameKeys)[number]): readonly string[] => [
    ...new Set(tokens.filter(token => token.key === key).map(({ value }) => value)),
  ];
  const query: Query = {
    companies: namesOf('company'),
    themes: namesOf('theme'),
    sources: namesOf('source'),
    ...datesOf(tokens),
    terms: tokens
      .filter(({ key, value }) => key === undefined && searchable.test(value))
      .map(({ value, quoted }) => ({ kind: quoted ? 'phrase' : 'word', text: value })),
  };
  if (tokens.every(({ key }) => key === undefined) && query.terms.length === 0) {
    throw new QueryError('empty', 'There is nothing to look up: name a company, a theme, a source, a date or a word.');
  }
  return query;
};

/** Keyboards of phones and Macs turn quotes; control characters (a pasted NUL) separate words. */
const straighten = (words: string): string => words.replace(/[“”„‟«»]/g, '"').replace(/\p{Cc}/gu, ' ');

const tokensOf = (words: string): readonly Token[] => {
  const isQuoteOpen = words.split('"').length % 2 === 0;
  if (isQuoteOpen) {
    const open = words.slice(words.lastIndexOf('"'));
    throw new QueryError('unbalanced-quote', `A quotation mark is left open at ${shown(open.trim())}.`);
  }
  return Array.from(words.matchAll(token), ({ groups = {} }) => checkedToken(groups));
};

const checkedToken = ({ key, phrase, word = '' }: Readonly<Record<string, string | undefined>>): Token => {
  const value = (phrase ?? word).trim();
  const quoted = phrase !== undefined;
  // Without a value after it, `company:` comes as a word, and before another key it takes that one for its value.
  const keyAlone = quoted ? undefined : bareKey.exec(value)?.[1]?.toLowerCase();
  if (key === undefined && keyAlone === undefined) return { key: undefined, value, quoted };
  const name = key?.toLowerCase() ?? keyAlone ?? '';
  if (!keys.includes(name)) throw new QueryError('unknown-key', unknownKey(name));
  if (value === '' || key === undefined || (keyAlone !== undefined && keys.includes(keyAlone))) {
    throw new QueryError('no-value', `${name}: needs ${isDateKey(name) ? 'a date' : 'a name'} after it.`);
  }
  return { key: name, value, quoted };
};

const unknownKey = (name: string): string => {
  const near = closest(name, [...keys]);
  const guess = distance(name, near) <= 2 ? `did you mean ${near}:? ` : '';
  return (
    `There is no filter ${shown(`${name}:`)}: ${guess}there are ${keys.map(key => `${key}:`).join(', ')}. ` +
    'Words with a colon are looked up when they are in quotes.'
  );
};

const isDateKey = (name: string): boolean => dateKeys.some(key => key === name);

const datesOf = (tokens: readonly Token[]): Pick<Query, 'after' | 'before' | 'date'> => {
  const dates = Object.fromEntries(
    dateKeys.flatMap(key => {
      const [value, ...more] = tokens.filter(token => token.key === key).map(token => token.value);
      if (value === undefined) return [];
      if (more.length > 0) throw new QueryError('bad-date', `${key}: stands there more than once.`);
      if (!editionDate.safeParse(value).success) {
        throw new QueryError('bad-date', `${key}: needs a date of the calendar as YYYY-MM-DD, not ${shown(value)}.`);
      }
      return [[key, value]];
    }),
  );
  const { after, before } = dates;
  if (after !== undefined && before !== undefined && after >= before) {
    throw new QueryError('bad-date', `No date is on or after ${after} and before ${before}.`);
  }
  return dates;
};

const shownLength = 60;
const shown = (text: string): string =>
  JSON.stringify(text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);
