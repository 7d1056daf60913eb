/** Brings a platform's channels what is due, many side by side: one delivery at a time for a channel, and no workspace waiting for another. */
import PQueue from 'p-queue';
import { getDelivery } from '../archive/deliveries.ts';
import { channelKey } from '../archive/subscriptions.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Breaker } from './breaker.ts';
import { type CourierOptions, createCourier, type Result } from './courier.ts';
import { dueDeliveries, type Wanted } from './due.ts';
import { planAll } from './plan.ts';

export interface DispatcherOptions extends CourierOptions {
  readonly thread?: ThreadOptions;
  /** Is given what broke a delivery off, mostly an ArchiveError; it goes on when it is taken up again. Default: the log has it. */
  readonly tell?: (error: unknown) => void;
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
  const { archive, platform, clock, logger, stopping } = options;
  const tell = options.tell ?? (error => logger.error({ err: error }, 'A delivery broke off.'));
  const courier = createCourier(options);
  const planning = { ...options, now: () => clock.now() };
  /** By channel: what waits for its turn there, or has it. */
  const inHand = new Map<string, Promise<Result>>();
  const queues = new Map<string, PQueue>();

  const queueOf = (workspace: string): PQueue => {
    const queue = queues.get(workspace) ?? new PQueue({ concurrency: perWorkspace });
    queues.set(workspace, queue);
    return queue;
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
        !inHand.has(channelKey(subscription)) && !courier.isOpen(subscription.workspace);
      const due = (await dueDeliveries(archive, clock.now().toISOString(), { platform: name })).filter(isFree);
      let planned = due.filter(({ delivery }) => delivery !== undefined);
      try {
        await planAll(due, planning);
        planned = due;
      } finally {
        // An edition that cannot be planned holds up nothing that was. A person may have begun some of it meanwhile.
        for (const one of stopping.aborted ? [] : planned.filter(isFree))
          begin(one, () => courier.carryIfWell(one)).catch(tell);
      }
    },
    bring: async wanted => {
      const delivery = await getDelivery(archive, { ...wanted.subscription, edition: wanted.edition });
      if (delivery === undefined) await planAll([wanted], planning);
      const work = begin(wanted, () => courier.carry(wanted));
      // Whoever asked may have gone by then.
      work.catch(tell);
      return work;
    },
    idle: async () => {
      while (inHand.size > 0) await Promise.allSettled(inHand.values());
    },
    problemOf: courier.problemOf,
  };
};
