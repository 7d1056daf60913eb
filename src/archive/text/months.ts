/** Months of editions, counted from the year 0. */
import { dateOfKey, firstKeyOf } from '../entry-key.ts';
import { numberOfPairs } from './lexemes.ts';

/** Of the entry with this key. */
export const monthOf = (key: number): number => {
  const date = dateOfKey(key);
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
};

/** The lowest key that an entry of `month` can have. */
export const firstKeyOfMonth = (month: number): number => {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return firstKeyOf(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
};

/** By which the index knows a month; it is the number of no pair. */
export const monthMark = (month: number): number => numberOfPairs + month;
