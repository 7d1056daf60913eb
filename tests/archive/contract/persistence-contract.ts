/** What is kept when the program ends, and when two run. */
import { Keyv } from 'keyv';
import { describe, expect, it } from 'vitest';
import { createCacheStore } from '../../../src/archive/cache.ts';
import { getEdition, listEditions, markPosted, saveEdition } from '../../../src/archive/editions.ts';
import { recordHealth, sourceHealth } from '../../../src/archive/health.ts';
import { itemsBetween, recordItems } from '../../../src/archive/items.ts';
import { search } from '../../../src/archive/search.ts';
import { parseQuery } from '../../../src/edition/query.ts';
import { anEdition } from '../../an-edition.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const now = '2026-04-01T06:00:00Z';
const item = { id: '1', url: 'https://acme.example/1', title: 'One', authors: [], categories: [] };

export const persistenceContract = (createPlace: CreatePlace): void => {
  describe('its durability', () => {
    const archive = archiveForEach(createPlace);

    it('keeps everything when it is closed and opened again', async () => {
      const edition = anEdition();
      await recordItems(archive(), 'Acme', [item], now);
      await recordHealth(archive(), [{ name: 'Acme', status: 'ok', items: 1 }], now);
      await saveEdition(archive(), edition, { until: now, builtAt: now });
      await markPosted(archive(), edition.date, now);
      await new Keyv({ store: createCacheStore(archive()) }).set('a', 1);
      await archive().close();

      const reopened = await archive.place().open();
      expect(await recordItems(reopened, 'Acme', [item], '2026-04-02T06:00:00Z')).toEqual({ added: 0 });
      expect(await itemsBetween(reopened, '2026-03-31T06:00:00Z', now)).toMatchObject([{ item }]);
      expect(await sourceHealth(reopened)).toMatchObject([{ name: 'Acme', status: 'ok' }]);
      expect(await getEdition(reopened, edition.date)).toEqual(edition);
      expect(await listEditions(reopened)).toMatchObject([{ postedAt: '2026-04-01T06:00:00.000Z' }]);
      expect((await search(reopened, parseQuery('ledger'))).total).toBe(1);
      expect(await new Keyv({ store: createCacheStore(reopened) }).get('a')).toBe(1);
      await reopened.close();
    });

    it('can be read and written by two at a time', async () => {
      const other = await archive.place().open();
      await saveEdition(archive(), anEdition(), { until: now, builtAt: now });
      const read = (from: typeof other) => search(from, parseQuery('ledger'));
      const [mine, theirs] = await Promise.all([read(archive()), read(other)]);
      expect(theirs).toEqual(mine);
      await markPosted(other, '2026-04-01', now);
      expect(await listEditions(archive())).toMatchObject([{ postedAt: '2026-04-01T06:00:00.000Z' }]);
      await other.close();
    });

    it('leaves nothing half done when it fails', async () => {
      const twice = anEdition({
        deepDives: Array.from({ length: 10_001 }, () => anEdition().deepDives)
          .flat()
          .slice(0, 10_001),
      });
      await expect(saveEdition(archive(), twice, { until: now, builtAt: now })).rejects.toThrow(RangeError);
      expect(await listEditions(archive())).toEqual([]);
      expect((await search(archive(), parseQuery('ledger'))).total).toBe(0);
    });
  });
};
