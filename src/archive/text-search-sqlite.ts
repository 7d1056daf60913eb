/** Finding entries by their text with SQLite's FTS5 (https://sqlite.org/fts5.html). */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type LabelKind, labelKinds, type Tables } from './tables.ts';
import { columnWeights } from './text/bm25.ts';
import { tokenizer } from './text/tokens.ts';
import { type Filter, mostCounted, mostWeighed, type TextSearch, type TextTerm, totals } from './text-search.ts';

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
  const filters = [...labelFilters(filter.labels), ...terms.map(textFilter)];
  const matches = matching(filters, filter);
  const counted = await count(db, matches, mostCounted + 1);
  const { total, isTotalExact } = totals(counted);
  if (page.limit === 0 || (isTotalExact && page.offset >= total)) return { keys: [], total, isTotalExact };
  const weighed = isTotalExact ? await termsToWeigh(db, terms) : [];
  // A plus sign keeps FTS5 from being asked for each of the keys anew.
  const ordered =
    weighed.length === 0 || weighed.length === filters.length
      ? matches
      : sql`${matching(weighed.map(textFilter), filter)} and +rowid in (select rowid from ${matches})`;
  const relevance = weighed.length === 0 ? sql`` : sql`bm25(entries_fts, ${weights}),`;
  const { rows } = await sql<{ key: number }>`
    select rowid as key from ${ordered} order by ${relevance} rowid desc
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return { keys: rows.map(({ key }) => key), total, isTotalExact };
};

/** What a term of frequent words weighs would be read from every entry that has it. */
const termsToWeigh = async (db: Kysely<Tables>, terms: readonly TextTerm[]): Promise<readonly TextTerm[]> => {
  const weighed: TextTerm[] = [];
  for (const term of terms) if (!(await isFrequent(db, term))) weighed.push(term);
  return weighed;
};

const isFrequent = async (db: Kysely<Tables>, term: TextTerm): Promise<boolean> => {
  for (const text of term) {
    const entries = sql`entries_fts where entries_fts match ${textFilter([text])}`;
    if ((await count(db, entries, mostWeighed + 1)) > mostWeighed) return true;
  }
  return false;
};

const count = async (db: Kysely<Tables>, matches: RawBuilder<unknown>, limit: number): Promise<number> => {
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from (select rowid from ${matches} limit ${limit})`.execute(db);
  return rows[0]?.found ?? 0;
};

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
