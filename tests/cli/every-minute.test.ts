import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everyMinute, type Recurring } from '../../src/cli/every-minute.ts';
import { minute, second } from '../../src/edition/duration.ts';

let recurring: Recurring | undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-04-01T08:00:00Z') });
});
afterEach(async () => {
  await recurring?.stop();
  vi.useRealTimers();
});

/** Counts what is done from 08:00:00 on. */
const counting = (work: () => Promise<void> = async () => {}): (() => number) => {
  let count = 0;
  const tell = () => {};
  recurring = everyMinute(async () => {
    count += 1;
    await work();
  }, tell);
  return () => count;
};

describe('work of each minute', () => {
  it('is done at once and at each whole minute', async () => {
    const count = counting();
    expect(count()).toBe(1);
    await vi.advanceTimersByTimeAsync(3 * minute);
    expect(count()).toBe(4);
  });

  it('is done again after a failure', async () => {
    const count = counting(async () => {
      throw new Error('Not this time.');
    });
    await vi.advanceTimersByTimeAsync(minute);
    expect(count()).toBe(2);
  });

  it('is done late, rather than left out, where the machine was busy when the minute came', async () => {
    const count = counting();
    vi.setSystemTime(new Date('2026-04-01T08:01:07Z'));
    await vi.advanceTimersToNextTimerAsync();
    expect(count()).toBe(2);
  });

  it('is done once for all the minutes for which the machine slept', async () => {
    const count = counting();
    vi.setSystemTime(new Date('2026-04-01T09:30:20Z'));
    await vi.advanceTimersToNextTimerAsync();
    expect(count()).toBe(2);
    await vi.advanceTimersByTimeAsync(minute);
    expect(count()).toBe(3);
  });

  it('is not begun again while it is in hand', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const count = counting(() => promise);
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect(count()).toBe(1);
    resolve();
    await vi.advanceTimersByTimeAsync(second);
    await vi.advanceTimersByTimeAsync(minute);
    expect(count()).toBe(2);
  });
});
