/** Values for an option while a person types them: from the archive, the themes, the time zones and the calendar. */
import { distance } from 'fastest-levenshtein';
import { type CountedLabel, countedLabels, editionDates } from '../src/archive/labels.ts';
import type { LabelKind } from '../src/archive/tables.ts';
import { wordsBeginning } from '../src/archive/words.ts';
import type { Suggestion } from '../src/chat/conversation.ts';
import { minute } from '../src/edition/duration.ts';
import { fold } from '../src/edition/lookup.ts';
import { weekdays } from '../src/edition/subscription.ts';
import { themes } from '../src/edition/theme.ts';
import { timeZones } from '../src/edition/time-zones.ts';
import { nameOfWeekday } from '../src/edition/weekdays.ts';
import type { Surroundings } from './command.ts';

/** What a platform shows at once: Discord's limit for choices of autocompletion, and more than anybody reads. */
const mostSuggestions = 25;
/** How long the number of entries of each label may be out of date. */
const countsKept = minute;
/** Typing mistakes, in a name of which so many letters were typed. */
const mostMistakes = 2;
const fewestLetters = 4;
const longestName = 100;

/** A suggestion, with all spellings by which it is found. */
interface Candidate extends Suggestion {
  readonly spellings: readonly string[];
}

type Find = (typed: string) => Promise<readonly Suggestion[]>;

/** The options for which there are suggestions, each with how they are found. */
export type Suggesters = ReadonlyMap<string, Find>;

export const createSuggesters = ({ archive, now, defaults }: Pick<Surroundings, 'archive' | 'now' | 'defaults'>) => {
  const counts = createCounts(kind => countedLabels(archive, kind), now);
  const labels = (kind: LabelKind) => async () => (await counts(kind)).map(({ label }) => candidate(label));
  const dates: Find = async typed =>
    (await editionDates(archive, typed.trim(), mostSuggestions)).map(date => ({ label: dateText(date), value: date }));
  return new Map<string, Find>([
    ['company', several(labels('company'))],
    ['theme', several(async () => themeCandidates(await counts('theme')))],
    ['source', several(labels('source'))],
    ['date', dates],
    ['after', dates],
    ['before', dates],
    ['words', async typed => completions(typed, last => wordsBeginning(archive.db, last))],
    ['zone', async typed => best(zoneCandidates(defaults.timeZone), typed)],
    ['days', several(async () => dayCandidates)],
    ['at', async typed => best(hourCandidates, typed)],
    ['quiet', async typed => best([candidate('no'), candidate('yes')], typed)],
  ]);
};

/** The labels of a kind, most frequent first, counted anew once a minute. */
const createCounts = (count: (kind: LabelKind) => Promise<readonly CountedLabel[]>, now: () => Date) => {
  const kept = new Map<LabelKind, { readonly at: number; readonly labels: Promise<readonly CountedLabel[]> }>();
  return (kind: LabelKind): Promise<readonly CountedLabel[]> => {
    const present = kept.get(kind);
    if (present !== undefined && now().getTime() - present.at < countsKept) return present.labels;
    const labels = count(kind);
    kept.set(kind, { at: now().getTime(), labels });
    labels.catch(() => kept.delete(kind));
    return labels;
  };
};

const candidate = (name: string, ...others: readonly string[]): Candidate => ({
  label: name,
  value: name,
  spellings: [name, ...others].map(fold),
});

/** All themes, those with the most entries first. */
const themeCandidates = (counted: readonly CountedLabel[]): readonly Candidate[] => {
  const entries = new Map(counted.map(({ label, entries }) => [label, entries]));
  return themes
    .toSorted((a, b) => (entries.get(b.slug) ?? 0) - (entries.get(a.slug) ?? 0))
    .map(({ slug, label, aliases }) => ({ label, value: slug, spellings: [label, slug, ...aliases].map(fold) }));
};

const zoneCandidates = (first: string): readonly Candidate[] => {
  const zones = timeZones().map(({ name, aliases = [] }) => candidate(name, ...aliases));
  const isFirst = ({ value }: Candidate): boolean => value === first || value === 'UTC';
  return [...zones.filter(isFirst), ...zones.filter(zone => !isFirst(zone))];
};

const dayCandidates: readonly Candidate[] = [
  { label: 'Every day', value: 'daily', spellings: ['every day', 'daily'] },
  { label: 'Monday to Friday', value: 'weekdays', spellings: ['weekdays', 'monday to friday', 'workdays'] },
  ...weekdays.map(day => ({ label: nameOfWeekday(day), value: day, spellings: [fold(nameOfWeekday(day))] })),
];

const hourCandidates: readonly Candidate[] = Array.from({ length: 24 }, (_, hour) =>
  candidate(`${String(hour).padStart(2, '0')}:00`, `${hour}:00`),
);

/** Those that begin as what was typed, then those of which a word does; where there are none, those that are spelt nearly so. */
const best = (candidates: readonly Candidate[], typed: string): readonly Suggestion[] => {
  const folded = fold(typed);
  const beginning = candidates.filter(({ spellings }) => spellings.some(spelling => spelling.startsWith(folded)));
  const within = candidates.filter(({ spellings }) => spellings.some(spelling => spelling.includes(` ${folded}`)));
  const fitting = new Set([...beginning, ...within]);
  const found = fitting.size > 0 ? [...fitting] : nearest(candidates, folded);
  return found.slice(0, mostSuggestions).map(({ label, value }) => ({ label, value }));
};

const nearest = (candidates: readonly Candidate[], typed: string): readonly Candidate[] => {
  if (typed.length < fewestLetters || typed.length > longestName) return [];
  return candidates
    .map(candidate => ({ candidate, away: mistakes(candidate, typed) }))
    .filter(({ away }) => away <= mostMistakes)
    .toSorted((a, b) => a.away - b.away)
    .map(({ candidate }) => candidate);
};

/** In what was typed so far of a name: the name may go on. */
const mistakes = ({ spellings }: Candidate, typed: string): number =>
  Math.min(...spellings.map(spelling => distance(spelling.slice(0, typed.length), typed)));

/** Completes the last of several names that are split by commas. */
const several =
  (candidates: () => Promise<readonly Candidate[]>): Find =>
  async typed => {
    const start = typed.lastIndexOf(',') + 1;
    const before = typed.slice(0, start);
    const found = best(await candidates(), typed.slice(start));
    return found.map(({ label, value }) => ({
      label: before === '' ? label : `${before} ${label}`,
      value: `${before}${value.includes(',') ? `"${value}"` : value}`,
    }));
  };

/** Completes the last of several words. */
const completions = async (
  typed: string,
  find: (last: string) => Promise<readonly string[]>,
): Promise<readonly Suggestion[]> => {
  const start = typed.search(/(?<!\S)\S*$/);
  const words = await find(typed.slice(start).replace(/^"/, ''));
  return words.slice(0, mostSuggestions).map(word => {
    const completed = `${typed.slice(0, start)}${word}`;
    return { label: completed, value: completed };
  });
};

const longDate = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const dateText = (date: string): string => longDate.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
