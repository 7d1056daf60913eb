/** The button that posts the latest edition in a channel, over real deliveries to a platform in memory. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deliveries } from '../../commands/command.ts';
import { getSubscription, saveSubscription, suspendSubscription } from '../../src/archive/subscriptions.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import { deliveriesOnRequest } from '../../src/delivery/on-request.ts';
import { aDispatcher } from '../delivery/a-dispatcher.ts';
import { aPlatform, type MemoryPlatform } from '../delivery/a-platform.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { hastyClock } from '../hasty-clock.ts';
import { aTalk, channel, commandOf, fill, now, type Talk } from './a-conversation.ts';

const partsOfEdition = 13;

describe('post', () => {
  let talk: Talk;
  let platform: MemoryPlatform;
  let deliveries: Deliveries;
  beforeEach(async () => {
    platform = aPlatform();
    talk = await aTalk({
      deliveries: {
        postNow: subscription => deliveries.postNow(subscription),
        obstacleTo: place => deliveries.obstacleTo(place),
      },
    });
    deliveries = deliveriesOver(platform);
    await saveSubscription(talk.archive, aSubscription(channel), now);
  });
  afterEach(() => talk.archive.close());

  const deliveriesOver = (one: Platform, patience = 60_000): Deliveries => {
    const { archive } = talk;
    const dispatcher = aDispatcher({ archive, platform: one, clock: hastyClock(now) });
    return deliveriesOnRequest({
      archive,
      dispatcherOf: name => (name === one.name ? dispatcher : undefined),
      patience,
    });
  };
  const post = async () => (await talk.ask('post')).text;

  it('says so before there is an edition', async () => {
    expect(await post()).toBe('There is no edition yet: the first comes within a day.');
  });

  describe('once there is an edition', () => {
    beforeEach(() => fill(talk.archive));

    it('posts it once, and says so to whoever asks again', async () => {
      expect(await post()).toBe('The edition of 2026-04-01 is posted.');
      expect(await post()).toBe('This channel has the edition of 2026-04-01 already.');
      expect(platform.standing).toHaveLength(partsOfEdition);
      expect((await talk.ask('status')).text).toContain(
        `Last: the edition of 2026-04-01, with ${partsOfEdition} parts on Wednesday 25 November at 11:00.`,
      );
    });

    it('says that it is on its way, as does the status, where it takes longer than a person waits', async () => {
      const hanging = Promise.withResolvers<never>();
      const third = Promise.withResolvers<void>();
      const posting: typeof platform.post = (target, part, key) => {
        if (platform.standing.length < 2) return platform.post(target, part, key);
        third.resolve();
        return hanging.promise;
      };
      deliveries = deliveriesOver({ ...platform, post: posting }, 0);
      expect(await post()).toContain('The edition of 2026-04-01 is on its way');
      await third.promise;
      expect(await post()).toBe(`The edition of 2026-04-01 is on its way: 2 of ${partsOfEdition} parts posted.`);
      hanging.reject(new PlatformError('refused', 'No.'));
    });

    it('tries a channel that is suspended, and once it works editions go on', async () => {
      const reason = 'The bot may not write in #news. Allow it there.';
      await suspendSubscription(talk.archive, channel, reason, now);
      platform.faults.push(new PlatformError('no-permission', reason));
      const { text, actions } = await talk.ask('post');
      expect(text).toContain(reason);
      expect((await talk.ask('status')).text).toContain(`Nothing could be posted since`);
      await talk.ask(commandOf(actions, 'Try again') ?? '');
      expect(platform.standing).toHaveLength(partsOfEdition);
      expect(await getSubscription(talk.archive, channel)).not.toHaveProperty('suspension');
      expect((await talk.ask('status')).text).not.toContain('wrong');
    });

    it('that could not be posted is explained by the status', async () => {
      platform.faults.push(new PlatformError('refused', 'Slack refuses the first part: too long.'));
      expect(await post()).toBe('The edition of 2026-04-01 could not be posted. The status of this channel says why.');
      expect((await talk.ask('status')).text).toContain('Slack refuses the first part: too long.');
    });

    it('of which a part is refused posts the rest, and the status names the part', async () => {
      platform.faults.push(undefined, undefined, new PlatformError('refused', 'Slack refuses it.'));
      expect(await post()).toBe('The edition of 2026-04-01 is posted.');
      const { text } = await talk.ask('status');
      expect(text).toContain(`with ${partsOfEdition - 1} of ${partsOfEdition} parts`);
      expect(text).toContain('Part 3 of the edition of 2026-04-01: Slack refuses it.');
    });

    it('of which the fate of a part is not known does not send it again, and the status says so', async () => {
      const unknown = new PlatformError('unreadable', 'Whether it arrived is not known: the bot may not read #news.');
      platform.faults.push(undefined, 'lost-before');
      platform.findFaults.push(unknown);
      expect(await post()).toBe('The edition of 2026-04-01 is posted.');
      expect(platform.standing).toHaveLength(partsOfEdition - 1);
      expect((await talk.ask('status')).text).toContain(
        'Part 2 of the edition of 2026-04-01: Whether it arrived is not known: the bot may not read #news.',
      );
    });

    it('says that nothing can be posted here where another process delivers, as does the status', async () => {
      deliveries = deliveriesOver(aPlatform('discord'));
      expect(await post()).toBe(
        'Nothing can be posted from here at the moment. ' +
          'Another process of the bot posts the editions: this one only answers. Try again soon.',
      );
      expect((await talk.ask('status')).text).toContain('Another process of the bot posts the editions');
    });
  });
});
