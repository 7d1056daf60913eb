/** Days of editions, and stretches of them: by these the index is asked for a time alone. */
import { day } from '../../edition/duration.ts';
import { dateOfKey, firstKeyOf } from '../entry-key.ts';
import { numberOfPairs } from './lexemes.ts';

/** Before all that can have editions, so that no number is below 0. */
const dayZero = Date.parse('0000-01-01');

/** Number of the day of the entry with this key. */
export const dayOf = (key: number): number => (Date.parse(dateOfKey(key)) - dayZero) / day;

/** The lowest key that an entry of a day can have. */
export const firstKeyOfDay = (number: number): number =>
  firstKeyOf(new Date(dayZero + number * day).toISOString().slice(0, 10));

/** Days of a stretch, which begins at a multiple of its length. */
const lengths: readonly number[] = [1, 8, 64, 512, 4096];

/** More than there are of any length. */
const mostStretches = 2 ** 22;

/** By which the index knows a stretch; it is the number of no pair. */
const markOf = (length: number, first: number): number =>
  numberOfPairs + mostStretches * lengths.indexOf(length) + first / length;

/** The marks of an entry: of each stretch that has its day. */
export const dayMarks = (number: number): readonly number[] =>
  lengths.map(length => markOf(length, number - (number % length)));

/** The fewest marks of which an entry has one if its day is one from `first` to `last`, both included. */
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
