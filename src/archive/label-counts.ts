/** How often labels occur, by time and together: what charts are drawn of. */
import { sql } from 'kysely';
import type { Archive } from './archive.ts';
import { firstKeyOf } from './entry-key.ts';
import type { LabelKind } from './tables.ts';

/** Dates of editions, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  /** Excluded. */
  readonly to: string;
}

/**
 * How many entries of each of `periods` have each of `labels`: in their order. It reads the index of the labels once, and no
 * entry.
 */
export const countsByPeriod = async (
  { db }: Pick<Archive, 'db'>,
  kind: LabelKind,
  labels: readonly string[],
  periods: readonly Period[],
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const counts = new Map(labels.map(label => [label, periods.map(() => 0)]));
  if (labels.length === 0 || periods.length === 0) return counts;
  const { rows } = await sql<{ label: string; place: number; entries: number }>`
    with labels (label) as (values ${sql.join(labels.map(label => sql`(cast(${label} as text))`))}),
    periods (place, first, later) as (values ${sql.join(
      periods.map(
        ({ from, to }, place) =>
          sql`(cast(${place} as integer), cast(${firstKeyOf(from)} as integer), cast(${firstKeyOf(to)} as integer))`,
      ),
    )})
    select labels.label, periods.place, (
      select count(*) from entry_labels
      where kind = ${kind} and entry_labels.label = labels.label and entry >= periods.first and entry < periods.later
    ) as entries
    from labels cross join periods`.execute(db);
  for (const { label, place, entries } of rows) counts.get(label)?.splice(place, 1, entries);
  return counts;
};

/** How many entries a company has on a theme. */
export interface CompanyOnTheme {
  readonly company: string;
  readonly theme: string;
  readonly entries: number;
}

/** Each company with each theme that it has entries on, in editions from the date `from` on. It looks at each of those entries. */
export const companiesByTheme = ({ db }: Pick<Archive, 'db'>, from: string): Promise<readonly CompanyOnTheme[]> =>
  db
    .selectFrom('entry_labels as companies')
    .innerJoin('entry_labels as themes', 'themes.entry', 'companies.entry')
    .select(['companies.label as company', 'themes.label as theme', row => row.fn.countAll<number>().as('entries')])
    .where('companies.kind', '=', 'company')
    .where('companies.entry', '>=', firstKeyOf(from))
    .where('themes.kind', '=', 'theme')
    .groupBy(['companies.label', 'themes.label'])
    .orderBy('entries', 'desc')
    .orderBy('company')
    .orderBy('theme')
    .execute();
