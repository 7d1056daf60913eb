/** What comes next to a channel: at its own time, or when the edition is made, if that is later. */
import { Temporal } from 'temporal-polyfill';
import type { Archive } from '../archive/archive.ts';
import { progressOf } from '../archive/progress.ts';
import { listSubscriptions, type SavedSubscription, type SubscribedChannel } from '../archive/subscriptions.ts';
import { weekdays } from '../edition/subscription.ts';
import { datesAround, isOwed, type Owing } from './due.ts';
import type { Making } from './edition-due.ts';
import { deliveryOn, nextDelivery, type Occasion, type Schedule } from './schedule.ts';

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

const onceMade = (own: Occasion, making: Making): Coming => {
  const made = deliveryOn({ ...making, weekdays }, own.date);
  return made !== undefined && isAfter(made.instant, own.instant)
    ? { ...made, isOnceMade: true }
    : { ...own, isOnceMade: false };
};

const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);
