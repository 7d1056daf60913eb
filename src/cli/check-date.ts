/** The date of an edition as a person typed it. */
import { editionDate } from '../edition/edition.ts';
import { UsageError } from './errors.ts';

/** Throws UsageError for what is not a date of the calendar, `YYYY-MM-DD`. */
export const checkDate = (date: string): void => {
  if (editionDate.safeParse(date).success) return;
  throw new UsageError(`"${date}" is not a date of the calendar. Write it as YYYY-MM-DD, for example 2026-04-01.`);
};
