/** The ledger of deliveries: which edition each channel is to get, and how far that came. `parts.ts` has the steps between. */
import { createHash } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
import { kept } from './row-locks.ts';
import { storedInstant } from './stored.ts';
import type { SubscribedChannel } from './subscriptions.ts';
import type { DeliveriesTable, Outcome, Tables } from './tables.ts';

/** What a delivery is known by, for ever. */
export interface DeliveryIdentity extends SubscribedChannel {
  /** Date of the edition, `YYYY-MM-DD`. */
  readonly edition: string;
}

/** Instants are ISO 8601 in UTC. */
export interface DeliveryRecord extends DeliveryIdentity {
  readonly key: string;
  readonly plannedAt: string;
  /** Both absent while parts are to be sent. */
  readonly finishedAt?: string;
  readonly outcome?: Outcome;
  /** Why it could not go on, and when it is to be tried again. */
  readonly problem?: string;
  readonly retryAt?: string;
  /** How often in a row it could not go on. */
  readonly attempts: number;
}

export interface PlannedPart {
  readonly place: 'parent' | 'reply';
  /** Whatever JSON can hold. */
  readonly payload: unknown;
}

/** Channels of one platform that get the same parts of an edition; none where it has nothing for them. */
export interface Plan {
  readonly edition: string;
  readonly parts: readonly PlannedPart[];
  readonly channels: readonly SubscribedChannel[];
}

export const deliveryKey = ({ edition, platform, workspace, channel }: DeliveryIdentity): string =>
  [edition, platform, workspace, channel].join('/');

/**
 * Keeps what channels are to get, all of it or nothing, unless that was planned before for one, in which case its first plan
 * stands. Where there is nothing to send, the deliveries are finished at once.
 * @param at An instant.
 */
export const planDeliveries = (archive: Archive, plans: readonly Plan[], at: string): Promise<void> =>
  archive.db.transaction().execute(async transaction => {
    await keepEditions({ ...archive, db: transaction }, plans);
    const named = plans.map(plan => ({ ...plan, key: planKey(plan) }));
    // All that plan go in one order, so that no two wait for each other.
    for (const { key, parts } of inOrder(named)) if (key !== null) await keepPlan(transaction, key, parts);
    const rows = inOrder(named.flatMap(plan => deliveryRows(plan, storedInstant(at))));
    for (const batch of inBatches(rows)) await keepDeliveries(transaction, batch, storedInstant(at));
  });

/** Their editions stay until all is planned, and with them the plans that channels share. */
const keepEditions = async (archive: Pick<Archive, 'db' | 'engine'>, plans: readonly Plan[]): Promise<void> => {
  const dates = [...new Set(plans.map(({ edition }) => edition))];
  if (dates.length === 0) return;
  const editions = archive.db.selectFrom('editions').select('date').where('date', 'in', dates).orderBy('date');
  await kept(archive, editions).execute();
};

const inOrder = <Row extends { readonly key: string | null }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));

const deliveryRows = ({ key: plan, edition, channels }: Plan & { readonly key: string | null }, plannedAt: string) =>
  channels.map(({ platform, workspace, channel }) => ({
    key: deliveryKey({ edition, platform, workspace, channel }),
    platform,
    workspace,
    channel,
    edition,
    plan,
    planned_at: plannedAt,
    attempts: 0,
    finished_at: plan === null ? plannedAt : null,
    outcome: plan === null ? ('quiet' as const) : null,
  }));

const keepDeliveries = async (
  db: Kysely<Tables>,
  rows: readonly Insertable<DeliveriesTable>[],
  plannedAt: string,
): Promise<void> => {
  const added = await db
    .insertInto('deliveries')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .execute();
  const keys = added.map(({ key }) => key);
  if (keys.length > 0) await addParts(db, keys, plannedAt);
};

