import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createIdentifyThrottler } from '../../../src/chat/discord/identifying.ts';

const { signal } = new AbortController();

/** A throttler that waits in no time, and what it did. */
const recorded = (random: number) => {
  const did: unknown[] = [];
  const throttler = createIdentifyThrottler(
    { waitForIdentify: async shard => void did.push(`turn of ${shard}`) },
    pino({ level: 'silent' }),
    { pause: async milliseconds => void did.push(milliseconds), random: () => random },
  );
  return { throttler, did };
};

describe('asking for a session', () => {
  it('waits for its turn alone the first time, and again once a session was had', async () => {
    const { throttler, did } = recorded(0);
    await throttler.waitForIdentify(0, signal);
    await throttler.waitForIdentify(1, signal);
    throttler.succeeded(0);
    await throttler.waitForIdentify(0, signal);
    expect(did).toEqual(['turn of 0', 'turn of 1', 'turn of 0']);
  });

  it.each([
    [0, 1_000, 2_000],
    [0.5, 3_000, 6_000],
    [1, 5_000, 10_000],
  ])(
    'waits for another time in every process where it was refused: %f makes it %i ms, then %i ms',
    async (random, ...waits) => {
      const { throttler, did } = recorded(random);
      for (let asked = 0; asked < 3; asked += 1) await throttler.waitForIdentify(3, signal);
      expect(did).toEqual(['turn of 3', ...waits.flatMap(wait => [wait, 'turn of 3'])]);
    },
  );

  it('waits five minutes at most, so that a day has fewer tries than the 1,000 that cost the token', async () => {
    const { throttler, did } = recorded(0);
    const waits = () => did.filter(one => typeof one === 'number');
    const day = 24 * 60 * 60 * 1_000;
    while (waits().reduce((sum, wait) => sum + wait, 0) < day) await throttler.waitForIdentify(0, signal);
    expect(Math.max(...waits())).toBe(300_000);
    expect(waits().length).toBeLessThan(300);
  });

  it('keeps nobody else waiting', async () => {
    const { throttler, did } = recorded(0);
    for (const shard of [0, 0, 0, 1]) await throttler.waitForIdentify(shard, signal);
    expect(did.at(-2)).toBe('turn of 0');
    expect(did.at(-1)).toBe('turn of 1');
  });
});
