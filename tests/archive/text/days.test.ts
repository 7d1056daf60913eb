import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryKey, firstKeyOf } from '../../../src/archive/entry-key.ts';
import { dayMarks, dayOf, firstKeyOfDay, marksWithin } from '../../../src/archive/text/days.ts';
import { numberOfPairs } from '../../../src/archive/text/lexemes.ts';

const day = fc.nat({ max: 3_600_000 });

describe('the days of entries', () => {
  it('begin with their first key', () => {
    const number = dayOf(entryKey('2026-04-01', 3));
    expect(firstKeyOfDay(number)).toBe(firstKeyOf('2026-04-01'));
    expect(dayOf(firstKeyOfDay(number) - 1)).toBe(number - 1);
    expect(dayOf(firstKeyOf('2026-04-02'))).toBe(number + 1);
  });

  it('are told by their marks from those out of a time, however long it is', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 5_000 }), fc.integer({ min: -600, max: 5_600 }), (first, length, offset) => {
        const marks = new Set(marksWithin(first, first + length));
        const other = Math.max(first + offset, 0);
        expect(dayMarks(other).some(mark => marks.has(mark))).toBe(other >= first && other <= first + length);
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
  });

  it('need few marks for a long time', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 5_000 }), (first, length) => {
        expect(marksWithin(first, first + length).length).toBeLessThan(70);
      }),
      { seed: 20_260_401, numRuns: 200 },
    );
  });

  it('have no mark that a pair of words can have', () => {
    expect(Math.min(...dayMarks(0), ...marksWithin(0, 0))).toBeGreaterThanOrEqual(numberOfPairs);
  });
});
