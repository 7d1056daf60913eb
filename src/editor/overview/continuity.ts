/**
 * Continuity: what Signal and Patterns say of the editions before. Each saying is put there by code, from the stored editions,
 * and true to the letter: a pattern is counted by the dates of the editions that had one of its theme.
 */
import { daysBefore, spokenDate } from '../../edition/dates.ts';
import type { Edition, Entry } from '../../edition/edition.ts';
import { companiesOf } from './companies.ts';
import { atCompanies } from './signal.ts';

/** How many days back an overview knows the editions. */
export const rememberedDays = 7;

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh'];

/** Monday of the week (ISO 8601) of `date`. */
const mondayOf = (date: string): string => daysBefore(date, (new Date(date).getUTCDay() + 6) % 7);

/** Those of the days before `date` that are remembered, the latest first. */
export const remembered = (recent: readonly Edition[], date: string): readonly Edition[] =>
  recent
    .filter(edition => edition.date < date && edition.date >= daysBefore(date, rememberedDays))
    .toSorted((a, b) => (a.date < b.date ? 1 : -1));

/**
 * “Third day this week.”, of a theme that the edition of `date` has a pattern of: how many editions had one, in this week, in
 * as many days, or in seven days, this edition counted. Nothing where it is the first.
 */
export const patternSaying = (theme: string, recent: readonly Edition[], date: string): string | undefined => {
  const had = new Set(
    remembered(recent, date)
      .filter(({ patterns }) => patterns.some(pattern => pattern.theme === theme))
      .map(edition => edition.date),
  );
  const days = [date, ...Array.from({ length: rememberedDays - 1 }, (_, before) => daysBefore(date, before + 1))];
  const counted = days.filter(day => day === date || had.has(day));
  const ordinal = counted.length < 2 ? undefined : ordinals[counted.length - 1];
  if (ordinal === undefined) return undefined;
  if (counted.every(day => day >= mondayOf(date))) return `${ordinal} day this week.`;
  const isUnbroken = counted.every((day, before) => day === daysBefore(date, before));
  // A row that goes back further than is remembered has more days than are counted.
  const hasBegun = !had.has(daysBefore(date, counted.length));
  return isUnbroken && hasBegun ? `${ordinal} day in a row.` : `${ordinal} time in seven days.`;
};

const themesShared = (entries: readonly Entry[]): readonly string[] => {
  const [first, ...others] = entries;
  return first?.themes.filter(theme => others.every(({ themes }) => themes.includes(theme))) ?? [];
};

const citedBy = ({ signal, deepDives }: Edition): readonly Entry[] =>
  signal.entries.flatMap(id => deepDives.find(entry => entry.id === id) ?? []);

/** A theme under which the Signal of the latest edition told of the companies of `entries`, of one or of several as they are. */
export const themeGoingOn = (entries: readonly Entry[], latest: Edition | undefined): string | undefined => {
  if (latest === undefined) return undefined;
  const before = citedBy(latest);
  const [companies, earlier] = [companiesOf(entries), companiesOf(before)];
  if (!companies.isSubsetOf(earlier) || (companies.size === 1 && earlier.size > 1)) return undefined;
  const themes = themesShared(before);
  return themesShared(entries).find(theme => themes.includes(theme));
};

/** What the editions before have of the story of a Signal that cites `entries`, the first of which it tells. */
export const signalSaying = (
  entries: readonly Entry[],
  told: ReadonlyMap<string, string>,
  latest: Edition | undefined,
): string | undefined => {
  const [lead] = entries;
  const before = lead && told.get(lead.id);
  if (before !== undefined) return `Told before, on ${spokenDate(before)}.`;
  const theme = themeGoingOn(entries, latest);
  if (theme === undefined || latest === undefined) return undefined;
  return `Goes on from the Signal of ${spokenDate(latest.date)}: ${atCompanies(theme, entries)}.`;
};
