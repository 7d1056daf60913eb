/** Deliveries that a person asks for, outside of the channel's time. */
import type { Archive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import { deliveryKey, getDelivery } from '../archive/deliveries.ts';
import { latestEdition } from '../archive/editions.ts';
import { partsOf, standingAmong } from '../archive/parts.ts';
import { progressOf } from '../archive/progress.ts';
import { channelKey, type SubscribedChannel } from '../archive/subscriptions.ts';
import type { Platform } from '../chat/platform.ts';
import { within } from '../chat/within.ts';
import { counted } from '../edition/counted.ts';
import { daysBefore } from '../edition/dates.ts';
import type { Subscription } from '../edition/subscription.ts';
import type { Result } from './courier.ts';
import type { Dispatcher } from './dispatcher.ts';
import { longestDays } from './due.ts';
import { deadDeliveries } from './jobs/deliver.ts';
import type { Jobs } from './jobs/jobs.ts';
import { editionFor, isQuiet } from './tailor.ts';

/** What brings editions, or asks those that do. */
export type Bringing = Pick<Dispatcher, 'bring'> & {
  readonly problemOf: (workspace: string) => Obstacle | undefined;
};

export interface OnRequestOptions {
  readonly archive: Archive;
  readonly dispatcherOf: (name: Platform['name']) => Bringing | undefined;
  /** Among which those are that failed for good. Default: none did. */
  readonly jobs?: Pick<Jobs, 'deadLetters'>;
  /** How long a person waits for the end of it, in milliseconds: an edition takes about a second a part. Default: 2,000. */
  readonly patience?: number;
}

/** What keeps editions from a channel that is not of its own. */
export interface Obstacle {
  /** A sentence for people. */
  readonly problem: string;
  /** When it is looked at again, ISO 8601 in UTC. */
  readonly until?: string;
}

export const deliveriesOnRequest = ({ archive, dispatcherOf, jobs, patience = 2_000 }: OnRequestOptions) => ({
  /**
   * Begins to post the latest edition to a channel now.
   * @returns What was done, as a sentence for the person who asked.
   * @throws PlatformError, ArchiveError
   */
  async postNow(subscription: Subscription): Promise<string> {
    const edition = await latestEdition(archive);
    if (edition === undefined) return 'There is no edition yet: the first comes within a day.';
    const { date } = edition;
    if (isQuiet(editionFor(edition, subscription))) {
      return `The edition of ${date} has nothing of what this channel follows.`;
    }
    const former = await getDelivery(archive, { ...subscription, edition: date });
    if (former?.outcome === 'posted') return `This channel has the edition of ${date} already.`;
    const dispatcher = dispatcherOf(subscription.platform);
    if (dispatcher === undefined) return `Nothing can be posted from here at the moment. ${elsewhere} Try again soon.`;
    const editions = [...(await begunBefore(archive, subscription, date)), date];
    const result = await within(patience, bringInTurn(dispatcher, subscription, editions));
    const { outcome, error } = result ?? {};
    if (result === undefined || (error instanceof ArchiveError && error.code === 'taken'))
      return `The edition of ${date} is on its way${await farText(archive, subscription, date)}.`;
    if (error !== undefined) throw error;
    switch (outcome) {
      case undefined:
        return `The bot is being restarted; the rest of the edition of ${date} follows.`;
      case 'posted':
        return `The edition of ${date} is posted.`;
      case 'quiet':
        return `The edition of ${date} had nothing of what this channel followed when it came, and does not come again.`;
      default:
        return `The edition of ${date} could not be posted. The status of this channel says why.`;
    }
  },

  /** What keeps editions from a channel beside what is wrong with itself; undefined where nothing does. */
  obstacleTo({ platform, workspace }: SubscribedChannel): Obstacle | undefined {
    const dispatcher = dispatcherOf(platform);
    if (dispatcher === undefined) return { problem: elsewhere };
    return dispatcher.problemOf(workspace);
  },

  /** Sentences on editions that failed for good on their way to a channel. Throws ArchiveError. */
  async givenUp(channel: SubscribedChannel): Promise<readonly string[]> {
    const dead = jobs === undefined ? [] : await deadDeliveries(jobs, channel.platform);
    const texts: string[] = [];
    for (const { edition } of dead.filter(one => one.channel === channelKey(channel))) {
      const delivery = await getDelivery(archive, { ...channel, edition });
      if (delivery?.outcome !== undefined) continue;
      texts.push(
        `The edition of ${edition} could not be brought by a fault of ours, and waits for the operator of the bot.`,
      );
    }
    return texts;
  },
});

const elsewhere = 'Another process of the bot posts the editions: this one only answers.';

/** Older editions of which the first message stands, oldest first: they are completed before another is begun. */
const begunBefore = async (archive: Archive, subscription: Subscription, date: string): Promise<readonly string[]> => {
  const { platform, workspace, channel } = subscription;
  const dates = { from: daysBefore(date, longestDays), to: daysBefore(date, 1) };
  const progress = await progressOf(archive, dates, { platform, workspace, channel });
  return progress(subscription).unfinished.flatMap(({ hasBegun, edition }) => (hasBegun ? [edition] : []));
};

/** One after the other, up to the first that cannot be posted. */
const bringInTurn = async (
  { bring }: Bringing,
  subscription: Subscription,
  editions: readonly string[],
): Promise<Result> => {
  let result: Result = {};
  for (const edition of editions) {
    result = await bring({ subscription, edition });
    if (result.error !== undefined || result.outcome === undefined) break;
  }
  return result;
};

/** How far it came, where anything stands. */
const farText = async (archive: Archive, subscription: Subscription, edition: string): Promise<string> => {
  const parts = await partsOf(archive, deliveryKey({ ...subscription, edition }));
  const standing = standingAmong(parts);
  return standing === 0 ? '' : `: ${standing} of ${counted(parts.length, 'part')} posted`;
};
