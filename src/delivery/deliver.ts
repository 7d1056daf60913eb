/** Brings one edition to one channel: planned once, sent part by part, each step in the ledger before the next. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import {
  type DeliveryIdentity,
  deliveryKey,
  finishDelivery,
  getDelivery,
  markFailed,
  markSending,
  markStanding,
  markUnsent,
  type PartIdentity,
  type PartRecord,
  partsOf,
  planDelivery,
} from '../archive/deliveries.ts';
import { editionThread, type ThreadOptions } from '../chat/edition-thread.ts';
import { type Platform, PlatformError, type Posted, type Target } from '../chat/platform.ts';
import type { Edition } from '../edition/edition.ts';
import type { Subscription } from '../edition/subscription.ts';
import { editionFor, isQuiet } from './tailor.ts';

export interface DeliverOptions {
  readonly archive: Archive;
  readonly platform: Platform;
  readonly subscription: Subscription;
  readonly edition: Edition;
  readonly thread?: ThreadOptions;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Once it is aborted, no part is begun any more. */
  readonly stopping?: AbortSignal;
}

/**
 * Posts what the channel has not got yet of the edition. A part that is known to stand is not sent again, and of one
 * whose fate is not known the platform is asked first. A part that the platform refuses is left out.
 * @returns Whether nothing is left to send.
 * @throws PlatformError where the channel takes nothing now; what was left goes with the next call. ArchiveError.
 */
export const deliver = async (options: DeliverOptions): Promise<boolean> => {
  const { archive, subscription, edition, now, stopping } = options;
  const identity = { ...subscription, edition: edition.date };
  const key = deliveryKey(identity);
  if (!(await getDelivery(archive, identity))) await plan(identity, options);
  let thread: string | undefined;
  for (const part of await partsOf(archive, key)) {
    if (stopping?.aborted) return false;
    // Without a parent there is no thread for the replies.
    if (part.place === 'reply' && thread === undefined) break;
    thread = isToSend(part) ? await send(part, thread, options) : (part.thread ?? thread);
  }
  await finishDelivery(archive, key, now().toISOString());
  return true;
};

/** The parts that a channel is to get of an edition: none on a day that has nothing for it, unless it wants to be told. */
export const partsFor = (
  { render }: Pick<Platform, 'render'>,
  subscription: Subscription,
  edition: Edition,
  thread: ThreadOptions = {},
) => {
  const own = editionFor(edition, subscription);
  return isQuiet(own) && !subscription.tellsQuietDays ? [] : render(editionThread(own, thread));
};

const plan = async (
  identity: DeliveryIdentity,
  { archive, platform, subscription, edition, thread, now }: DeliverOptions,
) => planDelivery(archive, identity, partsFor(platform, subscription, edition, thread), now().toISOString());

const isToSend = ({ state }: PartRecord): boolean => state === 'planned' || state === 'sending';

/** Returns the thread in which the next part goes. */
const send = async (
  part: PartRecord,
  thread: string | undefined,
  options: DeliverOptions,
): Promise<string | undefined> => {
  const { archive, platform, subscription, edition, now, logger } = options;
  const { workspace, channel } = subscription;
  const target = { workspace, channel, ...(thread !== undefined && { thread }) };
  const identity = { key: deliveryKey({ ...subscription, edition: edition.date }), ordinal: part.ordinal };
  const name = `${identity.key}/${part.ordinal}`;
  const arrived = part.state === 'sending' ? await platform.find(target, name) : undefined;
  const standing = arrived ?? (await post(part, { identity, target, name }, options));
  if (standing === undefined) return thread;
  await markStanding(archive, identity, standing, now().toISOString());
  if (standing.note !== undefined) logger.warn({ part: name }, standing.note);
  return standing.thread;
};

interface Address {
  readonly identity: PartIdentity;
  readonly target: Target;
  /** Names the part for ever. */
  readonly name: string;
}

/** Undefined where the platform refuses the part. */
const post = async (
  part: PartRecord,
  { identity, target, name }: Address,
  { archive, platform, now, logger }: DeliverOptions,
): Promise<Posted | undefined> => {
  const at = () => now().toISOString();
  await markSending(archive, identity, at());
  try {
    return await platform.post(target, part, name);
  } catch (error) {
    // Whether it arrived is not known: it stays marked as being sent.
    if (!(error instanceof PlatformError) || error.code === 'unreachable') throw error;
    if (error.code !== 'refused') {
      await markUnsent(archive, identity, at());
      throw error;
    }
    await markFailed(archive, identity, error.message, at());
    logger.error({ part: name, err: error }, 'The platform refuses a part, which is left out.');
    return undefined;
  }
};
