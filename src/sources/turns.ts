/** Lets long computations take turns with the network. */
import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';

/** Runs a computation when its turn has come: one in each round of the event loop. */
export type TakeTurn = <Result>(compute: () => Result) => Promise<Result>;

/**
 * Answers that arrive together would be parsed together, and no request would be sent meanwhile: a thousand feeds of 27 KB take
 * 1.1 times their download with turns, and 1.6 times without (bench/collect.ts).
 */
export function createTurns(): TakeTurn {
  const queue = new PQueue({ concurrency: 1 });
  return compute =>
    queue.add(async () => {
      await setImmediate();
      return compute();
    });
}
