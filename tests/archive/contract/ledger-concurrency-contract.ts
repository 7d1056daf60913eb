/** What holds of the ledger when several processes plan, send, replace and forget at the same time: nothing is sent that is forgotten, and nothing lacks a part. */
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { claimDelivery, keepWhileHeld } from '../../../src/archive/claims.ts';
import { deliveryKey, finishDelivery, type Plan, planDeliveries } from '../../../src/archive/deliveries.ts';
import { listEditions, saveEdition } from '../../../src/archive/editions.ts';
import { forgetParts } from '../../../src/archive/forgetting.ts';
import { markSending, markStanding } from '../../../src/archive/parts.ts';
import { removeSubscription, saveSubscription } from '../../../src/archive/subscriptions.ts';
import { anEdition } from '../../an-edition.ts';
import { aSubscription } from '../../delivery/a-subscription.ts';
import { archiveForEach, type CreatePlace } from './place.ts';
import { rounds, sideBySide } from './side-by-side.ts';

const now = '2026-04-01T06:00:00.000Z';
const dateOf = (round: number) => `2026-05-${String(round + 1).padStart(2, '0')}`;
const channelOf = (number: number) => ({ platform: 'slack', workspace: 'T1', channel: `C${number}` }) as const;
const parts: Plan['parts'] = [
  { place: 'parent', payload: 'Parent' },
  { place: 'reply', payload: 'Reply' },
];
const claim = { holder: 'mine', holdsFor: 3_600_000 };

