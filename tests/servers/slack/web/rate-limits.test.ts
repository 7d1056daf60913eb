import { describe, expect, it } from 'vitest';
import { manualClock } from '../clock.ts';
import { createRateLimits } from './rate-limits.ts';

describe('messages of all channels of a workspace', () => {
  const post = 'chat.postMessage';

  it('are three hundred a minute', () => {
    const clock = manualClock(0);
    const limits = createRateLimits(clock);
    for (let channel = 0; channel < 300; channel += 1) expect(limits.take(post, `C${channel}`)).toBeUndefined();
    expect(limits.take(post, 'C300')).toBe(1);
    clock.advance(1_000);
    for (let channel = 300; channel < 305; channel += 1) expect(limits.take(post, `C${channel}`)).toBeUndefined();
    expect(limits.take(post, 'C305')).toBe(1);
  });

  it('are not counted where the channel had too many', () => {
    const limits = createRateLimits(manualClock(0));
    for (let count = 0; count < 400; count += 1) limits.take(post, 'C1');
    const taken = Array.from({ length: 400 }, (_, channel) => limits.take(post, `D${channel}`));
    // Three were those of the first channel.
    expect(taken.filter(wait => wait === undefined)).toHaveLength(297);
  });

  it('are not counted with calls of another kind', () => {
    const limits = createRateLimits(manualClock(0));
    for (let channel = 0; channel < 300; channel += 1) limits.take(post, `C${channel}`);
    expect(limits.take('users.info', '')).toBeUndefined();
  });
});
