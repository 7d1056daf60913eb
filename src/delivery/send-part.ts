/** Brings one part to its channel exactly once: at the vendor's pace, and after any doubt only when the platform was asked. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { type DeliveryIdentity, deliveryKey, isSuperseded } from '../archive/deliveries.ts';
import { markSending, markUnsent, type PartRecord, payloadOf } from '../archive/parts.ts';
import { type Platform, PlatformError, type Posted } from '../chat/platform.ts';
import { minute, second } from '../edition/duration.ts';
import { backoff } from './backoff.ts';
import type { Breaker } from './breaker.ts';
import type { Clock } from './clock.ts';
import { datesAround } from './due.ts';
import type { Holding } from './holding.ts';
import type { Pacer } from './pace.ts';
import { longestWait } from './retry.ts';

export interface DeliverOptions {
  readonly archive: Archive;
  readonly platform: Platform;
  readonly pacer: Pacer;
  readonly breaker: Breaker;
  readonly holding: Pick<Holding, 'keep'>;
  readonly clock: Clock;
  /** From 0 to 1, as Math.random. */
  readonly random: () => number;
  /**
   * Milliseconds. For a longer hold it is not waited, so that the place in which it would be is another's: it is tried again.
   * Default: two minutes.
   */
  readonly longestHold?: number;
  readonly logger: Logger;
  /** Once it is aborted, no part is begun any more. */
  readonly stopping: AbortSignal;
}

/** Where a part goes. */
export interface Destination {
  readonly delivery: DeliveryIdentity;
  /** Of a reply. */
  readonly thread: string | undefined;
}

/** `superseded`: a newer edition is to come, so that a thread of this one is not begun any more. */
export type Sent = Posted | 'superseded' | 'stopped';

/** How often a part is tried in a row where the platform does not answer, and how long between, in milliseconds. */
const mostTries = 3;
const betweenTries = { first: second, longest: 10 * second };
/** A call that was given up or cut off may still take effect: for so many milliseconds it is not asked what became of it. */
const settlingTime = 10 * second;
/** Milliseconds from the keeping of a part to its call. Another that takes the delivery over asks what became of it after longer. */
const longestBeginning = settlingTime / 2;
/** Milliseconds to hold where the platform says "too many" and not for how long. */
const defaultHold = 30 * second;
const twoMinutes = 2 * minute;

/**
 * @throws PlatformError where the part does not stand, or may stand and the ledger keeps it as being sent. ArchiveError:
 *   nothing is sent that cannot be kept.
 */
export const sendPart = async (
  part: PartRecord,
  destination: Destination,
  delivering: DeliverOptions,
): Promise<Sent> => {
  const { archive, platform, pacer, holding, clock, stopping, longestHold = twoMinutes } = delivering;
  const { workspace, channel } = destination.delivery;
  const target = { workspace, channel, ...(destination.thread !== undefined && { thread: destination.thread }) };
  const identity = { key: deliveryKey(destination.delivery), ordinal: part.ordinal };
  const name = `${identity.key}/${part.ordinal}`;
  /** When a call began of which it is not known what it did. */
  let doubtfulSince = part.state === 'sending' ? part.changedAt : undefined;
  /** When that was noticed here, which may be long after: a call may take longer than what it asks for takes to settle. */
  let noticedAt = clock.now().getTime();
  let tries = 0;
  for (;;) {
    if (doubtfulSince !== undefined) await settleSince(noticedAt, delivering);
    await pacer.turn(target, stopping, longestHold);
    if (stopping.aborted) return 'stopped';
    const isPosting = doubtfulSince === undefined;
    try {
      if (doubtfulSince !== undefined) {
        const standing = await platform.find(target, name, doubtfulSince);
        if (standing !== undefined) return answered(standing, destination, delivering);
        doubtfulSince = undefined;
        continue;
      }
      if (part.place === 'parent' && (await isOvertaken(destination, delivering))) return 'superseded';
      const payload = await payloadOf(archive, identity);
      const since = clock.now().toISOString();
      doubtfulSince = since;
      await holding.keep(identity.key, ledger => markSending(ledger, identity, since));
      // The machine may have slept, or the process been stopped: others may have taken the delivery over meanwhile.
      if (!isJustNow(since, clock)) continue;
      return answered(await platform.post(target, { place: part.place, payload }, name), destination, delivering);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (isPosting && error.code !== 'unreachable') {
        // The platform answered that it did nothing.
        doubtfulSince = undefined;
        const at = clock.now().toISOString();
        await holding.keep(identity.key, ledger => markUnsent(ledger, identity, at));
      }
      if (isPosting) noticedAt = clock.now().getTime();
      if (error.code === 'unreachable') tries += 1;
      await prepareNextTry(error, tries, destination, delivering);
    }
  }
};

/** Whether so little time has passed that the call may still be made; where the clock was put back, nobody knows. */
const isJustNow = (since: string, clock: Clock): boolean => {
  const passed = clock.now().getTime() - Date.parse(since);
  return passed >= 0 && passed <= longestBeginning;
};

/** Whether the channel is to get a newer edition by now. */
const isOvertaken = ({ delivery }: Destination, { archive, clock }: DeliverOptions): Promise<boolean> =>
  isSuperseded(archive, delivery, datesAround(clock.now().toISOString()).to);

const answered = (standing: Posted, { delivery }: Destination, { breaker }: DeliverOptions): Posted => {
  breaker.succeeded(delivery.workspace);
  return standing;
};

/** Resolves when the part may be tried once more; throws the error where it may not. */
const prepareNextTry = async (
  error: PlatformError,
  tries: number,
  { delivery }: Destination,
  { pacer, breaker, clock, random, logger, stopping, longestHold = twoMinutes }: DeliverOptions,
): Promise<void> => {
  const { workspace } = delivery;
  if (error.code === 'rate-limited') {
    const hold = Math.min(longestWait, error.retryAfter ?? defaultHold);
    await pacer.hold(error.reach, delivery, hold);
    if (hold > longestHold) throw error;
    return;
  }
  if (error.code !== 'unreachable' && error.code !== 'revoked') {
    breaker.succeeded(workspace);
    throw error;
  }
  if (breaker.failed(workspace, error))
    logger.warn({ workspace, err: error }, 'Nothing is tried in this workspace for a while.');
  if (error.code === 'revoked' || tries >= mostTries || breaker.isOpen(workspace)) throw error;
  await clock.pause(backoff(tries, betweenTries, random), stopping);
};

/** Waits for no longer than a call takes to settle, though the clock was put back meanwhile. */
const settleSince = (noticedAt: number, { clock, stopping }: DeliverOptions): Promise<void> => {
  const passed = Math.max(0, clock.now().getTime() - noticedAt);
  return clock.pause(Math.max(0, settlingTime - passed), stopping);
};
