/** Finding entries by company, source, theme and date alone, newest first. The same on every engine. */
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { dateOfKey } from './entry-key.ts';
import { type LabelKind, labelKinds, type Tables } from './tables.ts';
import { type Filter, type Found, mostCounted, type Paging, totals } from './text-search.ts';

type Keys<Table extends keyof Tables> = SelectQueryBuilder<Tables, Table, { key: number }>;

/** The entries that pass `filter`. */
export const searchLabels = (db: Kysely<Tables>, filter: Filter, page: Paging): Promise<Found> => {
  const [first, ...others] = labelKinds
    .filter(kind => filter.labels[kind].length > 0)
    .toSorted((a, b) => filter.labels[a].length - filter.labels[b].length);
  return first === undefined
    ? pageOf(db, ofDates(db, filter), page)
    : pageOf(db, withLabels(db, filter, first, others), page);
};

const pageOf = async <Table extends keyof Tables>(
  db: Kysely<Tables>,
  newestFirst: Keys<Table>,
  { limit, offset }: Paging,
): Promise<Found> => {
  const { counted } = await db
    .selectFrom(newestFirst.limit(mostCounted + 1).as('first'))
    .select(row => row.fn.countAll().as('counted'))
    .executeTakeFirstOrThrow();
  const { total, isTotalExact } = totals(Number(counted));
  if (limit === 0 || (isTotalExact && offset >= total)) return { keys: [], total, isTotalExact };
  const rows = await newestFirst.limit(limit).offset(offset).execute();
  return { keys: rows.map(({ key }) => key), total, isTotalExact };
};

/** By the index of dates, which is far smaller than the table of entries. */
const ofDates = (db: Kysely<Tables>, { from, to }: Filter): Keys<'entries'> =>
  db
    .selectFrom('entries')
    .select('key')
    .where('edition', '>=', dateOfKey(from))
    .where('edition', '<', dateOfKey(to))
    .orderBy('edition', 'desc')
    .orderBy('key', 'desc');

/** Reads the labels of the kind with the fewest, each in the order of entries as the index has it, and looks up those of the others. */
const withLabels = (db: Kysely<Tables>, filter: Filter, first: LabelKind, others: readonly LabelKind[]) => {
  const [head, ...rest] = filter.labels[first].map(label => withLabel(db, filter, { first, label, others }));
  if (head === undefined) return ofDates(db, filter);
  // A union of parts that are each in order is merged as it is read, where `label in (…)` would be sorted first.
  return rest.reduce((all, part) => all.union(part), head).orderBy('key', 'desc');
};

const withLabel = (
  db: Kysely<Tables>,
  { labels, from, to }: Filter,
  {
    first,
    label,
    others,
  }: { readonly first: LabelKind; readonly label: string; readonly others: readonly LabelKind[] },
) =>
  db
    .selectFrom('entry_labels')
    .select('entry_labels.entry as key')
    .where('entry_labels.kind', '=', first)
    .where('entry_labels.label', '=', label)
    .where('entry_labels.entry', '>=', from)
    .where('entry_labels.entry', '<', to)
    .where(row =>
      row.and(
        others.map(kind =>
          row.exists(
            row
              .selectFrom('entry_labels as other')
              .select('other.entry')
              .where('other.kind', '=', kind)
              .where('other.label', 'in', labels[kind])
              .whereRef('other.entry', '=', 'entry_labels.entry'),
          ),
        ),
      ),
    );
