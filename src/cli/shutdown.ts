/** How a run ends: SIGTERM, Ctrl-C or the loss of the last platform, and it is over within ten seconds. */
import type { Logger } from 'pino';
import { within } from '../chat/within.ts';

/** Milliseconds. Docker and others kill after ten seconds; a call to a platform may hang for longer than that. */
const forWork = 8_000;
const forConnections = 1_000;
const longest = 9_500;

/** Aborted once the operator asks for an end. A second request ends the process at once, as it would without us. */
export const shutdownSignal = (): AbortSignal => {
  const shutdown = new AbortController();
  const begin = (): void => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.removeListener(name, begin);
    shutdown.abort();
  };
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, begin);
  return shutdown.signal;
};

/** Ends the process where it has not ended by itself in time, whatever hangs. */
export const endAtLast = (stopping: AbortSignal, logger: Logger): void => {
  const end = (): void => {
    logger.fatal('What was in hand took too long. It goes on at the next start.');
    process.exit(1);
  };
  stopping.addEventListener('abort', () => setTimeout(end, longest).unref(), { once: true });
};

/** Waits for the parts that are being posted; one whose call hangs is let go, and looked for at the next start. */
export const letFinish = async (work: Promise<unknown>, logger: Logger): Promise<void> => {
  if (await isDoneIn(forWork, work)) return;
  logger.warn('A call to a platform is not answered and is let go: the next start looks for what it posted.');
};

/** Waits for the bots to leave. */
export const letLeave = async (leaving: Promise<unknown>, logger: Logger): Promise<void> => {
  if (!(await isDoneIn(forConnections, leaving))) logger.warn('A connection to a platform is not closed in time.');
};

const isDoneIn = async (milliseconds: number, work: Promise<unknown>): Promise<boolean> =>
  (await within(
    milliseconds,
    work.then(() => true),
  )) ?? false;
