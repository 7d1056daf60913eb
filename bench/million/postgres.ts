/** A million entries on a Postgres server. */
import pg from 'pg';
import { openArchive } from '../../src/archive/archive.ts';
import { entryRow, labelRows } from '../../src/archive/entries.ts';
import { entryKey } from '../../src/archive/entry-key.ts';
import type { EntriesTable, EntryLabelsTable } from '../../src/archive/tables.ts';
import { indexRows } from '../../src/archive/text/index-row.ts';
import { tokensOf } from '../../src/archive/text/tokens.ts';
import { anEdition, daysOf } from '../filled-archive.ts';
import type { Plain } from './lookups.ts';
import { million } from './size.ts';
import { wordsOfEntry } from './words.ts';

/** What a server of the size of an archive is set to, and what makes it fast to fill one. */
export const postgresSettings: readonly string[] = [
  'shared_buffers=2GB',
  'maintenance_work_mem=1GB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=8GB',
  'autovacuum=off',
];

/** Rows that go to the server at a time, while it takes those before. */
const rowsAtOnce = 4_000;

/** Fills the empty archive at `url`: without triggers, the index and its counts made of all at the end. */
export const fillPostgres = async (url: string): Promise<void> => {
  await (await openArchive({ postgresUrl: url })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query('drop index entries_text_index');
  await client.query('begin');
  const words = new Set<string>();
  let sending: Promise<unknown> = Promise.resolve();
  let entries: EntriesTable[] = [];
  let labels: EntryLabelsTable[] = [];
  const send = async (): Promise<void> => {
    const index = indexRows(entries, readKnown);
    const [sent, sentLabels] = [entries, labels];
    entries = [];
    labels = [];
    await sending;
    sending = (async () => {
      await insert(client, 'entries', sent);
      await insert(client, 'entry_labels', sentLabels);
      await insert(
        client,
        'entries_text',
        index.map(row => ({ ...row, marks: `{${row.marks.join(',')}}` })),
      );
    })();
  };
  for (const { date, deepDives } of daysOf(million)) {
    await sending;
    const { title } = anEdition(date, []);
    await insert(client, 'editions', [{ date, title, edition: '{}', until: date, built_at: date }]);
    for (const [place, entry] of deepDives.entries()) {
      const key = entryKey(date, place);
      entries.push(entryRow(entry, key, date));
      labels.push(...labelRows(entry, key));
      for (const word of wordsOfEntry(entry)) words.add(word);
    }
    if (entries.length >= rowsAtOnce) await send();
  }
  await send();
  await sending;
  await insert(
    client,
    'words',
    Array.from(known, word => ({ word })),
  );
  await client.query('commit');
  await client.query(
    'create index entries_text_index on entries_text using gin (vector, marks) with (fastupdate = off)',
  );
  await client.query(`
    insert into text_words
    select word, ndoc from ts_stat('select vector from entries_text')
    union all
    select '~' || mark, count(*) from entries_text cross join unnest(marks) as mark group by mark`);
  await client.query('update text_totals set (entries, tokens) = (select count(*), sum(tokens) from entries_text)');
  await client.query('vacuum analyze');
  await client.end();
};

const known = new Map<string, readonly string[]>();

/** The tokens of texts made of few words: each word is read once. */
const readKnown = (texts: readonly string[]): readonly (readonly string[])[] =>
  texts.map(text =>
    text.split(' ').flatMap(word => {
      const tokens = known.get(word) ?? tokensOf([word])[0] ?? [];
      known.set(word, tokens);
      return tokens;
    }),
  );

/** As JSON: the server reads each column as what it is. */
const insert = (client: pg.Client, table: string, rows: readonly object[]): Promise<unknown> =>
  client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);

/** Asks `plain` of the server as a program would that knows its tables. */
export const askPostgres = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = async (name: string, text: string, values: readonly string[]): Promise<void> => {
    await client.query({ name, text, values: [...values] });
  };
  return {
    ask: (plain: Plain): Promise<void> => {
      if (plain.by === 'label') return run('label', byLabel, [plain.kind, plain.label]);
      if (plain.by === 'dates') return run('dates', byDates, [plain.from, plain.to]);
      return run('text', byText, [plain.texts.map(tsquery).join(' & ')]);
    },
    close: () => client.end(),
  };
};

const page = 10;
const byLabel = `
  select e.* from entry_labels l join entries e on e.key = l.entry
  where l.kind = $1 and l.label = $2 order by l.entry desc limit ${page}`;
const byDates = `select * from entries where edition >= $1 and edition < $2 order by edition desc, key desc limit ${page}`;
/** As one statement, which is the fastest for most words; in their order without it, which is for the most frequent, it takes seconds for others. */
const byText = `
  with matches as materialized (select entry from entries_text where vector @@ $1::tsquery)
  select e.* from matches join entries e on e.key = matches.entry order by matches.entry desc limit ${page}`;

const tsquery = (text: string): string =>
  text.endsWith('*') ? `${text.slice(0, -1)}:*` : `(${(tokensOf([text])[0] ?? []).join(' <-> ')})`;
