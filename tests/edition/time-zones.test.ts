/** Time zones as people ask for them. */
import { describe, expect, it } from 'vitest';
import { findTimeZone } from '../../src/edition/time-zones.ts';

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['EST', 'EST'],
    ['+02:00', '+02:00'],
    ['Kolkata', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
  ])('%s is %s, by the name that people there know', (typed, match) => {
    expect(findTimeZone(typed)).toEqual({ match, exact: true });
  });

  it.each(['BST', 'IST', 'GMT+2', 'Mars', ''])('is not guessed from %j, which may be several or none', typed => {
    expect(findTimeZone(typed).match).toBeUndefined();
  });
});
