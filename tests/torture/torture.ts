/** Has the bot deliver editions to many channels, kills it again and again while it does, and counts what went wrong. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { saveEdition } from '../../src/archive/editions.ts';
import { isPost, type Place, placeOf } from './chats.ts';
import { type Wrong, wrongIn, wrongInLedger } from './check.ts';
import { createDraw } from './draw.ts';
import { labelledEdition, partsOfEdition } from './edition.ts';
import { stoppableClock } from './fast-clock.ts';
import {
  type Fault,
  type FaultKind,
  faultAt,
  type Kill,
  type KillPoint,
  killAt,
  type StallPoint,
  stallAt,
} from './fates.ts';
import { type Call, type Fate, type Gate, startGate } from './gate.ts';
import type { Task } from './life.ts';
import { createLives, type Lives } from './lives.ts';
import { createRestarts } from './restarts.ts';
import { seenIn } from './seen.ts';
import { type Stage, startStage } from './stage.ts';

export interface TortureOptions {
  readonly seed: number;
  readonly kills: number;
  readonly channels: number;
  /** How many times faster than the machine's the bot's clock runs. */
  readonly speed: number;
  /** How many calls a process makes on average before it is killed. */
  readonly callsBetweenKills: number;
  /** Default: a file, from which one process delivers. */
  readonly engine?: 'sqlite' | 'postgres';
  /** Processes at a time. Default: one. */
  readonly workers?: number;
  /** How often the server of the archive is restarted. Default: never. */
  readonly restarts?: number;
  /** Whether the workers share their jobs, by pg-boss. Default: each looks by itself what is due. */
  readonly sharesJobs?: boolean;
  readonly onProgress?: (report: Report) => void;
  /** May spoil what stands at the end, and have it checked again. */
  readonly atEnd?: (stage: Stage, check: () => Promise<readonly Wrong[]>) => Promise<void>;
}

export interface Report {
  readonly seed: number;
  readonly workers: number;
  readonly kills: ReadonlyMap<KillPoint, number>;
  readonly stalls: ReadonlyMap<StallPoint, number>;
  readonly restarts: number;
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** Calls that arrived. */
  readonly calls: number;
  readonly editions: number;
  readonly channels: number;
  /** Parts that a kill left as being sent, and those of them that stood then. */
  readonly doubtful: number;
  readonly doubtfulStanding: number;
  readonly wrong: readonly Wrong[];
  readonly seconds: number;
  /** Path of what happened, line by line. */
  readonly journal: string;
}

const firstDay = Date.UTC(2026, 3, 1, 9);
const day = 86_400_000;
/**
 * Milliseconds of the bot's clock, less than its processes hold things for otherwise, so that they are taken over the sooner.
 * No call is under way any more by then: it is made within five seconds, given up after fifteen, and done ten later.
 */
const leaseOfBot = 40_000;
/** More lives than any worker has. */
const ordinalsOfWorker = 1_000_000;

interface Counts {
  readonly kills: Map<KillPoint, number>;
  readonly stalls: Map<StallPoint, number>;
  readonly faults: Map<FaultKind, number>;
}

/** A process, whichever life it lives, with what stands between it and the platforms. */
interface Worker {
  readonly index: number;
  readonly lives: Lives;
  readonly slack: Gate;
  readonly discord: Gate;
  /** How often it was killed. */
  kills: number;
}

