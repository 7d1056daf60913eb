/** A clock that stands still until a test or a benchmark moves it on, so that hours of waiting pass in moments, in their order. */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Clock } from '../src/delivery/clock.ts';

export interface VirtualClock extends Clock {
  /** Moves on by so many milliseconds. Who pauses wakes at its own instant, and does all it can before the next one does. */
  advance(milliseconds: number): Promise<void>;
  /**
   * Jumps from one waking to the next until `work` is settled.
   * @param isBusy Whether something is at work that takes real time, such as a call over a socket: the time stands still meanwhile.
   * @throws Error where nothing is at work and nobody pauses, so that the work would never end.
   */
  run<Result>(work: Promise<Result>, isBusy?: () => boolean): Promise<Result>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** @param start ISO 8601 instant. */
export const virtualClock = (start = '2026-04-01T06:00:00Z'): VirtualClock => {
  let now = Date.parse(start);
  const sleepers = new Set<Sleeper>();

  /** Among those of one instant, who came first. */
  const nextSleeper = (): Sleeper | undefined => {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) if (next === undefined || sleeper.at < next.at) next = sleeper;
    return next;
  };

  const wake = async (sleeper: Sleeper): Promise<void> => {
    now = Math.max(now, sleeper.at);
    sleeper.wake();
    // All that follows from it by promises alone is done when the loop has turned.
    await turnOfTheLoop();
  };

  return {
    now: () => new Date(now),
    pause: (milliseconds, signal) =>
      new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const wakeUp = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wakeUp);
          resolve();
        };
        const sleeper = { at: now + Math.max(0, milliseconds), wake: wakeUp };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wakeUp);
      }),
    advance: async milliseconds => {
      const end = now + milliseconds;
      await turnOfTheLoop();
      for (let next = nextSleeper(); next !== undefined && next.at <= end; next = nextSleeper()) await wake(next);
      now = end;
    },
    run: async (work, isBusy = () => false) => {
      let isSettled = false;
      const settled = () => {
        isSettled = true;
      };
      work.then(settled, settled);
      await turnOfTheLoop();
      while (!isSettled) {
        const next = nextSleeper();
        if (isBusy()) await turnOfTheLoop();
        else if (next !== undefined) await wake(next);
        else throw new Error('Nothing is at work and nobody waits for a time to come: the work would never end.');
      }
      return work;
    },
  };
};
