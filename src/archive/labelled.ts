/** All that there is of one company, source or theme: its entries, a page at a time. */
import type { Archive } from './archive.ts';
import { type FoundEntry, readEntries } from './entries.ts';
import { everyKey } from './entry-key.ts';
import { searchLabels } from './label-search.ts';
import type { KindOfLabel } from './names.ts';
import type { Paging } from './text-search.ts';

export interface Labelled {
  /** One page of them, newest edition first, then as printed. */
  readonly entries: readonly FoundEntry[];
  /** On all pages. */
  readonly total: number;
}

/**
 * The entries with a label as it is spelt in the archive.
 * @throws ArchiveError `corrupt`.
 */
export const labelledEntries = async (
  { db }: Pick<Archive, 'db'>,
  { kind, label }: KindOfLabel,
  page: Paging,
): Promise<Labelled> => {
  const counted = await db
    .selectFrom('entry_labels')
    .select(row => row.fn.countAll<number>().as('entries'))
    .where('kind', '=', kind)
    .where('label', '=', label)
    .executeTakeFirstOrThrow();
  const labels = { company: [], source: [], theme: [], [kind]: [label] };
  const { keys } = await searchLabels(db, { labels, ...everyKey }, page);
  return { entries: await readEntries(db, keys), total: counted.entries };
};
