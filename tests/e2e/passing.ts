/** The time of a vendor's server beside a clock that only pauses move on. */
import type { HastyClock } from '../hasty-clock.ts';

/** @returns The clock's time in milliseconds since 1970, and what passes meanwhile, as a vendor's limits are by the second. */
export const passing = (clock: HastyClock): (() => number) => {
  const begun = performance.now();
  return () => Math.floor(clock.now().getTime() + performance.now() - begun);
};
