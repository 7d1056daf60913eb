import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { startDelivering } from '../../src/cli/delivering.ts';
import { systemClock } from '../../src/delivery/clock.ts';
import { createInProcessJobs } from '../../src/delivery/jobs/in-process.ts';
import { minute } from '../../src/edition/duration.ts';
import { anEdition } from '../an-edition.ts';
import { aPlatform } from '../delivery/a-platform.ts';
import { aSubscription } from '../delivery/a-subscription.ts';

const longAgo = '2026-01-01T00:00:00Z';
/** Due since midnight, whenever the test runs. */
const today = new Date().toISOString().slice(0, 10);
const partsOfEdition = 5;

let archive: Archive;
beforeEach(async () => {
  archive = await openArchive({ path: ':memory:' });
  await saveSubscription(archive, aSubscription({ at: '00:00', timeZone: 'UTC' }), longAgo);
});
afterEach(() => archive.close());

const makeEdition = async (): Promise<void> =>
  saveEdition(archive, anEdition({ date: today }), { until: longAgo, builtAt: longAgo });

/** A process whose turn comes when the test says so, and which makes an edition when it is first asked. */
const setUp = async (make = makeEdition) => {
  const deeds: string[] = [];
  const { promise: come, resolve } = Promise.withResolvers<void>();
  const { promise: delivered, resolve: deliver } = Promise.withResolvers<void>();
  const shutdown = new AbortController();
  const platform = aPlatform();
  const post: typeof platform.post = async (...call) => {
    const posted = await platform.post(...call);
    deeds.push('posted');
    if (platform.standing.length === partsOfEdition) deliver();
    return posted;
  };
  let isOurs = false;
  const delivering = await startDelivering({
    archive,
    jobs: createInProcessJobs({ clock: systemClock, stopping: shutdown.signal }),
    turn: { hasCome: () => isOurs, come, attempt: async () => {} },
    make: async () => {
      deeds.push('made');
      await make();
    },
    thread: {},
    logger: pino({ level: 'silent' }),
    tell: error => {
      throw error;
    },
    stopping: shutdown.signal,
  });
  delivering.add({ ...platform, post });
  const takeTurn = (): void => {
    isOurs = true;
    resolve();
  };
  const end = async () => {
    shutdown.abort();
    await delivering.stop();
  };
  return { deeds, delivering, delivered, takeTurn, end };
};

describe('delivering', () => {
  it('begins with the making of the edition that is due, once it is the turn of this process', async () => {
    const { deeds, delivering, delivered, takeTurn, end } = await setUp();
    expect(delivering.dispatcherOf('slack')).toBeUndefined();
    takeTurn();
    await delivered;
    expect(deeds).toEqual(['made', ...Array(partsOfEdition).fill('posted')]);
    expect(delivering.dispatcherOf('slack')).toBeDefined();
    expect(delivering.dispatcherOf('discord')).toBeUndefined();
    await end();
  });

  it('waits ten minutes for an edition that is being made, and then brings what else is due', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { deeds, delivered, takeTurn, end } = await setUp(() => new Promise(() => {}));
      await makeEdition();
      takeTurn();
      await vi.advanceTimersByTimeAsync(9 * minute);
      expect(deeds).toEqual(['made']);
      await vi.advanceTimersByTimeAsync(minute);
      await delivered;
      expect(deeds).toEqual(['made', ...Array(partsOfEdition).fill('posted')]);
      await end();
    } finally {
      vi.useRealTimers();
    }
  });

  it('makes and posts nothing where it ends before its turn, or with it', async () => {
    const { deeds, takeTurn, end } = await setUp();
    await end();
    takeTurn();
    await new Promise(done => setImmediate(done));
    expect(deeds).toEqual([]);
  });
});
