/** The archive: what must not be lost, in one database. Each concern has its functions in a file of its own. */
import { type Dialect, Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { acquireDeliveryLock, type DeliveryLock } from './delivery-lock.ts';
import type { Engine } from './engine.ts';
import { migrate, migrations, migrationsFor } from './migrations.ts';
import { openSqlite, sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { textSearchMigration } from './text-search-sqlite.ts';

/** Where an archive is: in the file at `path` (`:memory:` for one that nobody keeps), or on a Postgres server. */
export type ArchiveLocation = { readonly path: string } | { readonly postgresUrl: string };

/** An open archive. One process needs but one; many processes may share one. */
export interface Archive {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /**
   * Takes the right to deliver from this archive; undefined where another process has it. Of a file one process at a time
   * has it, on a server any number: there they share the deliveries by `claims.ts`.
   * @throws ArchiveError `unwritable`.
   */
  acquireDeliveryLock(): Promise<DeliveryLock | undefined>;
  close(): Promise<void>;
}

/**
 * Opens an archive, made or brought up to date if need be.
 * @throws ArchiveError `unwritable`, `corrupt`, `foreign`, `newer-schema` or `busy` of a file; `newer-schema`, `unreachable`
 *   or `denied` of a server.
 */
export const openArchive = (location: ArchiveLocation): Promise<Archive> =>
  'path' in location ? openFile(location.path) : openServer(location.postgresUrl);

const openFile = async (path: string): Promise<Archive> =>
  open({
    engine: sqlite,
    dialect: openSqlite(path),
    location: path,
    steps: { ...migrations, '004-text-search': textSearchMigration },
    acquireDeliveryLock: async () => acquireDeliveryLock(path),
  });

/** Its client is loaded where it is used, as look-ups in a file are to come at once. */
const openServer = async (url: string): Promise<Archive> => {
  const { openPostgres, postgres } = await import('./postgres.ts');
  const { textSearchMigration } = await import('./text-search-postgres.ts');
  return open({
    engine: postgres,
    dialect: openPostgres(url),
    location: locationOf(url),
    // Texts are compared by their code points, whatever the language of the server.
    steps: { ...migrationsFor(sql`text collate "C"`), '004-text-search': textSearchMigration },
    acquireDeliveryLock: async () => ({ release: () => {} }),
  });
};

/** For people: without the password. */
export const locationOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `the Postgres database ${pathname.slice(1)} on ${host}`;
};

interface Opening extends Pick<Archive, 'engine' | 'acquireDeliveryLock'> {
  readonly dialect: Dialect;
  /** For people. */
  readonly location: string;
  readonly steps: Readonly<Record<string, Migration>>;
}

const open = async ({ dialect, location, steps, ...parts }: Opening): Promise<Archive> => {
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db, steps, { location, serialise: parts.engine.serialise });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, ...parts, close: () => db.destroy() };
};
