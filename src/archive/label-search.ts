/** Finding entries by company, source, theme and date alone, newest first. The same on every engine. */
import { type Kysely, sql } from 'kysely';
import { dateOfKey } from './entry-key.ts';
import { type LabelKind, labelKinds, type Tables } from './tables.ts';
import { type Filter, type Found, mostCounted, type Paging, totals } from './text-search.ts';

/** The entries that pass `filter`. They are gone through once: both the page and the count are taken of what was found. */
export const searchLabels = async (db: Kysely<Tables>, filter: Filter, page: Paging): Promise<Found> => {
  const { limit, offset } = page;
  const { rows } = await sql<{ counted: number; key: number | null }>`
    with found as materialized ${newest(db, filter, Math.max(mostCounted + 1, offset + limit))}
    select counted, key from (select count(*) as counted from found) as counts
    left join (select key from found order by key desc limit ${limit} offset ${offset}) as page on true
    order by key desc`.execute(db);
  return { keys: rows.flatMap(({ key }) => key ?? []), ...totals(rows[0]?.counted ?? 0) };
};

const newest = (db: Kysely<Tables>, filter: Filter, limit: number) => {
  const [first, ...others] = labelKinds
    .filter(kind => filter.labels[kind].length > 0)
    .toSorted((a, b) => filter.labels[a].length - filter.labels[b].length);
  return first === undefined ? ofDates(db, filter, limit) : withLabels(db, filter, { first, others, limit });
};

/** By the index of dates, which is far smaller than the table of entries. */
const ofDates = (db: Kysely<Tables>, { from, to }: Filter, limit: number) =>
  db
    .selectFrom('entries')
    .select('key')
    .where('edition', '>=', dateOfKey(from))
    .where('edition', '<', dateOfKey(to))
    .orderBy('edition', 'desc')
    .orderBy('key', 'desc')
    .limit(limit);

/** How entries with labels are sought: by the labels of the kind with the fewest first. */
interface Plan {
  readonly first: LabelKind;
  readonly others: readonly LabelKind[];
  readonly limit: number;
}

/** Reads each label of the first kind in the order of entries, as the index has it, no further than needed, and looks up those of the others. */
const withLabels = (db: Kysely<Tables>, filter: Filter, { first, others, limit }: Plan) => {
  const [head, ...rest] = filter.labels[first].map(label =>
    db
      .selectFrom(withLabel(db, filter, { first, label, others }).orderBy('key', 'desc').limit(limit).as('part'))
      .select('key'),
  );
  if (head === undefined) return ofDates(db, filter, limit);
  return rest
    .reduce((all, part) => all.union(part), head)
    .orderBy('key', 'desc')
    .limit(limit);
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
