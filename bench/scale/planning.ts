/** What it takes to look through 100,000 channels, as is done each minute, and to plan an edition for all of them. */
import { fork } from 'node:child_process';
import { on } from 'node:events';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { createDatabase } from '../../tests/postgres/server.ts';
import { rounded } from '../figures.ts';
import { memoryOptions } from './memory.ts';
import { channelsPerWorkspace, fillMorning, subscriptionsOf } from './morning.ts';
import { usageOfPostgres } from './usage.ts';

const workspaces = 10_000;
const tables = ['subscriptions', 'deliveries', 'parts'] as const;

const looked = z.object({
  seconds: z.number(),
  /** Seconds of the processor. */
  processor: z.number(),
  /** Megabytes of the process at the most so far. */
  memory: z.number(),
});
export type Looked = z.infer<typeof looked>;

/**
 * Prints tables.
 * @param server Address of a Postgres server.
 * @returns Megabytes that the process took.
 */
export const measurePlanning = async (server: string): Promise<number> => {
  const postgresUrl = await createDatabase(server);
  const archive = await openArchive({ postgresUrl });
  await fillMorning(archive, Array.from({ length: workspaces }, channelsOf).flat());
  const readPostgres = await usageOfPostgres(postgresUrl);
  const planner = fork(new URL('./planner.ts', import.meta.url), [postgresUrl], { execArgv: [...memoryOptions] });
  const figures: (Looked & { readonly postgres: number })[] = [];
  let before = readPostgres();
  for await (const [message] of on(planner, 'message', { close: ['exit'] })) {
    figures.push({ ...looked.parse(message), postgres: readPostgres() - before });
    before = readPostgres();
  }
  console.table(
    figures.map(({ seconds, processor, postgres, memory }, place) => ({
      'of 100,000 channels': place === 0 ? 'none is due' : 'all are planned',
      'seconds in truth': rounded(seconds),
      'of the processor': rounded(processor),
      'of Postgres': rounded(postgres),
      'memory, MB': Math.round(memory),
    })),
  );
  console.table(await sizesIn(archive));
  await archive.close();
  return Math.max(...figures.map(({ memory }) => memory));
};

const channelsOf = (_: unknown, place: number) =>
  subscriptionsOf(
    `T${place}`,
    place,
    Array.from({ length: channelsPerWorkspace }, (__, channel) => `C${place * channelsPerWorkspace + channel}`),
  );

/** With their indexes. */
const sizesIn = async ({ db }: Archive) => {
  const sizes = [];
  for (const table of tables) {
    const { rows } = await sql<{ rows: number; bytes: number }>`
      select count(*) as rows, pg_total_relation_size(${table}::regclass) as bytes from ${sql.table(table)}`.execute(
      db,
    );
    for (const { rows: count, bytes } of rows) {
      sizes.push({ table, rows: count, megabytes: rounded(bytes / 1e6), 'bytes a row': Math.round(bytes / count) });
    }
  }
  return sizes;
};
