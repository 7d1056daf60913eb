/** What a process that only answers people does for one who wants an edition now: it asks those that deliver, and watches the ledger. */
import type { Archive } from '../archive/archive.ts';
import { getDelivery } from '../archive/deliveries.ts';
import { channelKey } from '../archive/subscriptions.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import { minute, second } from '../edition/duration.ts';
import type { Clock } from './clock.ts';
import { deliverKind } from './jobs/deliver.ts';
import { type Jobs, mostPerGroup } from './jobs/jobs.ts';
import type { Bringing, Obstacle } from './on-request.ts';
import { planAll, type Telling } from './plan.ts';

export interface AskingOptions extends Pick<Telling, 'thread'> {
  readonly archive: Archive;
  readonly platform: Pick<Platform, 'name' | 'render'>;
  readonly jobs: Pick<Jobs, 'askNow'>;
  readonly clock: Clock;
  readonly stopping: AbortSignal;
  /** What keeps all deliveries from being done, such as that nobody does any. */
  readonly obstacle: () => Obstacle | undefined;
}

/** Milliseconds between looks, and for which the end of a delivery is awaited: nobody waits longer for an answer. */
const betweenLooks = second / 5;
const longestWatch = minute;

export const createAsking = (options: AskingOptions): Bringing => {
  const { archive, platform, jobs, clock, stopping, obstacle } = options;
  return {
    bring: async ({ subscription, edition }) => {
      const identity = { ...subscription, edition };
      const before = await getDelivery(archive, identity);
      if (before === undefined)
        await planAll([{ subscription, edition }], { ...options, platform, now: () => clock.now() });
      const { workspace, channel } = subscription;
      const data = { workspace, channel, editions: [edition] };
      const group = { id: workspace, most: mostPerGroup };
      await jobs.askNow(deliverKind(platform.name), { key: channelKey(subscription), group, data });
      const end = clock.now().getTime() + longestWatch;
      while (!stopping.aborted && clock.now().getTime() < end) {
        const { outcome, attempts = 0, problem: reason } = (await getDelivery(archive, identity)) ?? {};
        if (outcome !== undefined) return { outcome };
        if (attempts > (before?.attempts ?? 0)) return { error: new PlatformError('refused', reason ?? 'It failed.') };
        await clock.pause(betweenLooks, stopping);
      }
      return {};
    },
    problemOf: obstacle,
  };
};
