/** The archive on a Postgres server, which many processes share. */
import { sql } from 'kysely';
import type { Engine, Serialised } from './engine.ts';
import { hasText, indexAll, indexEntries, searchText } from './text-search-postgres.ts';

/** Names of advisory locks are numbers: ours begin with the same half, so that no other program has them by chance. */
const lockSpace = 0x656e6773;
const locks: Readonly<Record<Serialised, number>> = { migrations: 1, items: 2, editions: 3 };

export const postgres: Engine = {
  name: 'postgres',
  isShared: true,
  searchText,
  hasText,
  indexEntries,
  indexAll,
  document: column => sql`${sql.ref(column)}`,
  serialise: async (transaction, what) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lockSpace)}, ${sql.lit(locks[what])})`.execute(transaction);
  },
  clock: sql`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
  // Of the schema that tables are made in, but for those that came with an extension. Other programs may have schemas of their own.
  tables: sql`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')`,
};
