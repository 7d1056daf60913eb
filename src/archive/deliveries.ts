/** The ledger of deliveries: what each channel was to get, and how far it came. A part that stands is never sent again. */
import type { Kysely, Selectable } from 'kysely';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
import { storedInstant } from './stored.ts';
import type { SubscribedChannel } from './subscriptions.ts';
import type { DeliveriesTable, PartState, PartsTable, Tables } from './tables.ts';

/** What a delivery is known by, for ever. */
export interface DeliveryIdentity extends SubscribedChannel {
  /** Date of the edition, `YYYY-MM-DD`. */
  readonly edition: string;
}

/** Instants are ISO 8601 in UTC. */
export interface DeliveryRecord extends DeliveryIdentity {
  readonly key: string;
  readonly plannedAt: string;
  /** Absent while parts are to be sent. */
  readonly finishedAt?: string;
  /** Why it could not go on, and when it is to be tried again. */
  readonly problem?: string;
  readonly retryAt?: string;
}

export interface PlannedPart {
  readonly place: 'parent' | 'reply';
  /** Whatever JSON can hold. */
  readonly payload: unknown;
}

export interface PartRecord extends PlannedPart {
  readonly ordinal: number;
  readonly state: PartState;
  /** The thread in which it stands. */
  readonly thread?: string;
}

/** Where a message stands, as the platform named it. */
export interface Standing {
  readonly id: string;
  readonly thread: string;
  readonly note?: string;
}

export const deliveryKey = ({ edition, platform, workspace, channel }: DeliveryIdentity): string =>
  [edition, platform, workspace, channel].join('/');

/**
 * Keeps what a channel is to get, unless that was planned before, in which case the first plan stands.
 * @param at An instant.
 */
export const planDelivery = async (
  { db }: Archive,
  { platform, workspace, channel, edition }: DeliveryIdentity,
  parts: readonly PlannedPart[],
  at: string,
): Promise<void> => {
  const identity = { platform, workspace, channel, edition };
  const key = deliveryKey(identity);
  await db.transaction().execute(async transaction => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('deliveries')
      .values({ key, ...identity, planned_at: storedInstant(at), finished_at: null, problem: null, retry_at: null })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return;
    for (const batch of inBatches(parts.map((part, ordinal) => partRow(key, part, ordinal, at)))) {
      await transaction.insertInto('parts').values(batch).execute();
    }
  });
};

/** The delivery, where one was planned. */
export const getDelivery = async ({ db }: Archive, identity: DeliveryIdentity): Promise<DeliveryRecord | undefined> => {
  const row = await db.selectFrom('deliveries').selectAll().where('key', '=', deliveryKey(identity)).executeTakeFirst();
  return row && deliveryRecord(row);
};

/** The deliveries of the editions from the date `since` on, oldest edition first. */
export const deliveriesSince = async ({ db }: Archive, since: string): Promise<readonly DeliveryRecord[]> => {
  const rows = await db.selectFrom('deliveries').selectAll().where('edition', '>=', since).orderBy('edition').execute();
  return rows.map(deliveryRecord);
};

/** When a part was last posted to a channel; undefined where none was. */
export const lastPosted = async (
  { db }: Archive,
  { platform, workspace, channel }: SubscribedChannel,
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('parts')
    .innerJoin('deliveries', 'deliveries.key', 'parts.delivery')
    .select(({ fn }) => fn.max('parts.changed_at').as('at'))
    .where('parts.state', '=', 'posted')
    .where(row => row.and({ platform, workspace, channel }))
    .executeTakeFirst();
  return row?.at ?? undefined;
};

/** The parts of a delivery, in order. The payload of one that stands is null. */
export const partsOf = async ({ db }: Archive, key: string): Promise<readonly PartRecord[]> => {
  const rows = await db.selectFrom('parts').selectAll().where('delivery', '=', key).orderBy('ordinal').execute();
  return rows.map(partRecord);
};

/** A part as the functions below name it. */
export interface PartIdentity {
  /** Of the delivery. */
  readonly key: string;
  readonly ordinal: number;
}

/** To be kept before the call to the platform: what becomes of the part is not known from here on. */
export const markSending = ({ db }: Archive, part: PartIdentity, at: string): Promise<void> =>
  updatePart(db, part, { state: 'sending' }, at);

/** The platform did not take the part, and may be asked again. */
export const markUnsent = ({ db }: Archive, part: PartIdentity, at: string): Promise<void> =>
  updatePart(db, part, { state: 'planned' }, at);

/** The platform will never take the part. */
export const markFailed = ({ db }: Archive, part: PartIdentity, reason: string, at: string): Promise<void> =>
  updatePart(db, part, { state: 'failed', note: reason }, at);

/** The part stands in its channel, and with it the edition stays as it is. */
export const markStanding = async (
  { db }: Archive,
  part: PartIdentity,
  { id, thread, note }: Standing,
  at: string,
): Promise<void> =>
  db.transaction().execute(async transaction => {
    await updatePart(
      transaction,
      part,
      { state: 'posted', message: id, thread, note: note ?? null, payload: null },
      at,
    );
    await transaction
      .updateTable('editions')
      .set({ posted_at: storedInstant(at) })
      .where('posted_at', 'is', null)
      .where('date', '=', delivery =>
        delivery.selectFrom('deliveries').select('deliveries.edition').where('deliveries.key', '=', part.key),
      )
      .execute();
  });

/** Nothing of the delivery is left to send. */
export const finishDelivery = async ({ db }: Archive, key: string, at: string): Promise<void> => {
  const finished = { finished_at: storedInstant(at), problem: null, retry_at: null };
  await db.updateTable('deliveries').set(finished).where('key', '=', key).execute();
};

/** The delivery could not go on; it is not due before `retryAt`, an instant. */
export const postponeDelivery = async (
  { db }: Archive,
  key: string,
  { problem, retryAt }: { readonly problem: string; readonly retryAt: string },
): Promise<void> => {
  const postponed = { problem, retry_at: storedInstant(retryAt) };
  await db.updateTable('deliveries').set(postponed).where('key', '=', key).execute();
};

const updatePart = async (
  db: Kysely<Tables>,
  { key, ordinal }: PartIdentity,
  change: Partial<PartsTable>,
  at: string,
): Promise<void> => {
  await db
    .updateTable('parts')
    .set({ ...change, changed_at: storedInstant(at) })
    .where('delivery', '=', key)
    .where('ordinal', '=', ordinal)
    .execute();
};

const partRow = (delivery: string, { place, payload }: PlannedPart, ordinal: number, at: string): PartsTable => ({
  delivery,
  ordinal,
  place,
  payload: JSON.stringify(payload),
  state: 'planned',
  message: null,
  thread: null,
  note: null,
  changed_at: storedInstant(at),
});

const partRecord = ({ ordinal, place, payload, state, thread }: Selectable<PartsTable>): PartRecord => ({
  ordinal,
  place,
  payload: payload === null ? null : JSON.parse(payload),
  state,
  ...(thread !== null && { thread }),
});

const deliveryRecord = (row: DeliveriesTable): DeliveryRecord => ({
  key: row.key,
  platform: row.platform,
  workspace: row.workspace,
  channel: row.channel,
  edition: row.edition,
  plannedAt: row.planned_at,
  ...(row.finished_at !== null && { finishedAt: row.finished_at }),
  ...(row.problem !== null && { problem: row.problem }),
  ...(row.retry_at !== null && { retryAt: row.retry_at }),
});
