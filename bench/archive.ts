/** Look-ups among 100,000 entries, each beside the bare prepared statement that answers the same question. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Archive, openArchive } from '../src/archive/archive.ts';
import { search } from '../src/archive/search.ts';
import { parseQuery } from '../src/edition/query.ts';
import { quantile, rounded } from './figures.ts';
import { fillArchive } from './filled-archive.ts';

const repetitions = 200;
const pageSize = 10;

/** A figure of one look-up, in milliseconds; the ratio is that of the medians. */
interface LookupFigures {
  readonly lookup: string;
  readonly found: number;
  readonly p50: number;
  readonly p99: number;
  readonly rawP50: number;
  readonly ratio: number;
}

/** Builds the archive in a folder of its own, measures, prints a table and removes it. */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-bench-'));
  const path = join(folder, 'archive.db');
  try {
    const archive = await openArchive({ path });
    await fillArchive(archive);
    const raw = new DatabaseSync(path, { readOnly: true });
    const figures: LookupFigures[] = [];
    for (const lookup of lookups) figures.push(await measure(archive, raw, lookup));
    raw.close();
    await archive.close();
    console.table(figures);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

interface Lookup {
  readonly words: string;
  /** What a program would ask that knows the tables and needs no counting, no spelling and no ranking. */
  readonly statement: string;
  readonly parameters: readonly string[];
}

const byText = `
  select e.* from entries_fts f join entries e on e.key = f.rowid
  where entries_fts match ? order by f.rowid desc limit ${pageSize}`;

const lookups: readonly Lookup[] = [
  {
    words: 'company:cloudflare',
    statement: `
      select e.* from entry_labels l join entries e on e.key = l.entry
      where l.kind = 'company' and l.label = ? order by l.entry desc limit ${pageSize}`,
    parameters: ['Cloudflare'],
  },
  { words: 'rareword', statement: byText, parameters: ['rareword'] },
  { words: 'everywhere', statement: byText, parameters: ['everywhere'] },
  { words: 'company:cloudflare everywhere', statement: byText, parameters: ['company : cloudflare AND everywhere'] },
];

const measure = async (archive: Archive, raw: DatabaseSync, lookup: Lookup): Promise<LookupFigures> => {
  const query = parseQuery(lookup.words);
  const statement = raw.prepare(lookup.statement);
  const { total } = await search(archive, query, { limit: pageSize });
  const times: number[] = [];
  const rawTimes: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    let start = performance.now();
    await search(archive, query, { limit: pageSize });
    times.push(performance.now() - start);
    start = performance.now();
    statement.all(...lookup.parameters);
    rawTimes.push(performance.now() - start);
  }
  const [p50, p99, rawP50] = [quantile(times, 0.5), quantile(times, 0.99), quantile(rawTimes, 0.5)];
  return {
    lookup: lookup.words,
    found: total,
    p50: rounded(p50),
    p99: rounded(p99),
    rawP50: rounded(rawP50),
    ratio: rounded(p50 / rawP50),
  };
};
