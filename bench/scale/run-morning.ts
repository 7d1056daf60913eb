/** One morning from nine to its end, with so many workers: what came to the channels when, and what that took of the machine. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openArchive } from '../../src/archive/archive.ts';
import { promisedWindow } from '../../src/delivery/spread.ts';
import { hour, minute } from '../../src/edition/duration.ts';
import { createDatabase, dropDatabase } from '../../tests/postgres/server.ts';
import { installEverywhere } from './installing.ts';
import { type KeptDelivery, readLedger } from './ledger.ts';
import { type CrowdedWorkspace, type Loopback, type Sightings, startLoopback } from './loopback.ts';
import { memoryOptions } from './memory.ts';
import { dueAt, fillMorning, subscriptionsOf } from './morning.ts';
import { type Order, ready, type Stop, type Usage, usage } from './orders.ts';
import { keepTime } from './timekeeper.ts';
import { usageOfPostgres } from './usage.ts';
import { takeOverJobTime } from './virtual-jobs.ts';

export interface Morning {
  readonly workspaces: readonly CrowdedWorkspace[];
  readonly sightings: Sightings;
  readonly ledger: readonly KeptDelivery[];
  /** When the workers began, in milliseconds since 1970. */
  readonly begun: number;
  readonly planner: Usage & { readonly seconds: number };
  readonly workers: readonly Usage[];
  /** Seconds of machine time for which the workers were at work, and those of the processor that the others took meanwhile. */
  readonly wall: number;
  readonly slack: number;
  readonly postgres: number;
}

/** Whatever goes wrong, it ends. */
const longest = 6 * hour;

/**
 * The editions are planned at nine, and the workers begin when the window is over in which all was to begin: so nothing but
 * what they can do, and what the limits allow, holds anything back.
 * @param server Address of a Postgres server.
 * @param size Workspaces.
 */
export const runMorning = async (server: string, size: number, workers: number): Promise<Morning> => {
  const url = await createDatabase(server);
  const start = Date.parse(dueAt);
  const begun = start + promisedWindow;
  let moveJobTime = async (_: number) => {};
  const time = keepTime(start, now => moveJobTime(now));
  const slack = await startLoopback(size, time.now);
  const archive = await openArchive({ postgresUrl: url });
  await fillMorning(
    archive,
    slack.workspaces.flatMap(({ id, channels }, place) => subscriptionsOf(id, place, channels)),
  );
  await installEverywhere(archive, slack.workspaces);

  const planning = await startWorker({ ...orderFor(url, slack), plans: true, carries: false });
  const jobTime = await takeOverJobTime(url, start);
  moveJobTime = jobTime.moveTo;
  const planned = performance.now();
  await time.run([planning], () => true);
  const seconds = (performance.now() - planned) / 1_000;
  const planner = { ...(await stopWorker(planning)), seconds };
  const expected = (await readLedger(archive)).reduce((sum, { parts }) => sum + parts, 0);

  const processes = await Promise.all(
    Array.from({ length: workers }, (_, place) =>
      startWorker({ ...orderFor(url, slack), plans: place === 0, carries: true }),
    ),
  );
  await time.jumpTo(begun);
  const postgres = await usageOfPostgres(url);
  const before = { wall: performance.now(), postgres: postgres(), own: process.cpuUsage() };
  let doneAt: number | undefined;
  await time.run(processes, () => {
    if (slack.sightings().messages >= expected) doneAt ??= time.now();
    // Answers are still on their way then, and what would come too often would come.
    return time.now() > Math.min(begun + longest, (doneAt ?? Number.POSITIVE_INFINITY) + minute);
  });
  const { user, system } = process.cpuUsage(before.own);
  const morning = {
    begun,
    planner,
    wall: (performance.now() - before.wall) / 1_000,
    slack: (user + system) / 1_000_000,
    postgres: postgres() - before.postgres,
    workers: await Promise.all(processes.map(stopWorker)),
    workspaces: slack.workspaces,
    sightings: slack.sightings(),
    ledger: await readLedger(archive),
  };
  await jobTime.close();
  await archive.close();
  await slack.close();
  await dropDatabase(url);
  return morning;
};

const orderFor = (
  postgresUrl: string,
  { workspaces, apiUrl, limitedUrl }: Loopback,
): Omit<Order, 'plans' | 'carries'> => {
  const those = (trouble: CrowdedWorkspace['trouble']) =>
    workspaces.flatMap(workspace => (workspace.trouble === trouble ? [workspace.id] : []));
  return {
    kind: 'order',
    postgresUrl,
    apiUrl,
    limited: { apiUrl: limitedUrl, workspaces: those('rate-limited') },
    slow: those('slow'),
  };
};

/** Resolves once it waits for the time. */
const startWorker = async (order: Order): Promise<ChildProcess> => {
  const worker = fork(new URL('./worker.ts', import.meta.url), { execArgv: [...memoryOptions] });
  worker.send(order);
  const [message] = await once(worker, 'message');
  ready.parse(message);
  return worker;
};

const stopWorker = async (worker: ChildProcess): Promise<Usage> => {
  worker.send({ kind: 'stop' } satisfies Stop);
  const [message] = await once(worker, 'message');
  const exit = once(worker, 'exit');
  const told = usage.parse(message);
  await exit;
  return told;
};
