/** What becomes of a channel that takes no messages: its subscription is suspended, and whoever subscribed is told once. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { markTold, markUntold, suspendSubscription } from '../archive/subscriptions.ts';
import { type Message, paragraph } from '../chat/message.ts';
import { type Platform, PlatformError, type PlatformErrorCode } from '../chat/platform.ts';
import type { Subscription } from '../edition/subscription.ts';
import type { Clock } from './clock.ts';

export interface Suspending {
  readonly archive: Archive;
  readonly platform: Pick<Platform, 'tell'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Failures that last until a person mends something in the channel. */
const lasting: ReadonlySet<PlatformErrorCode> = new Set([
  'channel-gone',
  'channel-archived',
  'not-in-channel',
  'no-permission',
]);

export const isLasting = ({ code }: PlatformError): boolean => lasting.has(code);

/** Keeps why nothing can be posted, and tells the subscriber; a subscriber who cannot be told costs nothing else. Throws ArchiveError. */
export const suspend = async (
  subscription: Subscription,
  error: PlatformError,
  { archive, platform, clock, logger }: Suspending,
): Promise<void> => {
  const { workspace, channel, subscriber } = subscription;
  const at = clock.now().toISOString();
  const where = { workspace, channel, subscriber };
  if (await suspendSubscription(archive, subscription, error.message, at)) {
    logger.warn(
      { ...where, reason: error.message },
      'Nothing can be posted in a channel: its subscription is suspended.',
    );
  }
  // Kept before the call: to be told twice is worse than to read it in `/digest status`.
  if (!(await markTold(archive, subscription, at))) return;
  try {
    await platform.tell({ workspace, id: subscriber }, suspensionNotice(subscription, error.message));
  } catch (failure) {
    if (!(failure instanceof PlatformError)) throw failure;
    if (failure.code === 'rate-limited') await markUntold(archive, subscription);
    logger.warn({ ...where, err: failure }, 'The subscriber could not be told that a subscription is suspended.');
  }
};

/** @param reason A sentence. */
const suspensionNotice = ({ channel }: Subscription, reason: string): Message => ({
  blocks: [
    {
      kind: 'paragraph',
      content: [
        { text: 'Engineering @ Scale cannot post in ' },
        { text: `#${channel}`, channel },
        { text: ', which you subscribed to it.' },
      ],
    },
    paragraph(reason),
    paragraph(
      'What the channel follows is kept. The bot tries again by itself, at least every six hours, and editions go on once that works. To try at once, ask for the status in the channel and press "Try now".',
    ),
  ],
});
