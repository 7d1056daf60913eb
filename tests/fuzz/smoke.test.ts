/** A few cases of each target, so that the command works when it is wanted; time and memory are measured by it alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { createChance } from './chance.ts';
import type { FuzzReport } from './fuzz.ts';
import { breaches, reportText } from './report.ts';
import { type Target, type TargetName, targetNames } from './target.ts';
import { openTarget } from './targets/index.ts';

const cases: Readonly<Record<TargetName, number>> = { feeds: 400, pages: 40, queries: 400, renderers: 20, http: 150 };

describe.each(targetNames)('%s', name => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget(name);
  });
  afterAll(() => target.close?.());

  it(`hold what they promise in ${cases[name]} cases`, async () => {
    const found: string[] = [];
    for (let number = 0; number < cases[name]; number++) {
      const { crash, faults } = await attempt(target, target.make(createChance(20261130, name, number)));
      for (const what of [...(crash === undefined ? [] : [crash]), ...faults]) found.push(`${number}: ${what}`);
    }
    expect(found).toEqual([]);
  });

  it('are the same again by their seed and number', () => {
    const [one, other] = [target.make(createChance(1, name, 7)), target.make(createChance(1, name, 7))];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    expect(one.as).toBe(other.as);
  });
});

describe('the report', () => {
  const fine: FuzzReport = {
    ...{ target: 'feeds', seed: 3, cases: 2, seconds: 1, held: [50_000_000, 51_000_000] },
    outcomes: [
      { number: 1, time: 20, isDoubtful: false, isSlow: false, faults: [] },
      { number: 0, time: 10, isDoubtful: false, isSlow: false, faults: [] },
    ],
  };

  it('breaches nothing where all is well, and says how long it took and what it held', () => {
    expect(breaches(fine)).toEqual([]);
    expect(reportText(fine)).toMatch(/2 in 1 s.*slowest +20\.0 ms {2}--replay feeds:3:1.*50 51 MB/s);
  });

  it.each<[string, Partial<FuzzReport>, string]>([
    [
      'a crash',
      { outcomes: [{ number: 4, time: 1, isDoubtful: false, isSlow: false, faults: [], crash: 'TypeError: x' }] },
      '1 crashed',
    ],
    [
      'a broken promise',
      { outcomes: [{ number: 4, time: 1, isDoubtful: false, isSlow: false, faults: ['x'] }] },
      '1 promises broken',
    ],
    ['a slow case', { outcomes: [{ number: 4, time: 999, isDoubtful: true, isSlow: true, faults: [] }] }, '1 too slow'],
    ['memory that grows', { held: [50_000_000, 90_000_000] }, 'memory grows'],
  ])('breaches for %s, and says how to see it again', (_, wrong, breach) => {
    expect(breaches({ ...fine, ...wrong })).toEqual([breach]);
    if (wrong.outcomes !== undefined) expect(reportText({ ...fine, ...wrong })).toContain('--replay feeds:3:4');
  });
});
