/** Weeks of editions, and stretches of them: by these the index is asked for a time alone. */
import { day } from '../../edition/duration.ts';
import { dateOfKey, firstKeyOf } from '../entry-key.ts';
import { numberOfPairs } from './lexemes.ts';

const week = 7 * day;

/** Before all that can have editions, so that no number is below 0. */
const weekZero = Date.parse('0000-01-01');

/** Number of the week of the entry with this key. */
export const weekOf = (key: number): number => Math.floor((Date.parse(dateOfKey(key)) - weekZero) / week);

/** The lowest key that an entry of a week can have. */
export const firstKeyOfWeek = (number: number): number =>
  firstKeyOf(new Date(weekZero + number * week).toISOString().slice(0, 10));

/** Weeks of a stretch, which begins at a multiple of its length. There are fewer than 2^20 of each length. */
const lengths: readonly number[] = [1, 8, 64, 512];

/** By which the index knows a stretch; it is the number of no pair. */
const markOf = (length: number, first: number): number =>
  numberOfPairs * (1 + lengths.indexOf(length)) + first / length;

/** The marks of an entry: of each stretch that has its week. */
export const weekMarks = (number: number): readonly number[] =>
  lengths.map(length => markOf(length, number - (number % length)));

/** The fewest marks of which an entry has one if its week is one from `first` to `last`, both included. */
export const marksWithin = (first: number, last: number): readonly number[] => {
  const marks: number[] = [];
  let number = first;
  while (number <= last) {
    const length = lengths.findLast(one => number % one === 0 && number + one - 1 <= last) ?? 1;
    marks.push(markOf(length, number));
    number += length;
  }
  return marks;
};
