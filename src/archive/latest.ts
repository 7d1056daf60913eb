/** What is newest in the archive, for those who follow it: whole editions, and the entries of a company, a source or a theme. */
import { type Edition, edition as editionSchema } from '../edition/edition.ts';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { type FoundEntry, readEntries } from './entries.ts';
import { everyKey } from './entry-key.ts';
import { searchLabels } from './label-search.ts';
import type { KindOfLabel } from './names.ts';
import { readStored } from './stored.ts';

/** An edition, and when it was written: an instant. */
export interface WrittenEdition {
  readonly edition: Edition;
  readonly builtAt: string;
}

/** The editions of the latest `limit` dates, newest first. One that cannot be read is left out, so that it stops no other. */
export const latestEditions = async (
  { db }: Pick<Archive, 'db'>,
  limit: number,
): Promise<readonly WrittenEdition[]> => {
  const rows = await db
    .selectFrom('editions')
    .select(['date', 'edition', 'built_at'])
    .orderBy('date', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ date, edition, built_at: builtAt }) => {
    try {
      return { edition: readStored(editionSchema, edition, `the edition of ${date}`), builtAt };
    } catch (error) {
      if (error instanceof ArchiveError) return [];
      throw error;
    }
  });
};

/**
 * The newest `limit` entries that have this label, spelt as the archive has it.
 * @throws ArchiveError `corrupt`.
 */
export const latestEntries = async (
  { db }: Pick<Archive, 'db'>,
  { kind, label }: KindOfLabel,
  limit: number,
): Promise<readonly FoundEntry[]> => {
  const labels = { company: [], source: [], theme: [], [kind]: [label] };
  const { keys } = await searchLabels(db, { labels, ...everyKey }, { limit, offset: 0 });
  return readEntries(db, keys);
};
