/** Finding entries by company, source, theme and date alone, newest first. The same on every engine. */
import type { Kysely } from 'kysely';
import { labelKinds, type Tables } from './tables.ts';
import { type Filter, type Found, mostCounted, type Paging, totals } from './text-search.ts';

/** The entries that pass `filter`. */
export const searchLabels = async (db: Kysely<Tables>, filter: Filter, page: Paging): Promise<Found> => {
  const found = db.selectFrom(passing(db, filter)).select('key');
  const { counted } = await db
    .selectFrom(found.limit(mostCounted + 1).as('first'))
    .select(row => row.fn.countAll().as('counted'))
    .executeTakeFirstOrThrow();
  const rows = await found.orderBy('key', 'desc').limit(page.limit).offset(page.offset).execute();
  return { keys: rows.map(({ key }) => key), ...totals(Number(counted)) };
};

/** Reads the labels of one kind, which the index has in the order of entries, and looks up those of the other kinds. */
const passing = (db: Kysely<Tables>, { labels, from, to }: Filter) => {
  const [first, ...others] = labelKinds.filter(kind => labels[kind].length > 0);
  if (first === undefined) {
    return db.selectFrom('entries').select('key').where('key', '>=', from).where('key', '<', to).as('found');
  }
  const labelled = db
    .selectFrom('entry_labels as labelled')
    .select('labelled.entry as key')
    .where('labelled.kind', '=', first)
    .where('labelled.label', 'in', labels[first])
    .where('labelled.entry', '>=', from)
    .where('labelled.entry', '<', to)
    .where(row =>
      row.and(
        others.map(kind =>
          row.exists(
            row
              .selectFrom('entry_labels as other')
              .select('other.entry')
              .where('other.kind', '=', kind)
              .where('other.label', 'in', labels[kind])
              .whereRef('other.entry', '=', 'labelled.entry'),
          ),
        ),
      ),
    );
  // Only themes can be several of one entry.
  return (labels[first].length > 1 ? labelled.distinct() : labelled).as('found');
};
