/** The archive: what must not be lost, in one database. Each concern has its functions in a file of its own. */
import { type Dialect, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type ArchiveAddress, archiveText } from '../edition/archive-address.ts';
import { acquireDeliveryLock, type DeliveryLock } from './delivery-lock.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { migrationsFor } from './migrations.ts';
import { RetryingKysely } from './retrying.ts';
import { openSqlite, sqlite, sqliteSteps } from './sqlite.ts';
import type { Tables } from './tables.ts';

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
 * Opens an archive, made or brought up to date if need be; `:memory:` is a file that nobody keeps.
 * @throws ArchiveError `unwritable`, `corrupt`, `foreign`, `newer-schema` or `busy`; `unreachable` or `denied` of a server.
 */
export const openArchive = (address: ArchiveAddress): Promise<Archive> =>
  'path' in address ? openFile(address) : openServer(address);

const openFile = async ({ path }: { readonly path: string }): Promise<Archive> =>
  open({
    engine: sqlite,
    dialect: openSqlite(path),
    location: path,
    steps: sqliteSteps,
    acquireDeliveryLock: async () => acquireDeliveryLock(path),
  });

/** Its client is loaded where it is used, as look-ups in a file are to come at once. */
const openServer = async (address: { readonly postgresUrl: string }): Promise<Archive> => {
  const { postgres } = await import('./postgres.ts');
  const { postgresDialect } = await import('./postgres-driver.ts');
  const { textSearchMigration } = await import('./text-search-postgres.ts');
  const location = archiveText(address);
  return open({
    engine: postgres,
    dialect: postgresDialect(address.postgresUrl, location),
    location,
    // Texts are compared by their code points, whatever the language of the server.
    steps: { ...migrationsFor(sql`text collate "C"`), '004-text-search': textSearchMigration },
    acquireDeliveryLock: async () => ({ release: () => {} }),
  });
};

interface Opening extends Pick<Archive, 'engine' | 'acquireDeliveryLock'> {
  readonly dialect: Dialect;
  /** For people. */
  readonly location: string;
  readonly steps: Readonly<Record<string, Migration>>;
}

const open = async ({ dialect, location, steps, ...parts }: Opening): Promise<Archive> => {
  const db = new RetryingKysely<Tables>({ dialect });
  try {
    await migrate(db, steps, { location, engine: parts.engine });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, ...parts, close: () => db.destroy() };
};
