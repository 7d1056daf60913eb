/** Look-ups among a million entries on each engine, each beside the plainest statement that gives its first page. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Archive, openArchive } from '../src/archive/archive.ts';
import { search } from '../src/archive/search.ts';
import { parseQuery } from '../src/edition/query.ts';
import { startPostgres } from '../tests/postgres/server.ts';
import { quantile, rounded } from './figures.ts';
import { kindsOfLookup, type Plain } from './million/lookups.ts';
import { askPostgres, fillPostgres, postgresSettings } from './million/postgres.ts';
import { askSqlite } from './million/sqlite.ts';

/** Of each kind of look-up, and of the plain statements, of which only the median is told and some take seconds. */
const repetitions = 300;
const plainRepetitions = 30;
/** Before the clock counts: the engines read what they need, and what runs often is compiled. */
const warmUps = 30;
const pageSize = 10;
/** Milliseconds, at the 99th percentile. */
const limit = 20;

/** Asks an engine for the first page without our layers. */
interface PlainAsking {
  ask(plain: Plain): Promise<void>;
  close(): Promise<void>;
}

/** Fills both, prints a table each, and sets the exit code where a p99 is over the limit. */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'million-'));
  const path = join(folder, 'archive.db');
  const server = await startPostgres(postgresSettings);
  try {
    const begun = performance.now();
    await Promise.all([fillSqliteAside(path), fillPostgres(server.url)]);
    console.log(`Filled with a million entries each in ${rounded((performance.now() - begun) / 60_000)} minutes.`);
    const slow = [
      ...(await measure('SQLite', await openArchive({ path }), askSqlite(path))),
      ...(await measure('Postgres', await openArchive({ postgresUrl: server.url }), await askPostgres(server.url))),
    ];
    if (slow.length === 0) return;
    console.error(`At the 99th percentile these take more than ${limit} ms: ${slow.join(', ')}.`);
    process.exitCode = 1;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
};

/** In a process of its own, so that it takes no longer than the other engine alone. */
const fillSqliteAside = async (path: string): Promise<void> => {
  const program = `
    import { fillSqlite } from ${JSON.stringify(join(import.meta.dirname, 'million/sqlite.ts'))};
    await fillSqlite(${JSON.stringify(path)});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
};

/** @returns The kinds of look-up that take too long. */
export const measure = async (engine: string, archive: Archive, plain: PlainAsking): Promise<readonly string[]> => {
  const kinds = kindsOfLookup().map(kind => {
    const times: number[] = [];
    const plainTimes: number[] = [];
    return { ...kind, times, plainTimes, found: 0 };
  });
  for (let repetition = -warmUps; repetition < repetitions; repetition += 1) {
    for (const kind of kinds) {
      const lookup = kind.next();
      const query = parseQuery(lookup.words);
      const begun = performance.now();
      const { total } = await search(archive, query, { limit: pageSize });
      const answered = performance.now();
      if (repetition < 0) continue;
      kind.times.push(answered - begun);
      kind.found += total;
      if (repetition >= plainRepetitions) continue;
      await plain.ask(lookup.plain);
      kind.plainTimes.push(performance.now() - answered);
    }
  }
  await archive.close();
  await plain.close();
  const figures = kinds.map(({ name, times, plainTimes, found }) => ({
    lookup: name,
    found: Math.round(found / repetitions),
    p50: rounded(quantile(times, 0.5)),
    p99: rounded(quantile(times, 0.99)),
    plainP50: rounded(quantile(plainTimes, 0.5)),
    ratio: rounded(quantile(times, 0.5) / quantile(plainTimes, 0.5)),
  }));
  console.log(`${engine}, in milliseconds`);
  console.table(figures);
  return figures.filter(({ p99 }) => p99 > limit).map(({ lookup }) => `${lookup} on ${engine}`);
};
