import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { describeDelivery, latestDelivery, nextDelivery } from '../../src/delivery/schedule.ts';
import { type Weekday, weekdays } from '../../src/edition/subscription.ts';

const berlin = { at: '08:00', timeZone: 'Europe/Berlin', weekdays };

describe('nextDelivery', () => {
  it('complaint 18: keeps its local time over both clock changes, so that no digest is an hour off in summer', () => {
    expect(nextDelivery(berlin, '2026-03-28T12:00:00Z')).toEqual({
      date: '2026-03-29',
      instant: '2026-03-29T06:00:00Z',
    });
    expect(nextDelivery(berlin, '2026-10-24T12:00:00Z')).toEqual({
      date: '2026-10-25',
      instant: '2026-10-25T07:00:00Z',
    });
  });

  it.each([
    ['02:30 in Europe/Berlin', '02:30', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29', '2026-03-29T01:00:00Z'],
    ['midnight in Africa/Cairo', '00:00', 'Africa/Cairo', '2026-04-23T12:00:00Z', '2026-04-24', '2026-04-23T22:00:00Z'],
    ['by half an hour', '02:10', 'Australia/Lord_Howe', '2026-10-03T12:00:00Z', '2026-10-04', '2026-10-03T15:30:00Z'],
  ])('comes at the first moment after a time that the clock skips: %s', (_, at, timeZone, after, date, instant) => {
    expect(nextDelivery({ at, timeZone, weekdays }, after)).toEqual({ date, instant });
  });

  it('complaint 3: comes once where the time occurs twice, also when asked between the two', () => {
    const schedule = { ...berlin, at: '02:30' };
    expect(nextDelivery(schedule, '2026-10-24T12:00:00Z').instant).toBe('2026-10-25T00:30:00Z');
    expect(nextDelivery(schedule, '2026-10-25T00:45:00Z').date).toBe('2026-10-26');
  });

  it('complaint 17: keeps to the chosen weekdays, which are those of the channel and not of UTC', () => {
    const tokyo = { at: '08:00', timeZone: 'Asia/Tokyo', weekdays: ['mon'] as const };
    // Sunday evening in UTC.
    expect(nextDelivery(tokyo, '2026-11-22T12:00:00Z')).toEqual({
      date: '2026-11-23',
      instant: '2026-11-22T23:00:00Z',
    });
    expect(nextDelivery(tokyo, '2026-11-22T23:00:00Z').date).toBe('2026-11-30');
  });

  it.each([
    ['Pacific/Kiritimati', '2026-11-26', '2026-11-25T18:00:00Z'],
    ['Pacific/Pago_Pago', '2026-11-25', '2026-11-25T19:00:00Z'],
    ['Asia/Kathmandu', '2026-11-26', '2026-11-26T02:15:00Z'],
  ])('counts the dates of %s', (timeZone, date, instant) => {
    expect(nextDelivery({ at: '08:00', timeZone, weekdays }, '2026-11-25T12:00:00Z')).toEqual({ date, instant });
  });

  it('leaves out a date that a zone never had', () => {
    const apia = { at: '08:00', timeZone: 'Pacific/Apia', weekdays: ['fri'] as const };
    expect(nextDelivery(apia, '2011-12-24T12:00:00Z').date).toBe('2012-01-06');
    expect(latestDelivery(apia, '2012-01-03T12:00:00Z').date).toBe('2011-12-23');
  });

  it('refuses a schedule that never comes', () => {
    expect(() => nextDelivery({ ...berlin, weekdays: [] }, '2026-11-25T12:00:00Z')).toThrow(RangeError);
  });
});

describe('latestDelivery', () => {
  it('is the one that was reached, to the very second', () => {
    expect(latestDelivery(berlin, '2026-11-25T07:00:00Z').date).toBe('2026-11-25');
    expect(latestDelivery(berlin, '2026-11-25T06:59:59Z').date).toBe('2026-11-24');
  });
});

describe('describeDelivery', () => {
  it('speaks in the zone of the channel', () => {
    const next = nextDelivery({ ...berlin, timeZone: 'Asia/Tokyo' }, '2026-11-25T12:00:00Z');
    expect(describeDelivery(next, 'Asia/Tokyo')).toBe('Thursday 26 November at 08:00');
  });
});

describe('any schedule', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const chosen = fc.subarray<Weekday>([...weekdays], { minLength: 1 });
  const instant = fc
    .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
    .map(date => date.toISOString());

  it('comes next after now, on a chosen weekday, and is then the latest', () => {
    fc.assert(
      fc.property(zone, time, chosen, instant, (timeZone, at, days, now) => {
        const schedule = { at, timeZone, weekdays: days };
        const next = nextDelivery(schedule, now);
        expect(Date.parse(next.instant)).toBeGreaterThan(Date.parse(now));
        expect(days).toContain(weekdays[Temporal.PlainDate.from(next.date).dayOfWeek - 1]);
        expect(latestDelivery(schedule, next.instant)).toEqual(next);
        expect(Date.parse(latestDelivery(schedule, now).instant)).toBeLessThanOrEqual(Date.parse(now));
      }),
      { seed: 20260401, numRuns: 500 },
    );
  });

  it('complaint 3: comes on every date once: no day twice and none left out', () => {
    fc.assert(
      fc.property(zone, time, instant, (timeZone, at, now) => {
        const schedule = { at, timeZone, weekdays };
        const first = nextDelivery(schedule, now);
        const second = nextDelivery(schedule, first.instant);
        expect(second.date).toBe(Temporal.PlainDate.from(first.date).add({ days: 1 }).toString());
      }),
      { seed: 20260401, numRuns: 500 },
    );
  });
});
