import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff } from '../../src/delivery/backoff.ts';

const limits = { first: 1_000, longest: 60_000 };

describe('how long to wait before trying again', () => {
  it.each([
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [3, 2_000, 4_000],
    [6, 16_000, 32_000],
    [7, 30_000, 60_000],
    [8, 30_000, 60_000],
    [5_000, 30_000, 60_000],
  ])('doubles: after attempt %i between %i and %i ms', (attempt, least, most) => {
    expect(backoff(attempt, limits, () => 0)).toBe(least);
    expect(backoff(attempt, limits, () => 1)).toBe(most);
  });

  it('is never at once, nor longer than the longest', () => {
    const cases = fc.record({
      attempt: fc.integer({ min: 1, max: 10_000 }),
      first: fc.integer({ min: 1, max: 100_000 }),
      longest: fc.integer({ min: 1, max: 10_000_000 }),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ attempt, first, longest, random }) => {
        const wait = backoff(attempt, { first, longest }, () => random);
        expect(wait).toBeGreaterThanOrEqual(Math.min(first, longest) / 2);
        expect(wait).toBeLessThanOrEqual(longest);
      }),
      { seed: 20_260_401 },
    );
  });

  it('brings callers back at different times who failed together', () => {
    const [early, late] = [0.1, 0.9].map(random => backoff(4, limits, () => random));
    expect(early).not.toBe(late);
  });
});
