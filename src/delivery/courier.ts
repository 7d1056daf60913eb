/** Carries one delivery at a time for a channel as far as it goes, and keeps what became of it: on its way to the end, to a later try, or suspended. */
import { ArchiveError } from '../archive/archive-error.ts';
import {
  type DeliveryIdentity,
  type DeliveryRecord,
  deliveryKey,
  getDelivery,
  postponeDelivery,
} from '../archive/deliveries.ts';
import { getSubscription } from '../archive/subscriptions.ts';
import type { Outcome } from '../archive/tables.ts';
import { PlatformError } from '../chat/platform.ts';
import type { Subscription } from '../edition/subscription.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { deliver } from './deliver.ts';
import type { Wanted } from './due.ts';
import { holdingIn } from './holding.ts';
import { createPacer, type Pacer } from './pace.ts';
import { sharedPace } from './pace-shared.ts';
import { isToGoOn, retryTime } from './retry.ts';
import type { DeliverOptions } from './send-part.ts';
import { isLasting, suspend } from './suspending.ts';

export interface CourierOptions extends Omit<DeliverOptions, 'pacer' | 'breaker' | 'random' | 'holding'> {
  /** Default: one that keeps the platform's limits, over all processes that share the archive. */
  readonly pacer?: Pacer;
  /** Default: Math.random. */
  readonly random?: () => number;
  /** As `holdingIn` has it. */
  readonly holdsFor?: number;
}

/** How it went: `outcome` is absent where it was told to stop, or failed with `error` and is tried again. */
export interface Result {
  readonly outcome?: Outcome;
  readonly error?: Error;
}

export interface Courier {
  /**
   * Brings one edition, which is planned, to one channel.
   * @throws ArchiveError where what becomes of it cannot be kept.
   */
  carry(wanted: Wanted): Promise<Result>;
  /** The same, as the channel has subscribed by then; not where all calls fail in its workspace: then it stays due. */
  carryIfWell(wanted: Wanted): Promise<Result>;
  /** Whether nothing is to be tried in a workspace now. */
  isOpen: Breaker['isOpen'];
  /** Why nothing is tried in a workspace for the time being, in a sentence. */
  problemOf: Breaker['problemOf'];
}

export const createCourier = (options: CourierOptions): Courier => {
  const { archive, platform, clock, logger, stopping, random = Math.random } = options;
  const breaker = createBreaker(clock, random);
  const shared = archive.engine.isShared ? sharedPace(archive, platform, clock) : undefined;
  const pacer = options.pacer ?? createPacer(platform.limits, clock, shared);
  const holding = holdingIn(archive, options.holdsFor);
  const delivering: DeliverOptions = { ...options, random, breaker, pacer, holding };

  /** Keeps when a delivery that failed is tried again. */
  const postpone = async (delivery: DeliveryIdentity, error: Error): Promise<void> => {
    const key = deliveryKey(delivery);
    const attempts = (await getDelivery(archive, delivery))?.attempts ?? 0;
    const retryAt = retryTime(error, attempts + 1, { now: clock.now(), random });
    await holding.keep(key, ledger => postponeDelivery(ledger, key, { problem: error.message, retryAt }));
    logger.warn({ ...channelOf(delivery), retryAt, err: error }, 'Not delivered; it is tried again.');
  };

  const deliverOrPostpone = async (subscription: Subscription, delivery: DeliveryIdentity): Promise<Result> => {
    try {
      const outcome = await deliver(delivery, delivering);
      if (outcome !== undefined) logger.info({ ...delivery, outcome }, 'Delivered.');
      return outcome === undefined ? {} : { outcome };
    } catch (error) {
      if (!(error instanceof Error) || error instanceof ArchiveError) throw error;
      await postpone(delivery, error);
      if (error instanceof PlatformError && isLasting(error)) await suspend(subscription, error, delivering);
      return { error };
    }
  };

  /** @param isWanted Whether what is held by now is still to be carried. */
  const take = async ({ subscription, edition }: Wanted, isWanted: (known: DeliveryRecord) => boolean) => {
    const delivery = { ...channelOf(subscription), edition };
    const held = await holding.take(delivery);
    try {
      const known = await getDelivery(archive, delivery);
      if (known !== undefined && held === undefined)
        throw new ArchiveError('taken', `Another process brings editions to this channel, the one of ${edition} too.`);
      if (known !== undefined && !isWanted(known)) return {};
      return await deliverOrPostpone(subscription, delivery);
    } catch (error) {
      if (!(error instanceof ArchiveError && isOfOthers(error))) throw error;
      logger.info(delivery, error.message);
      return { error };
    } finally {
      await held?.release();
    }
  };

  const carry = (wanted: Wanted): Promise<Result> => take(wanted, () => true);

  return {
    carry,
    carryIfWell: async due => {
      if (stopping.aborted) return {};
      const subscription = await getSubscription(archive, due.subscription);
      if (subscription === undefined || !breaker.admits(subscription.workspace)) return {};
      // Whoever had it before may have put it off.
      return take({ ...due, subscription }, known => isToGoOn(known, clock.now().toISOString()));
    },
    isOpen: breaker.isOpen,
    problemOf: breaker.problemOf,
  };
};

/** Whether what was planned is not this process's to carry: its edition was made anew, the channel subscribed no longer, or another has it. */
const isOfOthers = ({ code }: ArchiveError): boolean => code === 'not-found' || code === 'taken';

const channelOf = ({ platform, workspace, channel }: Pick<Subscription, 'platform' | 'workspace' | 'channel'>) => ({
  platform,
  workspace,
  channel,
});
