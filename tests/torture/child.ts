/** The bot's delivery as a process of its own, for the torture to kill: the real clients, the real ledger, a clock that runs faster. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { pino } from 'pino';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { acquireDeliveryLock } from '../../src/archive/delivery-lock.ts';
import { createDiscordPlatform } from '../../src/chat/discord/platform.ts';
import { createRest } from '../../src/chat/discord/rest.ts';
import { callTimeout, createSlackClient } from '../../src/chat/slack/client.ts';
import { createSlackPlatform } from '../../src/chat/slack/platform.ts';
import { createDispatcher } from '../../src/delivery/dispatcher.ts';
import { fastClock } from './fast-clock.ts';
import { type Task, task } from './life.ts';

/** Milliseconds of its clock between two looks at what is due. */
const tick = 10_000;

const isDelivered = async ({ db }: Archive, { edition, channels }: Task): Promise<boolean> => {
  const finished = db.selectFrom('deliveries').where('edition', '=', edition).where('finished_at', 'is not', null);
  return (await finished.select('key').execute()).length === channels;
};

const deliverAll = async (given: Task): Promise<void> => {
  const lock = acquireDeliveryLock(given.archive);
  if (lock === undefined) throw new Error('The delivery lock is held, though its holder was killed.');
  const archive = await openArchive({ path: given.archive });
  const clock = fastClock(given.clock);
  const logger = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }));
  const timeout = callTimeout / given.clock.speed;
  const slack = createSlackClient({ token: given.slack.token, apiUrl: given.slack.url, logger, timeout });
  const discord = createRest(given.discord.token, given.discord.url, { timeout });
  const stopping = new AbortController().signal;
  const dispatchers = [createSlackPlatform(async () => slack, logger), createDiscordPlatform(discord)].map(platform =>
    createDispatcher({ archive, platform, clock, logger, stopping }),
  );
  while (!(await isDelivered(archive, given))) {
    for (const dispatcher of dispatchers) await dispatcher.takeUp();
    await clock.pause(tick);
  }
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
