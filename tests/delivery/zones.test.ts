/** Each change of the clocks in 2026 and 2027, in each zone: one delivery a local date. What is expected is walked, not computed. */
import { describe, expect, it } from 'vitest';
import { deliveryOn, latestDelivery, nextDelivery, type Occasion, type Schedule } from '../../src/delivery/schedule.ts';
import { weekdays } from '../../src/edition/subscription.ts';
import {
  type Change,
  changesOf,
  clockIn,
  day,
  hour,
  minute,
  offsetAt,
  type Reached,
  reachedIn,
  second,
  type Walk,
  walk,
} from './a-walk.ts';

const start = Date.UTC(2026, 0, 1);
const end = Date.UTC(2028, 0, 1);
const times = ['00:00', '02:30', '23:59'] as const;

/** Names that IANA has given up, or never gave a city, which people and systems have kept (https://data.iana.org/time-zones/tzdb/backward). */
const aliases =
  `Africa/Asmara America/Nuuk America/Santa_Isabel Asia/Calcutta Asia/Kathmandu Asia/Kolkata Asia/Saigon Australia/ACT
  Australia/LHI Australia/NSW Brazil/East Canada/Eastern Canada/Newfoundland Chile/Continental Chile/EasterIsland Cuba Egypt Eire
  EST5EDT Etc/GMT+12 Etc/GMT-14 Europe/Kiev Europe/Kyiv GB Iran Israel Japan MET Mexico/BajaNorte Navajo NZ NZ-CHAT Pacific/Samoa
  Poland Portugal PRC PST8PDT ROK Singapore Turkey US/Alaska US/Central US/Eastern US/Pacific UTC W-SU WET Zulu`.split(
    /\s+/,
  );

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...aliases])];

/** A zone and what its clock shows around one change, or around any day where it never changes. */
interface Case {
  readonly timeZone: string;
  readonly change?: Change;
  readonly around: number;
}

const casesOf = (timeZone: string): readonly Case[] => {
  const changes = changesOf(clockIn(timeZone), start, end);
  if (changes.length === 0) return [{ timeZone, around: Date.UTC(2026, 5, 15, 12) }];
  return changes.map(change => ({ timeZone, change, around: change.instant }));
};

const cases = zones.flatMap(casesOf);

/** Zones whose clocks show the same are walked once. */
const walks = new Map<string, Walk>();
const walked = ({ timeZone, change, around }: Case): Walk => {
  const clock = clockIn(timeZone);
  const [from, to] = [around - 40 * hour, around + 40 * hour];
  const key = [around, offsetAt(clock, from), change?.after].join(' ');
  const known = walks.get(key) ?? walk(clock, from, to);
  walks.set(key, known);
  return known;
};

const text = (instant: number): string => new Date(instant).toISOString();

const told = (occasion: Occasion | undefined): string =>
  occasion === undefined ? 'none' : `${occasion.date} ${text(Date.parse(occasion.instant))}`;
const wanted = (reached: Reached | undefined): string =>
  reached === undefined ? 'none' : `${reached.date} ${text(reached.instant)}`;

/** The deliveries one after the other, each asked for at the one before. */
const inTurn = (schedule: Schedule, first: number, count: number): readonly string[] => {
  const found: string[] = [];
  for (let after = text(first - second); found.length < count; ) {
    const next = nextDelivery(schedule, after);
    found.push(told(next));
    after = next.instant;
  }
  return found;
};

/** What is wrong with a schedule, where `expected` are its deliveries. */
const faultsOf = (schedule: Schedule, expected: readonly Reached[]): readonly string[] => {
  const [first] = expected;
  if (first === undefined) return ['The walk reached nothing.'];
  const checks: (readonly [string, string, string])[] = expected.flatMap((reached, index) => {
    const before = expected[index - 1];
    return [
      ['on its date', told(deliveryOn(schedule, reached.date)), wanted(reached)] as const,
      ['reached', told(latestDelivery(schedule, text(reached.instant))), wanted(reached)] as const,
      ...(before === undefined
        ? []
        : [
            ['nearly reached', told(latestDelivery(schedule, text(reached.instant - second))), wanted(before)] as const,
          ]),
    ];
  });
  const turns = inTurn(schedule, first.instant, expected.length);
  checks.push(['in turn', turns.join(), expected.map(wanted).join()]);
  return checks
    .filter(([, found, right]) => found !== right)
    .map(([what, found, right]) => `${schedule.at} ${schedule.timeZone}, ${what}: ${found} instead of ${right}`);
};

describe('around every change of the clocks of 2026 and 2027, in every zone', () => {
  it('tries hundreds of zones and of changes, so that it cannot pass for want of them', () => {
    expect(zones.length).toBeGreaterThan(420);
    expect(cases.filter(({ change }) => change !== undefined).length).toBeGreaterThan(400);
    expect(new Set(cases.flatMap(({ change }) => change?.instant ?? [])).size).toBeGreaterThan(60);
  });

  it.each(times)(
    'complaint 18: a channel at %s has one delivery a local date, at the first moment that is not too early',
    at => {
      const results = cases.map(one => {
        const expected = reachedIn(walked(one), at);
        return { dates: expected.length, faults: faultsOf({ at, timeZone: one.timeZone, weekdays }, expected) };
      });
      expect(results.flatMap(({ faults }) => faults)).toEqual([]);
      expect(Math.min(...results.map(({ dates }) => dates))).toBeGreaterThanOrEqual(2);
    },
  );

  it.each([
    ['by half an hour', 'Australia/Lord_Howe', '02:10'],
    ['at Ramadan', 'Africa/Casablanca', '02:30'],
    ['at Ramadan', 'Africa/El_Aaiun', '03:00'],
    ['over midnight', 'America/Havana', '00:30'],
    ['over midnight', 'America/Santiago', '23:30'],
    ['over midnight', 'America/Santiago', '00:15'],
    ['over midnight', 'Asia/Beirut', '00:00'],
    ['over midnight', 'Africa/Cairo', '00:30'],
    ['by two hours', 'Antarctica/Troll', '01:59'],
    ['in the evening before', 'America/Nuuk', '23:30'],
    ['at two', 'Asia/Gaza', '02:00'],
    ['that it gave up', 'America/Asuncion', '00:00'],
  ])('whenever it is asked, it says the same of a change %s: %s at %s', (_, timeZone, at) => {
    const schedule = { at, timeZone, weekdays };
    for (const one of casesOf(timeZone)) {
      const expected = reachedIn(walked(one), at);
      for (let now = one.around - 3 * hour; now <= one.around + 3 * hour; now += 15 * minute - second) {
        const next = expected.find(({ instant }) => instant > now);
        const latest = expected.findLast(({ instant }) => instant <= now);
        if (next !== undefined) expect(told(nextDelivery(schedule, text(now)))).toBe(wanted(next));
        if (latest !== undefined) expect(told(latestDelivery(schedule, text(now)))).toBe(wanted(latest));
      }
    }
  });

  it('knows the weekdays by the local date, also where midnight is left out', () => {
    // Friday 24 April 2026 begins at one o'clock in Cairo.
    const cairo = { at: '00:00', timeZone: 'Africa/Cairo', weekdays: ['fri'] as const };
    const first = nextDelivery(cairo, '2026-04-20T00:00:00Z');
    expect(told(first)).toBe('2026-04-24 2026-04-23T22:00:00.000Z');
    expect(Date.parse(nextDelivery(cairo, first.instant).instant) - Date.parse(first.instant)).toBe(7 * day - hour);
  });
});
