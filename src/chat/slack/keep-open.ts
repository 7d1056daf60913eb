/** Keeps a connection open: when it was closed it is opened again, at once and then at growing intervals. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { PlatformError } from '../platform.ts';

export interface KeptOpen {
  /** Opens it for the first time. Rejects where that fails: only a connection that once stood is kept. */
  open(): Promise<void>;
  /** To be called when it was closed, by whomever. */
  wasClosed(): void;
  /** Lets it stay closed from now on. */
  close(): void;
}

const shortestPause = 1_000;
const longestPause = 30_000;

/** Milliseconds before the next try; half of it by chance, so that many bots do not come back in step. */
const pauseAfter = (failures: number, chance: number): number =>
  Math.min(longestPause, shortestPause * 2 ** (failures - 1)) * (0.5 + chance / 2);

/** @param connect resolves once the connection stands; `retryAfter` of a PlatformError is honoured. */
export const keepOpen = (connect: () => Promise<unknown>, logger: Logger): KeptOpen => {
  const closing = new AbortController();
  let isOpen = false;

  const reopen = async (): Promise<void> => {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      try {
        await connect();
        isOpen = true;
        logger.info('Connected to Slack again');
        return;
      } catch (error) {
        await waitAfter(error, failures + 1);
      }
    }
  };

  const waitAfter = async (error: unknown, failures: number): Promise<void> => {
    const asked = error instanceof PlatformError ? error.retryAfter : undefined;
    const milliseconds = asked ?? pauseAfter(failures, Math.random());
    logger.warn({ err: error, failures }, 'Slack cannot be reached; the bot hears nobody there until it can');
    await pause(milliseconds, undefined, { signal: closing.signal }).catch(() => {});
  };

  return {
    open: async () => {
      await connect();
      isOpen = true;
    },
    wasClosed: () => {
      if (!isOpen || closing.signal.aborted) return;
      isOpen = false;
      logger.info('The connection to Slack was closed; it is opened again');
      void reopen();
    },
    close: () => closing.abort(),
  };
};
