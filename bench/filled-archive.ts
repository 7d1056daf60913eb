/** An archive of 100,000 entries, as long and as varied as true ones: what look-ups are measured on. */
import type { Archive } from '../src/archive/archive.ts';
import { saveEdition } from '../src/archive/editions.ts';
import type { Edition, Entry } from '../src/edition/edition.ts';
import { themes } from '../src/edition/theme.ts';

const entries = 100_000;
const entriesPerEdition = 20;

/** Fills an empty archive. The same entries in every run. */
export const fillArchive = async (archive: Archive): Promise<void> => {
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
