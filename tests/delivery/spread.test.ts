import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promisedWindow, spread } from '../../src/delivery/spread.ts';
import { minute, second } from '../../src/edition/duration.ts';

/** Workspaces of channels that are due, each as often as it has channels. */
const due = fc
  .array(fc.tuple(fc.string(), fc.integer({ min: 1, max: 2_000 })), { minLength: 1, maxLength: 200 })
  .map(counts => counts.flatMap(([workspace, count]) => Array.from({ length: count }, () => workspace)));

/** How many are begun within so many milliseconds from `from`. */
const begunWithin = (workspaces: readonly string[], from: number, milliseconds: number): number => {
  const wait = spread(workspaces);
  return workspaces.map(wait).filter(at => at >= from && at < from + milliseconds).length;
};

describe('what is due at one moment', () => {
  it('is begun within the promised ten minutes, and nothing before its time', () => {
    expect(promisedWindow).toBe(10 * minute);
    fc.assert(
      fc.property(due, workspaces => {
        const waits = workspaces.map(spread(workspaces));
        expect(Math.min(...waits)).toBe(0);
        expect(Math.max(...waits)).toBeLessThan(Math.min(promisedWindow, workspaces.length * 20));
      }),
      { numRuns: 50 },
    );
  });

  it('is begun at once where it is little', () => {
    const workspaces = Array.from({ length: 49 }, (_, index) => `T${index}`);
    expect(workspaces.map(spread(workspaces))).toEqual(Array(49).fill(0));
  });

  it('is begun evenly, at most one each 20 milliseconds where the window allows, and the channels of a workspace together', () => {
    fc.assert(
      fc.property(due, fc.integer({ min: 0, max: promisedWindow }), (workspaces, from) => {
        const most = Math.max(...[...Map.groupBy(workspaces, one => one).values()].map(({ length }) => length));
        const window = Math.max(second, Math.min(promisedWindow, workspaces.length * 20));
        const share = Math.ceil((workspaces.length * second) / window);
        // What begins in a second is its share, and the rest of a workspace that begins in it.
        expect(begunWithin(workspaces, from, second)).toBeLessThanOrEqual(share + most);
      }),
      { numRuns: 100 },
    );
  });

  it('is begun in the same order of workspaces each day, whoever asks first', () => {
    fc.assert(
      fc.property(due, workspaces => {
        const [one, other] = [spread(workspaces), spread(workspaces.toReversed())];
        for (const workspace of new Set(workspaces)) expect(other(workspace)).toBe(one(workspace));
      }),
      { numRuns: 30 },
    );
  });

  it('moves a workspace by no more than its neighbours need where others come and go', () => {
    const all = Array.from({ length: 30_000 }, (_, index) => `T${index % 3_000}`);
    const [before, after] = [spread(all), spread([...all, 'T9999'])];
    for (const workspace of new Set(all)) expect(Math.abs(before(workspace) - after(workspace))).toBeLessThan(25);
  });
});
