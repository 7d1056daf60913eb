/** The ledger: a delivery is planned once, and how far it came outlives the program. */
import { describe, expect, it } from 'vitest';
import {
  deliveriesSince,
  deliveryKey,
  finishDelivery,
  getDelivery,
  lastPosted,
  markFailed,
  markSending,
  markStanding,
  markUnsent,
  partsOf,
  planDelivery,
  postponeDelivery,
} from '../../../src/archive/deliveries.ts';
import { listEditions, saveEdition } from '../../../src/archive/editions.ts';
import { anEdition } from '../../an-edition.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const now = '2026-04-01T06:00:00.000Z';
const later = '2026-04-01T06:00:05.000Z';
const identity = { platform: 'slack', workspace: 'T1', channel: 'C1', edition: '2026-04-01' } as const;
const key = deliveryKey(identity);
const parts = [
  { place: 'parent', payload: { text: 'Parent' } },
  { place: 'reply', payload: { text: 'Reply' } },
] as const;
const first = { key, ordinal: 0 };

export const deliveriesContract = (createPlace: CreatePlace): void => {
  describe('its ledger of deliveries', () => {
    const archive = archiveForEach(createPlace);
    const statesOf = async () => (await partsOf(archive(), key)).map(({ state }) => state);

    it('keeps a plan with its parts in order, as they are to be sent', async () => {
      await planDelivery(archive(), identity, parts, now);
      expect(await getDelivery(archive(), identity)).toEqual({ key, ...identity, plannedAt: now });
      expect(await partsOf(archive(), key)).toEqual([
        { ordinal: 0, state: 'planned', ...parts[0] },
        { ordinal: 1, state: 'planned', ...parts[1] },
      ]);
    });

    it('plans once: a second plan of a channel and date changes nothing, so that no restart posts again', async () => {
      await planDelivery(archive(), identity, parts, now);
      await markStanding(archive(), first, { id: '1', thread: '1' }, now);
      await planDelivery(archive(), identity, [{ place: 'parent', payload: 'other' }], later);
      expect(await statesOf()).toEqual(['posted', 'planned']);
      expect(await getDelivery(archive(), identity)).toMatchObject({ plannedAt: now });
    });

    it('tells channels, workspaces and platforms apart', async () => {
      const others = [
        { ...identity, channel: 'C2' },
        { ...identity, workspace: 'T2' },
        { ...identity, platform: 'discord' as const },
        { ...identity, edition: '2026-04-02' },
      ];
      await planDelivery(archive(), identity, parts, now);
      for (const other of others) expect(await getDelivery(archive(), other)).toBeUndefined();
      for (const other of others) await planDelivery(archive(), other, parts, now);
      expect(await deliveriesSince(archive(), '2026-04-01')).toHaveLength(5);
      expect(await deliveriesSince(archive(), '2026-04-02')).toHaveLength(1);
    });

    it('keeps that a part is being sent before it is known to stand', async () => {
      await planDelivery(archive(), identity, parts, now);
      await markSending(archive(), first, now);
      expect(await statesOf()).toEqual(['sending', 'planned']);
      await markUnsent(archive(), first, later);
      expect(await statesOf()).toEqual(['planned', 'planned']);
    });

    it('lets go of what was sent once it stands, and knows its thread', async () => {
      await planDelivery(archive(), identity, parts, now);
      await markStanding(archive(), first, { id: '17.1', thread: '17.1', note: 'posted as plain text' }, later);
      const [parent] = await partsOf(archive(), key);
      expect(parent).toEqual({ ordinal: 0, place: 'parent', state: 'posted', payload: null, thread: '17.1' });
    });

    it('lets the edition stay as it is from the first part that stands', async () => {
      await saveEdition(archive(), anEdition(), { until: now, builtAt: now });
      await planDelivery(archive(), identity, parts, now);
      expect(await listEditions(archive())).not.toMatchObject([{ postedAt: expect.any(String) }]);
      await markStanding(archive(), first, { id: '1', thread: '1' }, later);
      await markStanding(archive(), { key, ordinal: 1 }, { id: '2', thread: '1' }, '2026-04-01T07:00:00Z');
      expect(await listEditions(archive())).toMatchObject([{ postedAt: later }]);
    });

    it('knows when a channel was last posted to', async () => {
      await planDelivery(archive(), identity, parts, now);
      expect(await lastPosted(archive(), identity)).toBeUndefined();
      await markStanding(archive(), first, { id: '1', thread: '1' }, now);
      await markStanding(archive(), { key, ordinal: 1 }, { id: '2', thread: '1' }, later);
      expect(await lastPosted(archive(), identity)).toBe(later);
      expect(await lastPosted(archive(), { ...identity, channel: 'C2' })).toBeUndefined();
    });

    it('keeps why a delivery waits and until when, and forgets it once all is sent', async () => {
      await planDelivery(archive(), identity, parts, now);
      await markFailed(archive(), first, 'refused', now);
      await postponeDelivery(archive(), key, { problem: 'The bot is not in the channel.', retryAt: later });
      expect(await getDelivery(archive(), identity)).toMatchObject({
        problem: 'The bot is not in the channel.',
        retryAt: later,
      });
      await finishDelivery(archive(), key, later);
      expect(await getDelivery(archive(), identity)).toEqual({ key, ...identity, plannedAt: now, finishedAt: later });
      expect(await statesOf()).toEqual(['failed', 'planned']);
    });

    it('outlives the program', async () => {
      await planDelivery(archive(), identity, parts, now);
      await markSending(archive(), first, now);
      await archive().close();
      const reopened = await archive.place().open();
      expect(await partsOf(reopened, key)).toMatchObject([{ state: 'sending' }, { state: 'planned' }]);
      await reopened.close();
    });
  });
};
