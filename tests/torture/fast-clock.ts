/** A clock that several processes share, and that runs a given number of times faster than the machine's while it runs. */
import { z } from 'zod';
import { type Clock, systemClock } from '../../src/delivery/clock.ts';

/** Milliseconds since 1970: when the machine's clock says `machine`, this one says `shown`. */
export const clockSetting = z.object({ machine: z.number(), shown: z.number(), speed: z.number().positive() });
export type ClockSetting = z.infer<typeof clockSetting>;

export const fastClock = ({ machine, shown, speed }: ClockSetting): Clock => ({
  now: () => new Date(shown + (Date.now() - machine) * speed),
  pause: (milliseconds, signal) => systemClock.pause(milliseconds / speed, signal),
});

export interface StoppableClock extends Clock {
  /** Stands still from now on. */
  stop(): void;
  /** Goes on, at `shown` (milliseconds since 1970) or where it is. @returns How others go along with it. */
  start(shown?: number): ClockSetting;
}

/** Stands at `shown` at first. */
export const stoppableClock = (shown: number, speed: number): StoppableClock => {
  let stoodAt = shown;
  let started = Promise.withResolvers<Clock>();
  let running: Clock | undefined;
  return {
    now: () => running?.now() ?? new Date(stoodAt),
    pause: async (milliseconds, signal) => (await started.promise).pause(milliseconds, signal),
    stop: () => {
      if (running === undefined) return;
      stoodAt = running.now().getTime();
      running = undefined;
      started = Promise.withResolvers();
    },
    start: (at = running?.now().getTime() ?? stoodAt) => {
      const setting = { machine: Date.now(), shown: at, speed };
      running = fastClock(setting);
      started.resolve(running);
      return setting;
    },
  };
};
