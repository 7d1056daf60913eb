/** The clock of a process that lives by the time of another, which is told when this one rests. */
import type { Clock } from '../../src/delivery/clock.ts';
import type { AtWork } from './at-work.ts';
import { type RestTold, timeTold } from './link.ts';

export interface FollowedTime extends Clock {
  /** Resolves with the first instant that is told: nothing is to begin before. */
  readonly begun: Promise<void>;
}

/**
 * Milliseconds: wakings fall on multiples of it, later by less than that, so that much of what happens at about the same
 * time happens at once and the processes need not agree on each moment of it. It divides what the limits of Slack ask for.
 */
const grid = 50;

/** Of the process that it is called in, whose parent keeps the time. */
export const followTime = (atWork: AtWork): FollowedTime => {
  const begun = Promise.withResolvers<void>();
  let now = 0;
  /** By the instant at which they wake. */
  const sleepers = new Map<number, Set<() => void>>();

  const moveTo = async (instant: number): Promise<void> => {
    now = instant;
    begun.resolve();
    for (const [at, wakings] of sleepers) {
      if (at > now) continue;
      sleepers.delete(at);
      for (const wake of wakings) wake();
    }
    await atWork.rest();
    const next = sleepers.size === 0 ? null : Math.min(...sleepers.keys());
    process.send?.({ kind: 'rest', next } satisfies RestTold);
  };

  process.on('message', message => {
    const told = timeTold.safeParse(message);
    if (told.success) void moveTo(told.data.now);
  });

  return {
    begun: begun.promise,
    now: () => new Date(now),
    pause: (milliseconds, signal) =>
      new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const at = Math.ceil((now + Math.max(0, milliseconds)) / grid) * grid;
        const there = sleepers.get(at) ?? new Set();
        const wake = () => {
          there.delete(wake);
          if (there.size === 0) sleepers.delete(at);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        sleepers.set(at, there.add(wake));
        signal?.addEventListener('abort', wake);
      }),
  };
};
