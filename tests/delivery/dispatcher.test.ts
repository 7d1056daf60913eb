import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { getDelivery } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { listSubscriptions, removeSubscription, saveSubscription } from '../../src/archive/subscriptions.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import { postingLimits as slackLimits } from '../../src/chat/slack/limits.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForEach } from '../archive/contract/place.ts';
import { hastyClock } from '../hasty-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';
import { quickEngines } from './an-archive.ts';

const time = '2026-04-01T06:00:00Z';
const edition = anEdition();

describe.each(quickEngines)('on $engine', ({ createPlace, engine }) => {
  const current = archiveForEach(createPlace);
  let archive: Archive;
  beforeEach(async () => {
    archive = current();
    await saveEdition(archive, edition, { until: time, builtAt: time });
  });

  /** The shortest time in which something may happen: a file answers at once, a server when the loop has turned. */
  const aMoment = async () => {
    if (engine === 'postgres') await turnOfTheLoop();
  };
  const subscribe = (overrides: Partial<Subscription>) =>
    saveSubscription(archive, aSubscription(overrides), '2026-01-01T00:00:00Z');
  const dispatcherAt = (now: string, platform: Platform) => aDispatcher({ archive, platform, clock: hastyClock(now) });
  const deliverAt = async (now: string, platform: Platform) => {
    const { takeUp, idle } = dispatcherAt(now, platform);
    await takeUp();
    await idle();
  };
  const channelsOf = (platform: ReturnType<typeof aPlatform>) => [
    ...new Set(platform.standing.map(({ target }) => target.channel)),
  ];
  const deliveryTo = (channel: string) =>
    getDelivery(archive, { ...aSubscription({ channel }), edition: edition.date });

  describe('taking up what is due', () => {
    it('brings each platform what is due on it', async () => {
      const [slack, discord] = [aPlatform('slack'), aPlatform('discord')];
      await subscribe({ channel: 'C1' });
      await subscribe({ platform: 'discord', channel: 'D1' });
      for (const platform of [slack, discord]) await deliverAt(time, platform);
      expect([channelsOf(slack), channelsOf(discord)]).toEqual([['C1'], ['D1']]);
    });

    it('begins in a workspace with the channel that gets most', async () => {
      const slack = aPlatform();
      await subscribe({ channel: 'C1', companies: ['Acme'] });
      await subscribe({ channel: 'C2' });
      await deliverAt(time, slack);
      expect(channelsOf(slack)).toEqual(['C2', 'C1']);
    });

    it('keeps what is due on a platform that does not run until it does', async () => {
      const discord = aPlatform('discord');
      await subscribe({ platform: 'discord', channel: 'D1' });
      await deliverAt(time, aPlatform('slack'));
      await deliverAt('2026-04-01T06:30:00Z', discord);
      expect(channelsOf(discord)).toEqual(['D1']);
    });

    it('posts nothing on a quiet day, which is then done', async () => {
      const slack = aPlatform();
      await subscribe({ companies: ['Hooli'] });
      await deliverAt(time, slack);
      expect(slack.calls).toEqual([]);
      expect(await deliveryTo('C1')).toMatchObject({ outcome: 'quiet' });
    });

    it('tells a channel of a quiet day that wants to know', async () => {
      const slack = aPlatform();
      await saveEdition(archive, anEdition({ sources: [] }), { until: time, builtAt: time, replace: true });
      await subscribe({ companies: ['Hooli'], tellsQuietDays: true });
      await deliverAt(time, slack);
      expect(slack.standing.map(({ payload }) => payload)).toEqual([expect.stringContaining('Nothing of substance')]);
    });

    it('renders once for all channels that get the same', async () => {
      const slack = aPlatform();
      let rendered = 0;
      for (const channel of ['C1', 'C2', 'C3']) await subscribe({ channel });
      await subscribe({ channel: 'C4', companies: [edition.deepDives[0]?.company ?? ''] });
      await deliverAt(time, {
        ...slack,
        render: message => {
          rendered += 1;
          return slack.render(message);
        },
      });
      expect(rendered).toBe(2);
      expect(channelsOf(slack)).toHaveLength(4);
    });

    it('begins nothing again that is in hand', async () => {
      const slack = aPlatform();
      await subscribe({});
      const { takeUp, idle } = dispatcherAt(time, slack);
      await Promise.all([takeUp(), takeUp()]);
      await takeUp();
      await idle();
      expect(slack.standing).toHaveLength(5);
    });
  });

  describe('many channels', () => {
    it('are served side by side: one that hangs delays no other, not even of its workspace', async () => {
      const slack = aPlatform();
      const hanging = Promise.withResolvers<never>();
      for (const channel of ['C1', 'C2', 'C3']) await subscribe({ channel });
      const platform = {
        ...slack,
        post: (...call: Parameters<typeof slack.post>) =>
          call[0].channel === 'C1' ? hanging.promise : slack.post(...call),
      };
      const { takeUp, idle } = dispatcherAt(time, platform);
      await takeUp();
      for (const channel of ['C2', 'C3'])
        while ((await deliveryTo(channel))?.outcome === undefined) await turnOfTheLoop();
      expect(channelsOf(slack).toSorted()).toEqual(['C2', 'C3']);
      hanging.reject(new PlatformError('refused', 'No.'));
      await idle();
    });

    it.each([
      { count: 6, most: 6 },
      { count: 14, most: 7 },
    ])(
      'of one workspace of Slack go on side by side so that all end soon: $most of $count alike',
      async ({ count, most }) => {
        const begun = new Set<string>();
        const hanging = Promise.withResolvers<never>();
        const platform: Platform = {
          ...aPlatform(),
          limits: slackLimits,
          post: ({ channel }) => {
            begun.add(channel);
            return hanging.promise;
          },
        };
        for (let index = 0; index < count; index++) await subscribe({ channel: `C${index}` });
        const { takeUp, idle } = dispatcherAt(time, platform);
        await takeUp();
        while (begun.size < most) await turnOfTheLoop();
        for (let turn = 0; turn < 100; turn++) await turnOfTheLoop();
        expect(begun.size).toBe(most);
        hanging.reject(new PlatformError('refused', 'No.'));
        await idle();
      },
    );

    it('go on where one fails, which is tried again later', async () => {
      const slack = aPlatform();
      for (const channel of ['C1', 'C2']) await subscribe({ channel });
      const platform = {
        ...slack,
        post: (...call: Parameters<typeof slack.post>) => {
          if (call[0].channel === 'C1') throw new PlatformError('channel-archived', 'C1 is archived.');
          return slack.post(...call);
        },
      };
      await deliverAt(time, platform);
      expect(channelsOf(slack)).toEqual(['C2']);
      expect(await deliveryTo('C1')).toMatchObject({ problem: 'C1 is archived.', retryAt: '2026-04-01T06:30:00.000Z' });
      await deliverAt('2026-04-01T06:29:00Z', slack);
      expect(channelsOf(slack)).toEqual(['C2']);
      await deliverAt('2026-04-01T06:30:00Z', slack);
      expect(channelsOf(slack)).toEqual(['C2', 'C1']);
    });

    it('of a workspace whose token was revoked are left alone after the first, and those of others get theirs', async () => {
      const slack = aPlatform();
      for (let index = 0; index < 30; index++) await subscribe({ workspace: 'T1', channel: `C${index}` });
      await subscribe({ workspace: 'T2', channel: 'C99' });
      let refused = 0;
      const platform = {
        ...slack,
        post: (...call: Parameters<typeof slack.post>) => {
          if (call[0].workspace === 'T2') return slack.post(...call);
          refused += 1;
          throw new PlatformError('revoked', 'The token was revoked.', { reach: 'workspace' });
        },
      };
      const dispatcher = dispatcherAt(time, platform);
      await dispatcher.takeUp();
      await dispatcher.idle();
      expect(channelsOf(slack)).toEqual(['C99']);
      // Those that were in hand when the first was refused.
      expect(refused).toBeLessThanOrEqual(12);
      expect(dispatcher.problemOf('T1')).toMatchObject({ problem: 'The token was revoked.' });
      expect(dispatcher.problemOf('T2')).toBeUndefined();
    });
  });

  describe('what changes while a delivery waits', () => {
    it('brings a channel nothing that unsubscribed before its turn came', async () => {
      const slack = aPlatform();
      const turn = Promise.withResolvers<void>();
      const channels = Array.from({ length: 20 }, (_, index) => `C${10 + index}`);
      for (const channel of channels) await subscribe({ channel });
      const post: typeof slack.post = async (...call) => {
        await turn.promise;
        return slack.post(...call);
      };
      const { takeUp, idle } = dispatcherAt(time, { ...slack, post });
      await takeUp();
      await removeSubscription(archive, aSubscription({ channel: 'C29' }));
      turn.resolve();
      await idle();
      expect(channelsOf(slack).toSorted()).toEqual(channels.slice(0, -1));
    });

    it('is not tried a second time at once where a person asked for it in vain, at whatever moment of taking up', async () => {
      for (let moments = 0; moments < 60; moments++) {
        const slack = aPlatform();
        const channel = `C${moments}`;
        await subscribe({ channel });
        slack.faults.push(new PlatformError('not-in-channel', 'The bot is not in it.'));
        const { takeUp, bring, idle } = dispatcherAt(time, slack);
        const taking = takeUp();
        for (let moment = 0; moment < moments; moment++) await aMoment();
        const asked = await bring({ subscription: aSubscription({ channel }), edition: edition.date });
        await taking;
        await idle();
        // Where it was taken up before, the person has it tried again.
        expect([moments, slack.calls.length]).toEqual([moments, asked.error === undefined ? 6 : 1]);
      }
    });

    it('goes on with what was begun though a newer edition cannot be planned', async () => {
      const slack = aPlatform();
      await subscribe({});
      slack.faults.push(undefined, new PlatformError('unreachable', 'No answer.'));
      slack.findFaults.push(...Array.from({ length: 2 }, () => new PlatformError('unreachable', 'No answer.')));
      await deliverAt(time, slack);
      expect(slack.standing).toHaveLength(1);
      await saveEdition(archive, anEdition({ date: '2026-04-02' }), { until: time, builtAt: time });
      const render = () => {
        throw new TypeError('A fault of ours.');
      };
      const { takeUp, idle } = dispatcherAt('2026-04-02T06:00:00Z', { ...slack, render });
      await expect(takeUp()).rejects.toThrow('A fault of ours.');
      await idle();
      expect(slack.standing).toHaveLength(5);
    });

    it('is said to be planned no more where its edition is gone, and not that a message was refused', async () => {
      const { bring } = dispatcherAt(time, aPlatform());
      expect(await bring({ subscription: aSubscription(), edition: '2026-03-31' })).toMatchObject({
        error: { code: 'not-found' },
      });
    });
  });

  describe('a channel that takes nothing', () => {
    const gone = new PlatformError('channel-archived', 'It is archived: bring it back, or unsubscribe it.');
    const suspensionOf = async () => (await listSubscriptions(archive))[0]?.suspension;

    it('complaint 25: has its subscription suspended with the reason, its settings kept, and the subscriber told once', async () => {
      const slack = aPlatform();
      await subscribe({ themes: ['zero-trust'], companies: [edition.deepDives[0]?.company ?? ''], at: '07:00' });
      const [before] = await listSubscriptions(archive);
      for (const now of ['2026-04-01T06:00:00Z', '2026-04-01T06:30:00Z', '2026-04-01T08:00:00Z']) {
        slack.faults.push(gone);
        await deliverAt(now, slack);
      }
      expect(await listSubscriptions(archive)).toEqual([
        { ...before, suspension: { since: '2026-04-01T06:00:00.000Z', reason: gone.message } },
      ]);
      expect(slack.told).toHaveLength(1);
      expect(slack.told[0]).toMatchObject({
        person: { workspace: 'T1', id: 'U1' },
        text: expect.stringContaining(gone.message),
      });
    });

    it('gets what it missed, once, and its subscription goes on as soon as it works again', async () => {
      const slack = aPlatform();
      await subscribe({});
      slack.faults.push(gone);
      await deliverAt(time, slack);
      await deliverAt('2026-04-01T08:00:00Z', slack);
      expect(slack.standing).toHaveLength(5);
      expect(await suspensionOf()).toBeUndefined();
    });

    it('complaint 5: is not flooded with a backlog after days: the newest edition alone is posted', async () => {
      const slack = aPlatform();
      await subscribe({});
      for (const date of ['2026-04-02', '2026-04-03']) {
        await saveEdition(archive, anEdition({ date, title: `Edition of ${date}` }), { until: date, builtAt: date });
      }
      for (const day of ['01', '02']) {
        slack.faults.push(gone);
        await deliverAt(`2026-04-${day}T06:00:00Z`, slack);
      }
      await deliverAt('2026-04-03T06:00:00Z', slack);
      expect(new Set(slack.standing.map(({ key }) => key.slice(0, 10)))).toEqual(new Set(['2026-04-03']));
      expect(await getDelivery(archive, { ...aSubscription(), edition: '2026-04-02' })).toMatchObject({
        outcome: 'superseded',
      });
    });

    it('is suspended though the subscriber cannot be told', async () => {
      const slack = aPlatform();
      await subscribe({});
      slack.faults.push(gone);
      await deliverAt(time, {
        ...slack,
        tell: async () => {
          throw new PlatformError('refused', 'This person takes no messages.');
        },
      });
      expect(await suspensionOf()).toMatchObject({ reason: gone.message });
    });

    it('is tried again at its time though telling the subscriber fails by a fault of ours', async () => {
      const slack = aPlatform();
      await subscribe({});
      slack.faults.push(gone);
      const tell = async () => {
        throw new TypeError('A fault of ours.');
      };
      await deliverAt(time, { ...slack, tell });
      expect(await deliveryTo('C1')).toMatchObject({ problem: gone.message, retryAt: '2026-04-01T06:30:00.000Z' });
    });

    it('is tried at once when somebody asks, whatever the time', async () => {
      const slack = aPlatform();
      await subscribe({});
      slack.faults.push(gone);
      await deliverAt(time, slack);
      const { bring } = dispatcherAt('2026-04-01T06:01:00Z', slack);
      expect(await bring({ subscription: aSubscription(), edition: edition.date })).toEqual({ outcome: 'posted' });
      expect(await suspensionOf()).toBeUndefined();
    });
  });
});
