/** Dates: days and months in their spellings, `1 April 2026`, `April 1`, `2026-04-01`, `March 2026`. */

export interface CalendarDate {
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly year?: number | undefined;
  /** 1 to 12. */
  readonly month: number;
  readonly day?: number | undefined;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const names = `${months.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '((?:19|20)\\d\\d)';
const wordStart = '(?<![\\p{L}\\p{N}.-])';
const wordEnd = '(?![\\p{L}\\p{N}])';

type Parts = readonly [year: string | undefined, month: string | undefined, day: string | undefined];

const notations: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => Parts])[] = [
  [new RegExp(`${wordStart}${year}-(\\d\\d)-(\\d\\d)${wordEnd}`, 'giu'), ([y, m, d]) => [y, m, d]],
  [new RegExp(`${wordStart}${day} (?:of )?(${names})\\.?(?:,? ${year})?${wordEnd}`, 'giu'), ([d, m, y]) => [y, m, d]],
  [new RegExp(`${wordStart}(${names})\\.? ${day}(?:,? ${year})?${wordEnd}`, 'giu'), ([m, d, y]) => [y, m, d]],
  [new RegExp(`${wordStart}(${names})\\.?,? (?:of )?${year}${wordEnd}`, 'giu'), ([m, y]) => [y, m, undefined]],
];

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

const monthOf = (written: string): number =>
  /^\d/.test(written)
    ? Number(written)
    : months.findIndex(name => name.startsWith(written.toLowerCase().slice(0, 3))) + 1;

const isOnCalendar = ({ month, day: of = 1 }: CalendarDate): boolean =>
  month >= 1 && month <= 12 && of >= 1 && of <= 31;

/** The dates of `text`, each once. */
export const datesOf = (text: string): CalendarDate[] => {
  const taken = new Set<number>();
  return notations.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const [of, month = '', on] = read(match.slice(1));
      const end = match.index + match[0].length;
      if (taken.has(match.index) || taken.has(end)) return [];
      taken.add(match.index).add(end);
      const date = { text: match[0], start: match.index, year: numberOf(of), month: monthOf(month), day: numberOf(on) };
      return isOnCalendar(date) ? [date] : [];
    }),
  );
};

/** True where `known` is the day or the month that `date` names; a year that it does not name is taken from `years`. */
export const isSameDate = (date: CalendarDate, known: CalendarDate, years: ReadonlySet<number>): boolean =>
  date.month === known.month &&
  (date.day === undefined || date.day === known.day) &&
  (date.year === undefined || (known.year === undefined ? years.has(date.year) : date.year === known.year));
