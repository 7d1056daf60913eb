/** What is done each minute while the bots run: the edition that is due is made, and channels get what is due to them. */
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Platform } from '../chat/platform.ts';
import { within } from '../chat/within.ts';
import { systemClock } from '../delivery/clock.ts';
import { createDispatcher, type Dispatcher } from '../delivery/dispatcher.ts';
import type { JobKind, Jobs } from '../delivery/jobs/jobs.ts';
import type { Bringing } from '../delivery/on-request.ts';
import { minute, second } from '../edition/duration.ts';
import { everyMinute, type Recurring } from './every-minute.ts';
import type { Turn } from './turn.ts';

export interface DeliveringOptions {
  readonly archive: Archive;
  readonly jobs: Jobs;
  readonly turn: Turn;
  /** Makes the edition that is due, where one is. */
  readonly make: () => Promise<void>;
  readonly thread: ThreadOptions;
  readonly logger: Logger;
  /** Is told of what fails and is tried again. */
  readonly tell: (error: unknown) => void;
  /** Once it is aborted, no part is begun any more. */
  readonly stopping: AbortSignal;
}

export interface Delivering {
  /** Delivers on this platform as well, from the process's turn on. */
  add(platform: Platform): void;
  /** What posts on a platform; undefined while it is not up, or another process delivers. */
  dispatcherOf(name: Platform['name']): Bringing | undefined;
  /** Resolves once what was in hand is done. An edition in the making is let go: it is made anew at the next start. */
  stop(): Promise<void>;
}

/** Milliseconds. A model of one's own may write for hours: whatever else is due does not wait for that. */
const longestMaking = 10 * minute;

/**
 * Deliveries in hand in one process, of those that share the work: more take no less time, as each waits for its channel, and
 * what a process holds when it dies waits for the end of its lease.
 */
const mostInHand = 500;

/** Milliseconds that one of these waits for a workspace that is limited. Where it is to wait for longer, others have its place meanwhile. */
const longestHold = 5 * second;

/** The job that looks what is due on a platform and has it brought: of all processes one does it in a minute. */
const planKind = (platform: Platform['name']): JobKind<null> => ({
  name: `plan-${platform}`,
  data: z.null(),
  retries: 0,
  pause: { first: minute, longest: minute },
});

/** Resolves once it is known whether it is this process's turn. */
export const startDelivering = async (options: DeliveringOptions): Promise<Delivering> => {
  const { turn, make, stopping, jobs, tell, ...rest } = options;
  const limits = rest.archive.engine.isShared ? { atATime: mostInHand, longestHold } : {};
  const dispatchers = new Map<Platform['name'], Dispatcher>();
  const attempts = everyMinute(turn.attempt, tell);
  const recurring: Recurring[] = [attempts];
  await attempts.first;

  let making: Recurring | undefined;
  const makeNewest = async (): Promise<void> => {
    await turn.come;
    if (stopping.aborted) return;
    making ??= everyMinute(make, tell);
    await within(longestMaking, making.first);
  };
  return {
    add: platform => {
      const dispatcher = createDispatcher({ ...rest, ...limits, platform, jobs, clock: systemClock, stopping, tell });
      dispatchers.set(platform.name, dispatcher);
      const kind = planKind(platform.name);
      const takeUp = async (): Promise<undefined> => void (await dispatcher.takeUp().catch(tell));
      jobs.work(kind, takeUp, { atATime: 1, lookEvery: minute / 2 });
      // After an outage the newest edition is brought, which may have to be made first.
      void makeNewest().then(() => {
        if (stopping.aborted) return;
        recurring.push(everyMinute(() => jobs.ask(kind, [{ key: 'all', data: null }]), tell));
      });
    },
    dispatcherOf: name => (turn.hasCome() ? dispatchers.get(name) : undefined),
    stop: async () => {
      void making?.stop();
      await Promise.all(recurring.map(one => one.stop()));
      await jobs.stop();
      await Promise.all(Array.from(dispatchers.values(), dispatcher => dispatcher.idle()));
    },
  };
};
