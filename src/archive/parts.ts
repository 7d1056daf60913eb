/** The parts of deliveries in the ledger, each step kept before the next is taken. A part that stands is never sent again. */
import type { Kysely } from 'kysely';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { inBatches } from './batches.ts';
import { markPosted } from './editions.ts';
import { storedInstant } from './stored.ts';
import { unsuspended } from './subscriptions.ts';
import type { PartState, PartsTable, Tables } from './tables.ts';

/** What a part is known by. */
export interface PartIdentity {
  /** Of the delivery. */
  readonly key: string;
  readonly ordinal: number;
}

export interface PartRecord {
  readonly ordinal: number;
  readonly place: 'parent' | 'reply';
  readonly state: PartState;
  /** When it came to that state, ISO 8601 in UTC. */
  readonly changedAt: string;
  /** The thread in which it stands. */
  readonly thread?: string;
  /** What the operator should know: why it failed, or in which form it went out. */
  readonly note?: string;
}

/** Where a message stands, as the platform named it. */
export interface Standing {
  readonly id: string;
  readonly thread: string;
  readonly note?: string;
}

/** The parts of a delivery, in order, without what is sent, of which a bot with many channels would hold too much at a time. */
export const partsOf = async ({ db }: Archive, key: string): Promise<readonly PartRecord[]> => {
  const rows = await db
    .selectFrom('parts')
    .innerJoin('deliveries', 'deliveries.key', 'parts.delivery')
    .innerJoin('plans', join =>
      join.onRef('plans.plan', '=', 'deliveries.plan').onRef('plans.ordinal', '=', 'parts.ordinal'),
    )
    .selectAll('parts')
    .select('plans.place')
    .where('parts.delivery', '=', key)
    .orderBy('parts.ordinal')
    .execute();
  return rows.map(({ ordinal, place, state, changed_at, thread, note }) => ({
    ordinal,
    place,
    state,
    changedAt: changed_at,
    ...(thread !== null && { thread }),
    ...(note !== null && { note }),
  }));
};

/** How many of the parts stand. */
export const standingAmong = (parts: readonly Pick<PartRecord, 'state'>[]): number =>
  parts.filter(({ state }) => state === 'posted').length;

/** How many parts of each of these deliveries are still to be sent, by key. */
export const partsLeft = async ({ db }: Archive, keys: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const left = new Map<string, number>();
  for (const batch of inBatches(keys)) {
    const rows = await db
      .selectFrom('parts')
      .select('delivery')
      .select(({ fn }) => fn.countAll<number>().as('parts'))
      .where('delivery', 'in', batch)
      .where('state', 'in', ['planned', 'sending'])
      .groupBy('delivery')
      .execute();
    for (const { delivery, parts } of rows) left.set(delivery, parts);
  }
  return left;
};

/** What is sent for a part, as it was planned; undefined where there is no such part. */
export const payloadOf = async ({ db }: Archive, { key, ordinal }: PartIdentity): Promise<unknown> => {
  const row = await db
    .selectFrom('plans')
    .innerJoin('deliveries', 'deliveries.plan', 'plans.plan')
    .select('plans.payload')
    .where('deliveries.key', '=', key)
    .where('plans.ordinal', '=', ordinal)
    .executeTakeFirst();
  return row && JSON.parse(row.payload);
};

/**
 * To be kept before the call to the platform: what becomes of the part is not known from here on.
 * @throws ArchiveError `not-found` where the part is no longer planned, as where its edition was made anew meanwhile.
 */
export const markSending = ({ db }: Pick<Archive, 'db'>, part: PartIdentity, at: string): Promise<void> =>
  updatePart(db, part, { state: 'sending' }, at);

/** The platform did not take the part, and may be asked again. */
export const markUnsent = ({ db }: Pick<Archive, 'db'>, part: PartIdentity, at: string): Promise<void> =>
  updatePart(db, part, { state: 'planned' }, at);

/** The part is never sent: the platform will not take it, or it may stand and nobody can tell. */
export const markFailed = (
  { db }: Pick<Archive, 'db'>,
  part: PartIdentity,
  reason: string,
  at: string,
): Promise<void> => updatePart(db, part, { state: 'failed', note: reason }, at);

/** The part stands in its channel: with it the edition stays as it is, and a subscription that was suspended goes on. */
export const markStanding = async (
  { db }: Pick<Archive, 'db'>,
  part: PartIdentity,
  { id, thread, note }: Standing,
  at: string,
): Promise<void> => {
  const keep = async (transaction: Kysely<Tables>) => {
    await updatePart(transaction, part, { state: 'posted', message: id, thread, note: note ?? null }, at);
    const delivery = await transaction
      .updateTable('deliveries')
      .set({ attempts: 0, problem: null, retry_at: null })
      .where('key', '=', part.key)
      .returning(['platform', 'workspace', 'channel', 'edition'])
      .executeTakeFirstOrThrow();
    const { edition, ...channel } = delivery;
    await transaction
      .updateTable('subscriptions')
      .set(unsuspended)
      .where(row => row.and(channel))
      .where('suspended_at', 'is not', null)
      .execute();
    await markPosted({ db: transaction }, edition, at);
  };
  await (db.isTransaction ? keep(db) : db.transaction().execute(keep));
};

const updatePart = async (
  db: Kysely<Tables>,
  { key, ordinal }: PartIdentity,
  change: Partial<PartsTable>,
  at: string,
): Promise<void> => {
  const { numUpdatedRows } = await db
    .updateTable('parts')
    .set({ ...change, changed_at: storedInstant(at) })
    .where('delivery', '=', key)
    .where('ordinal', '=', ordinal)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  throw new ArchiveError('not-found', `Part ${ordinal} of ${key} is not planned any more. It is planned anew.`);
};
