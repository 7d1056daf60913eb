/** What channels want of the editions: one subscription a channel, kept until it is removed. */
import type { Kysely } from 'kysely';
import { type Subscription, subscription as subscriptionSchema } from '../edition/subscription.ts';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { held } from './row-locks.ts';
import { readStored, storedInstant } from './stored.ts';
import { mayStand, type SubscriptionsTable, type Tables } from './tables.ts';

/** A channel, by the platform's ids. */
export type SubscribedChannel = Pick<Subscription, 'platform' | 'workspace' | 'channel'>;

/** Names of workspaces, both included, in the order of the archive. */
export interface WorkspaceRange {
  readonly from: string;
  readonly to: string;
}

/** Those that are meant: all channels, or those of one place or of some workspaces. */
export interface Within extends Partial<SubscribedChannel> {
  readonly workspaces?: WorkspaceRange;
}

/** What a channel is known by among all others. */
export const channelKey = ({ platform, workspace, channel }: SubscribedChannel): string =>
  [platform, workspace, channel].join('/');

export interface SavedSubscription extends Subscription {
  /** When the channel subscribed, ISO 8601 in UTC, whatever was changed since: what would have been due before is not owed. */
  readonly createdAt: string;
  /** When it was last saved. */
  readonly savedAt: string;
  /** Present while nothing can be posted in the channel; it is kept as it is, and goes on once something can. */
  readonly suspension?: Suspension;
}

export interface Suspension {
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** A sentence for people: what is wrong with the channel and what to do. */
  readonly reason: string;
}

/** A channel whose subscription is kept and cannot be read, such as one to a theme that a later version no longer has. */
export interface UnreadableSubscription extends SubscribedChannel {
  readonly error: ArchiveError;
}

/**
 * Keeps the subscription of a channel in place of the one that it had. Where that was suspended, it is tried again at once.
 * @param at An instant.
 * @returns The one that it had, where that can be read.
 * @throws ZodError where it is not a subscription, which could not be read again.
 */
export const saveSubscription = async (
  archive: Archive,
  subscription: Subscription,
  at: string,
): Promise<SavedSubscription | undefined> => {
  const document = subscriptionSchema.parse(subscription);
  const { platform, workspace, channel } = document;
  const content = { subscription: JSON.stringify(document), saved_at: storedInstant(at) };
  const row = { platform, workspace, channel, ...content, created_at: content.saved_at, ...unsuspended };
  return archive.db.transaction().execute(async transaction => {
    const added = await transaction
      .insertInto('subscriptions')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (added.numInsertedOrUpdatedRows !== 0n) return undefined;
    const former = await held(archive, rowsOf(transaction, { platform, workspace, channel })).executeTakeFirst();
    // Another may have removed it meanwhile.
    await transaction
      .insertInto('subscriptions')
      .values(row)
      .onConflict(conflict => conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet(content))
      .execute();
    if (former !== undefined && former.suspended_at !== null)
      await resume(transaction, { platform, workspace, channel });
    return former === undefined ? undefined : readRow(former).subscription;
  });
};

/**
 * Notes that nothing can be posted in a channel.
 * @param reason A sentence for people.
 * @param at An instant.
 * @returns Whether it was not suspended before, so that the subscriber is to be told. The first reason stands.
 */
