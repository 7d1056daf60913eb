/** Which channels are to get which edition now. */
import { Temporal } from 'temporal-polyfill';
import type { Archive } from '../archive/archive.ts';
import type { DeliveryRecord } from '../archive/deliveries.ts';
import { listEditions } from '../archive/editions.ts';
import { type Dates, type Progress, progressOf } from '../archive/progress.ts';
import { listSubscriptions, type SavedSubscription, type Within } from '../archive/subscriptions.ts';
import type { Subscription } from '../edition/subscription.ts';
import { isToGoOn } from './retry.ts';
import { deliveryOn, isAfter, type Occasion, type Schedule } from './schedule.ts';
import { localDate } from './window.ts';

/** An edition that a channel is to get. */
export interface Wanted {
  readonly subscription: Subscription;
  /** Date of the edition, `YYYY-MM-DD`. */
  readonly edition: string;
  /** Absent until it is planned. */
  readonly delivery?: DeliveryRecord;
}

/** One whose time has come. */
export interface DueDelivery extends Wanted {
  readonly subscription: SavedSubscription;
}

/** After a longer outage an edition is not brought any more. */
export const longestDays = 7;
/** The zone furthest ahead is that of Kiritimati. */
const furthestAhead = { hours: 14 };

/**
 * What is due at `now`, an ISO 8601 instant: for each channel what it has begun to get, and the newest edition whose time
 * has come, oldest first; of all channels, or of those `within`. Older ones that it missed are not owed, nor what would have been due before it subscribed.
 */
export const dueDeliveries = async (
  archive: Archive,
  now: string,
  within: Within = {},
): Promise<readonly DueDelivery[]> => {
  const dates = datesAround(now);
  const editions = (await listEditions(archive))
    .map(({ date }) => date)
    .filter(date => date >= dates.from && date <= dates.to);
  const progress = await progressOf(archive, dates, within);
  const known: Known = { editions, occasionOn: occasionsOnce(), now };
  return (await listSubscriptions(archive, within)).flatMap(subscription =>
    dueTo(subscription, progress(subscription), known),
  );
};

/** An edition of a date that has not come anywhere was made by a clock that was ahead: it holds nothing up once the clock is right. */
export const datesAround = (now: string): Dates => {
  const instant = Temporal.Instant.from(now);
  return {
    from: instant
      .subtract({ hours: longestDays * 24 })
      .toString()
      .slice(0, 10),
    to: instant.add(furthestAhead).toString().slice(0, 10),
  };
};

interface Known {
  /** Dates, newest first. */
  readonly editions: readonly string[];
  readonly occasionOn: (schedule: Schedule, date: string) => Occasion | undefined;
  readonly now: string;
}

/** Works out each time once, as many channels have the same and it takes long. */
export const occasionsOnce = (): Known['occasionOn'] => {
  const known = new Map<string, { readonly occasion: Occasion | undefined }>();
  return (schedule, date) => {
    const key = [date, schedule.at, schedule.timeZone, schedule.weekdays].join(' ');
    const found = known.get(key) ?? { occasion: deliveryOn(schedule, date) };
    known.set(key, found);
    return found.occasion;
  };
};

const dueTo = (
  subscription: SavedSubscription,
  { newest = '', unfinished }: Progress,
  known: Known,
): readonly DueDelivery[] => {
  const own = unfinished.filter(delivery => isOfSubscription(delivery, subscription, known.now));
  const begun = own
    .filter(delivery => isToGoOn(delivery, known.now))
    .map(delivery => ({ subscription, edition: delivery.edition, delivery }));
  const edition = known.editions.find(date => date > newest && hasCome(subscription, date, known));
  return edition === undefined || isStuck(subscription, own) ? begun : [...begun, { subscription, edition }];
};

/**
 * Where a channel takes the first message of an edition and no reply, a newer one waits for the rest of that: otherwise a
 * first message would stand alone each day, and be taken for a sign that all is well.
 */
const isStuck = ({ suspension }: SavedSubscription, unfinished: Progress['unfinished']): boolean =>
  suspension !== undefined && unfinished.some(({ hasBegun }) => hasBegun);

const hasCome = (subscription: SavedSubscription, edition: string, { occasionOn, now }: Known): boolean => {
  const occasion = occasionOn(subscription, edition);
  if (occasion === undefined || isAfter(occasion.instant, now)) return false;
  // Of a channel that was saved by a clock that was ahead it is not known what came before.
  return isOwed(subscription, occasion) || isAfter(subscription.savedAt, now);
};

/** When a channel subscribed, and when that was last changed. */
export type Owing = Pick<SavedSubscription, 'createdAt' | 'savedAt' | 'timeZone'>;

/** Whether a channel gets the edition of an occasion at all: a change takes nothing away from its own day, and brings nothing of the days before. */
export const isOwed = ({ createdAt, savedAt, timeZone }: Owing, { date, instant }: Occasion): boolean =>
  isAfter(instant, createdAt) && (isDayBefore(savedAt, date) || date >= localDate(savedAt, timeZone));

/** No zone is a whole day ahead of UTC, so that what was a date before in UTC was no later date anywhere; it is told fast. */
const isDayBefore = (instant: string, date: string): boolean => instant.slice(0, 10) < date;

/** Whether an edition comes to a channel on a later date than its own, which the channel is to be told. */
export const isLate = ({ timeZone }: Pick<Schedule, 'timeZone'>, edition: string, now: string): boolean =>
  edition < localDate(now, timeZone);

/**
 * Whether a delivery was begun for the subscription that a channel has, and not for one that it had before: who subscribes
 * again gets no backlog. A person may still ask for the rest.
 */
export const isOfSubscription = (
  { plannedAt }: Pick<DeliveryRecord, 'plannedAt'>,
  { createdAt }: Pick<Owing, 'createdAt'>,
  now: string,
): boolean => !isAfter(createdAt, plannedAt) || isAfter(createdAt, now);
