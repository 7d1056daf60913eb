/** One time for several processes: it stands still while any of them is at work, and then jumps to what any of them waits for. */
import type { ChildProcess } from 'node:child_process';
import { restTold, type TimeTold } from './link.ts';

export interface Timekeeper {
  /** Milliseconds since 1970. */
  now(): number;
  /** Goes on to an instant at which nobody lived by it yet. */
  jumpTo(instant: number): Promise<void>;
  /**
   * Goes from one waking to the next until `isOver`, which is asked when all processes rest.
   * @param processes Those that live by this time; each follows it by `followTime`.
   * @throws Error where a process ends meanwhile, and where all wait for each other.
   */
  run(processes: readonly ChildProcess[], isOver: () => boolean): Promise<void>;
}

/**
 * @param start Milliseconds since 1970.
 * @param onMove Is told of each instant before the processes are.
 */
export const keepTime = (start: number, onMove = async (_: number) => {}): Timekeeper => {
  let now = start;
  const jumpTo = (instant: number): Promise<void> => {
    now = instant;
    return onMove(now);
  };
  return {
    now: () => now,
    jumpTo,
    run: async (processes, isOver) => {
      for (;;) {
        const rests = await Promise.all(processes.map(process => moveTo(now, process)));
        if (isOver()) return;
        const next = Math.min(...rests);
        if (next === Number.POSITIVE_INFINITY)
          throw new Error('No process waits for a time to come: it would never end.');
        await jumpTo(next);
      }
    },
  };
};

/** Resolves with the instant before which the process does nothing any more. */
const moveTo = (now: number, process: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      leave(() => reject(new Error(`A process ended with ${code} in the middle.`)));
    const onMessage = (message: unknown) => {
      const told = restTold.safeParse(message);
      if (told.success) leave(() => resolve(told.data.next ?? Number.POSITIVE_INFINITY));
    };
    const leave = (settle: () => void) => {
      process.off('exit', onExit);
      process.off('message', onMessage);
      settle();
    };
    process.on('exit', onExit);
    process.on('message', onMessage);
    process.send({ kind: 'time', now } satisfies TimeTold);
  });
