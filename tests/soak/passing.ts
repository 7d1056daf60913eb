/** How time passes in a soak: fast, slower where the bot has much to do, at its true pace for people, and skipped where it waits. */
import { setTimeout as machineWait } from 'node:timers/promises';
import { second } from '../../src/edition/duration.ts';
import type { Bot } from './bot.ts';
import type { Stage } from './stage.ts';
import type { SteeredClock } from './steered-clock.ts';

/** Milliseconds of the bot's clock by which it is let run before something is due. */
export const leadTime = 15 * second;
/** Milliseconds of the machine's clock between two looks. */
const betweenLooks = 40;
/** Where the bot asks for nothing for so long, by the machine's clock, it waits for a time to come: so much of that is skipped. */
const quiet = 300;
const stride = 20 * second;
/** So many times slower runs the clock where the bot has much to do: else its time-outs would pass meanwhile. */
const calm = 6;

export interface Passing {
  /** Hears of each request of the bot. */
  onRequest(): void;
  /** Slower, until `work` is settled. */
  calmly<Result>(work: Promise<Result>): Promise<Result>;
  /** As on the machine's clock, by which people are patient. */
  forPeople<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Skips the time until shortly before `instant`, once no call is under way. */
  skipTo(instant: number): Promise<void>;
  /** Lets it pass until `isDone`, or `latest`. Rejects with `broken`. */
  until(isDone: () => Promise<boolean>, latest: number, broken: Promise<never>): Promise<void>;
}

export interface PassingOptions {
  readonly clock: SteeredClock;
  /** How many times faster than the machine's. */
  readonly speed: number;
  readonly stage: () => Pick<Stage, 'idle' | 'isIdle'>;
  /** That goes along; undefined before the first. */
  readonly bot: () => Bot | undefined;
}

export const createPassing = ({ clock, speed, stage, bot }: PassingOptions): Passing => {
  let lastRequest = 0;
  let busyStretches = 0;

  const steer = ({ shown = clock.read(), isForPeople = false }): void => {
    const pace = isForPeople ? 1 : busyStretches > 0 ? speed / calm : speed;
    clock.steer({ machine: Date.now(), shown, speed: pace });
    bot()?.steer();
  };

  return {
    onRequest: () => {
      lastRequest = performance.now();
    },
    calmly: async work => {
      busyStretches += 1;
      steer({});
      try {
        return await work;
      } finally {
        busyStretches -= 1;
        steer({});
      }
    },
    forPeople: async work => {
      steer({ isForPeople: true });
      try {
        return await work();
      } finally {
        steer({});
      }
    },
    skipTo: async instant => {
      await stage().idle();
      if (clock.read() < instant - leadTime) steer({ shown: instant - leadTime });
    },
    until: async (isDone, latest, broken) => {
      while (!(await isDone()) && clock.read() < latest) {
        await Promise.race([machineWait(betweenLooks), broken]);
        if (!stage().isIdle() || performance.now() - lastRequest < quiet) continue;
        if (!(await bot()?.isWaiting())) continue;
        lastRequest = performance.now();
        steer({ shown: clock.read() + stride });
      }
    },
  };
};
