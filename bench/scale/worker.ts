/** A process of the bot as it is where many share the work: with jobs on Postgres and the tokens of all workspaces; but its time is its parent's. */
import { once } from 'node:events';
import pino from 'pino';
import { openArchive } from '../../src/archive/archive.ts';
import { findInstalled } from '../../src/chat/slack/installing/find-installed.ts';
import { createSlackPlatform } from '../../src/chat/slack/platform.ts';
import { createDispatcher } from '../../src/delivery/dispatcher.ts';
import { openPostgresJobs } from '../../src/delivery/jobs/on-postgres.ts';
import { hour, minute, second } from '../../src/edition/duration.ts';
import { app } from '../../tests/servers/slack/identity.ts';
import { createAtWork } from './at-work.ts';
import { countedPlatform, countStatements } from './counted.ts';
import { followTime } from './follow-time.ts';
import { secretsIn } from './installing.ts';
import { order, type Ready, stop, type Usage } from './orders.ts';

/** As `src/cli/delivering.ts` has it for processes that share the work. */
const limits = { atATime: 500, longestHold: 5 * second };

const atWork = createAtWork();
countStatements(atWork);
const clock = followTime(atWork);
const [message] = await once(process, 'message');
const { postgresUrl, plans, carries, apiUrl, limited, slow } = order.parse(message);

const logger = pino({ level: 'silent' });
const troubles: string[] = [];
const tell = (error: unknown) => void troubles.push(error instanceof Error ? error.message : String(error));

const archive = await openArchive({ postgresUrl });
// Leases are kept by signs of life at machine time, which passes unlike that of the clock.
const jobs = await openPostgresJobs({ postgresUrl, name: 'worker', tell, lease: hour / second, clock });

const { clientId, clientSecret } = app;
const common = { secrets: secretsIn(archive), clientId, clientSecret, logger, now: () => clock.now().getTime() };
const installed = findInstalled({ ...common, apiUrl });
const elsewhere = findInstalled({ ...common, apiUrl: limited.apiUrl });
const isLimited = new Set(limited.workspaces);
const clientOf = async (workspace: string) =>
  (await (isLimited.has(workspace) ? elsewhere : installed).workspaceOf(workspace)).client;

/** An answer of Slack takes a tenth to a third of a second, from a slow workspace ten. */
const isSlow = new Set(slow);
let answers = 0;
const answerTime = (workspace: string) => {
  answers += 1;
  return isSlow.has(workspace) ? 10 * second : second / 10 + (answers % 5) * 50;
};
const { platform, asked } = countedPlatform(createSlackPlatform(clientOf, logger), { atWork, clock, answerTime });

const stopping = new AbortController();
const stopped = new Promise<void>(resolve => {
  process.on('message', told => {
    if (stop.safeParse(told).success) resolve();
  });
});
process.send?.({ kind: 'ready' } satisfies Ready);
await clock.begun;
const before = process.cpuUsage();

const dispatcher = createDispatcher({
  archive,
  platform,
  jobs: carries ? jobs : { ...jobs, work: () => {} },
  ...limits,
  holdsFor: hour,
  clock,
  logger,
  tell,
  stopping: stopping.signal,
});
const takeUpEachMinute = async () => {
  while (!stopping.signal.aborted) {
    await dispatcher.takeUp().catch(tell);
    await clock.pause(minute, stopping.signal);
  }
};
const planning = plans ? takeUpEachMinute() : undefined;

await stopped;
const { user, system } = process.cpuUsage(before);
const memory = process.resourceUsage().maxRSS / 1_024;
process.send?.({
  kind: 'usage',
  processor: (user + system) / 1_000_000,
  memory,
  renderings: asked.renderings,
  troubles,
} satisfies Usage);
stopping.abort();
await planning;
await jobs.stop();
await dispatcher.idle();
await archive.close();
process.disconnect();
