import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedIds } from '../../../src/delivery/jobs/ordered-ids.ts';

describe('the ids of jobs', () => {
  it('come in the order in which they are made, whatever the clock says meanwhile', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 500 }), (times, each) => {
        let now = 0;
        const next = orderedIds(() => now);
        const ids = times.flatMap(time => {
          now = time;
          return Array.from({ length: each }, next);
        });
        expect(ids).toEqual([...new Set(ids)].toSorted());
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it('are more than a millisecond has room for where that is asked for', () => {
    const next = orderedIds(() => 1_775_034_000_000);
    const ids = Array.from({ length: 10_000 }, next);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it('are UUIDs of version 7', () => {
    expect(orderedIds(() => 1_775_034_000_000)()).toMatch(/^019d4845-6280-7000-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
