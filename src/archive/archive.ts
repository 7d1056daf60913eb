/** The archive: what must not be lost, in one database. Each concern has its functions in a file of its own. */
import { Kysely } from 'kysely';
import { acquireDeliveryLock, type DeliveryLock } from './delivery-lock.ts';
import { migrate, migrations } from './migrations.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';
import type { TextSearch } from './text-search.ts';
import { searchText, textSearchMigration } from './text-search-sqlite.ts';

/** An open archive. One process needs but one; several processes may read one file while one writes it. */
export interface Archive {
  readonly db: Kysely<Tables>;
  readonly searchText: TextSearch;
  /**
   * Takes the right to deliver from this archive, which one process at a time has; undefined where another has it.
   * @throws ArchiveError `unwritable`.
   */
  acquireDeliveryLock(): Promise<DeliveryLock | undefined>;
  close(): Promise<void>;
}

/**
 * Opens the archive in the file at `path`, made if it does not exist; `:memory:` for one that nobody keeps.
 * @throws ArchiveError `unwritable`, `corrupt`, `foreign`, `newer-schema` or `busy`.
 */
export const openArchive = async ({ path }: { readonly path: string }): Promise<Archive> => {
  const db = new Kysely<Tables>({ dialect: openSqlite(path) });
  try {
    await migrate(db, { ...migrations, '004-text-search': textSearchMigration }, path);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, searchText, acquireDeliveryLock: async () => acquireDeliveryLock(path), close: () => db.destroy() };
};
