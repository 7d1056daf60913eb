/** The ledger over months: the parts of old editions are forgotten, and not who had which edition. */
import { describe, expect, it } from 'vitest';
import { deliveryKey, finishDelivery, getDelivery, planDeliveries } from '../../../src/archive/deliveries.ts';
import { forgetParts } from '../../../src/archive/forgetting.ts';
import { markStanding, partsOf } from '../../../src/archive/parts.ts';
import type { Outcome } from '../../../src/archive/tables.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const now = '2026-04-01T06:00:00.000Z';
const identity = (channel: string, edition: string) =>
  ({ platform: 'slack', workspace: 'T1', channel, edition }) as const;

export const forgettingContract = (createPlace: CreatePlace): void => {
  describe('its ledger over months', () => {
    const archive = archiveForEach(createPlace);
    const plan = (edition: string, channels: readonly string[]) =>
      planDeliveries(
        archive(),
        [
          {
            edition,
            parts: [{ place: 'parent', payload: 'Parent' }],
            channels: channels.map(channel => identity(channel, edition)),
          },
        ],
        now,
      );
    const finish = async (edition: string, channels: readonly string[], outcome: Outcome = 'posted') => {
      await plan(edition, channels);
      for (const channel of channels) {
        const key = deliveryKey(identity(channel, edition));
        if (outcome === 'posted') await markStanding(archive(), { key, ordinal: 0 }, { id: '1', thread: '1' }, now);
        await finishDelivery(archive(), key, outcome, now);
      }
    };
    const partsOn = async (edition: string, channel = 'C1') =>
      (await partsOf(archive(), deliveryKey(identity(channel, edition)))).length;
    const rows = async () => (await archive().db.selectFrom('parts').selectAll().execute()).length;

    it('does not grow by the parts of each day, and still knows what each channel had', async () => {
      for (const date of ['2026-02-01', '2026-02-02', '2026-03-15', '2026-03-31']) await finish(date, ['C1', 'C2']);
      await forgetParts(archive(), '2026-03-01');
      expect([await partsOn('2026-02-02'), await partsOn('2026-03-15')]).toEqual([0, 1]);
      expect(await rows()).toBe(4);
      expect(await archive().db.selectFrom('plans').select('plan').execute()).toHaveLength(2);
      expect(
        await archive().db.selectFrom('deliveries').select('key').where('edition', '>=', '2026-02-01').execute(),
      ).toHaveLength(8);
      await plan('2026-02-01', ['C1']);
      expect(await getDelivery(archive(), identity('C1', '2026-02-01'))).toMatchObject({ outcome: 'posted' });
      expect(await partsOn('2026-02-01')).toBe(0);
    });

    it.each<[string, Outcome]>([
      ['was given up', 'failed'],
      ['was left out for a newer one', 'superseded'],
    ])('keeps what a channel had last where the next %s', async (_, outcome) => {
      await finish('2026-02-01', ['C1']);
      await finish('2026-02-02', ['C1'], outcome);
      await forgetParts(archive(), '2026-03-01');
      expect(await partsOn('2026-02-01')).toBe(1);
    });

    it('keeps what is not finished, and what one of the channels that share it had last', async () => {
      await plan('2026-02-01', ['C1', 'C2']);
      await finish('2026-02-02', ['C1', 'C2']);
      await finish('2026-02-03', ['C1']);
      await forgetParts(archive(), '2026-03-01');
      expect([await partsOn('2026-02-01'), await partsOn('2026-02-02')]).toEqual([1, 1]);
      await finish('2026-02-04', ['C2']);
      await forgetParts(archive(), '2026-03-01');
      expect([await partsOn('2026-02-01'), await partsOn('2026-02-02')]).toEqual([1, 0]);
    });
  });
};
