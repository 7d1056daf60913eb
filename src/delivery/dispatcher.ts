/** Brings a platform's channels what is due, many side by side: one delivery at a time for a channel, and no workspace waiting for another. */
import { ArchiveError } from '../archive/archive-error.ts';
import { getDelivery } from '../archive/deliveries.ts';
import { channelKey, getSubscription, type SubscribedChannel } from '../archive/subscriptions.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import { PlatformError } from '../chat/platform.ts';
import type { Breaker } from './breaker.ts';
import { type CourierOptions, createCourier, type Result } from './courier.ts';
import { type DueDelivery, dueDeliveries, type Wanted } from './due.ts';
import { type DeliverData, deadDeliveries, deliverKind } from './jobs/deliver.ts';
import { createInProcessJobs } from './jobs/in-process.ts';
import type { Job, Jobs } from './jobs/jobs.ts';
import { planAll } from './plan.ts';
import { spread } from './spread.ts';

export interface DispatcherOptions extends CourierOptions {
  readonly thread?: ThreadOptions;
  /** By which deliveries are handed out. Default: those of a process that works alone. */
  readonly jobs?: Jobs;
  /** Deliveries in hand at a time. Default: as many as there are. */
  readonly atATime?: number;
  /** Is given what broke a delivery off, mostly an ArchiveError; it goes on when it is taken up again. Default: the log has it. */
  readonly tell?: (error: unknown) => void;
}

export interface Dispatcher {
  /**
   * Plans what is due now and has it begun, without waiting for its end. What is in hand is not begun again.
   * @throws ArchiveError
   */
  takeUp(): Promise<void>;
  /**
   * Brings one edition to one channel now, whatever its time. Resolves when nothing is left, or it cannot go on.
   * @throws ArchiveError
   */
  bring(wanted: Omit<Wanted, 'delivery'>): Promise<Result>;
  /** Resolves once nothing is in hand in this process. */
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
  const alone = createInProcessJobs(options);
  const jobs = options.jobs ?? alone;
  const kind = deliverKind(platform.name);
  /** By channel: what waits for its turn there, or has it. */
  const inHand = new Map<string, Promise<unknown>>();

  /** After what is in hand for the channel. */
  const inChannel = <Done>(channel: string, work: () => Promise<Done>): Promise<Done> => {
    const before = inHand.get(channel);
    const mine = Promise.allSettled([before]).then(work);
    inHand.set(channel, mine);
    return mine.finally(() => {
      if (inHand.get(channel) === mine) inHand.delete(channel);
    });
  };

  const carryOne = async (channel: SubscribedChannel, edition: string, failures: number): Promise<Result> => {
    const subscription = await getSubscription(archive, channel);
    if (subscription === undefined) return {};
    // What failed by a fault of ours was put off by the job as well, which tells when its time has come.
    return failures > 0 ? courier.carry({ subscription, edition }) : courier.carryIfWell({ subscription, edition });
  };

  const work = ({ data, failures }: Job<DeliverData>): Promise<Date | undefined> => {
    const channel = { platform: platform.name, workspace: data.workspace, channel: data.channel };
    return inChannel(channelKey(channel), async () => {
      for (const edition of data.editions) {
        // Others go on with it at once.
        if (stopping.aborted) return clock.now();
        const { error } = await carryOne(channel, edition, failures).catch(untroubled);
        if (error === undefined || error instanceof ArchiveError) continue;
        if (!(error instanceof PlatformError)) throw error;
        const { retryAt } = (await getDelivery(archive, { ...channel, edition })) ?? {};
        if (error.code === 'rate-limited' && retryAt !== undefined) return new Date(retryAt);
      }
      return stopping.aborted ? clock.now() : undefined;
    });
  };

  /** Where the archive cannot be reached or written, nothing is wrong with the delivery: it stays due. */
  const untroubled = (error: unknown): Result => {
    if (!(error instanceof ArchiveError) || error.code === 'corrupt' || error.code === 'wrong-key') throw error;
    tell(error);
    return { error };
  };

  const ask = async (due: readonly DueDelivery[]): Promise<void> => {
    const waits = spread(due.map(({ subscription }) => subscription.workspace));
    const now = clock.now().getTime();
    const ofChannels = Map.groupBy(due, ({ subscription }) => channelKey(subscription));
    const wanted = [...ofChannels].flatMap(([key, ofChannel]) => {
      const [first] = ofChannel;
      if (first === undefined) return [];
      const { workspace, channel } = first.subscription;
      const editions = ofChannel.map(({ edition }) => edition);
      return {
        key,
        group: workspace,
        data: { workspace, channel, editions },
        notBefore: new Date(now + waits(workspace)),
      };
    });
    await jobs.ask(kind, wanted);
  };

  jobs.work(kind, work, { perGroup: perWorkspace, ...(options.atATime !== undefined && { atATime: options.atATime }) });
  return {
    takeUp: async () => {
      const { name } = platform;
      const dead = new Set((await deadDeliveries(jobs, name)).map(({ channel, edition }) => deadKey(channel, edition)));
      const isFree = ({ subscription, edition }: Wanted) => {
        const channel = channelKey(subscription);
        return !inHand.has(channel) && !dead.has(deadKey(channel, edition)) && !courier.isOpen(subscription.workspace);
      };
      const due = (await dueDeliveries(archive, clock.now().toISOString(), { platform: name })).filter(isFree);
      let planned = due.filter(({ delivery }) => delivery !== undefined);
      try {
        await planAll(due, planning);
        planned = due;
      } finally {
        // An edition that cannot be planned holds up nothing that was. A person may have begun some of it meanwhile.
        if (!stopping.aborted) await ask(planned.filter(isFree));
      }
    },
    bring: async wanted => {
      const delivery = await getDelivery(archive, { ...wanted.subscription, edition: wanted.edition });
      if (delivery === undefined) await planAll([wanted], planning);
      const brought = inChannel(channelKey(wanted.subscription), () => courier.carry(wanted));
      // Whoever asked may have gone by then.
      brought.catch(tell);
      return brought;
    },
    idle: async () => {
      await alone.idle();
      while (inHand.size > 0) await Promise.allSettled(inHand.values());
    },
    problemOf: courier.problemOf,
  };
};

const deadKey = (channel: string, edition: string): string => `${edition} ${channel}`;
