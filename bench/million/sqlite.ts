/** A million entries in a file of SQLite. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { openArchive } from '../../src/archive/archive.ts';
import { entryRow, labelRows } from '../../src/archive/entries.ts';
import { entryKey } from '../../src/archive/entry-key.ts';
import { anEdition, daysOf } from '../filled-archive.ts';
import type { Plain } from './lookups.ts';
import { million } from './size.ts';
import { wordsOfEntry } from './words.ts';

/** Fills a new archive at `path` in one transaction; the triggers index the texts as they do in use. */
export const fillSqlite = async (path: string): Promise<void> => {
  await (await openArchive({ path })).close();
  const database = new DatabaseSync(path);
  // Nobody minds if the file is lost.
  database.exec('pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -500000; begin');
  const [editions, entries, labels, words] = [
    inserting(database, 'editions', 6),
    inserting(database, 'entries', 12),
    inserting(database, 'entry_labels', 3),
    database.prepare('insert or ignore into words values (?)'),
  ];
  const known = new Set<string>();
  for (const { date, deepDives } of daysOf(million)) {
    editions.run(date, anEdition(date, []).title, '{}', date, date, null);
    for (const [place, entry] of deepDives.entries()) {
      const key = entryKey(date, place);
      const { key: _, ...row } = entryRow(entry, key, date);
      entries.run(BigInt(key), ...Object.values(row));
      for (const { kind, label } of labelRows(entry, key)) labels.run(kind, label, BigInt(key));
      for (const word of wordsOfEntry(entry)) known.add(word);
    }
  }
  for (const word of known) words.run(word);
  database.exec('commit');
  database.close();
};

const inserting = (database: DatabaseSync, table: string, columns: number): StatementSync =>
  database.prepare(`insert into ${table} values (${Array(columns).fill('?').join(', ')})`);

/** Asks `plain` of the file at `path` as a program would that knows its tables. */
export const askSqlite = (path: string) => {
  const database = new DatabaseSync(path, { readOnly: true });
  const prepared = new Map<string, StatementSync>();
  const run = (statement: string, ...parameters: readonly string[]): void => {
    const known = prepared.get(statement) ?? database.prepare(statement);
    prepared.set(statement, known);
    known.all(...parameters);
  };
  return {
    ask: async (plain: Plain): Promise<void> => {
      if (plain.by === 'label') run(byLabel, plain.kind, plain.label);
      else if (plain.by === 'dates') run(byDates, plain.from, plain.to);
      else run(byText, plain.texts.map(fts5).join(' AND '));
    },
    close: async () => database.close(),
  };
};

const page = 10;
const byLabel = `
  select e.* from entry_labels l join entries e on e.key = l.entry
  where l.kind = ? and l.label = ? order by l.entry desc limit ${page}`;
const byDates = `select * from entries where edition >= ? and edition < ? order by edition desc, key desc limit ${page}`;
const byText = `
  select e.* from entries_fts f join entries e on e.key = f.rowid
  where entries_fts match ? order by f.rowid desc limit ${page}`;

const fts5 = (text: string): string => (text.endsWith('*') ? text : `"${text}"`);
