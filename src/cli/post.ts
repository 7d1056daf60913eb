/** `post`: an edition to every subscribed channel that has not got it, now. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import { getEdition, latestEdition } from '../archive/editions.ts';
import { listSubscriptions, type SavedSubscription } from '../archive/subscriptions.ts';
import type { Outcome } from '../archive/tables.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Platform } from '../chat/platform.ts';
import { systemClock } from '../delivery/clock.ts';
import type { Result } from '../delivery/courier.ts';
import { createDispatcher, type Dispatcher } from '../delivery/dispatcher.ts';
import { planAll } from '../delivery/plan.ts';
import { counted } from '../edition/counted.ts';
import type { Edition } from '../edition/edition.ts';
import { checkDate } from './check-date.ts';
import { DeliveryError, UsageError } from './errors.ts';
import { platformTerms } from './platform-terms.ts';
import type { Progress } from './progress.ts';

export interface PostSettings {
  readonly archive: Archive;
  readonly thread: ThreadOptions;
}

export interface PostOptions extends PostSettings {
  readonly platforms: readonly Platform[];
  readonly progress: Progress;
  readonly logger: Logger;
}

interface Post {
  readonly edition: Edition;
  readonly subscriptions: readonly SavedSubscription[];
}

/** An edition, the latest where no date is given, and who is subscribed. Throws UsageError where there is nothing to post. */
export const whatToPost = async (archive: Archive, date: string | undefined): Promise<Post> => {
  if (date !== undefined) checkDate(date);
  const edition = date === undefined ? await latestEdition(archive) : await getEdition(archive, date);
  if (edition === undefined) {
    throw new UsageError(
      `There is no edition${date === undefined ? '' : ` of ${date}`}. Make it first with \`build\`.`,
    );
  }
  const subscriptions = await listSubscriptions(archive);
  if (subscriptions.length === 0) {
    throw new UsageError('No channel is subscribed. Type /digest subscribe in one, while `npm start` runs.');
  }
  return { edition, subscriptions };
};

export const channelText = ({ platform, workspace, channel }: SavedSubscription): string =>
  `${platform} ${channel} (in ${workspace})`;

/**
 * Posts what the channels have not got. Returns what was done.
 * @throws UsageError where there is nothing to post or another process does it, DeliveryError where a channel could not be reached.
 */
export const postEdition = async (options: PostOptions, date: string | undefined): Promise<string> => {
  const { edition, subscriptions } = await whatToPost(options.archive, date);
  const lock = await options.archive.acquireDeliveryLock();
  if (lock === undefined) {
    throw new UsageError(
      'Another process delivers from this archive, as `npm start` does: it posts what is due by itself. Stop it before you post, or look with --dry-run.',
    );
  }
  try {
    return report(edition, await bringAll(edition, subscriptions, options));
  } finally {
    lock.release();
  }
};

interface Brought {
  readonly subscription: SavedSubscription;
  readonly outcome?: Outcome;
  /** Whether another process brings it. */
  readonly isOnItsWay?: boolean;
  /** Why the channel has not got all of it, in a sentence. */
  readonly problem?: string;
}

const bringAll = async (
  edition: Edition,
  subscriptions: readonly SavedSubscription[],
  { platforms, progress, ...options }: PostOptions,
): Promise<readonly Brought[]> => {
  const stopping = new AbortController();
  const dispatchers = new Map<Platform['name'], Dispatcher>();
  for (const platform of platforms) {
    const wanted = subscriptions
      .filter(subscription => subscription.platform === platform.name)
      .map(subscription => ({ subscription, edition: edition.date }));
    await planAll(wanted, { ...options, platform, now: systemClock.now });
    dispatchers.set(
      platform.name,
      createDispatcher({ ...options, platform, clock: systemClock, stopping: stopping.signal }),
    );
  }
  const of = counted(subscriptions.length, 'channel');
  let done = 0;
  progress.start(`Posting the edition of ${edition.date} to ${of}`);
  try {
    const brought = await Promise.all(
      subscriptions.map(async subscription => {
        const one = await bring(subscription, edition, dispatchers.get(subscription.platform));
        done += 1;
        progress.update(`Posting the edition of ${edition.date}: ${done} of ${of}`);
        return one;
      }),
    );
    progress.done(`${of} gone through`);
    return brought;
  } finally {
    // Where the archive fails for one channel, calls for others are in hand, and no other process may begin before they end.
    stopping.abort();
    await Promise.all(Array.from(dispatchers.values(), dispatcher => dispatcher.idle()));
  }
};

const bring = async (
  subscription: SavedSubscription,
  edition: Edition,
  dispatcher: Dispatcher | undefined,
): Promise<Brought> => {
  if (dispatcher === undefined) {
    return { subscription, problem: `${platformTerms[subscription.platform].setting} is not set.` };
  }
  const { outcome, error }: Result = await dispatcher.bring({ subscription, edition: edition.date });
  if (error instanceof ArchiveError && error.code === 'taken') return { subscription, isOnItsWay: true };
  if (error !== undefined) return { subscription, problem: error.message };
  if (outcome === 'failed') return { subscription, problem: 'Its first message was refused. The log says why.' };
  if (outcome === 'superseded') return { subscription, problem: 'It is to get a newer edition.' };
  return { subscription, ...(outcome !== undefined && { outcome }) };
};

const report = ({ date }: Edition, brought: readonly Brought[]): string => {
  const posted = brought.filter(({ outcome }) => outcome === 'posted').length;
  const quiet = brought.filter(({ outcome }) => outcome === 'quiet').length;
  const others = brought.filter(({ isOnItsWay }) => isOnItsWay).length;
  const onItsWay = others === 0 ? '' : ` Another process brings it to ${counted(others, 'more channel')}.`;
  const nothing = quiet === 0 ? '' : ` It has nothing for ${counted(quiet, 'more channel')}.`;
  const done = `The edition of ${date} stands in ${counted(posted, 'channel')}.${onItsWay}${nothing}`;
  const problems = brought.flatMap(({ subscription, problem }) =>
    problem === undefined ? [] : [`${channelText(subscription)}: ${problem}`],
  );
  if (problems.length > 0) throw new DeliveryError(`${done} Not in:\n${problems.join('\n')}`);
  return `${done}\n`;
};