/** Follows from what is sent, so that channels that get the same share it; null where nothing is. */
const planKey = ({ edition, parts }: Plan): string | null =>
  parts.length === 0 ? null : `${edition}/${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;

const keepPlan = async (db: Kysely<Tables>, plan: string, parts: readonly PlannedPart[]): Promise<void> => {
  const rows = parts.map(({ place, payload }, ordinal) => ({ plan, ordinal, place, payload: JSON.stringify(payload) }));
  for (const batch of inBatches(rows)) {
    await db
      .insertInto('plans')
      .values(batch)
      .onConflict(conflict => conflict.doNothing())
      .execute();
  }
};

const addParts = async (db: Kysely<Tables>, keys: readonly string[], plannedAt: string): Promise<void> => {
  await db
    .insertInto('parts')
    .columns(['delivery', 'ordinal', 'state', 'changed_at'])
    .expression(
      db
        .selectFrom('deliveries')
        .innerJoin('plans', 'plans.plan', 'deliveries.plan')
        .where('deliveries.key', 'in', keys)
        .select(({ val }) => ['deliveries.key', 'plans.ordinal', val('planned').as('state'), val(plannedAt).as('at')]),
    )
    .execute();
};

/** The delivery, where one was planned. */
export const getDelivery = async ({ db }: Archive, identity: DeliveryIdentity): Promise<DeliveryRecord | undefined> => {
  const row = await db.selectFrom('deliveries').selectAll().where('key', '=', deliveryKey(identity)).executeTakeFirst();
  return row && deliveryRecord(row);
};

/** The deliveries of a channel, newest edition first, at most so many. */
export const deliveriesTo = async (
  { db }: Archive,
  { platform, workspace, channel }: SubscribedChannel,
  most: number,
): Promise<readonly DeliveryRecord[]> => {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where(row => row.and({ platform, workspace, channel }))
    .orderBy('edition', 'desc')
    .limit(most)
    .execute();
  return rows.map(deliveryRecord);
};

/** What was planned of an edition, for whichever channel. */
export const deliveriesOf = async ({ db }: Archive, edition: string): Promise<readonly DeliveryRecord[]> =>
  (await db.selectFrom('deliveries').selectAll().where('edition', '=', edition).execute()).map(deliveryRecord);

/**
 * Whether a newer edition was planned for the same channel.
 * @param to The latest date that counts, `YYYY-MM-DD`.
 */
export const isSuperseded = async (
  { db }: Archive,
  { platform, workspace, channel, edition }: DeliveryIdentity,
  to: string,
): Promise<boolean> => {
  const newer = await db
    .selectFrom('deliveries')
    .select('key')
    .where(row => row.and({ platform, workspace, channel }))
    .where('edition', '>', edition)
    .where('edition', '<=', to)
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
};

/** Nothing of the delivery is left to send. */
export const finishDelivery = async (
  { db }: Pick<Archive, 'db'>,
  key: string,
  outcome: Outcome,
  at: string,
): Promise<void> => {
  const finished = { finished_at: storedInstant(at), outcome, problem: null, retry_at: null, attempts: 0 };
  await db.updateTable('deliveries').set(finished).where('key', '=', key).execute();
};

/** The delivery could not go on; it is not due before `retryAt`, an instant. */
export const postponeDelivery = async (
  { db }: Pick<Archive, 'db'>,
  key: string,
  { problem, retryAt }: { readonly problem: string; readonly retryAt: string },
): Promise<void> => {
  await db
    .updateTable('deliveries')
    .set(row => ({ problem, retry_at: storedInstant(retryAt), attempts: row('attempts', '+', 1) }))
    .where('key', '=', key)
    .execute();
};

export const deliveryRecord = (row: DeliveriesTable): DeliveryRecord => ({
  key: row.key,
  platform: row.platform,
  workspace: row.workspace,
  channel: row.channel,
  edition: row.edition,
  plannedAt: row.planned_at,
  attempts: row.attempts,
  ...(row.finished_at !== null && { finishedAt: row.finished_at }),
  ...(row.outcome !== null && { outcome: row.outcome }),
  ...(row.problem !== null && { problem: row.problem }),
  ...(row.retry_at !== null && { retryAt: row.retry_at }),
});
