/** What holds when several processes write at the same time: each finds what the others did, whole or not at all. */
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { createCacheStore } from '../../../src/archive/cache.ts';
import { getEdition, saveEdition } from '../../../src/archive/editions.ts';
import { recordHealth } from '../../../src/archive/health.ts';
import { recordItems } from '../../../src/archive/items.ts';
import { commandKey, keepCommand, keptCommand } from '../../../src/archive/kept-commands.ts';
import {
  getSubscription,
  markTold,
  removeSubscription,
  saveSubscription,
  suspendSubscription,
} from '../../../src/archive/subscriptions.ts';
import type { FeedItem } from '../../../src/edition/item.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { aSubscription } from '../../delivery/a-subscription.ts';
import { archiveForEach, type CreatePlace } from './place.ts';
import { rounds, sideBySide } from './side-by-side.ts';

const now = '2026-04-01T06:00:00.000Z';
const later = '2026-04-01T06:00:05.000Z';
const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;

export const concurrencyContract = (createPlace: CreatePlace): void => {
  describe('with many that write at once', () => {
    const archive = archiveForEach(createPlace);
    const together = sideBySide(archive);

    it('has one instant for a story that two sources tell at the same time, and counts it once', async () => {
      const list = (round: number, day: string): readonly FeedItem[] =>
        [1, 2, 3, 4].map(number => ({
          id: `${round}-${number}-${day}`,
          url: `https://acme.example/${round}/${number}`,
          title: 'A story',
          published: `${day}T05:00:00Z`,
          authors: [],
          categories: [],
        }));
      for (const round of rounds) {
        const endings = await together(round, [
          one => recordItems(one, 'A', list(round, '2026-03-30'), now),
          one => recordItems(one, 'B', list(round, '2026-03-31'), now),
          one => recordItems(one, 'A', list(round, '2026-03-30'), now),
        ]);
        const added = endings.map(ending => ('given' in ending ? ending.given : ending));
        expect(added).toContainEqual({ added: 4 });
        expect(added.filter(one => JSON.stringify(one) === '{"added":0}')).toHaveLength(2);
      }
      const rows = await archive().db.selectFrom('items').select(['url', 'source', 'appeared']).execute();
      for (const ofOne of Map.groupBy(rows, ({ url }) => url).values()) {
        expect(new Set(ofOne.map(({ appeared }) => appeared)).size).toBe(1);
        expect(ofOne.map(({ source }) => source).toSorted()).toEqual(['A', 'B']);
      }
    });

    /** Editions of a date, each with an entry of its own. */
    const editionsOf = (date: string) =>
      ['One', 'Two', 'Three'].map(title =>
        anEdition({ date, deepDives: [anEntry({ id: title.padEnd(12, '0'), title })], alsoPublished: [] }),
      );
    const dateOf = (round: number) => `2026-05-${String(round + 1).padStart(2, '0')}`;
    const expectWhole = async (date: string) => {
      const edition = await getEdition(archive(), date);
      const entries = await archive().db.selectFrom('entries').select('title').where('edition', '=', date).execute();
      const stories = await archive().db.selectFrom('stories').select('id').where('edition', '=', date).execute();
      expect(entries).toEqual(edition?.deepDives.map(({ title }) => ({ title })));
      expect(stories).toEqual(edition?.deepDives.map(({ id }) => ({ id })));
    };

    it('keeps one of the editions that are saved at the same time for a date, whole, and tells the others that there is one', async () => {
      for (const round of rounds) {
        const save = editionsOf(dateOf(round)).map(
          edition => (one: Archive) => saveEdition(one, edition, { until: now, builtAt: now }),
        );
        const endings = await together(round, save);
        expect(endings.filter(ending => 'failed' in ending)).toEqual([{ failed: 'exists' }, { failed: 'exists' }]);
        await expectWhole(dateOf(round));
      }
    });

    it('keeps the last of the editions that replace each other at the same time, whole', async () => {
      for (const round of rounds) {
        const save = editionsOf(dateOf(round)).map(
          edition => (one: Archive) => saveEdition(one, edition, { until: now, builtAt: now, replace: true }),
        );
        expect(await together(round, save)).toEqual(save.map(() => ({ given: undefined })));
        await expectWhole(dateOf(round));
      }
    });

    it('tells one of those who subscribe a channel at the same time that it had no subscription, and the others which', async () => {
      for (const round of rounds) {
        const inChannel = { ...channel, channel: `C${round}` };
        const subscribe = ['08:00', '09:00', '10:00'].map(
          at => (one: Archive) => saveSubscription(one, aSubscription({ ...inChannel, at }), now),
        );
        const endings = await together(round, subscribe);
        expect(endings.filter(ending => 'given' in ending && ending.given === undefined)).toHaveLength(1);
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
      }
    });

    it('suspends once, tells once, and goes on where it is subscribed anew, whatever comes first', async () => {
      for (const round of rounds) {
        const inChannel = { ...channel, channel: `C${round}` };
        const subscription = aSubscription(inChannel);
        await saveSubscription(archive(), subscription, now);
        const suspended = await together(
          round,
          [1, 2, 3, 4].map(() => one => suspendSubscription(one, inChannel, 'No access.', now)),
        );
        expect(suspended.filter(ending => 'given' in ending && ending.given)).toHaveLength(1);
        const told = await together(
          round,
          [1, 2, 3, 4].map(() => one => markTold(one, inChannel, later)),
        );
        expect(told.filter(ending => 'given' in ending && ending.given)).toHaveLength(1);
        const endings = await together(round, [
          one => saveSubscription(one, subscription, later),
          one => removeSubscription(one, inChannel),
          one => saveSubscription(one, subscription, later),
        ]);
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
        expect((await getSubscription(archive(), inChannel))?.suspension).toBeUndefined();
      }
    });

    it('records how sources fared, in whatever order each has them', async () => {
      const statuses = ['A', 'B', 'C', 'D', 'E', 'F'].map(name => ({ name, status: 'ok' as const, items: 1 }));
      for (const round of rounds) {
        const orders = [statuses, statuses.toReversed(), statuses, statuses.toReversed()];
        const record = orders.map(order => (one: Archive) => recordHealth(one, order, now));
        expect((await together(round, record)).filter(ending => 'failed' in ending)).toEqual([]);
      }
    });

    it('keeps commands and what can be recomputed while each removes what has expired', async () => {
      let time = 0;
      for (const round of rounds) {
        const names = Array.from({ length: 40 }, (_, index) => `${round}-${index}`);
        const setAll = (order: readonly string[]) => (one: Archive) =>
          createCacheStore(one, () => time).setMany(order.map(key => ({ key, value: key, expires: time + 1 })));
        const year = `${2026 + 2 * round}-04-01T06:00:00.000Z`;
        const keep = (order: readonly string[]) => async (one: Archive) => {
          for (const command of order.slice(0, 10)) await keepCommand(one, command, year);
        };
        const endings = await together(round, [
          setAll(names),
          setAll(names.toReversed()),
          keep(names),
          keep(names.toReversed()),
        ]);
        expect(endings.filter(ending => 'failed' in ending)).toEqual([]);
        expect(await keptCommand(archive(), commandKey(names[0] ?? ''))).toBe(names[0]);
        expect(await createCacheStore(archive(), () => time).getMany(names)).toEqual(names);
        time += 2;
      }
    });
  });
};
