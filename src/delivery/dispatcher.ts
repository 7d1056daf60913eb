/** Brings a platform's channels what is due, many side by side: one delivery at a time for a channel, and no workspace waiting for another. */
import { ArchiveError } from '../archive/archive-error.ts';
import { inBatches } from '../archive/batches.ts';
import { deliveryKey, getDelivery } from '../archive/deliveries.ts';
import { partsLeft } from '../archive/parts.ts';
import { channelKey, getSubscription, type SubscribedChannel } from '../archive/subscriptions.ts';
import { workspacePages } from '../archive/workspaces.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import { PlatformError } from '../chat/platform.ts';
import { second } from '../edition/duration.ts';
import type { Breaker } from './breaker.ts';
import { type CourierOptions, createCourier, type Result } from './courier.ts';
import { dueDeliveries, type Wanted } from './due.ts';
import { atOnce, byPlace } from './in-order.ts';
import { type DeliverData, deadDeliveries, deliverKind } from './jobs/deliver.ts';
import { createInProcessJobs } from './jobs/in-process.ts';
import type { Group, Job, Jobs } from './jobs/jobs.ts';
import { planAll, type ToPlan, toPlan } from './plan.ts';
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

/** A delivery whose time has come. */
interface Due {
  readonly workspace: string;
  readonly channel: string;
  readonly edition: string;
  readonly isPlanned: boolean;
}

/** Subscriptions in memory at a time. */
const channelsInAPage = 500;

/** Milliseconds between looks at a channel that another process holds, which lets it go in seconds, or dies and holds it for a minute. */
const untilHeldNoMore = 10 * second;

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
        if (error === undefined) continue;
        if (error instanceof ArchiveError) {
          if (error.code === 'not-found') continue;
          // Whoever holds the channel may have died. In any other case, too, the next edition is not begun before this one.
          return error.code === 'taken' ? new Date(clock.now().getTime() + untilHeldNoMore) : undefined;
        }
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

  const ask = async (due: readonly Due[]): Promise<void> => {
    const waits = spread(due.map(({ workspace }) => workspace));
    const now = clock.now().getTime();
    const left = await partsLeft(archive, due.map(keyOf));
    const placed = [...Map.groupBy(due, channelOf)].flatMap(([key, ofChannel]) => {
      const [first] = ofChannel;
      if (first === undefined) return [];
      const { workspace, channel } = first;
      const parts = ofChannel.reduce((sum, one) => sum + (left.get(keyOf(one)) ?? 0), 0);
      const editions = ofChannel.map(({ edition }) => edition);
      return { key, workspace, channel, editions, wait: waits(workspace), left: parts };
    });
    const groups = new Map<string, Group>();
    for (const [id, ofWorkspace] of Map.groupBy(placed, ({ workspace }) => workspace)) {
      groups.set(id, {
        id,
        most: atOnce(
          ofWorkspace.map(one => one.left),
          platform.limits,
        ),
      });
    }
    for (const batch of inBatches(placed.toSorted(byPlace))) {
      const wanted = batch.map(({ key, workspace, channel, editions, wait }) => {
        const notBefore = new Date(now + wait);
        const group = groups.get(workspace);
        return { key, ...(group && { group }), data: { workspace, channel, editions }, notBefore };
      });
      await jobs.ask(kind, wanted);
    }
  };

  /** What is due, page by page: of each no more is kept than whom to bring what. */
  const lookForDue = async (dead: ReadonlySet<string>, planner: ToPlan): Promise<readonly Due[]> => {
    const now = clock.now().toISOString();
    const due: Due[] = [];
    for (const workspaces of await workspacePages(archive, platform.name, channelsInAPage)) {
      for (const wanted of await dueDeliveries(archive, now, { platform: platform.name, workspaces })) {
        const { workspace, channel } = wanted.subscription;
        const one: Due = { workspace, channel, edition: wanted.edition, isPlanned: wanted.delivery !== undefined };
        if (dead.has(deadKey(channelOf(one), one.edition)) || !isFree(one)) continue;
        if (!one.isPlanned) planner.add(wanted);
        due.push(one);
      }
    }
    return due;
  };

  const channelOf = ({ workspace, channel }: Due): string =>
    channelKey({ platform: platform.name, workspace, channel });
  const keyOf = (one: Due): string => deliveryKey({ ...one, platform: platform.name });
  const isFree = (one: Due): boolean => !inHand.has(channelOf(one)) && !courier.isOpen(one.workspace);

  jobs.work(kind, work, options.atATime === undefined ? {} : { atATime: options.atATime });
  return {
    takeUp: async () => {
      const failed = await deadDeliveries(jobs, platform.name);
      const planner = toPlan(planning);
      const due = await lookForDue(new Set(failed.map(({ channel, edition }) => deadKey(channel, edition))), planner);
      let planned = due.filter(({ isPlanned }) => isPlanned);
      try {
        await planner.plan();
        planned = [...due];
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
