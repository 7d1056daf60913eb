/** Dates as people write them in a look-up: of the calendar, or as seen from today. */
import { day } from './duration.ts';
import { editionDate } from './edition.ts';
import { weekdays } from './subscription.ts';
import { readWeekdays } from './weekdays.ts';

/**
 * The date that `text` names, `YYYY-MM-DD`; undefined where it names none.
 * @param today `YYYY-MM-DD`. A weekday is the latest that was, today included.
 */
export const readDate = (text: string, today: string): string | undefined => {
  if (editionDate.safeParse(text).success) return text;
  const folded = text.toLowerCase();
  if (folded === 'today') return today;
  if (folded === 'yesterday') return daysBefore(today, 1);
  const [weekday, ...others] = readWeekdays(folded) ?? [];
  if (weekday === undefined || others.length > 0) return undefined;
  const present = new Date(today).getUTCDay();
  return daysBefore(today, (present - weekdays.indexOf(weekday) - 1 + 7) % 7);
};

/** "Monday 23 November", of `YYYY-MM-DD`. */
export const spokenDate = (date: string): string => inWords.format(new Date(date)).replace(',', '');

const inWords = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** The date so many days before another, both `YYYY-MM-DD`. */
export const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * day).toISOString().slice(0, 10);
