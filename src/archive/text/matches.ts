/** The entries that Postgres's index finds, newest first. */
import { type Kysely, sql } from 'kysely';
import { everyKey } from '../entry-key.ts';
import type { Tables } from '../tables.ts';
import type { Filter } from '../text-search.ts';
import { dayOf, firstKeyOfDay, marksWithin } from './days.ts';
import { type Alternatives, integers, matching } from './tsquery.ts';

/** A stretch of keys. */
type Keys = Pick<Filter, 'from' | 'to'>;

/** Keys of up to `limit` entries within `keys` that have one of each of `groups`, the newest first. */
export const newestMatches = (
  db: Kysely<Tables>,
  groups: readonly Alternatives[],
  keys: Keys,
  limit: number,
): Promise<readonly number[]> => matchesWithin(db, groups, { ...keys, marks: [] }, limit);

/** How much longer than the time before a time is that is asked next, at most. */
const growth = 8;
/** So much longer than what is likely to have enough, as many a time would fall just short of it. */
const certainty = 1.25;

/**
 * The same where very many may have them: the index gives all that it finds, so it is asked for the newest day, and then for
 * as many days before as are likely to have what is missing.
 */
export const newestOfMany = async (
  db: Kysely<Tables>,
  groups: readonly Alternatives[],
  { from, to }: Keys,
  limit: number,
): Promise<readonly number[]> => {
  const { rows } = await sql<{ oldest: number | null; newest: number | null }>`
    select min(entry) as oldest, max(entry) as newest from entries_text
    where entry >= ${from} and entry < ${to}`.execute(db);
  const { oldest, newest } = rows[0] ?? { oldest: null, newest: null };
  if (oldest === null || newest === null) return [];
  const [first, last] = [dayOf(oldest), dayOf(newest)];
  const found: number[] = [];
  let end = last;
  let length = 1;
  while (found.length < limit && end >= first) {
    const start = Math.max(end - length + 1, first);
    // The last time is all that is left. It needs no marks, which would be many, where it has no bound either.
    const marks = start === first && from <= everyKey.from ? [] : marksWithin(start, end);
    const within = { from: Math.max(from, firstKeyOfDay(start)), to: Math.min(to, firstKeyOfDay(end + 1)), marks };
    found.push(...(await matchesWithin(db, groups, within, limit - found.length)));
    end = start - 1;
    const likely = Math.ceil(((last - end) * (limit - found.length) * certainty) / found.length);
    length = Math.min(length * growth, Math.max(likely, 1));
  }
  return found;
};

const matchesWithin = async (
  db: Kysely<Tables>,
  groups: readonly Alternatives[],
  { from, to, marks }: Keys & { readonly marks: readonly number[] },
  limit: number,
): Promise<readonly number[]> => {
  const marked = marks.length === 0 ? sql`` : sql`and marks && ${integers(marks)}::integer[]`;
  // The server is to ask the index for the words, and neither to go through the keys in their order nor those of a time (hence
  // the sum, for which it has no index): in each entry it would have to read the words.
  const { rows } = await sql<{ entry: number }>`
    with matches as materialized (
      select entry from entries_text
      where ${matching(groups)} ${marked} and entry + 0 >= ${from} and entry + 0 < ${to}
    )
    select entry from matches order by entry desc limit ${limit}`.execute(db);
  return rows.map(({ entry }) => entry);
};
