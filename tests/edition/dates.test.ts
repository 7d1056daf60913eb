/** Dates of a look-up, as seen from a Wednesday. */
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/edition/dates.ts';

describe('a date in a look-up', () => {
  it.each([
    ['2026-04-01', '2026-04-01'],
    ['today', '2026-11-25'],
    ['TODAY', '2026-11-25'],
    ['yesterday', '2026-11-24'],
    ['wednesday', '2026-11-25'],
    ['Tue', '2026-11-24'],
    ['thursday', '2026-11-19'],
    ['sunday', '2026-11-22'],
    ['monday', '2026-11-23'],
  ])('%s is %s', (typed, date) => {
    expect(readDate(typed, '2026-11-25')).toBe(date);
  });

  it('goes back over the turn of a month', () => {
    expect(readDate('yesterday', '2026-03-01')).toBe('2026-02-28');
  });

  it.each(['', 'tomorrow', 'mon-fri', 'daily', '2026-02-30', '2026-4-1', '01.04.2026', 'day'])(
    'is none in %j',
    typed => {
      expect(readDate(typed, '2026-11-25')).toBeUndefined();
    },
  );
});
