/** Who carries a delivery: one holder at a time, and none that is gone. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { beginSending, claimDelivery, keepClaims, releaseDelivery } from '../../../src/archive/claims.ts';
import { deliveryKey, planDeliveries } from '../../../src/archive/deliveries.ts';
import { partsOf } from '../../../src/archive/parts.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const now = '2026-04-01T06:00:00.000Z';
const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const key = deliveryKey({ ...channel, edition: '2026-04-01' });
const part = { key, ordinal: 0 };
const anHour = 3_600_000;
const mine = { holder: 'mine', holdsFor: anHour };
const theirs = { holder: 'theirs', holdsFor: anHour };

export const claimsContract = (createPlace: CreatePlace): void => {
  describe('its claims on deliveries', () => {
    const archive = archiveForEach(createPlace);
    const plan = () =>
      planDeliveries(
        archive(),
        [{ edition: '2026-04-01', parts: [{ place: 'parent', payload: 1 }], channels: [channel] }],
        now,
      );
    /** As when the holder gave no sign of life for that long. */
    const pass = (milliseconds: number) =>
      archive()
        .db.updateTable('deliveries')
        .set({ held_until: sql`held_until - ${milliseconds}` })
        .execute();
    const stateOfPart = async () => (await partsOf(archive(), key))[0]?.state;

    it('are had by one holder, who may claim again', async () => {
      await plan();
      expect(await claimDelivery(archive(), key, mine)).toBe(true);
      expect(await claimDelivery(archive(), key, theirs)).toBe(false);
      expect(await claimDelivery(archive(), key, mine)).toBe(true);
    });

    it('are not to be had of what is not planned', async () => {
      expect(await claimDelivery(archive(), key, mine)).toBe(false);
    });

    it('are had by one of many that ask at once', async () => {
      await plan();
      const holders = Array.from({ length: 20 }, (_, index) => ({ holder: `holder ${index}`, holdsFor: anHour }));
      const claims = await Promise.all(holders.map(holder => claimDelivery(archive(), key, holder)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('are free once they are let go, by the holder alone', async () => {
      await plan();
      await claimDelivery(archive(), key, mine);
      await releaseDelivery(archive(), key, theirs);
      expect(await claimDelivery(archive(), key, theirs)).toBe(false);
      await releaseDelivery(archive(), key, mine);
      expect(await claimDelivery(archive(), key, theirs)).toBe(true);
    });

    it('lapse where the holder gives no sign of life, and not where it does', async () => {
      await plan();
      await claimDelivery(archive(), key, mine);
      await pass(anHour - 60_000);
      expect(await claimDelivery(archive(), key, theirs)).toBe(false);
      await keepClaims(archive(), mine);
      await pass(anHour - 60_000);
      expect(await claimDelivery(archive(), key, theirs)).toBe(false);
      await pass(120_000);
      expect(await claimDelivery(archive(), key, theirs)).toBe(true);
    });

    it('let nothing be sent by one who lost them to another', async () => {
      await plan();
      await claimDelivery(archive(), key, mine);
      await pass(anHour + 60_000);
      await claimDelivery(archive(), key, theirs);
      await expect(beginSending(archive(), part, mine, now)).rejects.toMatchObject({ code: 'taken' });
      expect(await stateOfPart()).toBe('planned');
      await beginSending(archive(), part, theirs, now);
      expect(await stateOfPart()).toBe('sending');
    });

    it('let a part be sent that nobody else took, though they had lapsed, and are a sign of life', async () => {
      await plan();
      await claimDelivery(archive(), key, mine);
      await pass(anHour + 60_000);
      await beginSending(archive(), part, mine, now);
      expect(await claimDelivery(archive(), key, theirs)).toBe(false);
    });

    it('let no part be sent that is no longer planned', async () => {
      await expect(beginSending(archive(), part, mine, now)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('show who takes a delivery over whatever the former holder had begun, in whichever order they come', async () => {
      for (let round = 0; round < 30; round++) {
        await archive().db.deleteFrom('deliveries').execute();
        await plan();
        await claimDelivery(archive(), key, mine);
        await pass(anHour + 60_000);
        const [begun, seen] = await Promise.all([
          beginSending(archive(), part, mine, now).then(
            () => true,
            () => false,
          ),
          claimDelivery(archive(), key, theirs).then(async taken => (taken ? stateOfPart() : 'not taken')),
        ]);
        expect(begun ? ['sending', 'not taken'] : ['planned']).toContain(seen);
      }
    });
  });
};
