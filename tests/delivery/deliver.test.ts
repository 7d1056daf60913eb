import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { deliveryKey, getDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { listEditions, saveEdition } from '../../src/archive/editions.ts';
import { partsOf } from '../../src/archive/parts.ts';
import { PlatformError } from '../../src/chat/platform.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForEach } from '../archive/contract/place.ts';
import { type HastyClock, hastyClock } from '../hasty-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';
import { empty, letClaimsLapse, quickEngines } from './an-archive.ts';

const edition = anEdition();
const subscription = aSubscription();
const identity = { ...subscription, edition: edition.date };
const keys = [0, 1, 2, 3, 4].map(ordinal => `2026-04-01/slack/T1/C1/${ordinal}`);

describe.each(quickEngines)('on $engine', ({ createPlace }) => {
  const current = archiveForEach(createPlace);
  let archive: Archive;
  let clock: HastyClock;
  beforeEach(async () => {
    archive = current();
    clock = hastyClock('2026-04-01T06:00:00Z');
    await saveEdition(archive, edition, { until: edition.date, builtAt: edition.date });
  });

  /** As one process does it, which may be another than that of the call before. */
  const bring = (platform = aPlatform(), stopping = new AbortController().signal) =>
    aDispatcher({ archive, platform, clock, stopping }).bring({ subscription, edition: edition.date });
  const statesOf = async () => (await partsOf(archive, deliveryKey(identity))).map(({ state }) => state);
  const keysIn = ({ standing }: ReturnType<typeof aPlatform>) => standing.map(({ key }) => key);

  describe('a delivery', () => {
    it('is the parent, then the replies in its thread, in order', async () => {
      const platform = aPlatform();
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(keysIn(platform)).toEqual(keys);
      expect(platform.standing.map(({ target }) => target.thread)).toEqual([undefined, 'm1', 'm1', 'm1', 'm1']);
      expect(platform.standing[0]?.payload).toContain(edition.title);
      expect(await getDelivery(archive, identity)).toMatchObject({
        outcome: 'posted',
        finishedAt: '2026-04-01T06:00:00.000Z',
      });
      expect(await listEditions(archive)).toMatchObject([{ postedAt: '2026-04-01T06:00:00.000Z' }]);
    });

    it('posts nothing twice when it is asked for again', async () => {
      const platform = aPlatform();
      await bring(platform);
      await bring(platform);
      expect(keysIn(platform)).toEqual(keys);
    });

    it('has each part written as being sent before the call', async () => {
      const platform = aPlatform();
      const seen: string[][] = [];
      await bring({
        ...platform,
        post: async (...call) => {
          seen.push(await statesOf());
          return platform.post(...call);
        },
      });
      expect(seen.map(states => states.indexOf('sending'))).toEqual([0, 1, 2, 3, 4]);
    });

    it('follows a thread that was replaced, as where the former one is locked', async () => {
      const platform = aPlatform();
      await bring({
        ...platform,
        post: async (...call) => {
          const posted = await platform.post(...call);
          return call[2] === keys[2] ? { ...posted, thread: 'elsewhere' } : posted;
        },
      });
      const threads = platform.standing.map(({ target }) => target.thread);
      expect(threads).toEqual([undefined, 'm1', 'm1', 'elsewhere', 'elsewhere']);
    });
  });

  describe('a delivery that was cut off', () => {
    /** Ends as a process does that is killed within a call. */
    const killedIn = async (platform: ReturnType<typeof aPlatform>, call: 'before' | 'after', key: string) => {
      const killed = Promise.withResolvers<never>();
      const dying = {
        ...platform,
        post: async (...args: Parameters<typeof platform.post>) => {
          if (args[2] === key && call === 'after') await platform.post(...args);
          if (args[2] !== key) return platform.post(...args);
          killed.reject(new Error('SIGKILL'));
          return new Promise<never>(() => {});
        },
      };
      await expect(Promise.race([bring(dying), killed.promise])).rejects.toThrow('SIGKILL');
      await letClaimsLapse(archive);
      expect(await statesOf()).toContain('sending');
    };

    it.each(['before', 'after'] as const)('%s a part took effect goes on without losing or doubling it', async when => {
      for (const key of keys) {
        const again = aPlatform();
        await empty(archive);
        await saveEdition(archive, edition, { until: edition.date, builtAt: edition.date });
        await killedIn(again, when, key);
        expect(await bring(again)).toEqual({ outcome: 'posted' });
        expect(keysIn(again)).toEqual(keys);
      }
    });

    it('asks the platform about the part in doubt before anything else is sent', async () => {
      const platform = aPlatform();
      await killedIn(platform, 'after', keys[1] ?? '');
      const before = platform.calls.length;
      await bring(platform);
      expect(platform.calls.slice(before, before + 2)).toEqual([`find ${keys[1]}`, `post ${keys[2]}`]);
    });

    it('waits before it asks, as a call that was cut off may still take effect', async () => {
      const platform = aPlatform();
      await killedIn(platform, 'before', keys[1] ?? '');
      const slow = {
        ...platform,
        find: async (...call: Parameters<typeof platform.find>) => {
          expect(clock.waited()).toBeGreaterThanOrEqual(10_000);
          return platform.find(...call);
        },
      };
      await bring(slow);
      expect(keysIn(platform)).toEqual(keys);
      expect(platform.calls).toContain(`find ${keys[1]}`);
    });

    it('goes on as it was planned, though the program would render it otherwise by now', async () => {
      const platform = aPlatform();
      await killedIn(platform, 'before', keys[2] ?? '');
      await bring({ ...platform, render: () => [{ place: 'parent', payload: 'another version' }] });
      expect(keysIn(platform)).toEqual(keys);
      expect(JSON.stringify(platform.standing)).not.toContain('another version');
    });

    it('ends with the part in hand when it is told to stop, and goes on with the next', async () => {
      const platform = aPlatform();
      const stop = new AbortController();
      const stopping = {
        ...platform,
        post: (...call: Parameters<typeof platform.post>) => {
          if (call[2] === keys[1]) stop.abort();
          return platform.post(...call);
        },
      };
      expect(await bring(stopping, stop.signal)).toEqual({});
      expect(await statesOf()).toEqual(['posted', 'posted', 'planned', 'planned', 'planned']);
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(keysIn(platform)).toEqual(keys);
    });
  });

  describe('a platform that says no', () => {
    it('complaint 20: to the pace is waited for as long as it says, and the same part sent again (a 429 midway loses no reply)', async () => {
      const platform = aPlatform();
      platform.faults.push(undefined, undefined, new PlatformError('rate-limited', 'Too many.', { retryAfter: 7_000 }));
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(keysIn(platform)).toEqual(keys);
      expect(clock.waited()).toBeGreaterThanOrEqual(7_000);
    });

    it('complaint 21: to the pace without saying for how long is waited for all the same', async () => {
      const platform = aPlatform();
      platform.faults.push(new PlatformError('rate-limited', 'Too many.'));
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(clock.waited()).toBeGreaterThanOrEqual(30_000);
    });

    it('for longer than two minutes is left alone until then', async () => {
      const platform = aPlatform();
      platform.faults.push(undefined, new PlatformError('rate-limited', 'Too many.', { retryAfter: 600_000 }));
      expect(await bring(platform)).toMatchObject({ error: { code: 'rate-limited' } });
      expect(await getDelivery(archive, identity)).toMatchObject({
        problem: 'Too many.',
        retryAt: '2026-04-01T06:10:00.000Z',
      });
      expect(await statesOf()).toEqual(['posted', 'planned', 'planned', 'planned', 'planned']);
    });

    it('to one part has it left out, and gets the rest', async () => {
      const platform = aPlatform();
      platform.faults.push(undefined, new PlatformError('refused', 'The platform does not take it.'));
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(await partsOf(archive, deliveryKey(identity))).toMatchObject([
        { state: 'posted' },
        { state: 'failed', note: 'The platform does not take it.' },
        { state: 'posted' },
        { state: 'posted' },
        { state: 'posted' },
      ]);
    });

    it('to the parent gets no reply without it, and the delivery counts as failed', async () => {
      const platform = aPlatform();
      platform.faults.push(new PlatformError('refused', 'The platform does not take it.'));
      expect(await bring(platform)).toEqual({ outcome: 'failed' });
      expect(platform.standing).toEqual([]);
    });
  });

  describe('a platform that does not answer', () => {
    const lost = 'lost-before';

    it.each(['lost-before', 'lost-after'] as const)('is asked before the part is sent again (%s)', async fault => {
      const platform = aPlatform();
      platform.faults.push(undefined, fault);
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(keysIn(platform)).toEqual(keys);
      expect(platform.calls.slice(1, 3)).toEqual([`post ${keys[1]}`, `find ${keys[1]}`]);
    });

    it('three times in a row is left alone for a while, and for longer each time', async () => {
      const platform = aPlatform();
      platform.faults.push(...Array.from({ length: 6 }, () => lost as typeof lost));
      const waits: number[] = [];
      for (let round = 0; round < 2; round++) {
        expect(await bring(platform)).toMatchObject({ error: { code: 'unreachable' } });
        const { retryAt = '' } = (await getDelivery(archive, identity)) ?? {};
        waits.push(Date.parse(retryAt) - clock.now().getTime());
      }
      expect(waits).toEqual([30_000, 60_000]);
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(keysIn(platform)).toEqual(keys);
    });

    it('when it is asked keeps the part in doubt, which is not sent meanwhile', async () => {
      const platform = aPlatform();
      platform.faults.push('lost-after');
      platform.findFaults.push(...Array.from({ length: 9 }, () => new PlatformError('unreachable', 'No answer.')));
      expect(await bring(platform)).toMatchObject({ error: { code: 'unreachable' } });
      expect(await statesOf()).toContain('sending');
      expect(platform.standing).toHaveLength(1);
    });

    it('and may not be read back has the part in doubt left alone, which is not sent again, and gets the rest', async () => {
      const platform = aPlatform();
      platform.faults.push(undefined, 'lost-after');
      platform.findFaults.push(new PlatformError('unreadable', 'Whether it arrived is not known.'));
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(keysIn(platform)).toEqual(keys);
      expect((await partsOf(archive, deliveryKey(identity)))[1]).toMatchObject({
        state: 'failed',
        note: 'Whether it arrived is not known.',
      });
    });
  });

  describe('an older edition', () => {
    const newer = (date = '2026-04-02') =>
      planDeliveries(
        archive,
        [{ edition: date, parts: [{ place: 'parent', payload: 'newer' }], channels: [subscription] }],
        '2026-04-02T06:00:00Z',
      );

    it('is not begun once a newer one is planned for the channel', async () => {
      const platform = aPlatform();
      await newer();
      clock = hastyClock('2026-04-02T06:00:00Z');
      expect(await bring(platform)).toEqual({ outcome: 'superseded' });
      expect(platform.standing).toEqual([]);
    });

    it('is not held back for years by one that a clock far ahead had planned', async () => {
      await newer('2036-04-02');
      expect(await bring()).toEqual({ outcome: 'posted' });
    });

    it('of which the parent stands is completed', async () => {
      const platform = aPlatform();
      platform.faults.push(undefined, new PlatformError('not-in-channel', 'The bot is not in it.'));
      await bring(platform);
      await newer();
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(keysIn(platform)).toEqual(keys);
    });
  });
});
