/** The ledger: a delivery is planned once, and how far it came outlives the program. */
import { describe, expect, it } from 'vitest';
import {
  deliveriesTo,
  deliveryKey,
  finishDelivery,
  getDelivery,
  isSuperseded,
  planDeliveries,
  postponeDelivery,
} from '../../../src/archive/deliveries.ts';
import { listEditions, saveEdition } from '../../../src/archive/editions.ts';
import { markFailed, markSending, markStanding, markUnsent, partsOf, payloadOf } from '../../../src/archive/parts.ts';
import {
  listSubscriptions,
  type SubscribedChannel,
  saveSubscription,
  suspendSubscription,
} from '../../../src/archive/subscriptions.ts';
import { anEdition } from '../../an-edition.ts';
import { aSubscription } from '../../delivery/a-subscription.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const now = '2026-04-01T06:00:00.000Z';
const later = '2026-04-01T06:00:05.000Z';
const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const identity = { ...channel, edition: '2026-04-01' };
const key = deliveryKey(identity);
const parts = [
  { place: 'parent', payload: { text: 'Parent' } },
  { place: 'reply', payload: { text: 'Reply' } },
] as const;
const first = { key, ordinal: 0 };
const second = { key, ordinal: 1 };

export const deliveriesContract = (createPlace: CreatePlace): void => {
  describe('its ledger of deliveries', () => {
    const archive = archiveForEach(createPlace);
    const plan = (channels: readonly SubscribedChannel[] = [channel], edition = '2026-04-01', at = now) =>
      planDeliveries(archive(), [{ edition, parts, channels }], at);
    const keysSince = async (date: string) =>
      (await archive().db.selectFrom('deliveries').select('key').where('edition', '>=', date).execute()).map(
        ({ key }) => key,
      );
    const statesOf = async () => (await partsOf(archive(), key)).map(({ state }) => state);

    it('keeps a plan with its parts in order, as they are to be sent', async () => {
      await plan();
      expect(await getDelivery(archive(), identity)).toEqual({ key, ...identity, plannedAt: now, attempts: 0 });
      expect(await partsOf(archive(), key)).toEqual([
        { ordinal: 0, place: 'parent', state: 'planned', changedAt: now },
        { ordinal: 1, place: 'reply', state: 'planned', changedAt: now },
      ]);
      expect(await payloadOf(archive(), first)).toEqual(parts[0].payload);
      expect(await payloadOf(archive(), second)).toEqual(parts[1].payload);
      expect(await payloadOf(archive(), { key, ordinal: 2 })).toBeUndefined();
    });

    it('complaint 1: plans once: a second plan of a channel and date changes nothing, so that no restart posts again', async () => {
      await plan();
      await markStanding(archive(), first, { id: '1', thread: '1' }, now);
      const other = [{ place: 'parent', payload: 'other' }] as const;
      await planDeliveries(archive(), [{ edition: '2026-04-01', parts: other, channels: [channel] }], later);
      expect(await statesOf()).toEqual(['posted', 'planned']);
      expect(await getDelivery(archive(), identity)).toMatchObject({ plannedAt: now });
      expect(await payloadOf(archive(), second)).toEqual(parts[1].payload);
    });

    it('plans for more channels than a statement takes, each with all its parts', async () => {
      const many = Array.from({ length: 2_500 }, (_, index) => ({ ...channel, channel: `C${index}` }));
      await plan(many);
      const planned = await keysSince('2026-04-01');
      expect(planned).toHaveLength(many.length);
      for (const one of [planned[0], planned.at(-1)]) expect(await partsOf(archive(), one ?? '')).toHaveLength(2);
    });

    it('adds those that were not planned before to a plan that others share', async () => {
      await plan();
      await plan([channel, { ...channel, channel: 'C2' }], '2026-04-01', later);
      expect(await keysSince('2026-04-01')).toHaveLength(2);
      expect(await partsOf(archive(), deliveryKey({ ...identity, channel: 'C2' }))).toHaveLength(2);
    });

    it('has a day with nothing to send finished at once', async () => {
      await planDeliveries(archive(), [{ edition: '2026-04-01', parts: [], channels: [channel] }], now);
      expect(await getDelivery(archive(), identity)).toMatchObject({ finishedAt: now, outcome: 'quiet' });
      expect(await partsOf(archive(), key)).toEqual([]);
    });

    it('tells channels, workspaces, platforms and dates apart', async () => {
      const others = [
        { ...identity, channel: 'C2' },
        { ...identity, workspace: 'T2' },
        { ...identity, platform: 'discord' as const },
        { ...identity, edition: '2026-04-02' },
      ];
      await plan();
      for (const other of others) expect(await getDelivery(archive(), other)).toBeUndefined();
      for (const other of others) await plan([other], other.edition);
      expect(await keysSince('2026-04-01')).toHaveLength(5);
      expect(await keysSince('2026-04-02')).toHaveLength(1);
    });

    it('tells of a channel the newest editions first, and whether one came after another', async () => {
      for (const edition of ['2026-04-01', '2026-04-03', '2026-04-02']) await plan([channel], edition);
      await plan([{ ...channel, channel: 'C2' }], '2026-04-04');
      const editions = (await deliveriesTo(archive(), channel, 2)).map(({ edition }) => edition);
      expect(editions).toEqual(['2026-04-03', '2026-04-02']);
      expect(await isSuperseded(archive(), identity, '2026-04-03')).toBe(true);
      expect(await isSuperseded(archive(), identity, '2026-04-01')).toBe(false);
      expect(await isSuperseded(archive(), { ...identity, edition: '2026-04-03' }, '2026-04-03')).toBe(false);
    });

    it('keeps that a part is being sent before it is known to stand, and since when', async () => {
      await plan();
      await markSending(archive(), first, later);
      expect((await partsOf(archive(), key))[0]).toMatchObject({ state: 'sending', changedAt: later });
      await markUnsent(archive(), first, later);
      expect(await statesOf()).toEqual(['planned', 'planned']);
    });

    it('lets no part be sent that is not planned, as where its edition was made anew meanwhile', async () => {
      await expect(markSending(archive(), first, now)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('knows the thread of a part that stands, and in which form it does', async () => {
      await plan();
      await markStanding(archive(), first, { id: '17.1', thread: '17.1', note: 'posted as plain text' }, later);
      expect((await partsOf(archive(), key))[0]).toEqual({
        ordinal: 0,
        place: 'parent',
        state: 'posted',
        changedAt: later,
        thread: '17.1',
        note: 'posted as plain text',
      });
    });

    it('lets the edition stay as it is from the first part that stands', async () => {
      await saveEdition(archive(), anEdition(), { until: now, builtAt: now });
      await plan();
      expect(await listEditions(archive())).not.toMatchObject([{ postedAt: expect.any(String) }]);
      await markStanding(archive(), first, { id: '1', thread: '1' }, later);
      await markStanding(archive(), second, { id: '2', thread: '1' }, '2026-04-01T07:00:00Z');
      expect(await listEditions(archive())).toMatchObject([{ postedAt: later }]);
    });

    it('lets a subscription that was suspended go on from the first part that stands', async () => {
      for (const one of ['C1', 'C2']) {
        await saveSubscription(archive(), aSubscription({ channel: one }), now);
        await suspendSubscription(archive(), { ...channel, channel: one }, 'It is archived.', now);
      }
      await plan();
      await markStanding(archive(), first, { id: '1', thread: '1' }, later);
      const suspended = (await listSubscriptions(archive())).filter(({ suspension }) => suspension !== undefined);
      expect(suspended).toMatchObject([{ channel: 'C2' }]);
    });

    it('keeps why a delivery waits, until when and how often in a row, and forgets it once a part stands', async () => {
      await plan();
      const problem = 'The bot is not in the channel.';
      for (let count = 0; count < 2; count++) await postponeDelivery(archive(), key, { problem, retryAt: later });
      expect(await getDelivery(archive(), identity)).toMatchObject({ problem, retryAt: later, attempts: 2 });
      await markStanding(archive(), first, { id: '1', thread: '1' }, later);
      expect(await getDelivery(archive(), identity)).toEqual({ key, ...identity, plannedAt: now, attempts: 0 });
    });

    it('keeps how a delivery ended, and of a part why it failed', async () => {
      await plan();
      await markFailed(archive(), first, 'Slack refuses it.', now);
      await postponeDelivery(archive(), key, { problem: 'No answer.', retryAt: later });
      await finishDelivery(archive(), key, 'failed', later);
      expect(await getDelivery(archive(), identity)).toEqual({
        key,
        ...identity,
        plannedAt: now,
        finishedAt: later,
        outcome: 'failed',
        attempts: 0,
      });
      expect(await partsOf(archive(), key)).toMatchObject([
        { state: 'failed', note: 'Slack refuses it.' },
        { state: 'planned' },
      ]);
    });

    it('outlives the program', async () => {
      await plan();
      await markSending(archive(), first, now);
      await archive().close();
      const reopened = await archive.place().open();
      expect(await partsOf(reopened, key)).toMatchObject([{ state: 'sending' }, { state: 'planned' }]);
      await reopened.close();
    });
  });
};
