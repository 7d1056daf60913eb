/**
 * The pace of what all processes do together: for each key, when the next may do it, and until when nobody may. Whoever asks
 * gets an instant of its own, so that calls are spaced evenly whichever process makes them; one that dies has had its own only.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Archive } from './archive.ts';
import type { Ledger } from './claims.ts';

export interface Pace {
  readonly key: string;
  /** Whole milliseconds from one to the next. None: it can only be held. */
  readonly interval: number;
}

/** Milliseconds until the instant that was given out; or, where `isHeld`, until it may be asked again: then none was. */
export interface Slot {
  readonly wait: number;
  readonly isHeld: boolean;
}

/** The clock that all who ask go by, in milliseconds since 1970. */
export type SharedClock = RawBuilder<number>;

/** Milliseconds. A row that is from so far in the future was written before the clock was put back, and keeps nobody waiting. */
const tolerance = 60_000;

/**
 * Gives out the next instant at which all of `paces` allow, in one statement where but one of them has an interval. Where
 * several have, all count from the latest: no limit is exceeded, though some of one may be left unused.
 */
export const takeSlot = async (archive: Archive, paces: readonly Pace[], now: SharedClock): Promise<Slot> => {
  const keys = paces.map(({ key }) => key);
  const spaced = paces.filter(({ interval }) => interval > 0).toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const [first, ...others] = spaced;
  if (first === undefined) return heldSlot(archive, keys, now);
  if (others.length === 0) return takeOne(archive, first, keys, now);
  return archive.db.transaction().execute(async transaction => {
    const ledger = { db: transaction };
    const slots: Slot[] = [];
    for (const pace of spaced) slots.push(await takeOne(ledger, pace, keys, now));
    const held = slots.filter(({ isHeld }) => isHeld);
    const wait = Math.max(...(held.length > 0 ? held : slots).map(slot => slot.wait));
    for (const [index, pace] of spaced.entries()) await putOff(ledger, pace, wait - (slots[index]?.wait ?? 0));
    return { wait, isHeld: held.length > 0 };
  });
};

interface TakenRow {
  readonly wait: number;
  readonly held: number;
}

const takeOne = async (
  ledger: Ledger,
  { key, interval }: Pace,
  keys: readonly string[],
  now: SharedClock,
): Promise<Slot> => {
  const isFromFuture = sql`paces.asked_at > excluded.asked_at + ${sql.lit(tolerance)}`;
  const { rows } = await sql<TakenRow>`
    with asked as materialized (select ${now} as at)
    insert into paces (key, asked_at, next_at, held_until)
    select ${key}, at, at + ${sql.lit(interval)}, 0 from asked
    where not exists (
      select 1 from paces as held
      where held.key in (${sql.join(keys)}) and held.held_until > at and held.asked_at <= at + ${sql.lit(tolerance)})
    on conflict (key) do update set
      asked_at = excluded.asked_at,
      next_at = case
        when ${isFromFuture} then excluded.next_at
        when paces.held_until > excluded.asked_at then paces.next_at
        when paces.next_at < excluded.asked_at then excluded.next_at
        else paces.next_at + ${sql.lit(interval)} end,
      held_until = case when ${isFromFuture} then 0 else paces.held_until end
    returning next_at - asked_at - ${sql.lit(interval)} as wait, held_until - asked_at as held`.execute(ledger.db);
  const [row] = rows;
  if (row === undefined) return heldSlot(ledger, keys, now);
  return row.held > 0 ? { wait: row.held, isHeld: true } : { wait: row.wait, isHeld: false };
};

const putOff = async ({ db }: Ledger, { key }: Pace, milliseconds: number): Promise<void> => {
  if (milliseconds <= 0) return;
  await db
    .updateTable('paces')
    .set(row => ({ next_at: row('next_at', '+', milliseconds) }))
    .where('key', '=', key)
    .execute();
};

const heldSlot = async ({ db }: Ledger, keys: readonly string[], now: SharedClock): Promise<Slot> => {
  const { rows } = await sql<{ held: number | null }>`
    with asked as materialized (select ${now} as at)
    select max(held_until - at) as held from paces, asked
    where key in (${sql.join(keys)}) and asked_at <= at + ${sql.lit(tolerance)}`.execute(db);
  const wait = Math.max(0, rows[0]?.held ?? 0);
  return { wait, isHeld: wait > 0 };
};

/** Nobody gets an instant of `key` for so many milliseconds. What was given out before stays given out. */
export const holdPace = async ({ db }: Archive, key: string, milliseconds: number, now: SharedClock): Promise<void> => {
  const isShorter = sql`paces.asked_at <= excluded.asked_at + ${sql.lit(tolerance)} and paces.held_until > excluded.held_until`;
  await sql`
    with asked as materialized (select ${now} as at)
    insert into paces (key, asked_at, next_at, held_until)
    select ${key}, at, at, at + ${sql.lit(Math.ceil(milliseconds))} from asked where true
    on conflict (key) do update set
      asked_at = excluded.asked_at,
      held_until = case when ${isShorter} then paces.held_until else excluded.held_until end`.execute(db);
};
