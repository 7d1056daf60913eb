import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { timeOfDay, timeZone } from '../../src/edition/subscription.ts';

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'asia/kolkata', 'US/Pacific', 'EST'])('%s is taken', name => {
    expect(timeZone.safeParse(name).success).toBe(true);
    expect(Temporal.Instant.from('2026-04-01T06:00Z').toZonedDateTimeISO(name).year).toBe(2026);
  });

  it.each(['', 'Mars/Olympus', 'PST', 'BST', 'IST'])('%j is refused, as no time could be computed in it', name => {
    expect(timeZone.safeParse(name).success).toBe(false);
  });

  it('is taken by every name that this runtime lists', () => {
    expect(Intl.supportedValuesOf('timeZone').filter(name => !timeZone.safeParse(name).success)).toEqual([]);
  });
});

describe('a time of day', () => {
  it.each(['00:00', '08:05', '23:59'])('%s is taken', text => expect(timeOfDay.safeParse(text).success).toBe(true));
  it.each(['24:00', '25:00', '8:00', '08:60', '08:00:00', ''])('%j is refused', text =>
    expect(timeOfDay.safeParse(text).success).toBe(false),
  );
});
