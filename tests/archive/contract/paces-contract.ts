/** The pace of what all processes do together: each call gets an instant of its own, none too early, and none while it is held. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { holdPace, type Pace, takeSlot } from '../../../src/archive/paces.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const start = 1_700_000_000_000;
const at = (milliseconds: number) => sql<number>`cast(${start + milliseconds} as bigint)`;
const workspace: Pace = { key: 'slack/T1', interval: 200 };
const platform: Pace = { key: 'discord', interval: 25 };
const unlimited: Pace = { key: 'slack', interval: 0 };

export const pacesContract = (createPlace: CreatePlace): void => {
  describe('its paces', () => {
    const archive = archiveForEach(createPlace);
    const take = (now: number, ...paces: readonly Pace[]) => takeSlot(archive(), paces, at(now));

    it('give out one instant after the other, the first at once', async () => {
      const waits = [await take(0, workspace), await take(0, workspace), await take(50, workspace)];
      expect(waits.map(({ wait }) => wait)).toEqual([0, 200, 350]);
      expect(await take(5_000, workspace)).toEqual({ wait: 0, isHeld: false });
    });

    it('give no instant out twice, to whoever asks at once', async () => {
      const slots = await Promise.all(Array.from({ length: 50 }, () => take(0, unlimited, workspace)));
      const waits = slots.map(({ wait }) => wait).toSorted((one, other) => one - other);
      expect(waits).toEqual(Array.from({ length: 50 }, (_, index) => index * 200));
    });

    it('of different keys know nothing of each other', async () => {
      await take(0, workspace);
      expect(await take(0, { ...workspace, key: 'slack/T2' })).toEqual({ wait: 0, isHeld: false });
    });

    it('are as they come where nothing is to lie between', async () => {
      expect([await take(0, unlimited), await take(0, unlimited)].map(({ wait }) => wait)).toEqual([0, 0]);
    });

    it('of several kinds are kept all at once', async () => {
      const other = { key: 'discord/G1', interval: 100 };
      const waits = [await take(0, platform, other), await take(0, platform, other), await take(0, platform)];
      expect(waits.map(({ wait }) => wait)).toEqual([0, 100, 125]);
    });

    it.each([
      ['own', workspace.key, [workspace]],
      ['own, unspaced', unlimited.key, [unlimited]],
      ['other', unlimited.key, [unlimited, workspace]],
      ['other, of several kinds', workspace.key, [workspace, platform]],
    ] as const)('give out nothing while one is held (%s)', async (_, key, paces) => {
      await holdPace(archive(), key, 30_000, at(0));
      expect(await take(10_000, ...paces)).toEqual({ wait: 20_000, isHeld: true });
      expect(await take(29_999, ...paces)).toEqual({ wait: 1, isHeld: true });
      expect(await take(30_000, ...paces)).toEqual({ wait: 0, isHeld: false });
    });

    it('lose no instant to those who ask in vain during a hold', async () => {
      await holdPace(archive(), workspace.key, 30_000, at(0));
      for (let asked = 0; asked < 20; asked++) await take(1_000, workspace);
      const after = [await take(30_000, workspace), await take(30_000, workspace)];
      expect(after.map(({ wait }) => wait)).toEqual([0, 200]);
    });

    it('are held for as long as the longest says', async () => {
      await take(0, workspace);
      await holdPace(archive(), workspace.key, 30_000, at(0));
      await holdPace(archive(), workspace.key, 10, at(0));
      expect(await take(0, workspace)).toEqual({ wait: 30_000, isHeld: true });
    });

    it('keep nobody waiting for an instant or a hold of a clock that was put back by an hour', async () => {
      const anHour = 3_600_000;
      await take(anHour, workspace);
      await holdPace(archive(), unlimited.key, anHour, at(anHour));
      expect(await take(0, unlimited, workspace)).toEqual({ wait: 0, isHeld: false });
      expect((await take(0, unlimited, workspace)).wait).toBe(200);
    });

    it("are told by the database's clock as well", async () => {
      const { clock } = archive().engine;
      expect(await takeSlot(archive(), [workspace], clock)).toEqual({ wait: 0, isHeld: false });
      const { wait } = await takeSlot(archive(), [workspace], clock);
      expect(wait).toBeLessThanOrEqual(200);
    });
  });
};
