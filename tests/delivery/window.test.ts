import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionWindow, FutureDateError, localDate } from '../../src/delivery/window.ts';

const berlin = { at: '08:00', timeZone: 'Europe/Berlin', now: '2026-04-02T10:30:00Z' };

describe('editionWindow', () => {
  it('covers a day up to now when there is no edition before', () => {
    expect(editionWindow({ ...berlin, date: '2026-04-02' })).toEqual({
      since: '2026-04-01T10:30:00Z',
      until: '2026-04-02T10:30:00Z',
    });
  });

  it('ends an earlier date at its local time of day', () => {
    expect(editionWindow({ ...berlin, date: '2026-04-01' }).until).toBe('2026-04-01T06:00:00Z');
    expect(editionWindow({ ...berlin, date: '2026-03-27' }).until).toBe('2026-03-27T07:00:00Z');
  });

  it('goes on where the edition before it ended, so that nothing falls between two', () => {
    const previousUntil = '2026-03-30T06:00:00Z';
    expect(editionWindow({ ...berlin, date: '2026-04-01', previousUntil }).since).toBe(previousUntil);
  });

  it('ends where the edition of the date ended when it is written anew, so that nothing falls out of it', () => {
    const ownUntil = '2026-04-01T13:20:00Z';
    expect(editionWindow({ ...berlin, date: '2026-04-01', ownUntil }).until).toBe(ownUntil);
    expect(editionWindow({ ...berlin, date: '2026-04-02', ownUntil: '2026-04-02T06:00:00Z' }).until).toBe(
      '2026-04-02T10:30:00Z',
    );
  });

  it('goes back a week at most after a long outage', () => {
    const window = editionWindow({ ...berlin, date: '2026-04-01', previousUntil: '2026-01-01T06:00:00Z' });
    expect(window.since).toBe('2026-03-25T06:00:00Z');
  });

  it('takes the first moment after a time that a clock change skips', () => {
    const window = editionWindow({ ...berlin, date: '2026-03-29', at: '02:30' });
    expect(window.until).toBe('2026-03-29T01:30:00Z');
  });

  it('refuses a date that has not come yet in the zone', () => {
    expect(() => editionWindow({ ...berlin, date: '2026-04-03' })).toThrow(FutureDateError);
    expect(localDate('2026-04-02T23:30:00Z', 'Europe/Berlin')).toBe('2026-04-03');
  });

  it('is never empty, whatever the zone and date', () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata');
    const days = fc.integer({ min: 1, max: 800 });
    fc.assert(
      fc.property(zones, days, fc.integer({ min: 0, max: 23 }), (timeZone, ago, hour) => {
        const now = '2026-11-25T12:00:00Z';
        const date = localDate(new Date(Date.parse(now) - ago * 86_400_000).toISOString(), timeZone);
        const { since, until } = editionWindow({ date, at: `${String(hour).padStart(2, '0')}:30`, timeZone, now });
        expect(Date.parse(until) - Date.parse(since)).toBe(24 * 3_600_000);
      }),
      { seed: 20260401 },
    );
  });
});
