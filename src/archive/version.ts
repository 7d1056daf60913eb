/** How often the editions have changed: whoever shows what the archive holds knows by this whether to read it again. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Is another after each edition that was saved, in whichever process.
 * @throws ArchiveError where the archive does not answer.
 */
export const archiveVersion = async (db: Kysely<Tables>): Promise<number> =>
  (await db.selectFrom('revision').select('editions').executeTakeFirstOrThrow()).editions;

/** Tells all who show the archive that its editions are others. It belongs into the transaction that changes them. */
export const changeVersion = async (db: Kysely<Tables>): Promise<void> => {
  await db
    .updateTable('revision')
    .set(row => ({ editions: row('editions', '+', 1) }))
    .execute();
};
