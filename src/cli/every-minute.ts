/** Work that is done each minute, and never twice at a time. */
import { schedule } from 'node-cron';
import type { Logger } from 'pino';

export interface Recurring {
  /** Does the work now, or waits for what is in hand. Never rejects. */
  now(): Promise<void>;
  /** Resolves once what was in hand is done; nothing is begun any more. */
  stop(): Promise<void>;
}

/** A failure is logged, and the work done again the next minute. */
export const everyMinute = (work: () => Promise<void>, logger: Logger): Recurring => {
  let inHand: Promise<void> | undefined;
  let isStopped = false;
  const now = async (): Promise<void> => {
    if (isStopped) return;
    inHand ??= work()
      .catch(error => {
        logger.error({ err: error }, 'Something failed that is done each minute.');
      })
      .finally(() => {
        inHand = undefined;
      });
    await inHand;
  };
  // A minute that passes while the work is in hand, or the machine asleep, is made up for by the next.
  const task = schedule('* * * * *', now, { suppressMissedWarning: true });
  return {
    now,
    stop: async () => {
      isStopped = true;
      await task.destroy();
      await inHand;
    },
  };
};
