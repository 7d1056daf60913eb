/** Told before: entries that retell, under another address or by another blog, a story of one of the editions before. */
import type { Edition, Entry } from '../../edition/edition.ts';
import { findBonds, type Telling } from '../choosing/same-story.ts';
import { contentStems } from '../language/words.ts';
import { oneName } from './companies.ts';

/**
 * An entry as `same-story.ts` compares tellings. Its body stands for the text of the article, so that two quote the same
 * sentences where they have one text; it bears no date, as days lie between two editions.
 */
const tellingOf = ({ id, title, company, source, url, body }: Entry): Telling => ({
  article: {
    item: { id, url, title, authors: [], categories: [] },
    source,
    title,
    url,
    text: body,
    html: '',
    words: 0,
    completeness: 'full',
  },
  company: oneName(company),
  teller: oneName(company),
  aggregator: false,
});

/** What two headlines on one announcement have in common, beside the name of the company and all figures. */
const leastSharedStems = 3;
const leastShare = 0.75;

const numbersIn = (title: string): string => (title.match(/\p{N}+/gu) ?? []).join(' ');

/** Two blogs on one announcement of a company: nearly all that the shorter headline says stands in the other. */
const announceTheSame = (a: Entry, b: Entry): boolean => {
  if (oneName(a.company) !== oneName(b.company) || a.source === b.source) return false;
  if (numbersIn(a.title) !== numbersIn(b.title)) return false;
  const name = new Set(contentStems(a.company));
  const [stems, others] = [a, b].map(({ title }) => new Set(contentStems(title)).difference(name));
  if (stems === undefined || others === undefined) return false;
  const shared = stems.intersection(others).size;
  return shared >= leastSharedStems && shared >= leastShare * Math.min(stems.size, others.size);
};

/** The date, `YYYY-MM-DD`, of the earliest of the `recent` editions that told the same story, by the id of the entry that tells it again. */
export const toldBefore = (
  entries: readonly Entry[],
  recent: readonly Pick<Edition, 'date' | 'deepDives'>[],
): ReadonlyMap<string, string> => {
  const earlier = recent
    .flatMap(({ date, deepDives }) => deepDives.map(entry => ({ date, entry, telling: tellingOf(entry) })))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const today = entries.map(entry => ({ entry, telling: tellingOf(entry) }));
  const bonds = findBonds([...earlier, ...today].map(({ telling }) => telling));
  const bonded = new Map<Telling, Set<Telling>>();
  for (const { pair } of bonds) {
    for (const [one, other] of [pair, pair.toReversed()]) {
      if (one !== undefined && other !== undefined) bonded.set(one, (bonded.get(one) ?? new Set()).add(other));
    }
  }
  return new Map(
    today.flatMap(({ entry, telling }): [string, string][] => {
      const first = earlier.find(
        before =>
          before.entry.id === entry.id ||
          bonded.get(telling)?.has(before.telling) ||
          announceTheSame(before.entry, entry),
      );
      return first === undefined ? [] : [[entry.id, first.date]];
    }),
  );
};
