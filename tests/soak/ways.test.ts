import { describe, expect, it } from 'vitest';
import { createDraw } from '../torture/draw.ts';
import { plannedKills } from './kills.ts';
import { faultOf, spoilt, wayOf, ways } from './ways.ts';

const requests = Array.from({ length: 4_000 }, (_, index) => index);
const drawn = (seed: number, share: number) => {
  const draw = createDraw(seed);
  return requests.map(request => faultOf(draw, share, 'slack', 'slack-00', request));
};
const count = (values: readonly unknown[]): number => values.filter(value => value !== undefined).length;

describe('what the soak draws', () => {
  it('fails the share of requests that was asked for, in each of the eight ways', () => {
    const faults = drawn(1, 0.05);
    expect(ways).toHaveLength(8);
    expect(new Set(faults.flatMap(fault => (fault ? [wayOf(fault.kind)] : [])))).toEqual(new Set(ways));
    expect(count(faults) / requests.length).toBeGreaterThan(0.035);
    expect(count(faults) / requests.length).toBeLessThan(0.065);
    expect(count(drawn(1, 0))).toBe(0);
    expect(count(drawn(1, 1))).toBe(requests.length);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(drawn(1, 0.05)).toEqual(drawn(1, 0.05));
    expect(drawn(1, 0.05)).not.toEqual(drawn(2, 0.05));
  });

  it('spreads the kills from the third day to two thirds of the way, amid each stretch of a day', () => {
    const kills = plannedKills(createDraw(1), { kills: 10, days: 30, channels: 60 });
    expect(kills.map(({ day }) => day)).toEqual([2, 3, 5, 7, 9, 11, 12, 14, 16, 18]);
    expect(new Set(kills.map(({ amid }) => amid))).toEqual(new Set(['collecting', 'editing', 'delivering']));
  });
});

describe('a blog that fails', () => {
  const page = { headers: { 'content-type': 'text/html', etag: '"1"' }, body: 'A page that is whole.' };
  const pause = async (): Promise<void> => {};

  it('cuts off what it answers', () => {
    expect(spoilt(page, { kind: 'truncated' }, pause)).toEqual({ ...page, body: 'A page tha', breakOff: 'within' });
  });

  it('answers with another page, which it does not call its own', () => {
    const { headers, body } = spoilt(page, { kind: 'malformed' }, pause);
    expect(body).not.toContain('A page');
    expect(headers).not.toHaveProperty('etag');
  });

  it('says how long to wait, or does not', () => {
    expect(spoilt(page, { kind: 'rate limit', retryAfter: 3 }, pause)).toEqual({
      status: 429,
      headers: { 'retry-after': '3' },
    });
    expect(spoilt(page, { kind: 'rate limit' }, pause)).toEqual({ status: 429 });
  });
});
