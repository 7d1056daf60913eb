/** A look-up, such as `company:cloudflare theme:"zero trust" after:2026-03-01 kafka`, and what it asks for. */
import { z } from 'zod';
import { editionDate } from './edition.ts';
import { readOptions, writeOptions } from './option-words.ts';
import { checkOptions, names, once, text } from './options.ts';
import { QueryError } from './query-error.ts';

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

const date = once(text('a date of the calendar as YYYY-MM-DD', value => editionDate.safeParse(value).success));

/** The options of a look-up. */
export const lookUp = z.object({
  company: names.default([]).describe('Entries of this company; of several, any.'),
  theme: names.default([]).describe('Entries on this theme; of several, any.'),
  source: names.default([]).describe('Entries that this blog told; of several, any.'),
  date: date.describe('Entries of the edition of this date, YYYY-MM-DD.'),
  after: date.describe('Entries of the editions from this date on.'),
  before: date.describe('Entries of the editions before this date.'),
  words: z.array(z.string()).readonly().default([]).describe('Words that an entry must have; "a phrase" in quotes.'),
});

/** Longer ones are pasted articles and the like. */
const maximumLength = 500;

export const lookUpExample = 'company:cloudflare theme:"zero trust" after:2026-03-01 kafka';

/**
 * What the options of a look-up ask for.
 * @throws QueryError `empty` where they ask for nothing, `too-long`, `bad-value` where no date can be meant.
 */
export const queryOf = ({ company, theme, source, date, after, before, words }: z.output<typeof lookUp>): Query => {
  const { length } = writeOptions({ company, theme, source, words });
  if (length > maximumLength) {
    throw new QueryError(
      'too-long',
      `A look-up has at most ${maximumLength} characters, this one ${length}.`,
      lookUpExample,
    );
  }
  if (after !== undefined && before !== undefined && after >= before) {
    throw new QueryError('bad-value', `No date is on or after ${after} and before ${before}.`, lookUpExample);
  }
  if ([date, after, before, ...company, ...theme, ...source, ...words].every(value => value === undefined)) {
    throw nothingToLookUp();
  }
  return {
    companies: company,
    themes: theme,
    sources: source,
    ...(date !== undefined && { date }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
    terms: words.map(termOf),
  };
};

export const nothingToLookUp = (): QueryError =>
  new QueryError(
    'empty',
    'There is nothing to look up: name a company, a theme, a source, a date or a word.',
    lookUpExample,
  );

/**
 * Reads the words of a look-up.
 * @throws QueryError
 */
export const parseQuery = (words: string): Query => {
  const grammar = { names: Object.keys(lookUp.shape), example: lookUpExample };
  return queryOf(checkOptions(lookUp, readOptions(words, grammar), lookUpExample));
};

const termOf = (word: string): Term =>
  word.startsWith('"') ? { kind: 'phrase', text: word.slice(1, -1) } : { kind: 'word', text: word };
