/** A clock that is told again and again where to stand and how fast to run; whoever waits by it goes along. */
import type { Clock } from '../../src/delivery/clock.ts';
import type { ClockSetting } from '../torture/fast-clock.ts';

// The machine's, which `hurry.ts` replaces for everybody else.
const { Date: MachineDate, setTimeout, clearTimeout } = globalThis;

export interface SteeredClock extends Clock {
  /** Milliseconds since 1970. */
  read(): number;
  /** Goes on by another setting from now on. What should have happened by then happens at once, in its order. */
  steer(setting: ClockSetting): void;
  /** How it goes now. */
  setting(): ClockSetting;
  /** Runs `task` once, never before so many milliseconds have passed. */
  after(milliseconds: number, task: () => void): Alarm;
}

export interface Alarm {
  /** Does nothing once it has rung. */
  cancel(): void;
  /** Whether it keeps the process from ending; it does at first. */
  keepsProcess(whether: boolean): void;
}

/** What the machine's timers can wait for. */
const longestWait = 2 ** 31 - 1;

export const steeredClock = (first: ClockSetting): SteeredClock => {
  let setting = first;
  /** By alarm, when it rings, and what rings anew where the clock is steered. */
  const waiting = new Map<Alarm, { readonly at: number; readonly arm: () => void }>();
  const read = (): number => setting.shown + (MachineDate.now() - setting.machine) * setting.speed;

  const after = (milliseconds: number, task: () => void): Alarm => {
    const at = read() + milliseconds;
    let timer: NodeJS.Timeout | undefined;
    let isKeeping = true;
    const ring = (): void => {
      if (read() < at) arm();
      else {
        waiting.delete(alarm);
        task();
      }
    };
    const arm = (): void => {
      clearTimeout(timer);
      timer = setTimeout(ring, Math.min(longestWait, Math.ceil(Math.max(0, at - read()) / setting.speed)));
      if (!isKeeping) timer.unref();
    };
    const alarm: Alarm = {
      cancel: () => {
        clearTimeout(timer);
        waiting.delete(alarm);
      },
      keepsProcess: whether => {
        isKeeping = whether;
        if (whether) timer?.ref();
        else timer?.unref();
      },
    };
    waiting.set(alarm, { at, arm });
    arm();
    return alarm;
  };

  return {
    read,
    now: () => new MachineDate(read()),
    setting: () => setting,
    steer: next => {
      setting = next;
      for (const { arm } of [...waiting.values()].sort((one, other) => one.at - other.at)) arm();
    },
    after,
    pause: (milliseconds, signal) =>
      new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const wake = (): void => {
          alarm.cancel();
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const alarm = after(milliseconds, wake);
        signal?.addEventListener('abort', wake);
      }),
  };
};
