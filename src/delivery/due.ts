/** Which channels are to get which edition now. */
import { Temporal } from 'temporal-polyfill';
import type { Archive } from '../archive/archive.ts';
import { type DeliveryRecord, deliveriesSince, deliveryKey } from '../archive/deliveries.ts';
import { listEditions } from '../archive/editions.ts';
import { listSubscriptions, type SavedSubscription, type SubscribedChannel } from '../archive/subscriptions.ts';
import { deliveryOn, type Occasion } from './schedule.ts';
import { localDate } from './window.ts';

export interface DueDelivery {
  readonly subscription: SavedSubscription;
  /** Date of the edition, `YYYY-MM-DD`. */
  readonly edition: string;
  /** Absent until it is planned. */
  readonly delivery?: DeliveryRecord;
}

/** After a longer outage an edition is not brought any more. */
const longestDays = 7;

/**
 * What is due at `now`, an ISO 8601 instant: for each channel what it has begun to get, and the newest edition whose time
 * has come, oldest first; of all channels, or of those `within`. Older ones that it missed are not owed, nor what would have been due before it subscribed.
 */
export const dueDeliveries = async (
  archive: Archive,
  now: string,
  within: Partial<SubscribedChannel> = {},
): Promise<readonly DueDelivery[]> => {
  const since = Temporal.Instant.from(now)
    .subtract({ hours: longestDays * 24 })
    .toString();
  const oldest = since.slice(0, 10);
  const deliveries = new Map((await deliveriesSince(archive, oldest)).map(delivery => [delivery.key, delivery]));
  // Newest first.
  const editions = (await listEditions(archive)).map(({ date }) => date).filter(date => date >= oldest);
  return (await listSubscriptions(archive, within)).flatMap(subscription =>
    editionsFor(subscription, { editions, deliveries, now }).map(edition => {
      const delivery = deliveries.get(deliveryKey({ ...subscription, edition }));
      return { subscription, edition, ...(delivery && { delivery }) };
    }),
  );
};

interface Known {
  readonly editions: readonly string[];
  readonly deliveries: ReadonlyMap<string, DeliveryRecord>;
  readonly now: string;
}

const editionsFor = (subscription: SavedSubscription, { editions, deliveries, now }: Known): readonly string[] => {
  const deliveryOf = (edition: string) => deliveries.get(deliveryKey({ ...subscription, edition }));
  // When it comes is asked only of editions newer than any that the channel has: to work out a time takes longest.
  const had = editions.findIndex(edition => deliveryOf(edition) !== undefined);
  const newer = had < 0 ? editions : editions.slice(0, had);
  const newest = newer.find(edition => hasCome(subscription, edition, now));
  const begun = editions.filter(edition => isToGoOn(deliveryOf(edition), now));
  return [...begun.toReversed(), ...(newest === undefined ? [] : [newest])];
};

const hasCome = (subscription: SavedSubscription, edition: string, now: string): boolean => {
  const occasion = deliveryOn(subscription, edition);
  return occasion !== undefined && !isAfter(occasion.instant, now) && isOwed(subscription, occasion);
};

/** Whether a channel gets the edition of an occasion at all: a change takes nothing away from its own day, and brings nothing of the days before. */
export const isOwed = ({ createdAt, savedAt, timeZone }: SavedSubscription, { date, instant }: Occasion): boolean =>
  isAfter(instant, createdAt) && date >= localDate(savedAt, timeZone);

const isToGoOn = (delivery: DeliveryRecord | undefined, now: string): boolean =>
  delivery !== undefined &&
  delivery.finishedAt === undefined &&
  (delivery.retryAt === undefined || !isAfter(delivery.retryAt, now));

const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);
