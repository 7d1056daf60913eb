/** Says in the log what failed that is tried again each minute. */
import type { Logger } from 'pino';
import { ArchiveError } from '../archive/archive-error.ts';
import { minute } from '../edition/duration.ts';

type TellTrouble = (error: unknown) => void;

/** An archive that cannot be written or read fails all that is in hand: it is told once in a minute, in words that need no stack. */
export const createTroubleLog = (logger: Logger, now: () => Date): TellTrouble => {
  let lastTold: number | undefined;
  return error => {
    if (!(error instanceof ArchiveError)) {
      logger.error({ err: error }, 'Something failed that is done each minute.');
      return;
    }
    const present = Math.floor(now().getTime() / minute);
    if (present === lastTold) return;
    lastTold = present;
    logger.error({ code: error.code }, `${error.message} Nothing is posted until then.`);
  };
};