export const ledgerConcurrencyContract = (createPlace: CreatePlace): void => {
  describe('its ledger, with many that write at once', () => {
    const archive = archiveForEach(createPlace);
    const together = sideBySide(archive);

    const save =
      (date: string, replace = false) =>
      (one: Archive) =>
        saveEdition(one, anEdition({ date }), { until: now, builtAt: now, replace });
    const plan = (edition: string, channels: readonly number[]) => (one: Archive) =>
      planDeliveries(one, [{ edition, parts, channels: channels.map(channelOf) }], now);
    const send = (edition: string, number: number) => (one: Archive) => {
      const key = deliveryKey({ ...channelOf(number), edition });
      return keepWhileHeld(one, key, claim, ledger => markSending(ledger, { key, ordinal: 0 }, now));
    };
    /** How many parts each delivery of the edition has. */
    const partsEach = async (edition: string): Promise<readonly number[]> => {
      const rows = await archive()
        .db.selectFrom('deliveries')
        .leftJoin('parts', 'parts.delivery', 'deliveries.key')
        .select(['deliveries.key', row => row.fn.count<number>('parts.ordinal').as('parts')])
        .where('deliveries.edition', '=', edition)
        .groupBy('deliveries.key')
        .execute();
      return rows.map(row => row.parts);
    };
    const isBeingSent = async (edition: string): Promise<boolean> => {
      const parts = archive().db.selectFrom('parts').select('state').where('delivery', 'like', `${edition}/%`);
      return (await parts.execute()).some(({ state }) => state === 'sending');
    };

    it('plans for each channel once, with all parts, where several plan the same channels in other orders', async () => {
      const numbers = Array.from({ length: 30 }, (_, index) => index);
      for (const round of rounds) {
        const date = dateOf(round);
        await save(date)(archive());
        const orders = [numbers, numbers.toReversed(), numbers.slice(10), numbers.slice(0, 20).toReversed()];
        const endings = await together(
          round,
          orders.map(order => plan(date, order)),
        );
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
        expect(await partsEach(date)).toEqual(numbers.map(() => parts.length));
      }
    });

    it('lets several that plan different things for the same channels go on, the first with what it planned', async () => {
      const numbers = Array.from({ length: 10 }, (_, index) => index);
      for (const round of rounds) {
        const date = dateOf(round);
        await save(date)(archive());
        /** One plan for each half of the channels, one of which the others share. */
        const halves = (order: readonly number[], text: string) => (one: Archive) => {
          const half = (of: readonly number[], payload: string): Plan => ({
            edition: date,
            parts: [{ place: 'parent', payload }],
            channels: of.map(channelOf),
          });
          return planDeliveries(one, [half(order.slice(0, 5), text), half(order.slice(5), 'Shared')], now);
        };
        const endings = await together(round, [
          halves(numbers, 'a'),
          halves(numbers.toReversed(), 'b'),
          halves(numbers, 'c'),
          halves(numbers.toReversed(), 'a'),
        ]);
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
        expect(await partsEach(date)).toEqual(numbers.map(() => 1));
      }
    });

    it('replaces an edition or begins to send it, never both', async () => {
      for (const round of rounds) {
        const date = dateOf(round);
        await save(date)(archive());
        await plan(date, [1, 2, 3])(archive());
        for (const number of [1, 2, 3]) {
          await claimDelivery(archive(), { ...channelOf(number), edition: date }, claim);
        }
        const [replaced, ...sent] = await together(round, [
          save(date, true),
          send(date, 1),
          send(date, 2),
          send(date, 3),
        ]);
        const standing = sent.filter(ending => 'given' in ending);
        expect(replaced).toEqual(standing.length > 0 ? { failed: 'posted' } : { given: undefined });
        expect(await isBeingSent(date)).toBe(standing.length > 0);
        if (standing.length === 0) expect(sent).toEqual(sent.map(() => ({ failed: 'not-found' })));
      }
    });

    it('has no delivery without its parts where its edition is replaced while it is planned', async () => {
      for (const round of rounds) {
        const date = dateOf(round);
        await save(date)(archive());
        await plan(date, [1])(archive());
        const endings = await together(round, [plan(date, [1, 2, 3]), save(date, true), plan(date, [4, 3])]);
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
        expect((await partsEach(date)).filter(count => count !== parts.length)).toEqual([]);
      }
    });

    it('has no delivery without its parts where old plans are forgotten while it is planned', async () => {
      for (const round of rounds) {
        const [date, next] = [dateOf(2 * (round % 10)), dateOf(2 * (round % 10) + 1)];
        const [old, fresh] = [round * 10, round * 10 + 1];
        for (const edition of [date, next]) await save(edition, true)(archive());
        await plan(date, [old])(archive());
        await plan(next, [old])(archive());
        for (const edition of [date, next]) {
          await finishDelivery(archive(), deliveryKey({ ...channelOf(old), edition }), 'posted', now);
        }
        const endings = await together(round, [plan(date, [fresh]), one => forgetParts(one, next)]);
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
        const unfinished = archive()
          .db.selectFrom('deliveries')
          .leftJoin('parts', 'parts.delivery', 'deliveries.key')
          .leftJoin('plans', 'plans.plan', 'deliveries.plan')
          .select('deliveries.key')
          .where('finished_at', 'is', null)
          .where(row => row.or([row('parts.ordinal', 'is', null), row('plans.ordinal', 'is', null)]));
        expect(await unfinished.execute()).toEqual([]);
      }
    });

    it('forgets what was planned for a channel that unsubscribes, or begins to send it, never both', async () => {
      for (const round of rounds) {
        const date = dateOf(round);
        await save(date)(archive());
        await saveSubscription(archive(), aSubscription(channelOf(1)), now);
        await plan(date, [1])(archive());
        await claimDelivery(archive(), { ...channelOf(1), edition: date }, claim);
        const [, sent] = await together(round, [one => removeSubscription(one, channelOf(1)), send(date, 1)]);
        const isSent = sent !== undefined && 'given' in sent;
        expect(await isBeingSent(date)).toBe(isSent);
        if (!isSent) expect(sent).toEqual({ failed: 'not-found' });
        await finishDelivery(archive(), deliveryKey({ ...channelOf(1), edition: date }), 'posted', now);
      }
    });

    it('notes once that an edition was posted, however many of its parts come to stand at the same time', async () => {
      for (const round of rounds) {
        const date = dateOf(round);
        await save(date)(archive());
        await plan(date, [1, 2, 3, 4])(archive());
        const endings = await together(
          round,
          [1, 2, 3, 4].map(number => one => {
            const part = { key: deliveryKey({ ...channelOf(number), edition: date }), ordinal: 0 };
            return markStanding(one, part, { id: '1', thread: '1' }, `2026-04-01T06:00:0${number}.000Z`);
          }),
        );
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
        const edition = (await listEditions(archive())).find(one => one.date === date);
        expect(edition?.postedAt).toMatch(/^2026-04-01T06:00:0[1-4]/);
      }
    });
  });
};
