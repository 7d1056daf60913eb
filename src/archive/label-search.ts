/** Finding entries by date, and by company, source or theme alone, newest first. The same on every engine. */
import { type Kysely, sql } from 'kysely';
import { dateOfKey } from './entry-key.ts';
import { labelKinds, type Tables } from './tables.ts';
import { type Filter, type Found, mostCounted, type Paging, totals } from './text-search.ts';

/**
 * The entries that pass `filter`, which has labels of one kind at most. They are gone through once: both the page and the count
 * are taken of what was found.
 */
export const searchLabels = async (db: Kysely<Tables>, filter: Filter, page: Paging): Promise<Found> => {
  const { limit, offset } = page;
  const { rows } = await sql<{ counted: number; key: number | null }>`
    with found as materialized ${newest(db, filter, Math.max(mostCounted + 1, offset + limit))}
    select counted, key from (select count(*) as counted from found) as counts
    left join (select key from found order by key desc limit ${limit} offset ${offset}) as page on true
    order by key desc`.execute(db);
  return { keys: rows.flatMap(({ key }) => key ?? []), ...totals(rows[0]?.counted ?? 0) };
};

/** Each label is read in the order of entries, as the index has it, no further than needed. */
const newest = (db: Kysely<Tables>, filter: Filter, limit: number) => {
  const [head, ...rest] = labelKinds.flatMap(kind =>
    filter.labels[kind].map(label =>
      db
        .selectFrom(
          db
            .selectFrom('entry_labels')
            .select('entry as key')
            .where('kind', '=', kind)
            .where('label', '=', label)
            .where('entry', '>=', filter.from)
            .where('entry', '<', filter.to)
            .orderBy('entry', 'desc')
            .limit(limit)
            .as('part'),
        )
        .select('key'),
    ),
  );
  if (head === undefined) return ofDates(db, filter, limit);
  return rest
    .reduce((all, part) => all.union(part), head)
    .orderBy('key', 'desc')
    .limit(limit);
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
