/** Has the bot deliver editions to many channels, kills it again and again while it does, and counts what went wrong. */
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { saveEdition } from '../../src/archive/editions.ts';
import { type Wrong, wrongIn, wrongInLedger } from './check.ts';
import { createDraw } from './draw.ts';
import { labelledEdition, partsOfEdition } from './edition.ts';
import { stoppableClock } from './fast-clock.ts';
import { type FaultKind, faultAt, type KillPoint, killAt } from './fates.ts';
import { type Call, type Fate, type Gate, startGate } from './gate.ts';
import { createLives } from './lives.ts';
import { seenIn } from './seen.ts';
import { isPost, type Place, placeOf, type Stage, startStage } from './stage.ts';

export interface TortureOptions {
  readonly seed: number;
  readonly kills: number;
  readonly channels: number;
  /** How many times faster than the machine's the bot's clock runs. */
  readonly speed: number;
  /** How many calls the bot makes on average before it is killed. */
  readonly callsBetweenKills: number;
  readonly onProgress?: (report: Report) => void;
  /** May spoil what stands at the end, and have it checked again. */
  readonly atEnd?: (stage: Stage, check: () => Promise<readonly Wrong[]>) => Promise<void>;
}

export interface Report {
  readonly seed: number;
  readonly kills: ReadonlyMap<KillPoint, number>;
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

/** @throws Error where the bot ends by itself or does not get done. */
export const torture = async (options: TortureOptions): Promise<Report> => {
  const { seed, channels, speed, callsBetweenKills } = options;
  const started = performance.now();
  const draw = createDraw(seed);
  // It stands while no bot runs, so that on a busy machine, too, the next one comes at once.
  const clock = stoppableClock(firstDay, speed);
  const stage = await startStage(channels, clock);
  const journal = join(dirname(stage.path), 'journal.jsonl');
  const lines = createWriteStream(journal);
  const note = (what: object) => void lines.write(`${JSON.stringify({ at: clock.now(), ...what })}\n`);
  const lives = createLives(clock.stop);

  const kills = new Map<KillPoint, number>();
  const faults = new Map<FaultKind, number>();
  const callsAbout = new Map<string, number>();
  const editions: string[] = [];
  let [calls, killed, doubtful, doubtfulStanding] = [0, 0, 0, 0];
  let wrong: readonly Wrong[] = [];
  const report = (): Report => ({
    ...{ seed, kills, faults, calls, editions: editions.length, channels, doubtful, doubtfulStanding, wrong, journal },
    seconds: (performance.now() - started) / 1_000,
  });

  const fateOf = (platform: Place['platform'], call: Call): Fate => {
    calls += 1;
    const place = placeOf(platform, call, stage);
    const ordinal = increase(callsAbout, `${platform} ${place}`);
    const kill = lives.killAtCall(isPost(call));
    const fault = kill === undefined ? faultAt(draw, platform, place, ordinal) : undefined;
    if (fault !== undefined) increase(faults, fault.kind);
    note({ place, call: `${call.method} ${call.path}`, ...(kill && { kill: kill.point }), fault });
    return { kill, fault };
  };
  const gateTo = (platform: Place['platform'], address: string): Promise<Gate> =>
    startGate({
      origin: new URL(address).origin,
      clock,
      fateOf: call => fateOf(platform, call),
      kill: lives.strike,
    });
  const [slackGate, discordGate] = await Promise.all([
    gateTo('slack', stage.slack.url),
    gateTo('discord', stage.discord.api),
  ]);

  /** Lives until all channels have the edition. */
  const deliver = async (edition: string): Promise<void> => {
    const task = () => ({
      archive: stage.path,
      ...{ edition, channels },
      slack: { url: `${slackGate.origin}/api/`, token: stage.slack.botToken },
      discord: { url: `${discordGate.origin}/api`, token: stage.discord.token },
      clock: clock.start(),
    });
    for (;;) {
      const kill = killed < options.kills ? killAt(draw, killed, callsBetweenKills) : undefined;
      const end = await lives.live(task, kill);
      note({ ended: end.kill?.point ?? end.code, log: end.log });
      if (end.kill === undefined && end.code !== 0)
        throw new Error(`The bot ended by itself (${end.code}). It said:\n${end.log}`);
      if (end.kill === undefined) return;
      killed += 1;
      increase(kills, end.kill.point);
      const left = await leftInDoubt(stage);
      doubtful += left.length;
      doubtfulStanding += left.filter(({ stands }) => stands).length;
      options.onProgress?.(report());
    }
  };

  const check = async (): Promise<readonly Wrong[]> => {
    const expected = { editions, parts: partsOfEdition };
    const seen = stage.places.map(place => seenIn(place, stage));
    const inLedger = await wrongInLedger(stage.archive, stage.places, seen, expected);
    return [...seen.flatMap(one => wrongIn(one, expected)), ...inLedger];
  };

  try {
    while (killed < options.kills) {
      clock.start(firstDay + editions.length * day);
      const at = clock.now().toISOString();
      const edition = at.slice(0, 10);
      await saveEdition(stage.archive, labelledEdition(edition), { until: at, builtAt: at });
      editions.push(edition);
      await deliver(edition);
      await Promise.all([slackGate.idle(), discordGate.idle()]);
      wrong = await check();
      if (wrong.length > 0) break;
    }
    const result = report();
    await options.atEnd?.(stage, check);
    return result;
  } finally {
    await lives.close();
    await Promise.all([slackGate.close(), discordGate.close()]);
    await stage.close();
    lines.end();
  }
};

const increase = <Key>(counts: Map<Key, number>, key: Key): number => {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
};

/** The parts that the ledger has as being sent, and whether each stands. */
const leftInDoubt = async (stage: Stage) => {
  const rows = await stage.archive.db
    .selectFrom('parts')
    .innerJoin('deliveries', 'deliveries.key', 'parts.delivery')
    .select(['parts.ordinal', 'deliveries.edition', 'deliveries.platform', 'deliveries.channel'])
    .where('parts.state', '=', 'sending')
    .execute();
  return rows.map(({ ordinal, edition, platform, channel }) => {
    const place = stage.places.find(one => one.platform === platform && one.channel === channel);
    const messages = place === undefined ? [] : seenIn(place, stage).threads.flat();
    return { stands: messages.some(({ label }) => label?.edition === edition && label.ordinal === ordinal) };
  });
};
