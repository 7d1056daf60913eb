/** What planning takes for 10,000 channels of both platforms: time, beside a bare insert of the same rows, and memory. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { openArchive } from '../src/archive/archive.ts';
import type { Subscription } from '../src/edition/subscription.ts';
import { aSubscription, fillArchive, filterOf } from './busy-day.ts';
import { quantile, rounded } from './figures.ts';

const channels = 10_000;
const rounds = 3;
const limits = { seconds: 2, megabytes: 300 };

/** What `deliver-planning-child.ts` reports: seconds by the clock and of the processor, and megabytes of its process at the most. */
const planned = z.object({ seconds: z.number(), processor: z.number(), peak: z.number() });

interface Figure extends z.infer<typeof planned> {
  /** Seconds. */
  readonly bare: number;
  readonly rows: number;
}

/** Prints a table; sets the exit code where a limit is missed. */
export const measurePlanning = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'planning-bench-'));
  const empty = join(folder, 'empty.db');
  try {
    await prepare(empty);
    const figures: Figure[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [ours, bare] = ['ours', 'bare'].map(name => join(folder, `${name}-${round}.db`));
      if (ours === undefined || bare === undefined) throw new Error('Two files are needed.');
      copyFileSync(empty, ours);
      copyFileSync(empty, bare);
      figures.push({ ...(await plan(ours)), ...insertBare(ours, bare) });
    }
    report(figures);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Half in Slack, in workspaces of a hundred channels, and half in Discord, in servers of ten. */
const subscriptions = (): readonly Subscription[] =>
  Array.from({ length: channels }, (_, place) => {
    const isInSlack = place % 2 === 0;
    return {
      ...aSubscription(`C${place}`, place),
      ...filterOf(place >> 1),
      platform: isInSlack ? 'slack' : 'discord',
      workspace: isInSlack ? `T${Math.floor(place / 200)}` : `G${Math.floor(place / 20)}`,
    };
  });

const prepare = async (path: string): Promise<void> => {
  const archive = await openArchive({ path });
  await fillArchive(archive, subscriptions());
  await archive.close();
};

/** In a process of its own, whose memory is that of planning alone. */
const plan = async (path: string): Promise<z.infer<typeof planned>> => {
  const child = fork(new URL('./deliver-planning-child.ts', import.meta.url), [path], { execArgv: [] });
  const [message] = await once(child, 'message');
  return planned.parse(message);
};

/** Puts the rows that were planned into another file by the statements that a program would use that knows them already. */
const insertBare = (ours: string, empty: string): { readonly bare: number; readonly rows: number } => {
  const source = new DatabaseSync(ours, { readOnly: true });
  const target = new DatabaseSync(empty);
  target.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  let seconds = 0;
  let rows = 0;
  for (const table of ['plans', 'deliveries', 'parts']) {
    const values = source
      .prepare(`select * from ${table}`)
      .all()
      .map(row => Object.values(row));
    const begun = performance.now();
    const insert = target.prepare(`insert into ${table} values (${values[0]?.map(() => '?').join()})`);
    target.exec('begin immediate');
    for (const row of values) insert.run(...row);
    target.exec('commit');
    seconds += (performance.now() - begun) / 1_000;
    rows += values.length;
  }
  source.close();
  target.close();
  return { bare: seconds, rows };
};

const report = (figures: readonly Figure[]): void => {
  const median = (key: 'seconds' | 'processor' | 'bare') =>
    quantile(
      figures.map(figure => figure[key]),
      0.5,
    );
  const seconds = median('seconds');
  const bare = median('bare');
  const peak = Math.max(...figures.map(figure => figure.peak));
  console.table([
    {
      channels,
      'rows written': figures[0]?.rows,
      planning: `${rounded(seconds)} s`,
      // Nearly the same on a machine that does nothing else.
      'of the processor': `${rounded(median('processor'))} s`,
      'bare insert': `${rounded(bare)} s`,
      ratio: rounded(seconds / bare),
      'peak memory': `${Math.round(peak)} MB`,
    },
  ]);
  if (seconds > limits.seconds) fail(`Planning takes more than ${limits.seconds} s.`);
  if (peak > limits.megabytes) fail(`Planning takes more than ${limits.megabytes} MB.`);
};

const fail = (reason: string): void => {
  console.error(reason);
  process.exitCode = 1;
};
