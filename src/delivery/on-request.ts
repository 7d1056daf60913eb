/** Deliveries that a person asks for, outside of the channel's time. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { getDelivery, lastPosted } from '../archive/deliveries.ts';
import { latestEdition } from '../archive/editions.ts';
import type { SubscribedChannel } from '../archive/subscriptions.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Platform } from '../chat/platform.ts';
import type { Subscription } from '../edition/subscription.ts';
import type { Deliver } from './one-at-a-time.ts';
import { editionFor, isQuiet } from './tailor.ts';

export interface OnRequestOptions {
  readonly archive: Archive;
  readonly platformNamed: (name: Platform['name']) => Platform | undefined;
  readonly deliver: Deliver;
  readonly thread?: ThreadOptions;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly stopping: AbortSignal;
}

export const deliveriesOnRequest = ({ archive, platformNamed, deliver, ...rest }: OnRequestOptions) => ({
  /**
   * Posts the latest edition to a channel now.
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
    if (former?.finishedAt !== undefined) return `This channel has the edition of ${date} already.`;
    const platform = platformNamed(subscription.platform);
    if (platform === undefined)
      return `Nothing can be posted on ${subscription.platform} at the moment. Try again soon.`;
    const isDone = await deliver({ ...rest, archive, platform, subscription, edition });
    return isDone
      ? `The edition of ${date} is posted.`
      : `The bot is being restarted; the rest of the edition of ${date} follows.`;
  },

  /** When an edition was last posted to a channel, ISO 8601 in UTC; undefined where none was. */
  lastPosted: (channel: SubscribedChannel): Promise<string | undefined> => lastPosted(archive, channel),
});
