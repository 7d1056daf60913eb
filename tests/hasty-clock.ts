/** A clock on which waiting takes no time: each pause moves it on at once. */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Clock } from '../src/delivery/clock.ts';

export interface HastyClock extends Clock {
  /** How long was waited in all, in milliseconds. */
  readonly waited: () => number;
}

/** @param start ISO 8601 instant. */
export const hastyClock = (start: string): HastyClock => {
  let waited = 0;
  return {
    now: () => new Date(Date.parse(start) + waited),
    pause: async (milliseconds, signal) => {
      if (!signal?.aborted) waited += Math.max(0, milliseconds);
      await turnOfTheLoop();
    },
    waited: () => waited,
  };
};
