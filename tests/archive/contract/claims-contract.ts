/** Who carries a delivery: one holder at a time, and none that is gone. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Claim, claimDelivery, keepClaims, keepWhileHeld, releaseDelivery } from '../../../src/archive/claims.ts';
import { type DeliveryIdentity, deliveryKey, finishDelivery, planDeliveries } from '../../../src/archive/deliveries.ts';
import { markSending, partsOf } from '../../../src/archive/parts.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const now = '2026-04-01T06:00:00.000Z';
const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const delivery = { ...channel, edition: '2026-04-01' };
const older = { ...channel, edition: '2026-03-31' };
const key = deliveryKey(delivery);
const part = { key, ordinal: 0 };
const anHour = 3_600_000;
const mine = { holder: 'mine', holdsFor: anHour };
const theirs = { holder: 'theirs', holdsFor: anHour };

export const claimsContract = (createPlace: CreatePlace): void => {
  describe('its claims on deliveries', () => {
    const archive = archiveForEach(createPlace);
    const plan = ({ edition, ...to }: DeliveryIdentity = delivery) =>
      planDeliveries(archive(), [{ edition, parts: [{ place: 'parent', payload: 1 }], channels: [to] }], now);
    const beginSending = (claim: Claim) =>
      keepWhileHeld(archive(), key, claim, ledger => markSending(ledger, part, now));
    /** As when the holder gave no sign of life for that long. */
    const pass = (milliseconds: number) =>
      archive()
        .db.updateTable('deliveries')
        .set({ held_until: sql`held_until - ${milliseconds}` })
        .execute();
    const stateOfPart = async () => (await partsOf(archive(), key))[0]?.state;

    it('are had by one holder, who may claim again', async () => {
      await plan();
      expect(await claimDelivery(archive(), delivery, mine)).toBe(true);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(false);
      expect(await claimDelivery(archive(), delivery, mine)).toBe(true);
    });

    it('are not to be had of what is not planned', async () => {
      expect(await claimDelivery(archive(), delivery, mine)).toBe(false);
    });

    it('are had by one of many that ask at once', async () => {
      await plan();
      const holders = Array.from({ length: 20 }, (_, index) => ({ holder: `holder ${index}`, holdsFor: anHour }));
      const claims = await Promise.all(holders.map(holder => claimDelivery(archive(), delivery, holder)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('are free once they are let go, by the holder alone', async () => {
      await plan();
      await claimDelivery(archive(), delivery, mine);
      await releaseDelivery(archive(), key, theirs);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(false);
      await releaseDelivery(archive(), key, mine);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(true);
    });

    it('lapse where the holder gives no sign of life, and not where it does', async () => {
      await plan();
      await claimDelivery(archive(), delivery, mine);
      await pass(anHour - 60_000);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(false);
      await keepClaims(archive(), [key], mine);
      await pass(anHour - 60_000);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(false);
      await pass(120_000);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(true);
    });

    it('complaint 2: let nothing be sent by one who lost them to another', async () => {
      await plan();
      await claimDelivery(archive(), delivery, mine);
      await pass(anHour + 60_000);
      await claimDelivery(archive(), delivery, theirs);
      await expect(beginSending(mine)).rejects.toMatchObject({ code: 'taken' });
      expect(await stateOfPart()).toBe('planned');
      await beginSending(theirs);
      expect(await stateOfPart()).toBe('sending');
    });

    it('let a part be sent that nobody else took, though they had lapsed, and are a sign of life', async () => {
      await plan();
      await claimDelivery(archive(), delivery, mine);
      await pass(anHour + 60_000);
      await beginSending(mine);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(false);
    });

    it('let no part be sent that is no longer planned', async () => {
      await expect(beginSending(mine)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('are of one holder for all that is left for a channel, so that what it gets stays in order', async () => {
      for (const one of [delivery, older]) await plan(one);
      expect(await claimDelivery(archive(), older, mine)).toBe(true);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(false);
      await finishDelivery(archive(), deliveryKey(older), 'posted', now);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(true);
      expect(await claimDelivery(archive(), older, mine)).toBe(false);
    });

    it('are of one holder for a channel, though several ask for different editions of it at once', async () => {
      for (let round = 0; round < 30; round++) {
        await archive().db.deleteFrom('deliveries').execute();
        for (const one of [delivery, older]) await plan(one);
        const taken = await Promise.all([
          claimDelivery(archive(), older, mine),
          claimDelivery(archive(), delivery, theirs),
        ]);
        expect(taken.filter(Boolean)).toHaveLength(1);
      }
    });

    it('of one channel keep nobody from another', async () => {
      const elsewhere = { ...delivery, channel: 'C2' };
      for (const one of [delivery, elsewhere]) await plan(one);
      expect(await claimDelivery(archive(), delivery, mine)).toBe(true);
      expect(await claimDelivery(archive(), elsewhere, theirs)).toBe(true);
    });

    it('are not kept by a sign of life for something else', async () => {
      await plan();
      await claimDelivery(archive(), delivery, mine);
      await pass(anHour + 60_000);
      await keepClaims(archive(), ['another'], mine);
      expect(await claimDelivery(archive(), delivery, theirs)).toBe(true);
    });

    it('show who takes a delivery over whatever the former holder had begun, in whichever order they come', async () => {
      for (let round = 0; round < 30; round++) {
        await archive().db.deleteFrom('deliveries').execute();
        await plan();
        await claimDelivery(archive(), delivery, mine);
        await pass(anHour + 60_000);
        const [begun, seen] = await Promise.all([
          beginSending(mine).then(
            () => true,
            () => false,
          ),
          claimDelivery(archive(), delivery, theirs).then(async taken => (taken ? stateOfPart() : 'not taken')),
        ]);
        expect(begun ? ['sending', 'not taken'] : ['planned']).toContain(seen);
      }
    });
  });
};
