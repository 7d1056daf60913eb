/** Deliveries that a person asks for, outside of the channel's time. */
import type { Archive } from '../archive/archive.ts';
import { getDelivery } from '../archive/deliveries.ts';
import { latestEdition } from '../archive/editions.ts';
import { lastPosted } from '../archive/parts.ts';
import type { SubscribedChannel } from '../archive/subscriptions.ts';
import type { Platform } from '../chat/platform.ts';
import { within } from '../chat/within.ts';
import type { Subscription } from '../edition/subscription.ts';
import type { Dispatcher } from './dispatcher.ts';
import { editionFor, isQuiet } from './tailor.ts';

export interface OnRequestOptions {
  readonly archive: Archive;
  readonly dispatcherOf: (name: Platform['name']) => Dispatcher | undefined;
  /** How long a person waits for the end of it, in milliseconds: an edition takes about a second a part. Default: 2,000. */
  readonly patience?: number;
}

export const deliveriesOnRequest = ({ archive, dispatcherOf, patience = 2_000 }: OnRequestOptions) => ({
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
    if (dispatcher === undefined)
      return `Nothing can be posted on ${subscription.platform} at the moment. Try again soon.`;
    const result = await within(patience, dispatcher.bring({ subscription, edition: date }));
    if (result === undefined) return `The edition of ${date} is on its way.`;
    const { outcome, error } = result;
    if (error !== undefined) throw error;
    switch (outcome) {
      case undefined:
        return `The bot is being restarted; the rest of the edition of ${date} follows.`;
      case 'posted':
        return `The edition of ${date} is posted.`;
      default:
        return `The edition of ${date} could not be posted. /digest status says why.`;
    }
  },

  /** When an edition was last posted to a channel, ISO 8601 in UTC; undefined where none was. */
  lastPosted: (channel: SubscribedChannel): Promise<string | undefined> => lastPosted(archive, channel),
});
