/** Opens the archive for a run that is to last: a server that is not up yet, as after the reboot of a machine, is waited for. */
import { type Archive, openArchive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Config } from '../config.ts';
import { backoff } from '../delivery/backoff.ts';
import { systemClock } from '../delivery/clock.ts';
import { type ArchiveAddress, archiveText } from '../edition/archive-address.ts';
import { second } from '../edition/duration.ts';
import { createLogger, logSettings } from './log.ts';

export interface Waiting {
  /** Resolves after so many milliseconds, and at once when it is aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Is told in a sentence that a server is waited for, and that it is up: each once. */
  readonly tell: (sentence: string) => void;
  /** Once it is aborted, nothing is tried any more. */
  readonly stopping: AbortSignal;
  /** Default: Math.random. */
  readonly random?: () => number;
}

/** Milliseconds between two tries. */
const limits = { first: second, longest: 30 * second };

/**
 * Undefined where the run ends meanwhile.
 * @throws ArchiveError as `openArchive` does, for what no waiting mends.
 */
export const openArchiveWhenUp = async (
  address: ArchiveAddress,
  { pause, tell, stopping, random = Math.random }: Waiting,
): Promise<Archive | undefined> => {
  for (let failures = 0; !stopping.aborted; ) {
    try {
      const archive = await unlessAborted(stopping, openArchive(address));
      if (archive !== undefined && failures > 0) tell(`There is ${archiveText(address)}: the start goes on.`);
      return archive;
    } catch (error) {
      if ('path' in address || !isMendedByWaiting(error)) throw error;
      failures += 1;
      if (failures === 1) tell(`${error.message} It is tried again until then.`);
      await pause(backoff(failures, limits, random), stopping);
    }
  }
  return undefined;
};

const isMendedByWaiting = (error: unknown): error is ArchiveError =>
  error instanceof ArchiveError && (error.code === 'unreachable' || error.code === 'busy');

/** A server that neither answers nor refuses holds up no end: what is opened too late is closed. */
const unlessAborted = async (signal: AbortSignal, opening: Promise<Archive>): Promise<Archive | undefined> => {
  const { promise: aborted, resolve } = Promise.withResolvers<undefined>();
  const abort = () => resolve(undefined);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const archive = await Promise.race([opening, aborted]);
    if (archive === undefined) opening.then(late => late.close()).catch(() => {});
    return archive;
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

/** As `openArchiveWhenUp`, in the time of the machine and with its log. */
export const archiveForRun = (config: Config, stopping: AbortSignal): Promise<Archive | undefined> => {
  const logger = createLogger(logSettings(config), process.stderr);
  const { pause } = systemClock;
  return openArchiveWhenUp(config.database, { pause, stopping, tell: sentence => logger.warn(sentence) });
};
