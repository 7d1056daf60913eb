/** What comes next to a channel: at its own time, or when the edition is made, if that is later. */
import { Temporal } from 'temporal-polyfill';
import type { Archive } from '../archive/archive.ts';
import { progressOf } from '../archive/progress.ts';
import { listSubscriptions, type SavedSubscription, type SubscribedChannel } from '../archive/subscriptions.ts';
import { weekdays } from '../edition/subscription.ts';
import { datesAround, isOwed, type Owing } from './due.ts';
import type { Making } from './edition-due.ts';
import { deliveryOn, isAfter, nextDelivery, type Occasion, type Schedule } from './schedule.ts';

export interface Coming extends Occasion {
  /** Whether the channel gets it when it is made, as its own time is earlier. */
  readonly isOnceMade: boolean;
}

/** What of a channel tells what comes to it next. */
export interface Waiting extends Schedule, Owing {
  /** Date of the newest edition that was planned for it, `YYYY-MM-DD`. */
  readonly newest?: string;
}

export type WaitingSubscription = SavedSubscription & Waiting;

/** The subscriptions of all channels, or of those `within`, each with what it has had by `now`, an instant. */
export const waitingChannels = async (
  archive: Archive,
  now: string,
  within: Partial<SubscribedChannel> = {},
): Promise<readonly WaitingSubscription[]> => {
  const progress = await progressOf(archive, datesAround(now), within);
  return (await listSubscriptions(archive, within)).map(subscription => {
    const { newest } = progress(subscription);
    return { ...subscription, ...(newest !== undefined && { newest }) };
  });
};

/** The time of a channel and the making of the edition of the same date lie two days apart at most, wherever both are. */
const furthestApart = { hours: 72 };

/** What comes next to a channel after `now`, an instant. Throws RangeError for a schedule without weekdays. */
export const comesAt = (waiting: Waiting, making: Making, now: string): Coming => {
  // As `dueDeliveries` has it: who was saved by a clock that was ahead waits no longer for that.
  const isOwn = (own: Occasion): boolean =>
    own.date > (waiting.newest ?? '') && (isOwed(waiting, own) || isAfter(waiting.savedAt, now));
  let since = Temporal.Instant.from(now).subtract(furthestApart).toString();
  for (;;) {
    const own = nextDelivery(waiting, since);
    const coming = onceMade(own, making);
    if (isAfter(coming.instant, now) && isOwn(own)) return coming;
    since = own.instant;
  }
};

/** Which of the channels gets something first after `now`, an instant; undefined where there is none. */
export const firstToCome = <Channel extends Waiting>(
  channels: readonly Channel[],
  making: Making,
  now: string,
): Channel | undefined => {
  // Worked out once for those alike, as it takes a millisecond. Who was saved long ago is owed all that comes.
  const known = new Map<string, number>();
  const longAgo = Temporal.Instant.from(now).subtract(furthestApart).subtract({ hours: 48 }).toString();
  const lately = (instant: string) => (isAfter(instant, longAgo) ? instant : '');
  const timeOf = (channel: Channel): number => {
    const { at, timeZone, weekdays: days, newest, createdAt, savedAt } = channel;
    const key = JSON.stringify([at, timeZone, days, newest, lately(createdAt), lately(savedAt)]);
    const time = known.get(key) ?? Date.parse(comesAt(channel, making, now).instant);
    known.set(key, time);
    return time;
  };
  const [first] = channels
    .map(channel => ({ channel, time: timeOf(channel) }))
    .toSorted((one, other) => one.time - other.time);
  return first?.channel;
};

const onceMade = (own: Occasion, making: Making): Coming => {
  const made = deliveryOn({ ...making, weekdays }, own.date);
  return made !== undefined && isAfter(made.instant, own.instant)
    ? { ...made, isOnceMade: true }
    : { ...own, isOnceMade: false };
};
