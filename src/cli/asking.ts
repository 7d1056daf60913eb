/** What a process does for deliveries that only answers people: it asks those that deliver, and sees whether any is alive. */
import type { Archive } from '../archive/archive.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Platform } from '../chat/platform.ts';
import { createAsking } from '../delivery/asking.ts';
import { systemClock } from '../delivery/clock.ts';
import type { Bringing, Obstacle } from '../delivery/on-request.ts';
import type { Delivering } from './delivering.ts';
import { everyMinute } from './every-minute.ts';
import type { OpenedJobs } from './jobs.ts';

interface AskingOptions extends OpenedJobs {
  readonly archive: Archive;
  readonly thread: ThreadOptions;
  readonly tell: (error: unknown) => void;
  readonly stopping: AbortSignal;
}

const noWorker: Obstacle = {
  problem: 'No process of the bot delivers at the moment. Its operator is to start one: `run --role worker`.',
};

/** Resolves once it is known whether anybody delivers. */
export const startAsking = async ({ workers, ...options }: AskingOptions): Promise<Delivering> => {
  const { jobs, tell } = options;
  const asking = new Map<Platform['name'], Bringing>();
  let obstacle: Obstacle | undefined;
  const looking = everyMinute(async () => {
    obstacle = (await workers()) === 0 ? noWorker : undefined;
  }, tell);
  await looking.first;
  return {
    add: platform =>
      void asking.set(
        platform.name,
        createAsking({ ...options, platform, clock: systemClock, obstacle: () => obstacle }),
      ),
    dispatcherOf: name => asking.get(name),
    stop: async () => {
      await looking.stop();
      await jobs.stop();
    },
  };
};
