/** Makes the edition that is due, for as long as the bots run. */
import type { Logger } from 'pino';
import { forgetParts } from '../archive/forgetting.ts';
import { systemClock } from '../delivery/clock.ts';
import { editionDue } from '../delivery/edition-due.ts';
import { type CollectData, collectKind, collectSources } from '../delivery/jobs/collect.ts';
import { editKind } from '../delivery/jobs/edit.ts';
import type { Jobs } from '../delivery/jobs/jobs.ts';
import { daysBefore } from '../edition/dates.ts';
import { second } from '../edition/duration.ts';
import type { SourceStatus } from '../edition/source.ts';
import { build } from './build.ts';
import { messageOf } from './errors.ts';
import { gatherByJobs } from './gather.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';

/** For so many days the parts of an edition are kept, of which nobody asks afterwards. */
const daysKept = 30;

interface MakerOptions {
  readonly jobs: Jobs;
  readonly progress: Progress;
  readonly logger: Logger;
  /** Is told why the edition of a date could not be made this time. */
  readonly onFailure?: (date: string, reason: string) => void;
  /** Once it is aborted, what is in the making is let go, and a failure is none: what the making needs is taken away. */
  readonly stopping: AbortSignal;
}

/**
 * Has this process read sources and make editions where it is asked to.
 * @returns What has the edition that is due made when it is called, where one is: it resolves once that is done, whoever does
 *   it, or failed here. Throws ArchiveError.
 */
export const createMaker = (parts: Parts, options: MakerOptions): (() => Promise<void>) => {
  const { archive, config, now } = parts;
  const { jobs, progress, logger, onFailure, stopping } = options;
  const making = { at: config.digestAt, timeZone: config.timeZone };
  const gathering = gatherByJobs(jobs, stopping);
  let attempts = 0;

  jobs.work(
    collectKind,
    async ({ data }) => ((await unlessStopped(stopping, collectNamed(data, parts))) ? undefined : now()),
    { lookEvery: second },
  );
  jobs.work(
    editKind,
    async ({ data: { date } }) => {
      try {
        const edited = await unlessStopped(stopping, build(parts, { date }, progress, gathering));
        // Others go on with it at once.
        if (edited === undefined) return now();
        await forgetParts(archive, daysBefore(date, daysKept));
        return undefined;
      } catch (error) {
        if (stopping.aborted) return now();
        onFailure?.(date, messageOf(error));
        logger.error(
          `The edition of ${date} could not be made and is tried again within ten minutes: ${messageOf(error)}`,
        );
        throw error;
      } finally {
        progress.stop();
        attempts += 1;
      }
    },
    { atATime: 1, lookEvery: 5 * second },
  );

  return async () => {
    const date = await editionDue(archive, making, now().toISOString());
    if (date === undefined || (await isGivenUp(jobs, date))) return;
    const before = attempts;
    await jobs.ask(editKind, [{ key: date, data: { date } }]);
    while (attempts === before && !stopping.aborted) {
      await systemClock.pause(betweenLooks, stopping);
      if ((await editionDue(archive, making, now().toISOString())) !== date) return;
    }
  };
};

/** Milliseconds. */
const betweenLooks = second / 2;

const isGivenUp = async (jobs: Jobs, date: string): Promise<boolean> =>
  (await jobs.deadLetters()).some(({ kind, key }) => kind === editKind.name && key === date);

/** Those of the list that are named: another process may have another list. */
const collectNamed = ({ names }: CollectData, parts: Parts): Promise<readonly SourceStatus[]> =>
  collectSources({
    ...parts,
    sources: parts.sources.filter(({ name }) => names.includes(name)),
    onProgress: ({ status }) => parts.meter.sourceRead(status),
  });

/** Undefined where the run ends meanwhile. */
const unlessStopped = async <Done>(stopping: AbortSignal, work: Promise<Done>): Promise<Done | undefined> => {
  const { promise: stopped, resolve } = Promise.withResolvers<undefined>();
  const stop = () => resolve(undefined);
  stopping.addEventListener('abort', stop, { once: true });
  if (stopping.aborted) stop();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    stopping.removeEventListener('abort', stop);
  }
};
