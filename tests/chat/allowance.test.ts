import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../src/chat/allowance.ts';

/** Three at once, one more after each second. */
const anAllowance = ({ mostNames = 100 } = {}) => {
  const clock = { time: 0 };
  const allowance = createAllowance({ atOnce: 3, interval: 1_000, mostNames, stopwatch: () => clock.time });
  const tryIt = (name: string): boolean => {
    if (allowance.wait(name) > 0) return false;
    allowance.take(name);
    return true;
  };
  return { clock, allowance, tryIt };
};

describe('an allowance', () => {
  it('lets each do something so often at once, and then once after each interval', () => {
    const { clock, allowance, tryIt } = anAllowance();
    expect([1, 2, 3, 4].map(() => tryIt('a'))).toEqual([true, true, true, false]);
    expect(tryIt('b')).toBe(true);
    expect(allowance.wait('a')).toBe(1_000);
    clock.time = 999;
    expect(tryIt('a')).toBe(false);
    clock.time = 1_000;
    expect([1, 2].map(() => tryIt('a'))).toEqual([true, false]);
  });

  it('gives no more after a long rest than after a short one', () => {
    const { clock, tryIt } = anAllowance();
    clock.time = 1_000_000;
    expect([1, 2, 3, 4].map(() => tryIt('a'))).toEqual([true, true, true, false]);
  });

  it('takes nothing where it is only asked', () => {
    const { allowance } = anAllowance();
    for (let asked = 0; asked < 10; asked++) expect(allowance.wait('a')).toBe(0);
  });

  it('may be overdrawn, so often and no more', () => {
    const { allowance } = anAllowance();
    for (let taken = 0; taken < 3; taken++) allowance.take('a');
    expect(allowance.wait('a', 1)).toBe(0);
    allowance.take('a');
    expect(allowance.wait('a', 1)).toBe(1_000);
    expect(allowance.wait('a')).toBe(2_000);
  });

  it('remembers so many names and no more, those that did something last', () => {
    const { tryIt } = anAllowance({ mostNames: 2 });
    for (const name of ['old', 'old', 'old', 'busy', 'busy', 'busy', 'new']) expect(tryIt(name)).toBe(true);
    expect(tryIt('busy')).toBe(false);
    expect(tryIt('old')).toBe(true);
  });

  it('never lets more through in any stretch of time than at once and one an interval, and never less than one an interval', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 2_500 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(steps, waits => {
        const { clock, tryIt } = anAllowance();
        const passed: number[] = [];
        for (const wait of waits) {
          clock.time += wait;
          if (tryIt('a')) passed.push(clock.time);
          else expect(clock.time - (passed.at(-1) ?? 0)).toBeLessThan(1_000);
        }
        for (const [index, from] of passed.entries()) {
          const within = passed.slice(index).filter(time => time - from < 10_000).length;
          expect(within).toBeLessThanOrEqual(3 + 10);
        }
      }),
    );
  });
});
