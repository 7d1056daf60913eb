import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsOf } from '../../../src/web/charts/periods.ts';

const namesOf = (first: string, last: string): readonly string[] => periodsOf(first, last).map(({ name }) => name);

describe('the periods of a chart', () => {
  it.each([
    ['2026-04-01', '2026-04-01', ['Apr 2026']],
    ['2025-12-31', '2026-02-01', ['Dec 2025', 'Jan 2026', 'Feb 2026']],
  ])('are months from %s to %s: %j', (first, last, names) => expect(namesOf(first, last)).toEqual(names));

  it('are quarters where there are more months than bars', () => {
    const names = namesOf('2023-05-01', '2026-05-01');
    expect([names[0], names.at(-1), names.length]).toEqual(['Q2 2023', 'Q2 2026', 13]);
  });

  it('are years where there are more quarters than bars', () => {
    expect(namesOf('2010-01-01', '2026-05-01')).toHaveLength(17);
    expect(namesOf('2010-01-01', '2026-05-01')[0]).toBe('2010');
  });

  it('lie side by side and have every day from the first to the last', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first = '', last = ''] = [one, other].toSorted();
        const periods = periodsOf(first, last);
        expect(periods[0]?.from.localeCompare(first)).toBeLessThanOrEqual(0);
        expect(periods.at(-1)?.to.localeCompare(last)).toBe(1);
        for (const [place, { to }] of periods.slice(0, -1).entries()) expect(periods[place + 1]?.from).toBe(to);
      }),
    );
  });
});
