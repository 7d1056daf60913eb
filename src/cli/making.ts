/** Makes the edition that is due, for as long as the bots run. */
import type { Logger } from 'pino';
import { forgetParts } from '../archive/forgetting.ts';
import { editionDue } from '../delivery/edition-due.ts';
import { daysBefore } from '../edition/dates.ts';
import { minute } from '../edition/duration.ts';
import { build } from './build.ts';
import { messageOf } from './errors.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';

/** How long the making of an edition waits after a failure, in milliseconds. */
const pauseAfterFailure = 10 * minute;

/** For so many days the parts of an edition are kept, of which nobody asks afterwards. */
const daysKept = 30;

interface MakerOptions {
  readonly progress: Progress;
  readonly logger: Logger;
  /** Once it is aborted, a failure is none: what the making needs is taken away. */
  readonly stopping: AbortSignal;
}

/** What makes the edition that is due when it is called, where one is; it waits a while after a failure. Throws ArchiveError. */
export const createMaker = (parts: Parts, { progress, logger, stopping }: MakerOptions): (() => Promise<void>) => {
  const { archive, config, now } = parts;
  const making = { at: config.digestAt, timeZone: config.timeZone };
  let notBefore = 0;
  return async () => {
    if (now().getTime() < notBefore) return;
    const date = await editionDue(archive, making, now().toISOString());
    if (date === undefined) return;
    try {
      await build(parts, { date }, progress);
    } catch (error) {
      progress.stop();
      if (stopping.aborted) return;
      notBefore = now().getTime() + pauseAfterFailure;
      logger.error(`The edition of ${date} could not be made and is tried again in ten minutes: ${messageOf(error)}`);
      return;
    }
    await forgetParts(archive, daysBefore(date, daysKept));
  };
};
