/** The numbers by which entries are ordered. */
import { expect, it } from 'vitest';
import { entryKey, everyKey, firstKeyAfter, firstKeyOf } from '../../src/archive/entry-key.ts';

it('descend from the newest edition to the oldest, and within one from its first entry to its last', () => {
  const reading = [
    entryKey('2026-04-01', 0),
    entryKey('2026-04-01', 1),
    entryKey('2026-04-01', 9_999),
    entryKey('2026-03-31', 0),
    entryKey('2024-02-29', 0),
    entryKey('1969-12-31', 0),
  ];
  expect(reading.toSorted((a, b) => b - a)).toEqual(reading);
});

it.each(['2026-04-01', '2024-02-29', '1970-01-01'])('of %s lie between its bounds', date => {
  expect(entryKey(date, 0)).toBe(firstKeyAfter(date) - 1);
  expect(entryKey(date, 9_999)).toBe(firstKeyOf(date));
});

it('fit the integers of any engine', () => {
  expect(entryKey('2500-01-01', 0)).toBeLessThan(everyKey.to);
  expect(entryKey('1900-01-01', 0)).toBeGreaterThan(everyKey.from);
  expect(() => entryKey('2026-04-01', 10_000)).toThrow(/at most 10000 entries/);
});
