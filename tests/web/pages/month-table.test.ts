import { describe, expect, it } from 'vitest';
import { weeksOf } from '../../../src/web/pages/month-table.ts';

const numbers = (month: string) => weeksOf(month).map(week => week.map(date => (date ? Number(date.slice(8)) : 0)));

describe('the weeks of a month', () => {
  it('begin on Monday', () => {
    expect(numbers('2026-04')).toEqual([
      [0, 0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11, 12],
      [13, 14, 15, 16, 17, 18, 19],
      [20, 21, 22, 23, 24, 25, 26],
      [27, 28, 29, 30, 0, 0, 0],
    ]);
  });

  it.each([
    ['2021-02', 4],
    ['2024-02', 5],
    ['2026-08', 6],
  ])('%s has %i of them', (month, weeks) => expect(weeksOf(month)).toHaveLength(weeks));

  it('have the 29th of February in a leap year only', () => {
    expect(weeksOf('2024-02').flat()).toContain('2024-02-29');
    expect(weeksOf('2026-02').flat()).not.toContain('2026-02-29');
  });
});
