/** Work that is done now and each minute, and never twice at a time. */
import { schedule } from 'node-cron';
import { minute } from '../edition/duration.ts';

export interface Recurring {
  /** Resolves once the work was done for the first time, or failed. */
  readonly first: Promise<void>;
  /** Resolves once what was in hand is done; nothing is begun any more. */
  stop(): Promise<void>;
}

/** @param tell Is told of a failure, after which the work is done again the next minute. */
export const everyMinute = (work: () => Promise<void>, tell: (error: unknown) => void): Recurring => {
  let inHand: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    inHand ??= work()
      .catch(tell)
      .finally(() => {
        inHand = undefined;
      });
    return inHand;
  };
  const first = begin();
  const task = schedule('* * * * *', begin, {
    // A minute that passes while the work is in hand, or the machine asleep, is made up for when that is over.
    suppressMissedWarning: true,
    // By itself node-cron leaves out what is more than a second late: a machine that is busy then would wait minute after minute.
    missedExecutionTolerance: minute,
  });
  return {
    first,
    stop: async () => {
      await task.destroy();
      await inHand;
    },
  };
};
