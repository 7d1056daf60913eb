/** Copies an archive with its subscriptions and its ledger into an empty one, all of it or nothing, and verifies what arrived. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { everyKey } from './entry-key.ts';
import type { Tables } from './tables.ts';
import type { IndexedEntry } from './text-search.ts';
import { changeVersion } from './version.ts';

/** What can be recomputed, or is of the moment, is not copied. */
type CopiedName = Exclude<keyof Tables, 'cache' | 'paces' | 'revision'>;

/** Each table with the columns of its key, after those that it refers to. */
const copied: { readonly [Name in CopiedName]: readonly [keyof Tables[Name], ...(keyof Tables[Name])[]] } = {
  items: ['source', 'feed_id'],
  source_health: ['source'],
  editions: ['date'],
  entries: ['key'],
  entry_labels: ['kind', 'label', 'entry'],
  stories: ['id', 'edition'],
  words: ['word'],
  subscriptions: ['platform', 'workspace', 'channel'],
  kept_commands: ['key'],
  plans: ['plan', 'ordinal'],
  deliveries: ['key'],
  parts: ['delivery', 'ordinal'],
  installations: ['platform', 'workspace'],
  heard: ['id'],
  decisions: ['edition', 'place'],
  alerts: ['key'],
};

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

export interface CopyOptions {
  /** Where the target is, for messages. */
  readonly to: string;
  /** Is told how many rows of which table are done with. */
  readonly onProgress: (step: CopyStep, table: string, rows: number) => void;
}

export type CopyStep = 'copied' | 'indexed' | 'verified';

/** It takes milliseconds for each, in which the server waits, and it waits for a minute at most. */
const indexedAtATime = 500;

/** So many rows are in memory at a time. What is a whole document may have hundreds of kilobytes. */
const pageSizeOf = (table: string): number => (table === 'editions' || table === 'plans' ? 50 : 1_000);

/**
 * Copies `source` into `target`, while nobody else writes in either. What was read and what then stands in the target are
 * counted and hashed, and where they differ nothing is kept.
 * @throws ArchiveError `exists` where the target has anything already, `corrupt` where the copy differs.
 */
export const copyArchive = (source: Archive, target: Archive, options: CopyOptions): Promise<readonly CopiedTable[]> =>
  source.db.transaction().execute(reading =>
    target.db.transaction().execute(async writing => {
      await keepOthersOut(writing);
      await checkEmpty(writing, options.to);
      const tables: { readonly table: string; readonly key: readonly string[]; readonly digest: Digest }[] = [];
      for (const [table, key] of Object.entries(copied)) {
        tables.push({ table, key, digest: await copyTable(reading, writing, { table, key, ...options }) });
      }
      await target.engine.indexAll(writing, entriesOf(reading, options));
      await changeVersion(writing);
      for (const { table, key, digest } of tables) {
        const arrived = await digestOf(writing, { table, key, ...options });
        if (arrived.rows !== digest.rows || arrived.sum !== digest.sum)
          throw different(table, digest.rows, arrived.rows);
      }
      return tables.map(({ table, digest }) => ({ table, rows: digest.rows }));
    }),
  );

/** Whoever else has the target open reads, and waits with what it would write. */
const keepOthersOut = async (db: Kysely<Tables>): Promise<void> => {
  const tables = sql.join(Object.keys(copied).map(name => sql.table(name)));
  await sql`lock table ${tables} in share row exclusive mode`.execute(db);
};

const checkEmpty = async (db: Kysely<Tables>, to: string): Promise<void> => {
  for (const table of Object.keys(copied)) {
    const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length === 0) continue;
    throw new ArchiveError(
      'exists',
      `There is something in ${to} already (in its table ${table}), and nothing was copied. ` +
        'Make another database, which is empty, and copy into that.',
    );
  }
};

interface OfTable extends CopyOptions {
  readonly table: string;
  /** The columns of its key. */
  readonly key: readonly string[];
}

const copyTable = async (reading: Kysely<Tables>, writing: Kysely<Tables>, of: OfTable): Promise<Digest> => {
  let digest = nothing;
  for await (const rows of pagesOf(reading, of)) {
    await insert(writing, of.table, rows);
    digest = rows.reduce(withRow, digest);
    of.onProgress('copied', of.table, digest.rows);
  }
  return digest;
};

const digestOf = async (db: Kysely<Tables>, of: OfTable): Promise<Digest> => {
  let digest = nothing;
  for await (const rows of pagesOf(db, of)) {
    digest = rows.reduce(withRow, digest);
    of.onProgress('verified', of.table, digest.rows);
  }
  return digest;
};

/** The entries of `reading`, in parts, each told of once it was gone through. */
async function* entriesOf(
  reading: Kysely<Tables>,
  { onProgress }: CopyOptions,
): AsyncGenerator<readonly IndexedEntry[]> {
  const pageAfter = (key: number) =>
    reading
      .selectFrom('entries')
      .select(['key', 'title', 'body', 'company', 'source', 'themes'])
      .where('key', '>', key)
      .orderBy('key')
      .limit(indexedAtATime)
      .execute();
  let indexed = 0;
  for (let last = everyKey.from; ; ) {
    const page = await pageAfter(last);
    const newest = page.at(-1);
    if (newest === undefined) return;
    yield page;
    last = newest.key;
    indexed += page.length;
    onProgress('indexed', 'entries', indexed);
  }
}

type Row = Readonly<Record<string, unknown>>;

async function* pagesOf(db: Kysely<Tables>, { table, key }: OfTable): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map(column => sql.ref(column)));
  for (let last: Row | undefined, isFirst = true; isFirst || last !== undefined; isFirst = false) {
    const values: readonly unknown[] = key.map(column => last?.[column]);
    const after = last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(values)})`;
    const page = sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(pageSizeOf(table))}`;
    const { rows } = await page.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
  }
}

const insert = async (db: Kysely<Tables>, table: string, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map(row => sql`(${sql.join(columns.map(column => row[column]))})`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map(column => sql.ref(column)))})
    values ${sql.join(tuples)}`.execute(db);
};

/** What tells two tables apart, in whatever order their rows come. */
interface Digest {
  readonly rows: number;
  readonly sum: bigint;
}

const nothing: Digest = { rows: 0, sum: 0n };

const withRow = ({ rows, sum }: Digest, row: Row): Digest => {
  const cells = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
  return { rows: rows + 1, sum: BigInt.asUintN(256, sum + BigInt(`0x${hash}`)) };
};

const different = (table: string, sent: number, arrived: number): ArchiveError =>
  new ArchiveError(
    'corrupt',
    `The copy of the table ${table} differs (${sent} rows were read, and ${arrived} are there): nothing was kept. ` +
      'Try again; where that does not help, report it.',
  );
