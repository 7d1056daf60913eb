import { describe, expect, it } from 'vitest';
import { PlatformError, type PlatformErrorCode } from '../../src/chat/platform.ts';
import { retryTime } from '../../src/delivery/retry.ts';

const now = new Date('2026-04-01T06:00:00Z');
const minute = 60_000;
const minutesUntilRetry = (error: Error, attempts: number) =>
  (Date.parse(retryTime(error, attempts, { now, random: () => 1 })) - now.getTime()) / minute;

describe('a delivery that could not go on', () => {
  it.each<[PlatformErrorCode, readonly number[]]>([
    ['unreachable', [1, 2, 4, 30]],
    ['revoked', [1, 2, 4, 10]],
    ['channel-archived', [60, 120, 240, 360]],
    ['no-permission', [60, 120, 240, 360]],
  ])('for %s is tried again after %j minutes at most', (code, minutes) => {
    const error = new PlatformError(code, 'No.');
    expect([1, 2, 3, 9].map(attempts => minutesUntilRetry(error, attempts))).toEqual(minutes);
  });

  it('of a token that was revoked does not make a process wait that starts with a new one an hour later', () => {
    expect(minutesUntilRetry(new PlatformError('revoked', 'No.', { reach: 'workspace' }), 20)).toBeLessThanOrEqual(10);
  });

  it('is tried again when the platform said', () => {
    expect(minutesUntilRetry(new PlatformError('rate-limited', 'Too many.', { retryAfter: 17 * minute }), 5)).toBe(17);
  });

  it.each([1e10, 1e300, Number.POSITIVE_INFINITY])('is not given up where the platform says %d ms', retryAfter => {
    expect(minutesUntilRetry(new PlatformError('rate-limited', 'Too many.', { retryAfter }), 1)).toBe(360);
  });
});
