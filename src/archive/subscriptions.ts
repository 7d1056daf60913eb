/** What channels want of the editions: one subscription a channel, kept until it is removed. */
import type { Kysely } from 'kysely';
import { type Subscription, subscription as subscriptionSchema } from '../edition/subscription.ts';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { readStored, storedInstant } from './stored.ts';
import type { SubscriptionsTable, Tables } from './tables.ts';

/** A channel, by the platform's ids. */
export type SubscribedChannel = Pick<Subscription, 'platform' | 'workspace' | 'channel'>;

export interface SavedSubscription extends Subscription {
  /** When the channel subscribed, ISO 8601 in UTC, whatever was changed since: what would have been due before is not owed. */
  readonly createdAt: string;
  /** When it was last saved. */
  readonly savedAt: string;
}

/** A channel whose subscription is kept and cannot be read, such as one to a theme that a later version no longer has. */
export interface UnreadableSubscription extends SubscribedChannel {
  readonly error: ArchiveError;
}

/**
 * Keeps the subscription of a channel in place of the one that it had.
 * @param at An instant.
 * @returns The one that it had, where that can be read.
 * @throws ZodError where it is not a subscription, which could not be read again.
 */
export const saveSubscription = async (
  { db }: Archive,
  subscription: Subscription,
  at: string,
): Promise<SavedSubscription | undefined> => {
  const document = subscriptionSchema.parse(subscription);
  const { platform, workspace, channel } = document;
  const content = { subscription: JSON.stringify(document), saved_at: storedInstant(at) };
  return db.transaction().execute(async transaction => {
    const former = await rowsOf(transaction, { platform, workspace, channel }).executeTakeFirst();
    await transaction
      .insertInto('subscriptions')
      .values({ platform, workspace, channel, ...content, created_at: content.saved_at })
      .onConflict(conflict => conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet(content))
      .execute();
    return former === undefined ? undefined : readRow(former).subscription;
  });
};

/**
 * Removes the subscription of a channel.
 * @returns Whether there was one.
 */
export const removeSubscription = async (
  { db }: Archive,
  { platform, workspace, channel }: SubscribedChannel,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('subscriptions')
    .where(row => row.and({ platform, workspace, channel }))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
};

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
export const listSubscriptions = async (
  { db }: Archive,
  within: Partial<SubscribedChannel> = {},
): Promise<readonly SavedSubscription[]> =>
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

const rowsOf = (db: Kysely<Tables>, within: Partial<SubscribedChannel>) =>
  db
    .selectFrom('subscriptions')
    .selectAll()
    .where(row => row.and(within))
    .orderBy('platform')
    .orderBy('workspace')
    .orderBy('channel');

const savedSubscription = (row: SubscriptionsTable): SavedSubscription => ({
  ...readStored(subscriptionSchema, row.subscription, `the subscription of the ${row.platform} channel ${row.channel}`),
  createdAt: row.created_at,
  savedAt: row.saved_at,
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
