/** A look-up, such as `company:cloudflare theme:"zero trust" after:2026-03-01 kafka`, and what it asks for. */
import { z } from 'zod';
import { readDate } from './dates.ts';
import { editionDate } from './edition.ts';
import { type Options, readOptions, writeOptions } from './option-words.ts';
import { checkOptions, names, once, text } from './options.ts';
import { QueryError, quoted } from './query-error.ts';

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

/** Any date shows whether a text can name one. */
const anyDay = '2026-01-01';

const date = once(text('a date of the calendar as YYYY-MM-DD', value => readDate(value, anyDay) !== undefined));

/** The options of a look-up. */
export const lookUp = z.object({
  company: names.default([]).describe('Entries of this company, or of any of several.'),
  theme: names.default([]).describe('Entries on this theme, or on any of several.'),
  source: names.default([]).describe('Entries from this blog, or from any of several.'),
  date: date.describe('Entries of the edition of this date: YYYY-MM-DD, today, yesterday or a weekday.'),
  after: date.describe('Entries of the editions from this date on.'),
  before: date.describe('Entries of the editions before this date.'),
  words: z.array(z.string()).readonly().default([]).describe('Words that an entry must have; "a phrase" in quotes.'),
});

/** Longer ones are pasted articles and the like. */
const maximumLength = 500;
/** More than any title has. To find a phrase of a frequent word over and over takes the longer, the more often it is said. */
const maximumWords = 30;

export const lookUpExample = 'company:cloudflare theme:"zero trust" after:2026-03-01 kafka';

/** The names of options that are dates. */
const dateNames = ['date', 'after', 'before'] as const;

/** The options with their dates as `YYYY-MM-DD`, seen from `today`, so that they mean the same tomorrow. */
export const withDates = (options: Options, today: string): Options => {
  const dated = dateNames.flatMap(name => {
    const [typed] = options[name] ?? [];
    const read = typed === undefined ? undefined : readDate(typed, today);
    return read === undefined ? [] : [[name, [read]] as const];
  });
  return { ...options, ...Object.fromEntries(dated) };
};

/**
 * What the options of a look-up ask for.
 * @param options With dates of the calendar: see `withDates`.
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
  const said = words.flatMap(word => word.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  if (said > maximumWords) {
    throw new QueryError('too-long', `A look-up has at most ${maximumWords} words, this one ${said}.`, lookUpExample);
  }
  checkDates({ date, after, before });
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

const checkDates = (dates: Readonly<Record<string, string | undefined>>): void => {
  for (const [name, value] of Object.entries(dates)) {
    if (value === undefined || editionDate.safeParse(value).success) continue;
    const problem = `${name}: needs a date of the calendar as YYYY-MM-DD, not ${quoted(value)}.`;
    throw new QueryError('bad-value', problem, lookUpExample, name);
  }
};

export const nothingToLookUp = (): QueryError =>
  new QueryError(
    'empty',
    'There is nothing to look up: name a company, a theme, a source, a date or a word.',
    lookUpExample,
  );

/**
 * Reads the words of a look-up.
 * @param today `YYYY-MM-DD`; where absent, dates are those of the calendar only.
 * @throws QueryError
 */
export const parseQuery = (words: string, today?: string): Query => {
  const grammar = { names: Object.keys(lookUp.shape), example: lookUpExample };
  const typed = readOptions(words, grammar);
  const options = today === undefined ? typed : withDates(typed, today);
  return queryOf(checkOptions(lookUp, options, lookUpExample));
};

const termOf = (word: string): Term =>
  word.startsWith('"') ? { kind: 'phrase', text: word.slice(1, -1) } : { kind: 'word', text: word };
