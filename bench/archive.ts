/** Look-ups among 100,000 entries, each beside the bare prepared statement that answers the same question. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Archive, openArchive } from '../src/archive/archive.ts';
import { saveEdition } from '../src/archive/editions.ts';
import { search } from '../src/archive/search.ts';
import type { Edition, Entry } from '../src/edition/edition.ts';
import { parseQuery } from '../src/edition/query.ts';
import { themes } from '../src/edition/theme.ts';

const entries = 100_000;
const entriesPerEdition = 20;
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
    await fill(archive);
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

const rounded = (value: number): number => Number(value.toPrecision(3));

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

const fill = async (archive: Archive): Promise<void> => {
  const random = seeded(20_260_401);
  for (let day = 0; day < entries / entriesPerEdition; day += 1) {
    const date = new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10);
    const instant = `${date}T08:00:00Z`;
    const deepDives = Array.from({ length: entriesPerEdition }, (_, place) => anEntry(random, day, place));
    await saveEdition(archive, anEdition(date, deepDives), { until: instant, builtAt: instant });
  }
};

const anEdition = (date: string, deepDives: readonly Entry[]): Edition => ({
  date,
  title: `Engineering @ Scale — ${date}`,
  signal: { headline: '', body: '', entries: [] },
  deepDives,
  patterns: [],
  alsoPublished: [],
  sources: [],
  writer: 'extractive',
  usage: { calls: 0, tokensIn: 0, tokensOut: 0, cached: 0, seconds: 0 },
});

/** As long as a true one, in made-up words of which some are frequent and most are rare, as in a language. */
const anEntry = (random: () => number, day: number, place: number): Entry => {
  const words = (count: number): string => Array.from({ length: count }, () => wordOf(random() ** 4)).join(' ');
  const theme = themes[Math.floor(random() * themes.length)]?.slug ?? 'databases';
  const marker = place === 0 && day % 50 === 0 ? ' rareword' : '';
  return {
    id: `${day}-${place}`,
    title: words(8),
    company: place === 1 ? 'Cloudflare' : `Company ${Math.floor(random() * 300)}`,
    source: `Source ${Math.floor(random() * 31)}`,
    url: `https://blog.example/${day}/${place}`,
    published: '2026-04-01T05:00:00Z',
    themes: [theme],
    body: `everywhere ${words(100)}${marker}`,
    facets: {},
    grounding: [],
  };
};

const vocabulary = 20_000;
const syllables = ['ka', 'lo', 'mi', 'nu', 're', 'sa', 'to', 'vi', 'zu', 'be'];

/** The word at `share`, 0 to 1, of the vocabulary. */
const wordOf = (share: number): string =>
  [...String(Math.floor(share * vocabulary))].map(digit => syllables[Number(digit)]).join('');

/** The same numbers in every run (mulberry32). */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
