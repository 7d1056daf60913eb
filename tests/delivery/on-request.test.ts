import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { planDeliveries } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { getSubscription, saveSubscription } from '../../src/archive/subscriptions.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import { deliveriesOnRequest } from '../../src/delivery/on-request.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForEach } from '../archive/contract/place.ts';
import { hastyClock } from '../hasty-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';
import { quickEngines } from './an-archive.ts';

const time = '2026-04-01T06:00:00Z';

describe.each(quickEngines)('on $engine', ({ createPlace }) => {
  const current = archiveForEach(createPlace);
  let archive: Archive;
  beforeEach(async () => {
    archive = current();
  });

  const onRequest = (platform: Platform = aPlatform(), patience = 60_000) => {
    const dispatcher = aDispatcher({ archive, platform, clock: hastyClock(time) });
    return deliveriesOnRequest({
      archive,
      dispatcherOf: name => (name === platform.name ? dispatcher : undefined),
      patience,
    });
  };
  const keepEdition = () => saveEdition(archive, anEdition(), { until: time, builtAt: time });

  describe('an edition on request', () => {
    it('is posted at once, and not a second time', async () => {
      await keepEdition();
      const platform = aPlatform();
      const { postNow } = onRequest(platform);
      expect(await postNow(aSubscription())).toBe('The edition of 2026-04-01 is posted.');
      expect(await postNow(aSubscription())).toBe('This channel has the edition of 2026-04-01 already.');
      expect(platform.standing).toHaveLength(5);
    });

    it('is posted once to a person who presses twice', async () => {
      await keepEdition();
      const platform = aPlatform();
      const { postNow } = onRequest(platform);
      await Promise.all([postNow(aSubscription()), postNow(aSubscription())]);
      expect(platform.standing).toHaveLength(5);
    });

    it('is not begun where the thread of an older one still takes no replies, so that no first message stands alone', async () => {
      await keepEdition();
      const platform = aPlatform();
      const closed = new PlatformError('no-permission', 'It may not reply.');
      platform.faults.push(undefined, closed, closed);
      const { postNow } = onRequest(platform);
      await expect(postNow(aSubscription())).rejects.toThrow(closed);
      await saveEdition(archive, anEdition({ date: '2026-04-02' }), { until: time, builtAt: time });
      await expect(postNow(aSubscription())).rejects.toThrow(closed);
      expect(platform.standing.map(({ key }) => key)).toEqual(['2026-04-01/slack/T1/C1/0']);
      expect(await postNow(aSubscription())).toBe('The edition of 2026-04-02 is posted.');
      expect(platform.standing.map(({ key }) => key.slice(0, 10))).toEqual([
        ...Array.from({ length: 5 }, () => '2026-04-01'),
        ...Array.from({ length: 5 }, () => '2026-04-02'),
      ]);
    });

    it('leaves nobody waiting for the last part', async () => {
      await keepEdition();
      const platform = aPlatform();
      const hanging = Promise.withResolvers<never>();
      // It may be rejected before anything is posted.
      hanging.promise.catch(() => {});
      const { postNow } = onRequest({ ...platform, post: () => hanging.promise }, 0);
      expect(await postNow(aSubscription())).toBe('The edition of 2026-04-01 is on its way.');
      hanging.reject(new PlatformError('refused', 'No.'));
    });

    it('says why there is none', async () => {
      const { postNow } = onRequest();
      expect(await postNow(aSubscription())).toMatch(/no edition yet/);
      await keepEdition();
      expect(await postNow(aSubscription({ companies: ['Hooli'] }))).toMatch(/nothing of what this channel follows/);
      expect(await postNow(aSubscription({ platform: 'discord' }))).toMatch(/^Nothing can be posted from here/);
    });
  });

  describe('an edition on request, of which', () => {
    beforeEach(keepEdition);

    it('some parts stand is said to be on its way, with how many', async () => {
      const platform = aPlatform();
      const hanging = Promise.withResolvers<never>();
      const third = Promise.withResolvers<void>();
      const post: typeof platform.post = (target, part, key) => {
        if (platform.standing.length < 2) return platform.post(target, part, key);
        third.resolve();
        return hanging.promise;
      };
      const { postNow } = onRequest({ ...platform, post }, 0);
      await postNow(aSubscription());
      await third.promise;
      expect(await postNow(aSubscription())).toBe('The edition of 2026-04-01 is on its way: 2 of 5 parts posted.');
      hanging.reject(new PlatformError('refused', 'No.'));
    });

    it('the parent is refused could not be posted, each time', async () => {
      const platform = aPlatform();
      platform.faults.push(new PlatformError('refused', 'Too long.'));
      const { postNow } = onRequest(platform);
      const said = 'The edition of 2026-04-01 could not be posted. The status of this channel says why.';
      expect(await postNow(aSubscription())).toBe(said);
      expect(await postNow(aSubscription())).toBe(said);
      expect(platform.standing).toEqual([]);
    });

    it('the channel had nothing when it came is not posted after its wishes changed', async () => {
      const channels = [aSubscription()];
      await planDeliveries(archive, [{ edition: '2026-04-01', parts: [], channels }], time);
      expect(await onRequest().postNow(aSubscription())).toBe(
        'The edition of 2026-04-01 had nothing of what this channel followed when it came, and does not come again.',
      );
    });

    it('the channel is suspended is tried all the same, and resumes it where it works', async () => {
      const platform = aPlatform();
      const reason = 'The bot is not in the channel.';
      await saveSubscription(archive, aSubscription(), time);
      platform.faults.push(new PlatformError('not-in-channel', reason));
      const { postNow } = onRequest(platform);
      await expect(postNow(aSubscription())).rejects.toThrow(reason);
      const suspended = async () => (await getSubscription(archive, aSubscription()))?.suspension;
      expect(await suspended()).toMatchObject({ reason });
      expect(await postNow(aSubscription())).toBe('The edition of 2026-04-01 is posted.');
      expect(await suspended()).toBeUndefined();
    });
  });

  describe('what keeps editions from a channel', () => {
    it('is nothing, while calls are answered', () => {
      expect(onRequest().obstacleTo(aSubscription())).toBeUndefined();
    });

    it('is what is wrong in its workspace, until it is looked at again', async () => {
      await keepEdition();
      const platform = aPlatform();
      platform.faults.push(new PlatformError('revoked', 'Slack refuses the token.', { reach: 'workspace' }));
      const { postNow, obstacleTo } = onRequest(platform);
      await expect(postNow(aSubscription())).rejects.toThrow('Slack refuses the token.');
      const until = '2026-04-01T06:10:00.000Z';
      expect(obstacleTo(aSubscription({ channel: 'C2' }))).toEqual({ problem: 'Slack refuses the token.', until });
      expect(obstacleTo(aSubscription({ workspace: 'T2' }))).toBeUndefined();
    });

    it('is, for what this process can do, that another one delivers', () => {
      expect(onRequest().obstacleTo(aSubscription({ platform: 'discord' }))).toEqual({
        problem: 'Another process of the bot posts the editions: this one only answers.',
      });
    });
  });
});