export const suspendSubscription = async (
  { db }: Archive,
  { platform, workspace, channel }: SubscribedChannel,
  reason: string,
  at: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ suspended_at: storedInstant(at), suspended_for: reason })
    .where(row => row.and({ platform, workspace, channel }))
    .where('suspended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/**
 * Notes that the subscriber is told of the suspension.
 * @param at An instant.
 * @returns Whether that was still to be done: it is done once for each suspension.
 */
export const markTold = async (
  { db }: Archive,
  { platform, workspace, channel }: SubscribedChannel,
  at: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ told_at: storedInstant(at) })
    .where(row => row.and({ platform, workspace, channel }))
    .where('suspended_at', 'is not', null)
    .where('told_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** Notes that the subscriber could not be told of the suspension, and is still to be. */
export const markUntold = async (
  { db }: Archive,
  { platform, workspace, channel }: SubscribedChannel,
): Promise<void> => {
  await db
    .updateTable('subscriptions')
    .set({ told_at: null })
    .where(row => row.and({ platform, workspace, channel }))
    .execute();
};

/**
 * Removes the subscription of a channel, and what was planned for it of which nothing was sent: what it may subscribe to
 * later is not that.
 * @returns Whether there was one.
 */
export const removeSubscription = (
  archive: Archive,
  { platform, workspace, channel }: SubscribedChannel,
): Promise<boolean> =>
  archive.db.transaction().execute(async transaction => {
    const { numDeletedRows } = await transaction
      .deleteFrom('subscriptions')
      .where(row => row.and({ platform, workspace, channel }))
      .executeTakeFirstOrThrow();
    await forgetUnsent({ ...archive, db: transaction }, { platform, workspace, channel });
    return numDeletedRows > 0n;
  });

/**
 * The subscription of a channel, where it has one.
 * @throws ArchiveError `corrupt`.
 */
export const getSubscription = async (
  { db }: Archive,
  { platform, workspace, channel }: SubscribedChannel,
): Promise<SavedSubscription | undefined> => {
  const row = await rowsOf(db, { platform, workspace, channel }).executeTakeFirst();
  return row && savedSubscription(row);
};

/**
 * The subscriptions of all channels, or of those that `within` names, by platform, workspace and channel. One that cannot
 * be read is left out, so that it costs no other channel its editions: `unreadableSubscriptions` names it.
 */
export const listSubscriptions = async ({ db }: Archive, within: Within = {}): Promise<readonly SavedSubscription[]> =>
  (await rowsOf(db, within).execute()).flatMap(row => readRow(row).subscription ?? []);

/** Those that `listSubscriptions` leaves out, each with why. */
export const unreadableSubscriptions = async (
  { db }: Archive,
  within: Partial<SubscribedChannel> = {},
): Promise<readonly UnreadableSubscription[]> =>
  (await rowsOf(db, within).execute()).flatMap(row => {
    const { error } = readRow(row);
    const { platform, workspace, channel } = row;
    return error === undefined ? [] : [{ platform, workspace, channel, error }];
  });

/** The columns of a subscription that is not suspended. */
export const unsuspended = { suspended_at: null, suspended_for: null, told_at: null };

const resume = async (db: Kysely<Tables>, { platform, workspace, channel }: SubscribedChannel): Promise<void> => {
  await db
    .updateTable('subscriptions')
    .set(unsuspended)
    .where(row => row.and({ platform, workspace, channel }))
    .execute();
  await db
    .updateTable('deliveries')
    .set({ retry_at: null })
    .where(row => row.and({ platform, workspace, channel }))
    .where('finished_at', 'is', null)
    .execute();
};

/** Their parts cascade. */
const forgetUnsent = async (
  archive: Pick<Archive, 'db' | 'engine'>,
  { platform, workspace, channel }: SubscribedChannel,
): Promise<void> => {
  const { db } = archive;
  const unfinished = db
    .selectFrom('deliveries')
    .select('key')
    .where(row => row.and({ platform, workspace, channel }))
    .where('finished_at', 'is', null);
  // From here on no part is begun to be sent, and what was begun is seen.
  await held(archive, unfinished.orderBy('key')).execute();
  await db
    .deleteFrom('deliveries')
    .where(row => row.and({ platform, workspace, channel }))
    .where('finished_at', 'is', null)
    .where(({ not, exists, selectFrom }) => {
      const parts = selectFrom('parts').select('ordinal').whereRef('parts.delivery', '=', 'deliveries.key');
      return not(exists(parts.where('state', 'in', mayStand)));
    })
    .execute();
};

const rowsOf = (db: Kysely<Tables>, { workspaces, ...channel }: Within) => {
  const rows = db
    .selectFrom('subscriptions')
    .selectAll()
    .where(row => row.and(channel))
    .orderBy('platform')
    .orderBy('workspace')
    .orderBy('channel');
  if (workspaces === undefined) return rows;
  return rows.where('workspace', '>=', workspaces.from).where('workspace', '<=', workspaces.to);
};

const savedSubscription = (row: SubscriptionsTable): SavedSubscription => ({
  ...readStored(subscriptionSchema, row.subscription, `the subscription of the ${row.platform} channel ${row.channel}`),
  createdAt: row.created_at,
  savedAt: row.saved_at,
  ...(row.suspended_at !== null && { suspension: { since: row.suspended_at, reason: row.suspended_for ?? '' } }),
});

type ReadRow =
  | { readonly subscription: SavedSubscription; readonly error?: undefined }
  | { readonly subscription?: undefined; readonly error: ArchiveError };

const readRow = (row: SubscriptionsTable): ReadRow => {
  try {
    return { subscription: savedSubscription(row) };
  } catch (error) {
    if (error instanceof ArchiveError) return { error };
    throw error;
  }
};
