/** How the operator ends a run: SIGTERM or Ctrl-C, and it is over within ten seconds. */
import type { Logger } from 'pino';

/** Milliseconds, a little less than the ten seconds after which Docker and others kill. */
const longest = 9_500;

/** Aborted once the operator asks for an end. A second request ends the process at once, as it would without us. */
export const shutdownSignal = (logger: Logger): AbortSignal => {
  const shutdown = new AbortController();
  const begin = (): void => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.removeListener(name, begin);
    logger.info('Stopping: what is in hand is finished.');
    setTimeout(() => {
      logger.fatal('What was in hand took too long. It goes on at the next start.');
      process.exit(1);
    }, longest).unref();
    shutdown.abort();
  };
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, begin);
  return shutdown.signal;
};
