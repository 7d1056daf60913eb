/** An archive of whole editions, as long as true ones: Deep Dives with facets and grounding, Signal, patterns, and what else was published. */
import type { Archive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import type { Edition, Entry } from '../../src/edition/edition.ts';
import { themes } from '../../src/edition/theme.ts';
import { anEdition, daysOf } from '../filled-archive.ts';

const deepDives = 18;
const sentences = 5;
const sources = 31;

/** Fills an empty archive with so many editions, and returns their dates, the oldest first. */
export const fillWithEditions = async (archive: Archive, editions: number): Promise<readonly string[]> => {
  const dates: string[] = [];
  const size = { entries: editions * deepDives, entriesPerEdition: deepDives, vocabulary: 20_000 };
  for (const day of daysOf(size)) {
    const instant = `${day.date}T08:00:00Z`;
    await saveEdition(archive, wholeEdition(day.date, day.deepDives.map(wholeEntry)), {
      until: instant,
      builtAt: instant,
    });
    dates.push(day.date);
  }
  return dates;
};

const wholeEntry = (entry: Entry, place: number): Entry => {
  const parts = inParts(entry.body);
  const [problem = '', approach = ''] = parts;
  const more = [place, place * 7].flatMap(step => themes[step % themes.length]?.slug ?? []);
  return {
    ...entry,
    body: parts.join(' '),
    themes: [...new Set([...entry.themes, ...more])],
    facets: { problem, approach },
    grounding: parts.map(sentence => ({ sentence, supported: true, missing: [] })),
  };
};

/** The text in five, each written as a sentence. */
const inParts = (text: string): readonly string[] => {
  const words = text.split(' ');
  const length = Math.ceil(words.length / sentences);
  return Array.from(
    { length: sentences },
    (_, part) => `${words.slice(part * length, (part + 1) * length).join(' ')}.`,
  );
};

const wholeEdition = (date: string, entries: readonly Entry[]): Edition => {
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new Error(`The edition of ${date} is too short.`);
  return {
    ...anEdition(date, entries),
    signal: { headline: first.title, body: first.body, entries: [first.id] },
    patterns: first.themes.map(theme => ({ theme, body: second.body, entries: [first.id, second.id] })),
    alsoPublished: entries.slice(0, 12).map(({ title, company, source, url }) => ({ title, company, source, url })),
    sources: Array.from({ length: sources }, (_, place) => ({ name: `Source ${place}`, status: 'ok', items: 10 })),
  };
};
