/** An archive in a file as something to copy from, which changes nothing of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { type Archive, openArchive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { missingSteps } from './migrate.ts';
import { openSqlite, sqlite, sqliteSteps } from './sqlite.ts';
import type { Tables } from './tables.ts';

/**
 * Opens the archive in the file at `path`, which exists. One that an earlier version wrote is copied to a temporary file and
 * brought up to date there, so that the earlier version can still use it.
 * @throws ArchiveError as `openArchive` does; `foreign` also where there is nothing in the file.
 */
export const openToCopy = async (path: string): Promise<Archive> => {
  const db = new Kysely<Tables>({ dialect: openSqlite(path) });
  try {
    const missing = await missingSteps(db, sqliteSteps, { location: path, engine: sqlite });
    if (missing.length === Object.keys(sqliteSteps).length)
      throw new ArchiveError(
        'foreign',
        `${path} is no archive: nothing is in it. Name the file that DATABASE_URL named before.`,
      );
    return missing.length === 0 ? await openArchive({ path }) : await openCopy(db);
  } finally {
    await db.destroy();
  }
};

const openCopy = async (db: Kysely<Tables>): Promise<Archive> => {
  const folder = mkdtempSync(join(tmpdir(), 'digest-migrate-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'archive.db');
    await sql`vacuum into ${path}`.execute(db);
    const archive = await openArchive({ path });
    return { ...archive, close: () => archive.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
};
