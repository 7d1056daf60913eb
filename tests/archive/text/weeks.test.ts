import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryKey, firstKeyOf } from '../../../src/archive/entry-key.ts';
import { numberOfPairs } from '../../../src/archive/text/lexemes.ts';
import { firstKeyOfWeek, marksWithin, weekMarks, weekOf } from '../../../src/archive/text/weeks.ts';

const week = fc.nat({ max: 500_000 });

describe('the weeks of entries', () => {
  it('begin with the first key of their first day', () => {
    const number = weekOf(entryKey('2026-04-01', 3));
    expect(weekOf(firstKeyOfWeek(number))).toBe(number);
    expect(weekOf(firstKeyOfWeek(number) - 1)).toBe(number - 1);
    expect(weekOf(firstKeyOf('2026-04-08'))).toBe(number + 1);
  });

  it('are told by their marks from those out of a time, however long it is', () => {
    fc.assert(
      fc.property(week, fc.nat({ max: 5_000 }), fc.integer({ min: -600, max: 5_600 }), (first, length, offset) => {
        const marks = new Set(marksWithin(first, first + length));
        const other = Math.max(first + offset, 0);
        expect(weekMarks(other).some(mark => marks.has(mark))).toBe(other >= first && other <= first + length);
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
  });

  it('need few marks for a long time', () => {
    fc.assert(
      fc.property(week, fc.nat({ max: 5_000 }), (first, length) => {
        expect(marksWithin(first, first + length).length).toBeLessThan(60);
      }),
      { seed: 20_260_401, numRuns: 200 },
    );
  });

  it('have no mark that a pair of words can have', () => {
    expect(Math.min(...weekMarks(0), ...marksWithin(0, 0))).toBeGreaterThanOrEqual(numberOfPairs);
  });
});
