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

/**
 * Each company with each theme that it has entries on, in editions from the date `from` on, the most frequent first. It reads the
 * labels of all those entries and counts here: SQLite would join each with every label of its kind.
 */
export const companiesByTheme = async (
  { db }: Pick<Archive, 'db'>,
  from: string,
): Promise<readonly CompanyOnTheme[]> => {
  const rows = await db
    .selectFrom('entry_labels')
    .select(['kind', 'label', 'entry'])
    .where('entry', '>=', firstKeyOf(from))
    // Said so that SQLite goes by the index of entries.
    .where('kind', '<>', 'source')
    .execute();
  const companies = new Map(
    rows.flatMap(({ kind, label, entry }) => (kind === 'company' ? [[entry, label] as const] : [])),
  );
  const counts = new Map<string, CompanyOnTheme>();
  for (const { kind, label: theme, entry } of rows) {
    const company = companies.get(entry);
    if (kind !== 'theme' || company === undefined) continue;
    const key = JSON.stringify([company, theme]);
    counts.set(key, { company, theme, entries: (counts.get(key)?.entries ?? 0) + 1 });
  }
  return [...counts.values()].toSorted(
    (one, other) =>
      other.entries - one.entries || byCodePoint(one.company, other.company) || byCodePoint(one.theme, other.theme),
  );
};

const byCodePoint = (one: string, other: string): number => Number(one > other) - Number(one < other);
