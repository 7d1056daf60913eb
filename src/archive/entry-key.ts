/** Where an entry stands in the archive, as one number: newest edition first when descending, then as printed. */
import { day } from '../edition/duration.ts';

const placesPerDay = 10_000;

const dayNumber = (date: string): number => Date.parse(date) / day;

/** The lowest key that an entry of `date` (`YYYY-MM-DD`) can have; below it all entries are of earlier dates. */
export const firstKeyOf = (date: string): number => dayNumber(date) * placesPerDay;

/** The lowest key of the day after `date`. */
export const firstKeyAfter = (date: string): number => (dayNumber(date) + 1) * placesPerDay;

/** The date, `YYYY-MM-DD`, whose keys begin at `key` or surround it. */
export const dateOfKey = (key: number): string =>
  new Date(Math.floor(key / placesPerDay) * day).toISOString().slice(0, 10);

/**
 * Key of the entry at `place`, from 0, of the edition of `date`. It fits a 32-bit integer until the year 2557.
 * @throws RangeError for an edition of more entries than a date has keys.
 */
export const entryKey = (date: string, place: number): number => {
  if (place >= placesPerDay) throw new RangeError(`An edition has at most ${placesPerDay} entries, not ${place + 1}.`);
  return firstKeyAfter(date) - 1 - place;
};

/** Bounds between which every key lies, themselves 32-bit integers. */
export const everyKey = { from: -(2 ** 31), to: 2 ** 31 - 1 };
