/** The archive on a Postgres server, which many processes share. */
import { type Dialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine, Serialised } from './engine.ts';
import { indexEntries, searchText } from './text-search-postgres.ts';

/** Connections of one process at most. Servers allow a hundred where nobody says otherwise. */
const mostConnections = 10;

/** Opens no connection before the first query. */
export const openPostgres = (url: string): Dialect => {
  const pool = new pg.Pool({ connectionString: url, max: mostConnections, types: { getTypeParser } });
  // The server closed a connection that nobody used: the next query opens another, and tells where that fails.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
};

/** Counts and instants in milliseconds are far from the numbers that JavaScript cannot tell apart. */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);

/** Names of advisory locks are numbers: ours begin with the same half, so that no other program has them by chance. */
const lockSpace = 0x656e6773;
const locks: Readonly<Record<Serialised, number>> = { migrations: 1, items: 2, editions: 3 };

export const postgres: Engine = {
  name: 'postgres',
  isShared: true,
  searchText,
  indexEntries,
  serialise: async (transaction, what) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lockSpace)}, ${sql.lit(locks[what])})`.execute(transaction);
  },
  clock: sql`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
};
