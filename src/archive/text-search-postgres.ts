/** Finding entries by their text with Postgres: with the results of FTS5, in its order. */
import { type Kysely, sql } from 'kysely';
import { everyKey } from './entry-key.ts';
import type { Tables } from './tables.ts';
import { importance, relevance, type Totals } from './text/bm25.ts';
import { markSign, pairsOf } from './text/lexemes.ts';
import { newestMatches, newestOfMany } from './text/matches.ts';
import {
  type Alternatives,
  integers,
  labelsOf,
  matching,
  type Phrase,
  phraseQuery,
  phrasesOf,
} from './text/tsquery.ts';
import {
  type Filter,
  type HasText,
  mostCounted,
  mostWeighed,
  type TextSearch,
  totals,
  weighing,
} from './text-search.ts';

export { indexAll, indexEntries, textSearchMigration } from './text/postgres-index.ts';

export const searchText: TextSearch = async (db, terms, filter, page) => {
  const phrases = phrasesOf(terms);
  // Nothing has a term without a single token, such as one of punctuation.
  if (phrases.some(({ length }) => length === 0)) return { keys: [], ...totals(0) };
  const groups = [...labelsOf(filter.labels), ...phrases];
  const counts = await countsOf(db, groups);
  const limit = Math.max(mostCounted + 1, page.offset + page.limit);
  const keys = await newest(db, groups, counts, { ...filter, limit });
  const { total, isTotalExact } = totals(keys.length);
  if (page.limit === 0 || (isTotalExact && page.offset >= total)) return { keys: [], total, isTotalExact };
  // Where one phrase is all that is asked, as many have it as were found.
  const isAlone = groups.length === 1 && filter.from <= everyKey.from && filter.to >= everyKey.to;
  const ordered = isTotalExact ? await byRelevance(db, phrases, counts, keys, isAlone) : keys;
  return { keys: ordered.slice(page.offset, page.offset + page.limit), total, isTotalExact };
};

export const hasText: HasText = async (db, text) => {
  const phrases = phrasesOf([[text]]);
  const counts = await countsOf(db, phrases);
  if (phrases.flat(2).length <= 1) return phrases.some(phrase => mostWith(counts, phrase) > 0);
  return (await newest(db, phrases, counts, { ...everyKey, limit: 1 })).length > 0;
};

const newest = (
  db: Kysely<Tables>,
  groups: readonly Alternatives[],
  counts: Counts,
  { limit, ...keys }: Pick<Filter, 'from' | 'to'> & { readonly limit: number },
): readonly number[] | Promise<readonly number[]> => {
  const possible = groups.map(group => mostWith(counts, group));
  const atMost = Math.min(...possible);
  if (atMost === 0) return [];
  const { entries } = counts.all;
  const likely = entries * possible.reduce((share, most) => share * Math.min(1, most / entries), 1);
  const isPlain = groups.flat().every(({ length }) => length === 1);
  const few = isPlain ? fewWords : Math.min(fewPhrases, manyForOne * limit);
  return likely > few || atMost > mostTimes * few
    ? newestOfMany(db, groups, keys, limit)
    : newestMatches(db, groups, keys, limit);
};

/** So many matches the server can give at once in a few milliseconds. Of a phrase, the words of each must be read. */
const fewWords = 4_000;
const fewPhrases = 600;
/** Terms may be found together more often than by chance, up to as often as the rarest. */
const mostTimes = 3;
/** Where so many may have a phrase, one that has it is found sooner among the newest. */
const manyForOne = 100;

/** How many entries there are, and how many have each lexeme. */
interface Counts {
  readonly all: Totals;
  readonly with: (lexeme: string) => number;
}

const countsOf = async (db: Kysely<Tables>, groups: readonly Alternatives[]): Promise<Counts> => {
  const lexemes = [...new Set(groups.flat().flatMap(phrase => [...phrase, ...pairWords(phrase)]))];
  const { rows } = await sql<{ word: string | null; entries: number; tokens: number }>`
    select null as word, entries, tokens from text_totals
    union all
    select word, entries, 0 from text_words where word = any(${lexemes}::text[])`.execute(db);
  const entries = new Map(rows.map(row => [row.word, row.entries]));
  const [all = { entries: 0, tokens: 0 }] = rows.filter(({ word }) => word === null);
  return { all, with: lexeme => entries.get(lexeme) ?? 0 };
};

