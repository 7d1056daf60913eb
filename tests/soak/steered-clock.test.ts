import { describe, expect, it } from 'vitest';
import { steeredClock } from './steered-clock.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 2);
/** One that hardly moves by itself. */
const slowClock = () => steeredClock({ machine: Date.now(), shown: start, speed: 0.001 });

describe('a clock that is steered', () => {
  it('tells the time that it was told, and goes on from there at its speed', () => {
    const clock = steeredClock({ machine: Date.now() - 1_000, shown: start, speed: 60 });
    expect(clock.read()).toBeGreaterThanOrEqual(start + 60_000);
    expect(clock.now().toISOString()).toMatch(/^2026-03-02T00:0/);
  });

  it('wakes who waits once it is steered past their time, in the order of their times', async () => {
    const clock = slowClock();
    const woken: number[] = [];
    const waits = [3, 1, 2].map(hours => clock.pause(hours * hour).then(() => void woken.push(hours)));
    clock.steer({ machine: Date.now(), shown: start + 4 * hour, speed: 0.001 });
    await Promise.all(waits);
    expect(woken).toEqual([1, 2, 3]);
  });

  it('wakes nobody whose time has not come', async () => {
    const clock = slowClock();
    const woken: string[] = [];
    const late = clock.after(3 * hour, () => woken.push('late'));
    const early = clock.pause(hour).then(() => void woken.push('early'));
    clock.steer({ machine: Date.now(), shown: start + 2 * hour, speed: 0.001 });
    await early;
    expect(woken).toEqual(['early']);
    late.cancel();
  });

  it('lets go at once of who is called off', async () => {
    const clock = slowClock();
    const off = new AbortController();
    const waiting = clock.pause(hour, off.signal);
    off.abort();
    await waiting;
    await clock.pause(hour, off.signal);
    expect(clock.read() - start).toBeLessThan(hour);
  });
});
