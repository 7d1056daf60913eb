/** The stretches of time that a chart has a bar for: months where those are few, else quarters, else years. */
import type { Period } from '../../archive/label-counts.ts';
import { shortMonth } from '../dates.ts';

export interface NamedPeriod extends Period {
  /** "Apr 2026", "Q2 2026" or "2026". */
  readonly name: string;
}

/** Bars that can be told apart on a phone. */
const mostPeriods = 36;

/**
 * Calendar months, quarters or years that have all days from `first` to `last`, both `YYYY-MM-DD`, in their order: as short
 * ones as make no more than 36, or years where these are more.
 */
export const periodsOf = (first: string, last: string): readonly NamedPeriod[] => {
  const [from, to] = [monthOf(first), monthOf(last)];
  const months = lengths.find(length => Math.floor(to / length) - Math.floor(from / length) < mostPeriods) ?? 12;
  const start = Math.floor(from / months);
  return Array.from({ length: Math.floor(to / months) - start + 1 }, (_, place) =>
    periodAt((start + place) * months, months),
  );
};

/** Of a period, in months. */
const lengths = [1, 3, 12];

/** Counted from the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const periodAt = (month: number, length: number): NamedPeriod => {
  const from = firstDay(month);
  return { name: nameOf(from, length), from, to: firstDay(month + length) };
};

const firstDay = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

const nameOf = (from: string, length: number): string => {
  if (length === 12) return from.slice(0, 4);
  return length === 1 ? shortMonth(from) : `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${from.slice(0, 4)}`;
};
