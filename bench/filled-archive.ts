/** Archives with entries as long and as varied as true ones: what look-ups are measured on. */
import type { Archive } from '../src/archive/archive.ts';
import { saveEdition } from '../src/archive/editions.ts';
import type { Edition, Entry } from '../src/edition/edition.ts';
import { themes } from '../src/edition/theme.ts';

export interface Size {
  readonly entries: number;
  readonly entriesPerEdition: number;
  /** How many words there are. */
  readonly vocabulary: number;
}

/** The entries of one date. */
export interface Day {
  readonly date: string;
  readonly deepDives: readonly Entry[];
}

const size: Size = { entries: 100_000, entriesPerEdition: 20, vocabulary: 20_000 };

/** Fills an empty archive with 100,000 entries. */
export const fillArchive = async (archive: Archive): Promise<void> => {
  for (const { date, deepDives } of daysOf(size)) {
    const instant = `${date}T08:00:00Z`;
    await saveEdition(archive, anEdition(date, deepDives), { until: instant, builtAt: instant });
  }
};

/** From the oldest on. The same in every run. */
export function* daysOf({ entries, entriesPerEdition, vocabulary }: Size): Generator<Day> {
  const random = seeded(20_260_401);
  const word = () => wordAt(random() ** 4, vocabulary);
  for (let day = 0; day < entries / entriesPerEdition; day += 1) {
    const date = new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10);
    const deepDives = Array.from({ length: entriesPerEdition }, (_, place) => anEntry({ random, word }, day, place));
    yield { date, deepDives };
  }
}

export const anEdition = (date: string, deepDives: readonly Entry[]): Edition => ({
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

interface Chance {
  readonly random: () => number;
  readonly word: () => string;
}

/** As long as a true one, in made-up words of which some are frequent and most are rare, as in a language. */
const anEntry = ({ random, word }: Chance, day: number, place: number): Entry => {
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
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

const syllables = ['ka', 'lo', 'mi', 'nu', 're', 'sa', 'to', 'vi', 'zu', 'be'];

/** The word at `share`, 0 to 1, of the vocabulary, the most frequent first. */
export const wordAt = (share: number, vocabulary: number): string =>
  [...String(Math.floor(share * vocabulary))].map(digit => syllables[Number(digit)]).join('');

/** The same numbers in every run (mulberry32). */
export const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
