import { describe, expect, it } from 'vitest';
import type { DayOfBot } from './figures.ts';
import { growthIn, tooMuchOf } from './memory.ts';

const megabyte = 2 ** 20;
const aDay = (held: number, day: Partial<DayOfBot> = {}): DayOfBot => ({
  ...{ date: '2026-03-02', life: 1, rss: 300 * megabyte, external: 10 * megabyte, handles: 4, descriptors: 30 },
  heapUsed: (held - 10) * megabyte,
  ...day,
});

describe('what a soak says of memory', () => {
  it('holds the last day against the second, whatever the first needed', () => {
    const growth = growthIn([aDay(200), aDay(100), aDay(104), aDay(108)]);
    expect(growth?.held).toBeCloseTo(0.08);
    expect(tooMuchOf(growth)).toEqual([]);
  });

  it('finds more than a tenth too much', () => {
    expect(tooMuchOf(growthIn([aDay(100), aDay(100), aDay(111)]))).toEqual([
      'memory grew by 11 % from the second day to the last',
    ]);
  });

  it('finds files and handles that are left open', () => {
    const last = aDay(100, { descriptors: 60, handles: 40 });
    expect(tooMuchOf(growthIn([aDay(100), aDay(100), last]))).toEqual([
      '30 more files are open than on the second day',
      '36 more handles are open than on the second day',
    ]);
  });

  it('tells by how much a day it grows within the last life, without its first day', () => {
    const days = [aDay(100), aDay(100), ...[50, 80, 82, 84, 86].map(held => aDay(held, { life: 2 }))];
    expect(growthIn(days)?.slope).toBeCloseTo(2 * megabyte);
    expect(growthIn(days)?.lastLife).toBe(4);
  });

  it('says nothing of two days', () => {
    expect(growthIn([aDay(100), aDay(200)])).toBeUndefined();
    expect(tooMuchOf(undefined)).toEqual([]);
  });
});
