/** `doctor`: looks at everything that the bot stands on, and says what to do about what is not well. */
import { type Dispatcher, fetch as fetchBy } from 'undici';
import type { Archive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../delivery/clock.ts';
import type { ArchiveAddress } from '../edition/archive-address.ts';
import { examineDeliveries, examineJobs, examineTurn } from './delivery-examinations.ts';
import { type AskForHead, examineClock, examineDatabase, examineFeeds, examinePlatforms } from './examinations.ts';
import { type Examined, type FindingsForm, findingsText, isInOrder } from './findings.ts';
import { gather } from './gather.ts';
import { createLogger, logSettings } from './log.ts';
import { examineModels } from './model-examination.ts';
import { liveParts } from './parts.ts';
import { examinePrivacy } from './privacy-examination.ts';
import type { Progress } from './progress.ts';

export interface Diagnosis {
  /** Whether the bot can do its work, be it with notes. */
  readonly isWell: boolean;
  readonly text: string;
}

/** Examines database, clock, models, feeds, platforms and deliveries; a database that cannot be used hides nothing of the rest. */
export const doctor = async (config: Config, progress: Progress, form: FindingsForm): Promise<Diagnosis> => {
  const database = await examineDatabase(config.database);
  const parts = await liveParts(database.isWell ? config : { ...config, database: { path: ':memory:' } });
  const { archive, now, dispatcher } = parts;
  const making = { at: config.digestAt, timeZone: config.timeZone };
  try {
    for (const note of parts.notes) progress.warn(note);
    const statuses = await gather(parts, progress);
    if (config.models) progress.start('Asking the language models');
    const models = await examineModels(config.models, { now, pause: systemClock.pause, fetch });
    if (config.models) progress.done('Asked the language models');
    // The platforms' clients log what they do; here the findings say it.
    const logger = createLogger({ ...logSettings(config), level: 'fatal' }, process.stderr);
    const findings = [
      database,
      ...examinePrivacy(config.database),
      await examineClock(config, { ...serverWithClock(config, dispatcher, parts.sources[0]?.site), now }),
      ...models,
      ...(await examinePlatforms(config, archive, logger)),
      ...(database.isWell ? await examineWorkers(config.database, archive) : []),
      ...(await examineDeliveries(archive, { making, now: now() })),
      ...examineFeeds(statuses),
    ];
    return { isWell: isInOrder(findings), text: findingsText(findings, form) };
  } finally {
    progress.stop();
    await parts.close();
  }
};

const examineWorkers = async (database: ArchiveAddress, archive: Archive): Promise<readonly Examined[]> => {
  if ('path' in database) return [await examineTurn(archive)];
  const { openPostgresJobs } = await import('../delivery/jobs/on-postgres.ts');
  const jobs = await openPostgresJobs({ ...database, tell: () => {} });
  try {
    return await examineJobs(jobs);
  } finally {
    await jobs.stop();
  }
};

/** A platform's rather than a blog's: whose clock must agree with ours. A blog is asked as blogs are, since strangers name it. */
const serverWithClock = (
  { slack, discord }: Config,
  dispatcher: Dispatcher,
  site = 'https://slack.com',
): { readonly url: string; readonly exchange: AskForHead } => {
  if (slack) return { url: slack.apiUrl ?? 'https://slack.com', exchange: fetch };
  if (discord) return { url: discord.apiUrl ?? 'https://discord.com', exchange: fetch };
  return { url: site, exchange: askBlog(dispatcher) };
};

/** What went wrong is the cause of undici's "fetch failed". */
const askBlog =
  (dispatcher: Dispatcher): AskForHead =>
  (url, init) =>
    fetchBy(url, { ...init, dispatcher }).catch((error: unknown) => {
      throw error instanceof TypeError ? (error.cause ?? error) : error;
    });
