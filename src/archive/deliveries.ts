/** The ledger of deliveries: which edition each channel is to get, and how far that came. `parts.ts` has the steps between. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
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
export const planDeliveries = ({ db }: Archive, plans: readonly Plan[], at: string): Promise<void> =>
  db.transaction().execute(async transaction => {
    for (const plan of plans) await keepDeliveries(transaction, plan, storedInstant(at));
  });

const keepDeliveries = async (
  db: Kysely<Tables>,
  { edition, parts, channels }: Plan,
  plannedAt: string,
): Promise<void> => {
  const plan = parts.length === 0 ? null : planKey(edition, parts);
  const end = plan === null ? { finished_at: plannedAt, outcome: 'quiet' as const } : {};
  if (plan !== null) await keepPlan(db, plan, parts);
  for (const batch of inBatches(channels)) {
    const rows = batch.map(({ platform, workspace, channel }) => ({
      key: deliveryKey({ edition, platform, workspace, channel }),
      platform,
      workspace,
      channel,
      edition,
      plan,
      planned_at: plannedAt,
      attempts: 0,
      ...end,
    }));
    const added = await db
      .insertInto('deliveries')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .returning('key')
      .execute();
    const keys = added.map(({ key }) => key);
    if (keys.length > 0 && plan !== null) await addParts(db, plan, keys, plannedAt);
  }
};

/** Follows from what is sent, so that channels that get the same share it. */
const planKey = (edition: string, parts: readonly PlannedPart[]): string =>
  `${edition}/${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;

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

const addParts = async (
  db: Kysely<Tables>,
  plan: string,
  keys: readonly string[],
  plannedAt: string,
): Promise<void> => {
  await db
    .insertInto('parts')
    .columns(['delivery', 'ordinal', 'state', 'changed_at'])
    .expression(
      db
        .selectFrom('deliveries')
        .innerJoin('plans', 'plans.plan', 'deliveries.plan')
        .where('deliveries.key', 'in', keys)
        .where('deliveries.plan', '=', plan)
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
export const finishDelivery = async ({ db }: Archive, key: string, outcome: Outcome, at: string): Promise<void> => {
  const finished = { finished_at: storedInstant(at), outcome, problem: null, retry_at: null, attempts: 0 };
  await db.updateTable('deliveries').set(finished).where('key', '=', key).execute();
};

/** The delivery could not go on; it is not due before `retryAt`, an instant. */
export const postponeDelivery = async (
  { db }: Archive,
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
