/** What there is to choose from: the labels of entries by how often they occur, and the dates of editions. */
import type { Archive } from './archive.ts';
import type { LabelKind } from './tables.ts';

/** A label with the number of entries that have it. */
export interface CountedLabel {
  readonly label: string;
  readonly entries: number;
}

/** Every label of `kind` that an entry has, the most frequent first. It reads the index of the whole kind: keep what it gives for a while. */
export const countedLabels = ({ db }: Archive, kind: LabelKind): Promise<readonly CountedLabel[]> =>
  db
    .selectFrom('entry_labels')
    .select(['label', row => row.fn.countAll<number>().as('entries')])
    .where('kind', '=', kind)
    .groupBy('label')
    .orderBy('entries', 'desc')
    .orderBy('label')
    .execute();

/** The dates of editions that begin as `beginning` does, the latest first. */
export const editionDates = async ({ db }: Archive, beginning: string, limit: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('editions')
    .select('date')
    .where('date', '>=', beginning)
    .where('date', '<', `${beginning}\u{10ffff}`)
    .orderBy('date', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ date }) => date);
};
