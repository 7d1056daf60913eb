/** The bot's delivery as a process of its own, for the torture to kill: the real clients, the real ledger, a clock that runs faster. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { type Logger, pino } from 'pino';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { ArchiveError } from '../../src/archive/archive-error.ts';
import { createDiscordPlatform } from '../../src/chat/discord/platform.ts';
import { createRest } from '../../src/chat/discord/rest.ts';
import { callTimeout, createSlackClient } from '../../src/chat/slack/client.ts';
import { createSlackPlatform } from '../../src/chat/slack/platform.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import { createDispatcher } from '../../src/delivery/dispatcher.ts';
import type { Jobs } from '../../src/delivery/jobs/jobs.ts';
import { openPostgresJobs } from '../../src/delivery/jobs/on-postgres.ts';
import { fastClock } from './fast-clock.ts';
import { type Task, task } from './life.ts';

/** Milliseconds of its clock between two looks at what is due. */
const tick = 10_000;
/** Seconds for which it holds a job that it gives no sign of: the least that there is. */
const jobLease = 10;

const isDelivered = async ({ db }: Archive, { edition, channels }: Task): Promise<boolean> => {
  const finished = db.selectFrom('deliveries').where('edition', '=', edition).where('finished_at', 'is not', null);
  return (await finished.select('key').execute()).length === channels;
};

/** As `work` does, which is tried again while the database is down. */
const onceUp = async <Result>(work: () => Promise<Result>, { clock, logger }: { clock: Clock; logger: Logger }) => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ArchiveError && error.code === 'unreachable')) throw error;
      logger.warn(error.message);
      await clock.pause(tick);
    }
  }
};

const openJobs = (given: Task, logger: Logger): Promise<Jobs> | undefined => {
  if (!given.sharesJobs || !('postgresUrl' in given.archive)) return undefined;
  const { postgresUrl } = given.archive;
  const tell = (error: unknown) => logger.warn({ err: error }, 'A job cannot be kept.');
  return openPostgresJobs({ postgresUrl, name: 'worker', tell, lease: jobLease });
};

const deliverAll = async (given: Task): Promise<void> => {
  const clock = fastClock(given.clock);
  const logger = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }));
  const around = { clock, logger };
  const archive = await onceUp(() => openArchive(given.archive), around);
  const lock = await archive.acquireDeliveryLock();
  if (lock === undefined) throw new Error('The delivery lock is held, though its holder was killed.');
  const timeout = callTimeout / given.clock.speed;
  const slack = createSlackClient({ token: given.slack.token, apiUrl: given.slack.url, logger, timeout });
  const discord = createRest(given.discord.token, given.discord.url, { timeout });
  const jobs = await openJobs(given, logger);
  const options = {
    ...{ archive, clock, logger, stopping: new AbortController().signal },
    ...{ holdsFor: given.holdsFor, atATime: given.atATime },
    ...(jobs !== undefined && { jobs }),
  };
  const dispatchers = [
    createDispatcher({ ...options, platform: createSlackPlatform(async () => slack, logger) }),
    createDispatcher({ ...options, platform: createDiscordPlatform(discord) }),
  ];
  while (!(await onceUp(() => isDelivered(archive, given), around))) {
    await onceUp(() => Promise.all(dispatchers.map(dispatcher => dispatcher.takeUp())), around);
    await clock.pause(tick);
  }
  await jobs?.stop();
  await Promise.all(dispatchers.map(dispatcher => dispatcher.idle()));
  await archive.close();
  lock.release();
};

// Of what was compiled nothing is kept when a process is killed, and most of a start is compiling.
flushCompileCache();
// Its parent is gone: nobody would kill it any more.
process.on('disconnect', () => process.exit(1));
process.send?.('ready');
const [message] = await once(process, 'message');
await deliverAll(task.parse(message));
process.exit(0);