/** @throws Error where the bot ends by itself or does not get done. */
export const torture = async (options: TortureOptions): Promise<Report> => {
  const { seed, engine = 'sqlite', workers = 1, restarts = 0, sharesJobs = false, channels, speed } = options;
  const started = performance.now();
  const draw = createDraw(seed);
  const clock = stoppableClock(firstDay, speed);
  const stage = await startStage({ engine, channels }, clock);
  const journal = join(stage.folder, 'journal.jsonl');
  const lines = createWriteStream(journal);
  const note = (what: object) => void lines.write(`${JSON.stringify({ at: clock.now(), ...what })}\n`);
  const server = createRestarts(stage.postgres);
  const holdsFor = leaseOfBot / speed;

  const counts: Counts = { kills: new Map(), stalls: new Map(), faults: new Map() };
  const callsAbout = new Map<string, number>();
  /** By place, who called last about it. */
  const callers = new Map<string, number>();
  const editions: string[] = [];
  let [calls, killed, restarted, doubtful, doubtfulStanding] = [0, 0, 0, 0, 0];
  let wrong: readonly Wrong[] = [];
  const report = (): Report => ({
    ...{ seed, workers, ...counts, restarts: restarted, calls, editions: editions.length, channels },
    ...{ doubtful, doubtfulStanding, wrong, journal },
    seconds: (performance.now() - started) / 1_000,
  });

  const faultOf = (platform: Place['platform'], call: Call): Fault | undefined => {
    calls += 1;
    const place = placeOf(platform, call, stage);
    return faultAt(draw, platform, place, increase(callsAbout, `${platform} ${place}`));
  };
  const fateOf = (worker: number, lives: Lives, platform: Place['platform'], call: Call): Fate => {
    const drawn = faultOf(platform, call);
    const kill = lives.killAtCall(isPost(call));
    const fault = kill === undefined ? drawn : undefined;
    if (fault !== undefined) increase(counts.faults, fault.kind);
    const place = placeOf(platform, call, stage);
    callers.set(place, worker);
    note({ worker, place, call: `${call.method} ${call.path}`, ...(kill && { kill: kill.point }), fault });
    return { kill, fault, stall: lives.stallAtCall() };
  };

  const hire = async (index: number): Promise<Worker> => {
    const lives = createLives({
      // It stands while no bot runs, so that on a busy machine, too, the next one comes at once.
      onKilled: () => workers === 1 && clock.stop(),
      onStalled: ({ point }) => {
        increase(counts.stalls, point);
        note({ worker: index, stalled: point });
      },
    });
    const gateTo = (platform: Place['platform'], address: string): Promise<Gate> =>
      startGate({
        origin: new URL(address).origin,
        clock,
        fateOf: call => fateOf(index, lives, platform, call),
        kill: lives.strike,
        stall: lives.stall,
      });
    const [slack, discord] = await Promise.all([
      gateTo('slack', stage.slack.url),
      gateTo('discord', stage.discord.api),
    ]);
    return { index, lives, slack, discord, kills: 0 };
  };
  const staff = await Promise.all(Array.from({ length: workers }, (_, index) => hire(index)));

  const countKill = async (worker: number, { point }: Kill): Promise<void> => {
    const left = await server.whileUp(() => leftInDoubt(stage, place => callers.get(place) === worker));
    doubtful += left.length;
    doubtfulStanding += left.filter(({ stands }) => stands).length;
    killed += 1;
    increase(counts.kills, point);
    if (restarted < restarts && killed >= ((restarted + 1) * options.kills) / (restarts + 1)) {
      restarted += 1;
      note({ restarted });
      server.again();
    }
    options.onProgress?.(report());
  };

  /** Lives until all channels have the edition. */
  const work = async (worker: Worker, edition: string): Promise<void> => {
    const { index, lives, slack, discord } = worker;
    const task = (): Task => ({
      archive: stage.address,
      ...{ holdsFor, sharesJobs, atATime: workers === 1 ? channels : Math.ceil(channels / workers / 2) },
      ...{ edition, channels },
      slack: { url: `${slack.origin}/api/`, token: stage.slack.botToken },
      discord: { url: `${discord.origin}/api`, token: stage.discord.token },
      clock: clock.start(),
    });
    for (;;) {
      const ordinal = index * ordinalsOfWorker + worker.kills;
      const kill = killed < options.kills ? killAt(draw, ordinal, options.callsBetweenKills) : undefined;
      const stall = kill && workers > 1 ? stallAt(draw, ordinal, kill, holdsFor) : undefined;
      const end = await lives.live(task, kill, stall);
      note({ worker: index, ended: end.kill?.point ?? end.code, log: end.log });
      if (end.kill === undefined && end.code !== 0)
        throw new Error(`The bot ended by itself (${end.code}). It said:\n${end.log}`);
      if (end.kill === undefined) return;
      worker.kills += 1;
      await countKill(index, end.kill);
    }
  };

  const check = async (): Promise<readonly Wrong[]> => {
    const expected = { editions, parts: partsOfEdition };
    const seen = stage.places.map(place => seenIn(place, stage));
    const inLedger = await server.whileUp(() => wrongInLedger(stage.archive, stage.places, seen, expected));
    return [...seen.flatMap(one => wrongIn(one, expected)), ...inLedger];
  };

  try {
    while (killed < options.kills) {
      clock.start(firstDay + editions.length * day);
      const at = clock.now().toISOString();
      const edition = at.slice(0, 10);
      await saveEdition(stage.archive, labelledEdition(edition), { until: at, builtAt: at });
      editions.push(edition);
      await Promise.all(staff.map(worker => work(worker, edition)));
      await Promise.all(staff.flatMap(({ slack, discord }) => [slack.idle(), discord.idle(), server.done()]));
      wrong = await check();
      if (wrong.length > 0) break;
    }
    const result = report();
    await options.atEnd?.(stage, check);
    return result;
  } finally {
    await server.done();
    await Promise.all(staff.flatMap(({ lives, slack, discord }) => [lives.close(), slack.close(), discord.close()]));
    await stage.close();
    lines.end();
  }
};

const increase = <Key>(counts: Map<Key, number>, key: Key): number => {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
};

/** The parts at places of `isOwn` that the ledger has as being sent, and whether each stands. */
const leftInDoubt = async (stage: Stage, isOwn: (place: string) => boolean) => {
  const rows = await stage.archive.db
    .selectFrom('parts')
    .innerJoin('deliveries', 'deliveries.key', 'parts.delivery')
    .select(['parts.ordinal', 'deliveries.edition', 'deliveries.platform', 'deliveries.channel'])
    .where('parts.state', '=', 'sending')
    .execute();
  return rows.flatMap(({ ordinal, edition, platform, channel }) => {
    const place = stage.places.find(one => one.platform === platform && one.channel === channel);
    if (place === undefined || !isOwn(place.label)) return [];
    const messages = seenIn(place, stage).threads.flat();
    return { stands: messages.some(({ label }) => label?.edition === edition && label.ordinal === ordinal) };
  });
};
