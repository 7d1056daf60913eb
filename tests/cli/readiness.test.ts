import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../src/chat/platform.ts';
import { createReadiness } from '../../src/cli/readiness.ts';

const setUp = (hears = true) => {
  const clock = { time: '2026-04-01T08:00:00.000Z' };
  const shutdown = new AbortController();
  const readiness = createReadiness({ hears, stopping: shutdown.signal, now: () => new Date(clock.time) });
  const { promise: ended, resolve } = Promise.withResolvers<PlatformError>();
  const lose = async () => {
    resolve(new PlatformError('revoked', 'The token is refused.'));
    await ended;
  };
  return { clock, shutdown, readiness, bot: { ended }, lose };
};

describe('a run', () => {
  it('is not ready before a bot hears people, since it began', () => {
    const { clock, readiness, bot } = setUp();
    const unready = [{ part: 'platforms', since: clock.time }];
    clock.time = '2026-04-01T09:00:00.000Z';
    expect(readiness.unready()).toEqual(unready);
    readiness.add(bot);
    expect(readiness.unready()).toEqual([]);
  });

  it('is ready for as long as one platform is up', async () => {
    const { clock, readiness, bot, lose } = setUp();
    const other = setUp();
    readiness.add(bot);
    readiness.add(other.bot);
    await lose();
    expect(readiness.unready()).toEqual([]);
    clock.time = '2026-04-01T10:00:00.000Z';
    await other.lose();
    expect(readiness.unready()).toEqual([{ part: 'platforms', since: clock.time }]);
  });

  it('is not ready from when it is to end', () => {
    const { clock, shutdown, readiness, bot } = setUp();
    readiness.add(bot);
    clock.time = '2026-04-01T11:00:00.000Z';
    shutdown.abort();
    expect(readiness.unready()).toEqual([{ part: 'process', since: clock.time }]);
  });

  it('needs no bot where it hears nobody', () => {
    expect(setUp(false).readiness.unready()).toEqual([]);
  });
});
