/** The entries that Postgres's index finds, newest first. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Filter } from '../text-search.ts';
import { firstKeyOfMonth, monthMark, monthOf } from './months.ts';
import { type Alternatives, integers, matching } from './tsquery.ts';

type Keys = Pick<Filter, 'from' | 'to'>;

/** A stretch of keys, and the marks of its months where the index is to leave out all others. */
interface Window extends Keys {
  readonly months: readonly number[];
}

/**
 * Keys of up to `limit` entries within `keys` that have one of each of `groups`, the newest first. The index gives all that
 * it finds, so that where `areMany`, the newest month is asked first, and then ever longer times before it.
 */
export const newestMatches = async (
  db: Kysely<Tables>,
  groups: readonly Alternatives[],
  keys: Keys,
  { limit, areMany }: { readonly limit: number; readonly areMany: boolean },
): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const window of areMany ? await windowsOf(db, keys) : [{ ...keys, months: [] }]) {
    if (found.length >= limit) break;
    found.push(...(await matchesWithin(db, groups, window, limit - found.length)));
  }
  return found;
};

const matchesWithin = async (
  db: Kysely<Tables>,
  groups: readonly Alternatives[],
  { from, to, months }: Window,
  limit: number,
): Promise<readonly number[]> => {
  const within = months.length === 0 ? sql`` : sql`and marks && ${integers(months)}::integer[]`;
  // As a table of its own, else the server may read entry by entry in their order, as if each had a good chance to match.
  const { rows } = await sql<{ entry: number }>`
    with matches as materialized (
      select entry from entries_text where ${matching(groups)} ${within} and entry >= ${from} and entry < ${to}
    )
    select entry from matches order by entry desc limit ${limit}`.execute(db);
  return rows.map(({ entry }) => entry);
};

/** How much longer each window is than the one after it. */
const growth = 8;

/** From the newest on. The last has all that is left, of whatever month. */
const windowsOf = async (db: Kysely<Tables>, { from, to }: Keys): Promise<readonly Window[]> => {
  const { rows } = await sql<{ oldest: number | null; newest: number | null }>`
    select min(entry) as oldest, max(entry) as newest from entries_text
    where entry >= ${from} and entry < ${to}`.execute(db);
  const { oldest, newest } = rows[0] ?? { oldest: null, newest: null };
  if (oldest === null || newest === null) return [];
  const windows: Window[] = [];
  let end = to;
  let month = monthOf(newest);
  for (let length = 1; month - length >= monthOf(oldest); length *= growth) {
    const months = Array.from({ length }, (_, ago) => month - ago);
    const start = firstKeyOfMonth(month - length + 1);
    windows.push({ from: Math.max(from, start), to: end, months: months.map(monthMark) });
    end = start;
    month -= length;
  }
  return [...windows, { from, to: end, months: [] }];
};
