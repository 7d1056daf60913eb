/** News of an edition that is late: it was not made, or nobody who waits for it has got any of it. */
import type { Archive } from '../../archive/archive.ts';
import { deliveriesOf } from '../../archive/deliveries.ts';
import { type EditionRecord, listEditions } from '../../archive/editions.ts';
import { channelKey, listSubscriptions } from '../../archive/subscriptions.ts';
import type { Outcome } from '../../archive/tables.ts';
import { counted } from '../../edition/counted.ts';
import { hour } from '../../edition/duration.ts';
import { weekdays } from '../../edition/subscription.ts';
import { isOwed, occasionsOnce } from '../due.ts';
import { editionDue, type Making } from '../edition-due.ts';
import { describeDelivery, isAfter, latestDelivery } from '../schedule.ts';
import { localDate } from '../window.ts';
import { type FindNews, type News, troubleKeys } from './news.ts';

export interface LateEditionOptions {
  readonly archive: Archive;
  readonly making: Making;
  readonly now: () => Date;
  /** Why the edition of a date could not be made, as far as anybody knows: sentences. */
  readonly whyNotMade: (date: string) => Promise<string | undefined>;
}

/** Milliseconds. */
const tolerated = hour;

const keys = troubleKeys('edition-late', 'edition-there');

/** Throws ArchiveError. */
export const lateEdition = (options: LateEditionOptions): FindNews => {
  const { archive, making, now } = options;
  const began = now().toISOString();

  /** What was to be there an hour ago, where that is news. */
  const findLate = async (told: ReadonlySet<string>, newest: EditionRecord | undefined): Promise<News | undefined> => {
    const before = new Date(now().getTime() - tolerated).toISOString();
    // What a new archive has not got yet is late once it could have been made.
    const isTooEarly = newest === undefined && isAfter(began, before);
    const missing = isTooEarly ? undefined : await editionDue(archive, making, before);
    const date = missing ?? newest?.date;
    if (date === undefined || told.has(keys.begun(date))) return undefined;
    return missing === undefined ? newest && unposted(newest, before, options) : unmade(missing, before, options);
  };

  return async told => {
    const instant = now().toISOString();
    // One of a later date was made by a clock that was ahead.
    const newest = (await listEditions(archive)).find(({ date }) => date <= localDate(instant, making.timeZone));
    const late = await findLate(told, newest);
    const open = keys.open(told).filter(date => newest !== undefined && date <= newest.date);
    const isOver = newest !== undefined && open.length > 0 && (await isThere(archive, newest, instant));
    return [...(late === undefined ? [] : [late]), ...(isOver ? open.map(date => arrival(date, newest)) : [])];
  };
};

const unmade = async (date: string, before: string, { making, whyNotMade }: LateEditionOptions): Promise<News> => {
  const due = latestDelivery({ ...making, weekdays }, before);
  const when = due.date === date ? ` on ${describeDelivery(due, making.timeZone)}, ${making.timeZone}` : '';
  const why =
    (await whyNotMade(date)) ?? 'Why is not known here: look into the log of the processes that make editions.';
  return {
    key: keys.begun(date),
    text: `The edition of ${date} is late: it was to be made${when}, and is not there. ${why}`,
  };
};

const unposted = async (
  edition: EditionRecord,
  before: string,
  { archive }: LateEditionOptions,
): Promise<News | undefined> => {
  if (edition.postedAt !== undefined) return undefined;
  const waiting = await waitingFor(archive, edition, before);
  if (waiting.length === 0) return undefined;
  const why = waiting.find(({ problem }) => problem !== undefined)?.problem ?? 'Is a process running that delivers?';
  const who = counted(waiting.length, 'channel waits', 'channels wait');
  return {
    key: keys.begun(edition.date),
    text: `The edition of ${edition.date} is late: it is made, ${who} for it, and it was posted nowhere. ${why}`,
  };
};

const arrival = (date: string, { date: newest }: EditionRecord): News => ({
  key: keys.over(date),
  text:
    date === newest
      ? `The edition of ${date} is there.`
      : `The edition of ${newest} is there. That of ${date} was left out: what it would have told belongs to the later one.`,
});

/** Whether it was posted somewhere, or nobody waits for it. */
const isThere = async (archive: Archive, edition: EditionRecord, instant: string): Promise<boolean> =>
  edition.postedAt !== undefined || (await waitingFor(archive, edition, instant)).length === 0;

interface Waiting {
  /** Why it has not got it, where that is known. */
  readonly problem?: string | undefined;
}

/** There was nothing to post, or nothing any more. */
const settled: readonly (Outcome | undefined)[] = ['posted', 'quiet', 'superseded'];

/** The channels for which it was time before an instant to get the edition, once it was made, and that have not got it. */
const waitingFor = async (
  archive: Archive,
  { date, builtAt }: EditionRecord,
  before: string,
): Promise<readonly Waiting[]> => {
  if (isAfter(builtAt, before)) return [];
  const occasionOn = occasionsOnce();
  const deliveries = new Map((await deliveriesOf(archive, date)).map(one => [channelKey(one), one]));
  return (await listSubscriptions(archive)).flatMap(subscription => {
    const occasion = occasionOn(subscription, date);
    if (occasion === undefined || isAfter(occasion.instant, before) || !isOwed(subscription, occasion)) return [];
    const delivery = deliveries.get(channelKey(subscription));
    if (settled.includes(delivery?.outcome)) return [];
    return [{ problem: delivery?.problem ?? subscription.suspension?.reason }];
  });
};
