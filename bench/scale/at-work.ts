/** What is under way in a process that takes real time: calls to a platform, statements of a database. */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

export interface AtWork {
  /** Something begins, which is over when what is returned is called. */
  begin(): () => void;
  /** Counts `work` until it is settled. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves once nothing is under way, nor follows from what was. */
  rest(): Promise<void>;
}

export const createAtWork = (): AtWork => {
  let underWay = 0;
  let onRest = () => {};

  const begin = () => {
    underWay += 1;
    return () => {
      underWay -= 1;
      if (underWay === 0) onRest();
    };
  };

  return {
    begin,
    during: async work => {
      const end = begin();
      try {
        return await work;
      } finally {
        end();
      }
    },
    rest: async () => {
      do {
        if (underWay > 0) {
          await new Promise<void>(resolve => {
            onRest = resolve;
          });
        }
        // All that follows by promises, ticks and immediates alone has begun when the loop has turned.
        await turnOfTheLoop();
        await turnOfTheLoop();
      } while (underWay > 0);
    },
  };
};