const pairWords = (phrase: Phrase): readonly string[] => pairsOf(phrase).map(pair => `${markSign}${pair}`);

/** How many have the word of the phrase that the fewest have. */
const withRarestWord = (counts: Counts, phrase: Phrase): number => Math.min(...phrase.map(counts.with));

const mostWithPhrase = (counts: Counts, phrase: Phrase): number =>
  Math.min(withRarestWord(counts, phrase), ...pairWords(phrase).map(counts.with));

const mostWith = (counts: Counts, alternatives: Alternatives): number =>
  alternatives.reduce((sum, phrase) => sum + mostWithPhrase(counts, phrase), 0);

/**
 * The relevance of each of `keys` follows from the statistics of the terms that are not too frequent to count.
 * @param areAll Whether `keys` are all that have the terms.
 */
const byRelevance = async (
  db: Kysely<Tables>,
  terms: readonly Alternatives[],
  counts: Counts,
  keys: readonly number[],
  areAll: boolean,
): Promise<readonly number[]> => {
  const weighed = await weighedPhrases(db, terms, counts, areAll ? keys.length : undefined);
  if (weighed.length === 0) return keys;
  const frequencies = weighed.map(
    ({ phrase }) => sql`ts_rank_cd(${classWeights}::real[], vector, ${phraseQuery([[phrase]])}::tsquery)`,
  );
  // As a text, which is read several times as fast as an array.
  const { rows } = await sql<{ entry: number; tokens: number; frequencies: string }>`
    select entry, tokens, array_to_string(array[${sql.join(frequencies)}], ' ') as frequencies
    from entries_text where entry = any(${integers(keys)}::integer[])`.execute(db);
  const importances = weighed.map(({ entries }) => importance(counts.all, entries));
  return rows
    .map(({ entry, tokens, frequencies }) => ({
      entry,
      relevance: relevance(
        frequencies.split(' ').map(frequency => Number(frequency) * greatestWeight),
        importances,
        tokens,
        counts.all,
      ),
    }))
    .toSorted((one, other) => other.relevance - one.relevance || other.entry - one.entry)
    .map(({ entry }) => entry);
};

/**
 * Weights of the classes D to A, which are 1 at most. For one word or phrase, `ts_rank_cd` adds up the weights of its places
 * (https://www.postgresql.org/docs/current/textsearch-controls.html#TEXTSEARCH-RANKING).
 */
const classWeights = '{0.125,0,0.5,1}';
const greatestWeight = 8;

interface Weighed {
  readonly phrase: Phrase;
  /** How many have it. */
  readonly entries: number;
}

const weighedPhrases = async (
  db: Kysely<Tables>,
  terms: readonly Alternatives[],
  counts: Counts,
  known: number | undefined,
): Promise<readonly Weighed[]> => {
  const isWeighed = (alternatives: Alternatives): boolean =>
    alternatives.reduce((sum, phrase) => sum + weighing(phrase.length, withRarestWord(counts, phrase)), 0) <=
    mostWeighed;
  const weighed: Weighed[] = [];
  const phrases = terms.filter(isWeighed).flat();
  for (const phrase of phrases) {
    const isKnown = known !== undefined && phrases.length === 1;
    weighed.push({ phrase, entries: isKnown ? known : await entriesWith(db, phrase, counts) });
  }
  return weighed;
};

const entriesWith = async (db: Kysely<Tables>, phrase: Phrase, counts: Counts): Promise<number> => {
  if (phrase.length === 1) return withRarestWord(counts, phrase);
  const { rows } = await sql<{ entries: number }>`
    select count(*) as entries from entries_text where ${matching([[phrase]])}`.execute(db);
  return rows[0]?.entries ?? 0;
};
