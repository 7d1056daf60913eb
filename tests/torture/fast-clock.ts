/** A clock that several processes share and that runs a given number of times faster than the machine's. */
import { z } from 'zod';
import { type Clock, systemClock } from '../../src/delivery/clock.ts';

/** Milliseconds since 1970: when the machine's clock says `machine`, this one says `shown`. */
export const clockSetting = z.object({ machine: z.number(), shown: z.number(), speed: z.number().positive() });
export type ClockSetting = z.infer<typeof clockSetting>;

export const fastClock = ({ machine, shown, speed }: ClockSetting): Clock => ({
  now: () => new Date(shown + (Date.now() - machine) * speed),
  pause: (milliseconds, signal) => systemClock.pause(milliseconds / speed, signal),
});
