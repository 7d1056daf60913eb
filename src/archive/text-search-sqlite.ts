/** Finding entries by their text with SQLite's FTS5 (https://sqlite.org/fts5.html). */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type LabelKind, labelKinds, type Tables } from './tables.ts';
import { columnWeights } from './text/bm25.ts';
import { tokenizer, wordsOf } from './text/tokens.ts';
import {
  type Filter,
  type Found,
  type HasText,
  mostCounted,
  mostWeighed,
  type Paging,
  type TextSearch,
  type TextTerm,
  totals,
  weighing,
} from './text-search.ts';

/**
 * The index follows the table of entries by triggers and keeps no text of its own (`contentless_delete`). Its column
 * `labels` has one token for each label, so that texts and filters are intersected within the index; else a rare label
 * with a common word would mean to check every entry that has the word.
 */
export const textSearchMigration: Migration = {
  up: async db => {
    await sql`
      create virtual table entries_fts using fts5(
        title, body, company, themes, labels,
        content = '', contentless_delete = 1, tokenize = '${sql.raw(tokenizer)}'
      )`.execute(db);
    await sql`
      create trigger entries_fts_insert after insert on entries begin
        insert into entries_fts (rowid, title, body, company, themes, labels)
        values (
          new.key, new.title, new.body, new.company, new.themes,
          'company' || hex(new.company) || '0 source' || hex(new.source) || '0'
            || (select group_concat(' theme' || hex(value) || '0', '') from json_each(new.themes))
        );
      end`.execute(db);
    await sql`
      create trigger entries_fts_delete after delete on entries begin
        delete from entries_fts where rowid = old.key;
      end`.execute(db);
  },
};

/** The name of a label in the column `labels`. It ends in a digit, for the Porter stemmer changes the ends of words. */
const labelToken = (kind: LabelKind, label: string): string => `${kind}${Buffer.from(label).toString('hex')}0`;

const { title, body, company, themes } = columnWeights;
const weights = sql.raw([title, body, company, themes, 0].join(', '));

export const searchText: TextSearch = async (db, terms, filter, page) => {
  const labels = labelFilters(filter.labels);
  const matches = matching([...labels, ...terms.map(textFilter)], filter);
  if (page.limit === 0) return newestFirst(db, matches, page);
  // To go through the matches of a phrase takes the longest: where it is all that is asked, it is weighed as it is found.
  const isAlone = labels.length === 0 && terms.length === 1;
  if (isAlone && (await termsToWeigh(db, terms)).length === 0) return newestFirst(db, matches, page);
  const found = await readMatches(db, matches, isAlone ? relevance : sql`0`);
  const { total, isTotalExact } = totals(found.length);
  if (!isTotalExact) return newestFirst(db, matches, page);
  const weighed = isAlone || total === 0 ? [] : await termsToWeigh(db, terms);
  const ranked = weighed.length === 0 ? found : await readMatches(db, among(found, weighed, filter), relevance);
  const keys = ranked.toSorted((one, other) => one.rank - other.rank || other.key - one.key).map(({ key }) => key);
  return { keys: keys.slice(page.offset, page.offset + page.limit), total, isTotalExact };
};

export const hasText: HasText = async (db, text) => (await count(db, matchingText(text), 1)) > 0;

interface Match {
  readonly key: number;
  /** The lower the better. */
  readonly rank: number;
}

const relevance = sql`bm25(entries_fts, ${weights})`;

/** Up to one more than are counted. */
const readMatches = async (
  db: Kysely<Tables>,
  matches: RawBuilder<unknown>,
  rank: RawBuilder<unknown>,
): Promise<readonly Match[]> => {
  const { rows } = await sql<Match>`
    select rowid as key, ${rank} as rank from ${matches} limit ${mostCounted + 1}`.execute(db);
  return rows;
};

/** Those of `found` by the terms that are weighed. A plus sign keeps FTS5 from being asked for each of the keys anew. */
const among = (found: readonly Match[], weighed: readonly TextTerm[], filter: Filter): RawBuilder<unknown> => {
  const keys = JSON.stringify(found.map(({ key }) => key));
  return sql`${matching(weighed.map(textFilter), filter)} and +rowid in (select value from json_each(${keys}))`;
};

const newestFirst = async (db: Kysely<Tables>, matches: RawBuilder<unknown>, page: Paging): Promise<Found> => {
  const { total, isTotalExact } = totals(await count(db, matches, mostCounted + 1));
  if (page.limit === 0 || (isTotalExact && page.offset >= total)) return { keys: [], total, isTotalExact };
  const { rows } = await sql<{ key: number }>`
    select rowid as key from ${matches} order by rowid desc limit ${page.limit} offset ${page.offset}`.execute(db);
  return { keys: rows.map(({ key }) => key), total, isTotalExact };
};

const termsToWeigh = async (db: Kysely<Tables>, terms: readonly TextTerm[]): Promise<readonly TextTerm[]> => {
  const words = wordsOf(terms.flat());
  const weighed: TextTerm[] = [];
  let read = 0;
  for (const term of terms) {
    const phrases = words.slice(read, read + term.length);
    read += term.length;
    if (await areWeighed(db, phrases)) weighed.push(term);
  }
  return weighed;
};

const areWeighed = async (db: Kysely<Tables>, phrases: readonly (readonly string[])[]): Promise<boolean> => {
  let entries = 0;
  for (const phrase of phrases) {
    entries += weighing(phrase.length, await withRarestWord(db, phrase));
    if (entries > mostWeighed) return false;
  }
  return true;
};

const withRarestWord = async (db: Kysely<Tables>, words: readonly string[]): Promise<number> => {
  const counts: number[] = [];
  for (const word of words) counts.push(await count(db, matchingText(word), mostWeighed + 1));
  return words.length === 0 ? 0 : Math.min(...counts);
};

const count = async (db: Kysely<Tables>, matches: RawBuilder<unknown>, limit: number): Promise<number> => {
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from (select rowid from ${matches} limit ${limit})`.execute(db);
  return rows[0]?.found ?? 0;
};

const matchingText = (text: string): RawBuilder<unknown> =>
  sql`entries_fts where entries_fts match ${textFilter([text])}`;

const matching = (filters: readonly string[], { from, to }: Filter): RawBuilder<unknown> =>
  sql`entries_fts where entries_fts match ${filters.join(' AND ')} and rowid >= ${from} and rowid < ${to}`;

const labelFilters = (labels: Filter['labels']): readonly string[] =>
  labelKinds
    .filter(kind => labels[kind].length > 0)
    .map(kind => `labels : (${labels[kind].map(label => labelToken(kind, label)).join(' OR ')})`);

const textFilter = (term: TextTerm): string => `{title body company themes} : (${term.map(quoted).join(' OR ')})`;

/**
 * FTS5 reads a quoted string as words only; the one character with a meaning is the quote, doubled. An expression ends at
 * NUL, which parts words.
 */
const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\0', ' ')}"`;
