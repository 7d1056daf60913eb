import { describe, expect, it } from 'vitest';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import { metered } from '../../src/delivery/metered.ts';
import { type Meter, silentMeter } from '../../src/edition/meter.ts';
import { aPlatform } from './a-platform.ts';

const target = { workspace: 'T1', channel: 'C1' };
const part = { place: 'parent', payload: 'One.' } as const;

const counting = () => {
  const counts: string[] = [];
  const meter: Meter = {
    ...silentMeter,
    partPosted: platform => counts.push(`posted ${platform}`),
    partFailed: (platform, reason) => counts.push(`failed ${platform} ${reason}`),
    rateLimited: (platform, seconds) => counts.push(`limited ${platform} ${seconds}`),
  };
  const platform = aPlatform('discord');
  return { counts, platform, meter, counted: metered(platform, meter) };
};

describe('a platform that is counted', () => {
  it('posts as it did, and each part that stands counts', async () => {
    const { counts, platform, counted } = counting();
    expect(await counted.post(target, part, 'a')).toEqual({ id: 'm1', thread: 'm1' });
    expect(platform.standing).toHaveLength(1);
    expect(counts).toEqual(['posted discord']);
  });

  it('counts a part that failed by why it did, and says so as before', async () => {
    const { counts, platform, counted } = counting();
    const refused = new PlatformError('refused', 'No.');
    platform.faults.push(refused);
    await expect(counted.post(target, part, 'a')).rejects.toBe(refused);
    expect(counts).toEqual(['failed discord refused']);
  });

  it('counts how often it was called too often, and for how many seconds it takes no more', async () => {
    const { counts, platform, counted } = counting();
    platform.faults.push(new PlatformError('rate-limited', 'Wait.', { retryAfter: 2_500 }));
    platform.findFaults.push(new PlatformError('rate-limited', 'Wait.'));
    await expect(counted.post(target, part, 'a')).rejects.toThrow('Wait.');
    await expect(counted.find(target, 'a', '2026-04-01T08:00:00Z')).rejects.toThrow('Wait.');
    expect(counts).toEqual(['limited discord 2.5', 'failed discord rate-limited', 'limited discord 0']);
  });

  it('counts each time that a client waits out by itself, once', async () => {
    const { counts, platform, meter } = counting();
    let hear = (_: number): void => {};
    const limits: Platform['onRateLimit'] = heard => {
      hear = heard;
    };
    const counted = metered({ ...platform, onRateLimit: limits }, meter);
    hear(1_500);
    platform.faults.push(new PlatformError('rate-limited', 'Wait.', { retryAfter: 60_000 }));
    await expect(counted.post(target, part, 'a')).rejects.toThrow('Wait.');
    expect(counts).toEqual(['limited discord 1.5', 'failed discord rate-limited']);
  });

  it('counts a part that is found after a call without an answer, and none that is not there', async () => {
    const { counts, platform, counted } = counting();
    platform.faults.push('lost-after');
    await expect(counted.post(target, part, 'a')).rejects.toThrow();
    expect(await counted.find(target, 'b', '2026-04-01T08:00:00Z')).toBeUndefined();
    expect(await counted.find(target, 'a', '2026-04-01T08:00:00Z')).toEqual({ id: 'm1', thread: 'm1' });
    expect(counts).toEqual(['failed discord unreachable', 'posted discord']);
  });
});
