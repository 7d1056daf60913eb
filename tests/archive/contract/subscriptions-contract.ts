/** What channels want, and the commands of buttons. */
import { describe, expect, it } from 'vitest';
import { deliveryKey, getDelivery, planDeliveries, postponeDelivery } from '../../../src/archive/deliveries.ts';
import { commandKey, keepCommand, keptCommand } from '../../../src/archive/kept-commands.ts';
import {
  getSubscription,
  listSubscriptions,
  markTold,
  markUntold,
  removeSubscription,
  saveSubscription,
  suspendSubscription,
  unreadableSubscriptions,
} from '../../../src/archive/subscriptions.ts';
import type { Subscription } from '../../../src/edition/subscription.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const wanted: Subscription = {
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  themes: ['zero-trust'],
  companies: ['Cloudflare'],
  at: '08:00',
  timeZone: 'Europe/Berlin',
  weekdays: ['mon', 'thu'],
  tellsQuietDays: false,
  subscriber: 'U1',
};
const monday = '2026-11-23T09:00:00.000Z';
const tuesday = '2026-11-24T09:00:00.000Z';

export const subscriptionsContract = (createPlace: CreatePlace): void => {
  describe('its subscriptions', () => {
    const archive = archiveForEach(createPlace);

    it('come back as they were saved, with when', async () => {
      expect(await saveSubscription(archive(), wanted, '2026-11-23T10:00:00+01:00')).toBeUndefined();
      expect(await getSubscription(archive(), wanted)).toEqual({ ...wanted, createdAt: monday, savedAt: monday });
    });

    it('are one a channel: the second takes the place of the first, and the first is told', async () => {
      await saveSubscription(archive(), wanted, monday);
      expect(await saveSubscription(archive(), { ...wanted, themes: [] }, tuesday)).toEqual({
        ...wanted,
        createdAt: monday,
        savedAt: monday,
      });
      expect(await listSubscriptions(archive())).toEqual([
        { ...wanted, themes: [], createdAt: monday, savedAt: tuesday },
      ]);
    });

    it('are of a channel of one workspace on one platform, though others have the same id', async () => {
      const others: Subscription[] = [
        { ...wanted, platform: 'discord' },
        { ...wanted, workspace: 'T2' },
        { ...wanted, channel: 'C2' },
      ];
      for (const subscription of [...others, wanted]) await saveSubscription(archive(), subscription, monday);
      expect(await removeSubscription(archive(), wanted)).toBe(true);
      expect(await getSubscription(archive(), wanted)).toBeUndefined();
      expect(await listSubscriptions(archive())).toHaveLength(3);
      expect(await listSubscriptions(archive(), { platform: 'slack', workspace: 'T1' })).toMatchObject([
        { channel: 'C2' },
      ]);
    });

    it('are removed once', async () => {
      await saveSubscription(archive(), wanted, monday);
      expect(await removeSubscription(archive(), wanted)).toBe(true);
      expect(await removeSubscription(archive(), wanted)).toBe(false);
    });

    it.each<[string, Partial<Subscription>]>([
      ['a theme that is none', { themes: ['astrology'] }],
      ['a time that no clock shows', { at: '25:00' }],
      ['a zone that is none', { timeZone: 'Mars/Olympus' }],
      ['no weekday', { weekdays: [] }],
    ])('are refused with %s, which could not be read again', async (_, part) => {
      await expect(saveSubscription(archive(), { ...wanted, ...part }, monday)).rejects.toThrow();
      expect(await listSubscriptions(archive())).toEqual([]);
    });

    it('do not break the list of all others where one cannot be read, as after its theme was removed from the program', async () => {
      await saveSubscription(archive(), wanted, monday);
      await saveSubscription(archive(), { ...wanted, channel: 'C2' }, monday);
      const document = JSON.stringify({ ...wanted, channel: 'C2', themes: ['astrology'] });
      await archive()
        .db.updateTable('subscriptions')
        .set({ subscription: document })
        .where('channel', '=', 'C2')
        .execute();
      expect(await listSubscriptions(archive())).toMatchObject([{ channel: 'C1' }]);
      expect(await unreadableSubscriptions(archive())).toMatchObject([
        { platform: 'slack', workspace: 'T1', channel: 'C2', error: { code: 'corrupt' } },
      ]);
      await expect(getSubscription(archive(), { ...wanted, channel: 'C2' })).rejects.toMatchObject({ code: 'corrupt' });
      expect(await saveSubscription(archive(), { ...wanted, channel: 'C2' }, tuesday)).toBeUndefined();
      expect(await listSubscriptions(archive())).toHaveLength(2);
      expect(await unreadableSubscriptions(archive())).toEqual([]);
    });

    it('are suspended for the reason that came first, with their settings kept', async () => {
      await saveSubscription(archive(), wanted, monday);
      expect(await suspendSubscription(archive(), wanted, 'It is archived.', tuesday)).toBe(true);
      expect(await suspendSubscription(archive(), wanted, 'It is gone.', '2026-11-25T09:00:00Z')).toBe(false);
      expect(await getSubscription(archive(), wanted)).toEqual({
        ...wanted,
        createdAt: monday,
        savedAt: monday,
        suspension: { since: tuesday, reason: 'It is archived.' },
      });
    });

    it('have their subscriber told once of each suspension', async () => {
      await saveSubscription(archive(), wanted, monday);
      expect(await markTold(archive(), wanted, monday)).toBe(false);
      await suspendSubscription(archive(), wanted, 'It is archived.', tuesday);
      expect(await markTold(archive(), wanted, tuesday)).toBe(true);
      expect(await markTold(archive(), wanted, tuesday)).toBe(false);
      await markUntold(archive(), wanted);
      expect(await markTold(archive(), wanted, tuesday)).toBe(true);
      await saveSubscription(archive(), wanted, tuesday);
      await suspendSubscription(archive(), wanted, 'It is archived again.', tuesday);
      expect(await markTold(archive(), wanted, tuesday)).toBe(true);
    });

    it('go on when they are saved, and what waited for them is due at once', async () => {
      await saveSubscription(archive(), wanted, monday);
      await suspendSubscription(archive(), wanted, 'It is archived.', tuesday);
      const delivery = { ...wanted, edition: '2026-11-24' };
      const part = { place: 'parent', payload: 'Parent' } as const;
      await planDeliveries(archive(), [{ edition: delivery.edition, parts: [part], channels: [wanted] }], tuesday);
      const retryAt = '2026-11-24T15:00:00Z';
      await postponeDelivery(archive(), deliveryKey(delivery), { problem: 'It is archived.', retryAt });
      await saveSubscription(archive(), wanted, tuesday);
      expect((await getSubscription(archive(), wanted))?.suspension).toBeUndefined();
      expect((await getDelivery(archive(), delivery))?.retryAt).toBeUndefined();
    });

    it('are there when the archive is opened again', async () => {
      await saveSubscription(archive(), wanted, monday);
      const again = await archive.place().open();
      expect(await listSubscriptions(again)).toHaveLength(1);
      await again.close();
    });
  });

  describe('the commands of its buttons', () => {
    const archive = archiveForEach(createPlace);
    const command = `page:2 ${'kafka '.repeat(50)}`;

    it('come back by a key that follows from the command and fits any button', async () => {
      const key = await keepCommand(archive(), command, monday);
      expect(key).toMatch(/^[\w-]{22}$/);
      expect(key).toBe(commandKey(command));
      expect(await keepCommand(archive(), command, tuesday)).toBe(key);
      expect(await keptCommand(archive(), key)).toBe(command);
    });

    it('are unknown under any other key', async () => {
      await keepCommand(archive(), command, monday);
      expect(await keptCommand(archive(), commandKey('help'))).toBeUndefined();
    });

    it('are kept for a year after a button last got them', async () => {
      await keepCommand(archive(), 'old', '2025-01-01T00:00:00Z');
      await keepCommand(archive(), 'used again', '2025-01-01T00:00:00Z');
      await keepCommand(archive(), 'used again', '2025-12-01T00:00:00Z');
      await keepCommand(archive(), 'new', '2026-01-02T00:00:00Z');
      expect(await keptCommand(archive(), commandKey('old'))).toBeUndefined();
      expect(await keptCommand(archive(), commandKey('used again'))).toBe('used again');
    });
  });
};
