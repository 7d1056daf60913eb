/** What is done each minute while the bots run: the edition that is due is made, and channels get what is due to them. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Platform } from '../chat/platform.ts';
import { within } from '../chat/within.ts';
import { systemClock } from '../delivery/clock.ts';
import { createDispatcher, type Dispatcher } from '../delivery/dispatcher.ts';
import { minute } from '../edition/duration.ts';
import { everyMinute, type Recurring } from './every-minute.ts';
import { createTroubleLog } from './trouble.ts';
import type { Turn } from './turn.ts';

export interface DeliveringOptions {
  readonly archive: Archive;
  readonly turn: Turn;
  /** Makes the edition that is due, where one is. */
  readonly make: () => Promise<void>;
  readonly thread: ThreadOptions;
  readonly logger: Logger;
  /** Once it is aborted, no part is begun any more. */
  readonly stopping: AbortSignal;
}

export interface Delivering {
  /** Delivers on this platform as well, from the process's turn on. */
  add(platform: Platform): void;
  /** What posts on a platform; undefined while it is not up, or another process delivers. */
  dispatcherOf(name: Platform['name']): Dispatcher | undefined;
  /** Resolves once what was in hand is done. An edition in the making is let go: it is made anew at the next start. */
  stop(): Promise<void>;
}

/** Milliseconds. A model of one's own may write for hours: whatever else is due does not wait for that. */
const longestMaking = 10 * minute;

/** Resolves once it is known whether it is this process's turn. */
export const startDelivering = async (options: DeliveringOptions): Promise<Delivering> => {
  const { turn, make, stopping, ...rest } = options;
  const tell = createTroubleLog(options.logger, systemClock.now);
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
      const dispatcher = createDispatcher({ ...rest, platform, clock: systemClock, stopping, tell });
      dispatchers.set(platform.name, dispatcher);
      // After an outage the newest edition is brought, which may have to be made first.
      void makeNewest().then(() => {
        if (!stopping.aborted) recurring.push(everyMinute(dispatcher.takeUp, tell));
      });
    },
    dispatcherOf: name => (turn.hasCome() ? dispatchers.get(name) : undefined),
    stop: async () => {
      void making?.stop();
      await Promise.all(recurring.map(one => one.stop()));
      await Promise.all(Array.from(dispatchers.values(), dispatcher => dispatcher.idle()));
    },
  };
};
