/**
 * 20,000 channels in 2,000 Slack workspaces want their edition at the same moment: what one worker does on Postgres, and what
 * two do, under the documented limits. Waiting is wound on, by one clock for all processes; calls and statements are real.
 */
import { promisedWindow } from '../src/delivery/spread.ts';
import { second } from '../src/edition/duration.ts';
import { startPostgres } from '../tests/postgres/server.ts';
import { rounded } from './figures.ts';
import { run as lookUpAmongMillion } from './million-entries.ts';
import { type Judgement, judge } from './scale/judgement.ts';
import { measurePlanning } from './scale/planning.ts';
import { type Morning, runMorning } from './scale/run-morning.ts';

const workspaces = 2_000;

const bounds = { leastGain: 1.7, mostTimesFloor: 1.2, megabytes: 300, renderings: 10 };

/** Prints tables; sets the exit code where a bound is missed. */
export const run = async (): Promise<void> => {
  await measureMornings();
  await lookUpAmongMillion();
};

const measureMornings = async (): Promise<void> => {
  const server = await startPostgres();
  try {
    const mornings: Morning[] = [];
    for (const workers of [1, 2]) mornings.push(await runMorning(server.url, workspaces, workers));
    report(mornings);
    const memory = await measurePlanning(server.url);
    if (!(memory < bounds.megabytes)) fail(`Planning for 100,000 channels took ${Math.round(memory)} MB of memory.`);
  } finally {
    await server.close();
  }
};

const report = (mornings: readonly Morning[]): void => {
  const judged = mornings.map(morning => ({ morning, judgement: judge(morning) }));
  const [one, two] = judged.map(({ judgement }) => judgement);
  const gain = (one?.makespan ?? 0) / (two?.makespan ?? 0);
  console.table(judged.map(({ morning, judgement }) => inVirtualTime(morning, judgement)));
  console.table(judged.map(({ morning, judgement }) => ofTheMachine(morning, judgement)));
  console.table(mornings.map(ofPlanning));
  console.log(`Two workers are ${rounded(gain)} times as fast as one.`);
  if (!(gain >= bounds.leastGain)) fail(`Two workers are less than ${bounds.leastGain} times as fast as one.`);
  for (const { morning, judgement } of judged) check(morning, judgement);
};

const inVirtualTime = ({ workers }: Morning, judgement: Judgement) => ({
  workers: workers.length,
  deliveries: judgement.deliveries,
  parts: judgement.parts,
  'makespan, s': rounded(judgement.makespan),
  'deliveries a second': rounded(judgement.perSecond),
  'longest wait, s': rounded(judgement.longestWait),
  'worst × floor': rounded(judgement.worst),
  'p99 × floor': rounded(judgement.p99),
  'rate-limited × floor': rounded(judgement.worstOf['rate-limited']),
  'slow × floor': rounded(judgement.worstOf.slow),
  '429s met': judgement.tooMany,
  doubles: judgement.doubles,
  'out of order': judgement.outOfOrder,
  lost: judgement.lost,
});

const ofTheMachine = ({ wall, workers, slack, postgres }: Morning, { parts }: Judgement) => {
  const perPart = (seconds: number) => `${rounded((seconds * 1_000) / parts)} ms`;
  const processor = workers.reduce((sum, worker) => sum + worker.processor, 0);
  return {
    workers: workers.length,
    'took in truth, s': rounded(wall),
    'processor, a part: workers': perPart(processor),
    Postgres: perPart(postgres),
    'the loopback Slack': perPart(slack),
    'memory of a worker, MB': workers.map(({ memory }) => Math.round(memory)).join(', '),
    'tried again': workers.flatMap(({ troubles }) => troubles).length,
  };
};

const ofPlanning = ({ planner, ledger }: Morning) => ({
  'channels planned': ledger.length,
  'seconds in truth': rounded(planner.seconds),
  'of the processor': rounded(planner.processor),
  'memory, MB': Math.round(planner.memory),
  renderings: planner.renderings,
});

const check = ({ workers, planner }: Morning, judgement: Judgement): void => {
  const count = `With ${workers.length} of them`;
  const { worst, longestWait, tooMany, doubles, outOfOrder, lost } = judgement;
  if (!(worst <= bounds.mostTimesFloor)) {
    fail(`${count}, a workspace took more than ${bounds.mostTimesFloor} times what its limits ask for.`);
  }
  if (!(longestWait * second <= promisedWindow)) {
    fail(`${count}, a workspace waited for longer than the ${promisedWindow / second} s that are promised.`);
  }
  if (tooMany > 0) fail(`${count}, Slack said "too many" ${tooMany} times for going faster than its limits.`);
  if (doubles + outOfOrder + lost > 0) {
    fail(`${count}, ${doubles} messages came twice, ${outOfOrder} out of order, and ${lost} did not come.`);
  }
  for (const { memory } of [...workers, planner]) {
    if (!(memory < bounds.megabytes)) fail(`${count}, a process took ${Math.round(memory)} MB of memory.`);
  }
  if (planner.renderings > bounds.renderings) {
    fail(`${planner.renderings} messages were rendered for ${bounds.renderings} choices of what to follow.`);
  }
  for (const trouble of new Set(workers.flatMap(({ troubles }) => troubles))) fail(`${count}: ${trouble}`);
};

const fail = (reason: string): void => {
  console.error(reason);
  process.exitCode = 1;
};
