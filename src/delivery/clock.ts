/** Time as delivery takes it: the machine's, or one that a test or a benchmark winds itself. */
import { setTimeout as wait } from 'node:timers/promises';

export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds, or at once when `signal` is aborted. Never rejects. */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  // Timers count by another clock, by which it may be a millisecond later.
  pause: (milliseconds, signal) => wait(milliseconds + 1, undefined, { ...(signal && { signal }) }).catch(() => {}),
};
