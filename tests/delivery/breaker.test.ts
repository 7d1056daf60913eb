import { describe, expect, it } from 'vitest';
import { PlatformError, type PlatformErrorCode } from '../../src/chat/platform.ts';
import { createBreaker } from '../../src/delivery/breaker.ts';
import { virtualClock } from '../virtual-clock.ts';

const unreachable = (reach: 'workspace' | 'platform' = 'workspace') =>
  new PlatformError('unreachable', 'No answer.', { reach });
const revoked = new PlatformError('revoked', 'The token was revoked.', { reach: 'workspace' });

const second = 1_000;
const minute = 60 * second;

/** With the jitter at its most, so that it stays open as long as it may. */
const aBreaker = () => {
  const clock = virtualClock('2026-04-01T06:00:00Z');
  const breaker = createBreaker(clock, () => 1);
  const fail = (times: number, workspace = 'T1', error = unreachable()) =>
    Array.from({ length: times }, () => breaker.failed(workspace, error));
  /** Milliseconds from now until work may begin in a workspace. */
  const openFor = (workspace = 'T1') => {
    const until = breaker.problemOf(workspace)?.until;
    return until === undefined ? 0 : Date.parse(until) - clock.now().getTime();
  };
  /** Lets one try again, in vain. */
  const tryInVain = async () => {
    await clock.advance(openFor());
    breaker.admits('T1');
    return breaker.failed('T1', unreachable());
  };
  return { clock, breaker, fail, openFor, tryInVain };
};

describe('a workspace in which calls fail', () => {
  it('is left alone once its token was revoked, for ten minutes, and others go on', () => {
    const { breaker, openFor } = aBreaker();
    expect(breaker.failed('T1', revoked)).toBe(true);
    expect(breaker.isOpen('T1')).toBe(true);
    expect(breaker.problemOf('T1')).toEqual({
      problem: 'The token was revoked.',
      until: '2026-04-01T06:10:00.000Z',
    });
    expect(openFor()).toBe(10 * minute);
    expect(breaker.isOpen('T2')).toBe(false);
    expect(breaker.problemOf('T2')).toBeUndefined();
  });

  it('is left alone for half a minute after five calls in a row without an answer, which is told once', () => {
    const { breaker, fail, openFor } = aBreaker();
    expect(fail(4)).toEqual([false, false, false, false]);
    expect(breaker.isOpen('T1')).toBe(false);
    expect(fail(4)).toEqual([true, false, false, false]);
    expect(openFor()).toBe(30 * second);
  });

  it('is not left alone where calls between them were answered', () => {
    const { breaker, fail } = aBreaker();
    for (let round = 0; round < 3; round += 1) {
      fail(4);
      breaker.succeeded('T1');
    }
    expect(breaker.isOpen('T1')).toBe(false);
  });

  it.each<PlatformErrorCode>([
    'rate-limited',
    'refused',
    'unreadable',
    'channel-gone',
    'channel-archived',
    'not-in-channel',
    'no-permission',
  ])('is not left alone for %s, however often', code => {
    const { breaker, fail } = aBreaker();
    const error = new PlatformError(code, 'No.', { reach: 'workspace' });
    expect(fail(20, 'T1', error)).not.toContain(true);
    expect(breaker.isOpen('T1')).toBe(false);
  });

  it('is left alone for longer each time that it was tried in vain, up to ten minutes', async () => {
    const { fail, openFor, tryInVain } = aBreaker();
    fail(5);
    const times = [openFor()];
    for (let round = 0; round < 6; round += 1) {
      expect(await tryInVain()).toBe(true);
      times.push(openFor());
    }
    expect(times.map(time => time / second)).toEqual([30, 60, 120, 240, 480, 600, 600]);
  });

  it('is not left alone for a day where the clock is put back by one', () => {
    let now = '2026-04-02T06:00:00Z';
    const breaker = createBreaker({ now: () => new Date(now), pause: async () => {} }, () => 1);
    breaker.failed('T1', revoked);
    now = '2026-04-01T06:00:00Z';
    expect(breaker.isOpen('T1')).toBe(false);
    expect(breaker.problemOf('T1')).toBeUndefined();
    expect([breaker.admits('T1'), breaker.admits('T1')]).toEqual([true, false]);
  });

  it('comes back at another time than others that failed with it', () => {
    const until = [0.2, 0.7].map(random => {
      const breaker = createBreaker(virtualClock(), () => random);
      for (let call = 0; call < 5; call += 1) breaker.failed('T1', unreachable());
      return breaker.problemOf('T1')?.until;
    });
    expect(until[0]).not.toBe(until[1]);
  });
});

describe('trying again', () => {
  it('is for one alone, and a success lets all in again', async () => {
    const { clock, breaker, fail } = aBreaker();
    fail(5);
    expect(breaker.admits('T1')).toBe(false);
    await clock.advance(30 * second);
    expect([breaker.admits('T1'), breaker.admits('T1'), breaker.isOpen('T1')]).toEqual([true, false, true]);
    breaker.succeeded('T1');
    expect([breaker.admits('T1'), breaker.admits('T1'), breaker.isOpen('T1')]).toEqual([true, true, false]);
  });

  it('is for the next after a minute, where the first was never heard of again', async () => {
    const { clock, breaker, fail } = aBreaker();
    fail(5);
    await clock.advance(30 * second);
    expect(breaker.admits('T1')).toBe(true);
    await clock.advance(minute - 1);
    expect(breaker.admits('T1')).toBe(false);
    await clock.advance(1);
    expect(breaker.admits('T1')).toBe(true);
  });

  it('in vain begins the count of failures where it was, and a success forgets it', async () => {
    const { breaker, fail, openFor, tryInVain } = aBreaker();
    fail(5);
    await tryInVain();
    breaker.succeeded('T1');
    expect(fail(4)).not.toContain(true);
    expect(fail(1)).toEqual([true]);
    expect(openFor()).toBe(30 * second);
  });
});

describe('a platform on which calls fail', () => {
  it('is left alone in all workspaces, whichever of them met the failures', () => {
    const { breaker } = aBreaker();
    const opened = ['T1', 'T2', 'T3', 'T4', 'T5'].map(workspace => breaker.failed(workspace, unreachable('platform')));
    expect(opened).toEqual([false, false, false, false, true]);
    expect(breaker.isOpen('T9')).toBe(true);
    expect(breaker.problemOf('T9')).toMatchObject({ problem: 'No answer.' });
  });

  it('is tried by one alone, and its success lets all workspaces in', async () => {
    const { clock, breaker, fail } = aBreaker();
    fail(5, 'T1', unreachable('platform'));
    await clock.advance(30 * second);
    expect(['T1', 'T2', 'T3'].map(workspace => breaker.admits(workspace))).toEqual([true, false, false]);
    breaker.succeeded('T1');
    expect(['T1', 'T2', 'T3'].map(workspace => breaker.admits(workspace))).toEqual([true, true, true]);
  });

  it('keeps a workspace closed in that has a trouble of its own', async () => {
    const { clock, breaker, fail } = aBreaker();
    breaker.failed('T1', revoked);
    fail(5, 'T2', unreachable('platform'));
    await clock.advance(30 * second);
    expect(['T1', 'T2'].map(workspace => breaker.admits(workspace))).toEqual([false, true]);
    breaker.succeeded('T2');
    expect(breaker.problemOf('T1')).toMatchObject({ problem: 'The token was revoked.' });
  });
});
