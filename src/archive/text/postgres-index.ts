/** Postgres's index of the texts of entries: its tables, and how entries come into them. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { inBatches } from '../batches.ts';
import type { IndexAll, IndexEntries } from '../text-search.ts';
import { indexRows } from './index-row.ts';
import { markSign } from './lexemes.ts';
import { integers } from './tsquery.ts';

const createIndex = sql`create index entries_text_index on entries_text using gin (vector, marks) with (fastupdate = off)`;

/** How many of so many `rows` of the index have each word and each mark, as a query. */
const counted = (rows: string) =>
  sql.raw(`
    select word, count(*) as entries
    from (
      select unnest(tsvector_to_array(vector)) as word from ${rows}
      union all
      select '${markSign}' || unnest(marks) from ${rows}
    ) as words
    group by word`);

/**
 * How many entries have a word follows the index by triggers, as do the totals, from which FTS5 takes nothing off either when
 * an entry goes. One transaction at a time changes them, from the lock on: two that count the same words in different order
 * would wait for each other for ever.
 */
export const textSearchMigration: Migration = {
  up: async db => {
    await sql`
      create table entries_text (
        entry integer primary key references entries (key) on delete cascade,
        tokens integer not null,
        marks integer[] not null,
        vector tsvector not null
      ) with (toast_tuple_target = 128)`.execute(db);
    // Out of line and as they are: for most of what is asked the index and the key are enough, and a hundred keys fit a page.
    await sql`
      alter table entries_text
        alter column marks set storage external,
        alter column vector set storage external`.execute(db);
    await createIndex.execute(db);
    await sql`create table text_words (word text collate "C" primary key, entries integer not null)`.execute(db);
    await sql`create table text_totals (entries bigint not null, tokens bigint not null)`.execute(db);
    await sql`insert into text_totals values (0, 0)`.execute(db);
    await sql`
      create function count_added_texts() returns trigger language plpgsql as $$
      begin
        lock table text_totals in share row exclusive mode;
        insert into text_words (word, entries) ${counted('added')}
          on conflict (word) do update set entries = text_words.entries + excluded.entries;
        update text_totals set
          entries = entries + (select count(*) from added),
          tokens = tokens + (select coalesce(sum(added.tokens), 0) from added);
        return null;
      end $$`.execute(db);
    await sql`
      create function count_removed_texts() returns trigger language plpgsql as $$
      begin
        lock table text_totals in share row exclusive mode;
        update text_words set entries = text_words.entries - gone.entries
          from (${counted('removed')}) as gone
          where text_words.word = gone.word;
        return null;
      end $$`.execute(db);
    await sql`
      create trigger entries_text_added after insert on entries_text
      referencing new table as added for each statement execute function count_added_texts()`.execute(db);
    await sql`
      create trigger entries_text_removed after delete on entries_text
      referencing old table as removed for each statement execute function count_removed_texts()`.execute(db);
  },
};

export const indexEntries: IndexEntries = async (transaction, entries) => {
  for (const batch of inBatches(entries)) {
    const rows = indexRows(batch);
    await sql`
      insert into entries_text (entry, tokens, marks, vector) values ${sql.join(
        rows.map(
          ({ entry, tokens, marks, vector }) =>
            sql`(${entry}, ${tokens}, ${integers(marks)}::integer[], ${vector}::tsvector)`,
        ),
      )}`.execute(transaction);
  }
};

/**
 * Without the index and the counts, which are made of all at the end: a row that is counted up a thousand times in one
 * transaction leaves a thousand versions behind, through which each next one has to go.
 */
export const indexAll: IndexAll = async (transaction, pages) => {
  // To make an index takes longer than a statement of every day.
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`drop index entries_text_index`.execute(transaction);
  await sql`alter table entries_text disable trigger user`.execute(transaction);
  for await (const page of pages) await indexEntries(transaction, page);
  await sql`
    insert into text_words
    select word, ndoc from ts_stat('select vector from entries_text')
    union all
    select ${sql.lit(markSign)} || mark, count(*) from entries_text cross join unnest(marks) as mark group by mark`.execute(
    transaction,
  );
  await sql`
    update text_totals set (entries, tokens) =
      (select count(*), coalesce(sum(tokens), 0) from entries_text)`.execute(transaction);
  await sql`alter table entries_text enable trigger user`.execute(transaction);
  await createIndex.execute(transaction);
};
