/** Finding entries by their text with Postgres: with the results of FTS5, in its order. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';
import { importance, relevance, type Totals } from './text/bm25.ts';
import {
  type Alternatives,
  integers,
  labelsOf,
  type Phrase,
  pairsWithin,
  phraseQuery,
  phrasesOf,
  wordQuery,
} from './text/tsquery.ts';
import { type Filter, mostCounted, type TextSearch, totals } from './text-search.ts';

export { indexEntries, textSearchMigration } from './text/postgres-index.ts';

export const searchText: TextSearch = async (db, terms, filter, page) => {
  const phrases = phrasesOf(terms);
  const labels = labelsOf(filter.labels);
  // Nothing has a term without a single token, such as one of punctuation.
  if (phrases.some(({ length }) => length === 0)) return { keys: [], ...totals(0) };
  const wanted = Math.max(mostCounted + 1, page.offset + page.limit);
  const keys = await newestMatches(db, [...labels, ...phrases], filter, wanted);
  const { total, isTotalExact } = totals(keys.length);
  if (page.limit === 0 || (isTotalExact && page.offset >= total)) return { keys: [], total, isTotalExact };
  const ordered = isTotalExact ? await byRelevance(db, phrases.flat(), keys) : keys;
  return { keys: ordered.slice(page.offset, page.offset + page.limit), total, isTotalExact };
};

const newestMatches = async (
  db: Kysely<Tables>,
  groups: readonly Alternatives[],
  { from, to }: Pick<Filter, 'from' | 'to'>,
  limit: number,
): Promise<readonly number[]> => {
  const { rows } = await sql<{ entry: number }>`
    with matches as materialized (
      select entry from entries_text where ${matching(groups)} and entry >= ${from} and entry < ${to}
    )
    select entry from matches order by entry desc limit ${limit}`.execute(db);
  return rows.map(({ entry }) => entry);
};

const matching = (groups: readonly Alternatives[]): RawBuilder<boolean> => {
  const words = sql<boolean>`vector @@ ${wordQuery(groups)}::tsquery`;
  if (groups.flat().every(({ length }) => length === 1)) return words;
  const pairs = integers(pairsWithin(groups));
  // As a function, which no index is asked for.
  const phrases = sql`ts_match_vq(vector, ${phraseQuery(groups)}::tsquery)`;
  return sql<boolean>`${words} and marks @> ${pairs}::integer[] and ${phrases}`;
};

const byRelevance = async (
  db: Kysely<Tables>,
  phrases: readonly Phrase[],
  keys: readonly number[],
): Promise<readonly number[]> => {
  const all = await totalsOf(db);
  const importances: number[] = [];
  for (const phrase of phrases) importances.push(importance(all, await entriesWith(db, phrase)));
  const frequencies = sql.join(
    phrases.map(phrase => sql`ts_rank_cd(${classWeights}::real[], vector, ${phraseQuery([[phrase]])}::tsquery)`),
  );
  const { rows } = await sql<{ entry: number; tokens: number; frequencies: readonly number[] }>`
    with found as materialized (
      select entry, tokens, vector from entries_text where entry = any(${integers(keys)}::integer[])
    )
    select entry, tokens, array[${frequencies}] as frequencies from found`.execute(db);
  return rows
    .map(({ entry, tokens, frequencies }) => ({
      entry,
      relevance: relevance(
        frequencies.map(frequency => frequency * greatestWeight),
        importances,
        tokens,
        all,
      ),
    }))
    .toSorted((one, other) => other.relevance - one.relevance || other.entry - one.entry)
    .map(({ entry }) => entry);
};

/** A weight of `ts_rank_cd` is 1 at most. For one word or phrase it adds up the weights of its places. */
const greatestWeight = 8;
const classWeights = '{0.125,0,0.5,1}';

const totalsOf = async (db: Kysely<Tables>): Promise<Totals> => {
  const { rows } = await sql<Totals>`select entries, tokens from text_totals`.execute(db);
  return rows[0] ?? { entries: 0, tokens: 0 };
};

const entriesWith = async (db: Kysely<Tables>, phrase: Phrase): Promise<number> => {
  const { rows } =
    phrase.length === 1
      ? await sql<{ entries: number }>`select entries from text_words where word = ${phrase[0]}`.execute(db)
      : await sql<{ entries: number }>`
          select count(*) as entries from entries_text where ${matching([[phrase]])}`.execute(db);
  return rows[0]?.entries ?? 0;
};
