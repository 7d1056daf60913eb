import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedDate } from '../../../src/sources/feeds/feed-date.ts';

describe('dates of feeds', () => {
  it.each([
    ['as RFC 822 has it', 'Wed, 25 Nov 2026 10:05:00 GMT', '2026-11-25T10:05:00.000Z'],
    ['with an offset', 'Wed, 25 Nov 2026 10:05:00 -0300', '2026-11-25T13:05:00.000Z'],
    ['in EST, as American publishers write', 'Wed, 5 Nov 2025 13:52:10 EST', '2025-11-05T18:52:10.000Z'],
    ['in PDT', 'Tue, 4 Aug 2026 23:30:00 PDT', '2026-08-05T06:30:00.000Z'],
    ['in CEST', '4 Aug 2026 09:00 CEST', '2026-08-04T07:00:00.000Z'],
    ['in a zone that no one knows', 'Wed, 25 Nov 2026 10:05:00 QQT', '2026-11-25T10:05:00.000Z'],
    ['with GMT and an offset', 'Wed, 25 Nov 2026 10:05:00 GMT+0200', '2026-11-25T08:05:00.000Z'],
    ['with a comment', 'Wed, 25 Nov 2026 10:05:00 +0000 (UTC)', '2026-11-25T10:05:00.000Z'],
    ['without leading zeros', 'Sun, 3 May 2026 9:05:00 GMT', '2026-05-03T09:05:00.000Z'],
    ['without a weekday or seconds', '25 Nov 2026 10:05 +0000', '2026-11-25T10:05:00.000Z'],
    ['with the wrong weekday', 'Mon, 25 Nov 2026 10:05:00 GMT', '2026-11-25T10:05:00.000Z'],
    ['with a year of two digits', 'Wed, 25 Nov 26 10:05:00 GMT', '2026-11-25T10:05:00.000Z'],
    ['with a year of two digits of the last century', 'Thu, 25 Nov 99 10:05:00 GMT', '1999-11-25T10:05:00.000Z'],
    ['with the date only', 'Wed, 25 Nov 2026', '2026-11-25T00:00:00.000Z'],
    ['with dashes', 'Wed, 25-Nov-2026 10:05:00 GMT', '2026-11-25T10:05:00.000Z'],
    ['as C writes it', 'Wed Nov 25 10:05:00 2026', '2026-11-25T10:05:00.000Z'],
    ['as Java writes it', 'Wed Nov 25 10:05:00 EST 2026', '2026-11-25T15:05:00.000Z'],
    ['as Americans say it', 'November 25, 2026 3:05 PM', '2026-11-25T15:05:00.000Z'],
    ['at midnight by the half-day clock', 'Nov 25, 2026 12:30 a.m.', '2026-11-25T00:30:00.000Z'],
    ['with an ordinal', '1st December 2026', '2026-12-01T00:00:00.000Z'],
    ['year first in words', '2026 Nov 25', '2026-11-25T00:00:00.000Z'],
    ['in Portuguese', 'Qua, 25 Fev 2026 10:05:00 -0300', '2026-02-25T13:05:00.000Z'],
    ['in long Portuguese', '24 de setembro de 2018', '2018-09-24T00:00:00.000Z'],
    ['in Spanish', 'jue, 01 ene 2026 10:05:00 GMT', '2026-01-01T10:05:00.000Z'],
    ['in French, on a Tuesday that looks like March', 'mar. 25 août 2026 10:05', '2026-08-25T10:05:00.000Z'],
    ['in German', 'Di, 03 Mär 2026 10:05:00 MEZ', '2026-03-03T09:05:00.000Z'],
    ['in Italian', 'ven, 02 gen 2026 10:05:00 +0100', '2026-01-02T09:05:00.000Z'],
    ['in Dutch', 'di 05 mei 2026 10:05:00 +0200', '2026-05-05T08:05:00.000Z'],
    ['in short Dutch', '25 mrt 2026', '2026-03-25T00:00:00.000Z'],
    ['in Swedish', 'tis, 05 maj 2026 10:05:00 +0200', '2026-05-05T08:05:00.000Z'],
    ['in Norwegian', 'lør., 05 des. 2026', '2026-12-05T00:00:00.000Z'],
    ['in ISO 8601', '2026-11-25T10:05:00Z', '2026-11-25T10:05:00.000Z'],
    ['in ISO 8601 with fractions and an offset', '2026-11-25T10:05:00.1234567+05:30', '2026-11-25T04:35:00.123Z'],
    ['in ISO 8601 with an offset of hours', '2026-11-25T10:05:00+02', '2026-11-25T08:05:00.000Z'],
    ['in ISO 8601 without a zone', '2026-11-25T10:05:00', '2026-11-25T10:05:00.000Z'],
    ['in SQL', '2026-11-25 10:05:00', '2026-11-25T10:05:00.000Z'],
    ['in ISO 8601, date only', '2026-11-25', '2026-11-25T00:00:00.000Z'],
    ['in ISO 8601, month only', '2026-11', '2026-11-01T00:00:00.000Z'],
    ['in compact ISO 8601', '20261125', '2026-11-25T00:00:00.000Z'],
    ['in ISO 8601 without leading zeros', '2026-1-5', '2026-01-05T00:00:00.000Z'],
    ['in seconds since the epoch', '1795600000', '2026-11-25T09:46:40.000Z'],
    ['a leap second', '2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['far ahead, which is for the caller to judge', '2099-01-01', '2099-01-01T00:00:00.000Z'],
  ])('%s', (_, text, instant) => {
    expect(parseFeedDate(text)).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    'Invalid Date',
    '01/02/2026',
    '2026-02-30',
    '31 Jun 2026',
    '2026-13-01',
    '0000-00-00 00:00:00',
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    'Thu, 01 Jan 1970 00:00:00 EST',
    'Thu, 01 Jan 1970 09:00:00 JST',
    'Wed, 30 Nov -0001 00:00:00 +0000',
    'Nov 2026',
    '25 Nov',
    '25:61 pm',
    '9'.repeat(5000),
    'Wed, 01 Apr 12026 10:00:00 GMT',
  ])('%j cannot be read, and is absent rather than wrong', text => {
    expect(parseFeedDate(text)).toBeUndefined();
  });

  it('every instant survives the forms that feeds write', () => {
    const instants = fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, date => {
        expect(parseFeedDate(date.toISOString())).toBe(date.toISOString());
        expect(parseFeedDate(date.toUTCString())).toBe(`${date.toISOString().slice(0, 19)}.000Z`);
      }),
      { seed: 20261125 },
    );
  });

  it('no text is an invalid date', () => {
    const noise = fc.array(fc.constantFrom(...'0123456789:-+/., TZamp'.split(''), 'Nov', 'EST', '2026'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(noise, parts => {
        const instant = parseFeedDate(parts.join(''));
        expect(instant === undefined || new Date(instant).toISOString() === instant).toBe(true);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});
