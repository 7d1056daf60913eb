/** Brings a platform's channels what is due, many side by side: one delivery at a time for a channel, and no workspace waiting for another. */
import PQueue from 'p-queue';
import { ArchiveError } from '../archive/archive-error.ts';
import { type DeliveryIdentity, deliveryKey, getDelivery, postponeDelivery } from '../archive/deliveries.ts';
import { channelKey, getSubscription } from '../archive/subscriptions.ts';
import type { Outcome } from '../archive/tables.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import { PlatformError } from '../chat/platform.ts';
import type { Subscription } from '../edition/subscription.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { deliver } from './deliver.ts';
import { dueDeliveries, type Wanted } from './due.ts';
import { createPacer } from './pace.ts';
import { planAll } from './plan.ts';
import { retryTime } from './retry.ts';
import type { DeliverOptions } from './send-part.ts';
import { isLasting, suspend } from './suspending.ts';

export interface DispatcherOptions extends Omit<DeliverOptions, 'pacer' | 'breaker' | 'random'> {
  readonly thread?: ThreadOptions;
  /** Default: Math.random. */
  readonly random?: () => number;
  /** Is given what broke a delivery off, mostly an ArchiveError; it goes on when it is taken up again. Default: the log has it. */
  readonly tell?: (error: unknown) => void;
}

/** How it went: `outcome` is absent where it was told to stop, or failed with `error` and is tried again. */
export interface Result {
  readonly outcome?: Outcome;
  readonly error?: Error;
}

export interface Dispatcher {
  /**
   * Plans what is due now and begins it, without waiting for its end. What is in hand is not begun again.
   * @throws ArchiveError
   */
  takeUp(): Promise<void>;
  /**
   * Brings one edition to one channel now, whatever its time. Resolves when nothing is left, or it cannot go on.
   * @throws ArchiveError
   */
  bring(wanted: Omit<Wanted, 'delivery'>): Promise<Result>;
  /** Resolves once nothing is in hand. */
  idle(): Promise<void>;
  /** Why nothing is tried in a workspace for the time being, in a sentence. */
  problemOf: Breaker['problemOf'];
}

/** Deliveries at a time in one workspace: enough to use what it allows while some of them wait for their channels. */
const perWorkspace = 12;

export const createDispatcher = (options: DispatcherOptions): Dispatcher => {
  const { archive, platform, clock, logger, stopping, random = Math.random } = options;
  const tell = options.tell ?? (error => logger.error({ err: error }, 'A delivery broke off.'));
  const breaker = createBreaker(clock, random);
  const delivering = { ...options, random, breaker, pacer: createPacer(platform.limits, clock) };
  const planning = { ...options, now: () => clock.now() };
  /** By channel: what waits for its turn there, or has it. */
  const inHand = new Map<string, Promise<Result>>();
  const queues = new Map<string, PQueue>();

  const queueOf = (workspace: string): PQueue => {
    const queue = queues.get(workspace) ?? new PQueue({ concurrency: perWorkspace });
    queues.set(workspace, queue);
    return queue;
  };

  /** Keeps when a delivery that failed is tried again. */
  const postpone = async (delivery: DeliveryIdentity, error: Error): Promise<void> => {
    const attempts = (await getDelivery(archive, delivery))?.attempts ?? 0;
    const retryAt = retryTime(error, attempts + 1, { now: clock.now(), random });
    await postponeDelivery(archive, deliveryKey(delivery), { problem: error.message, retryAt });
    logger.warn({ ...channelOf(delivery), retryAt, err: error }, 'Not delivered; it is tried again.');
  };

  const carryOut = async ({ subscription, edition }: Wanted): Promise<Result> => {
    const delivery = { ...channelOf(subscription), edition };
    try {
      const outcome = await deliver(delivery, delivering);
      if (outcome !== undefined) logger.info({ ...delivery, outcome }, 'Delivered.');
      return outcome === undefined ? {} : { outcome };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (isForgotten(error)) {
        logger.info(delivery, error.message);
        return { error };
      }
      if (error instanceof ArchiveError) throw error;
      await postpone(delivery, error);
      if (error instanceof PlatformError && isLasting(error)) await suspend(subscription, error, delivering);
      return { error };
    }
  };

  /** As the channel has subscribed by then, which may be hours after it was due. Not while all calls fail there: it stays due. */
  const carryOutIfWell = async (due: Wanted): Promise<Result> => {
    if (stopping.aborted) return {};
    const subscription = await getSubscription(archive, due.subscription);
    if (subscription === undefined || !breaker.admits(subscription.workspace)) return {};
    return carryOut({ ...due, subscription });
  };

  /** After what is in hand for the channel. */
  const begin = ({ subscription }: Wanted, work: () => Promise<Result>): Promise<Result> => {
    const { workspace } = subscription;
    const channel = channelKey(subscription);
    const before = inHand.get(channel);
    const mine = Promise.allSettled([before]).then(() => queueOf(workspace).add(work));
    inHand.set(channel, mine);
    return mine.finally(() => {
      if (inHand.get(channel) === mine) inHand.delete(channel);
      if (queues.get(workspace)?.size === 0 && queues.get(workspace)?.pending === 0) queues.delete(workspace);
    });
  };

  return {
    takeUp: async () => {
      const { name } = platform;
      const isFree = ({ subscription }: Wanted) =>
        !inHand.has(channelKey(subscription)) && !breaker.isOpen(subscription.workspace);
      const due = (await dueDeliveries(archive, clock.now().toISOString(), { platform: name })).filter(isFree);
      let planned = due.filter(({ delivery }) => delivery !== undefined);
      try {
        await planAll(due, planning);
        planned = due;
      } finally {
        // An edition that cannot be planned holds up nothing that was. A person may have begun some of it meanwhile.
        for (const one of stopping.aborted ? [] : planned.filter(isFree))
          begin(one, () => carryOutIfWell(one)).catch(tell);
      }
    },
    bring: async wanted => {
      const delivery = await getDelivery(archive, { ...wanted.subscription, edition: wanted.edition });
      if (delivery === undefined) await planAll([wanted], planning);
      const work = begin(wanted, () => carryOut(wanted));
      // Whoever asked may have gone by then.
      work.catch(tell);
      return work;
    },
    idle: async () => {
      while (inHand.size > 0) await Promise.allSettled(inHand.values());
    },
    problemOf: workspace => breaker.problemOf(workspace),
  };
};

/** Whether what was planned is no more: its edition was made anew, or the channel subscribed no longer. */
const isForgotten = (error: Error): boolean => error instanceof ArchiveError && error.code === 'not-found';

const channelOf = ({ platform, workspace, channel }: Pick<Subscription, 'platform' | 'workspace' | 'channel'>) => ({
  platform,
  workspace,
  channel,
});
