/** Finding entries by their text with SQLite's FTS5 (https://sqlite.org/fts5.html). */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type LabelKind, labelKinds } from './tables.ts';
import { type Filter, mostCounted, type TextSearch, type TextTerm, totals } from './text-search.ts';

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
        content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
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

/** How much a word counts in title, body, company and themes; labels do not count. */
const weights = sql.raw('8, 1, 4, 4, 0');

export const searchText: TextSearch = async (db, terms, filter, page) => {
  const matches = sql`entries_fts where entries_fts match ${matchExpression(terms, filter.labels)}
    and rowid >= ${filter.from} and rowid < ${filter.to}`;
  const counted = await sql<{ found: number }>`
    select count(*) as found from (select rowid from ${matches} limit ${mostCounted + 1})`.execute(db);
  const { total, isTotalExact } = totals(counted.rows[0]?.found ?? 0);
  if (page.limit === 0 || (isTotalExact && page.offset >= total)) return { keys: [], total, isTotalExact };
  const ordering = isTotalExact ? sql`bm25(entries_fts, ${weights}), rowid desc` : sql`rowid desc`;
  const { rows } = await sql<{ key: number }>`
    select rowid as key from ${matches} order by ${ordering} limit ${page.limit} offset ${page.offset}`.execute(db);
  return { keys: rows.map(({ key }) => key), total, isTotalExact };
};

const matchExpression = (terms: readonly TextTerm[], labels: Filter['labels']): string => {
  const filters = labelKinds
    .filter(kind => labels[kind].length > 0)
    .map(kind => `labels : (${labels[kind].map(label => labelToken(kind, label)).join(' OR ')})`);
  const texts = terms.map(alternatives => `{title body company themes} : (${alternatives.map(quoted).join(' OR ')})`);
  return [...filters, ...texts].join(' AND ');
};

/** FTS5 reads a quoted string as words only; the one character with a meaning is the quote, doubled. An expression ends at NUL, which parts words. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\0', ' ')}"`;
