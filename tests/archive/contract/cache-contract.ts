/** The store of a Keyv, by the interface that Keyv documents for storage adapters. */
import fc from 'fast-check';
import { Keyv } from 'keyv';
import { describe, expect, it } from 'vitest';
import { createCacheStore } from '../../../src/archive/cache.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const start = Date.parse('2026-04-01T06:00:00Z');

export const cacheContract = (createPlace: CreatePlace): void => {
  describe('its cache', () => {
    const archive = archiveForEach(createPlace);

    const openStore = (namespace?: string) => {
      const clock = { now: start };
      const store = createCacheStore(archive(), () => clock.now);
      store.namespace = namespace;
      return { store, clock };
    };

    const entriesOf = async (keyv: Keyv): Promise<Record<string, unknown>> => {
      const entries: [string, unknown][] = [];
      for await (const entry of keyv.iterator()) entries.push(entry);
      return Object.fromEntries(entries);
    };

    describe('a Keyv that keeps its values in the archive', () => {
      const openCache = (namespace?: string) => {
        const keyv = new Keyv({ store: createCacheStore(archive()), ...(namespace !== undefined && { namespace }) });
        keyv.on('error', error => {
          throw error;
        });
        return keyv;
      };

      it('gives back what it was given', async () => {
        const cache = openCache();
        const value = { text: 'naïve “quotes” 🛰', list: [1, null, { deep: true }] };
        expect(await cache.set('a', value)).toBe(true);
        expect([await cache.get('a'), await cache.has('a')]).toEqual([value, true]);
        expect([await cache.get('b'), await cache.has('b')]).toEqual([undefined, false]);
      });

      it('keeps namespaces apart', async () => {
        const [pages, answers] = [openCache('pages'), openCache('answers')];
        await pages.set('a', 1);
        await answers.set('a', 2);
        await pages.set('b', 3);
        expect([await entriesOf(pages), await entriesOf(answers)]).toEqual([{ a: 1, b: 3 }, { a: 2 }]);
        await pages.clear();
        expect([await entriesOf(pages), await entriesOf(answers)]).toEqual([{}, { a: 2 }]);
      });

      it('works on many keys at once, in their order', async () => {
        const cache = openCache();
        const keys = Array.from({ length: 2_500 }, (_, number) => `key-${number}`);
        expect(await cache.setMany(keys.map(key => ({ key, value: key })))).toHaveLength(2_500);
        expect(await cache.getMany(['missing', ...keys.toReversed()])).toEqual([undefined, ...keys.toReversed()]);
        expect(await cache.hasMany(['key-3', 'missing'])).toEqual([true, false]);
        expect(Object.keys(await entriesOf(cache))).toHaveLength(2_500);
        expect(await cache.deleteMany(['key-3', 'missing'])).toEqual([true, false]);
        expect(await cache.delete('key-4')).toBe(true);
        expect(await cache.getMany(['key-3', 'key-4', 'key-5'])).toEqual([undefined, undefined, 'key-5']);
      });

      it('takes the last of two values for one key', async () => {
        const cache = openCache();
        await cache.setMany([
          { key: 'a', value: 1 },
          { key: 'a', value: 2 },
        ]);
        expect(await cache.get('a')).toBe(2);
      });

      it('is in agreement with a Map, whatever is done to it', async () => {
        const key = fc.constantFrom('a', 'b', '', 'c\0d', "'; drop table cache; --", 'é', 'e\u0301');
        const step = fc.oneof(
          fc.record({ do: fc.constant('set' as const), key, value: fc.jsonValue() }),
          fc.record({ do: fc.constant('delete' as const), key }),
          fc.record({ do: fc.constant('clear' as const) }),
        );
        let runs = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 20 }), async steps => {
            runs += 1;
            const cache = openCache(`run ${runs}`);
            const model = new Map<string, unknown>();
            for (const step of steps) {
              if (step.do === 'clear') {
                await cache.clear();
                model.clear();
              } else if (step.do === 'delete') {
                expect(await cache.delete(step.key)).toBe(model.delete(step.key));
              } else if (await cache.set(step.key, step.value)) {
                model.set(step.key, step.value);
              }
            }
            // Keyv refuses the empty key, and the model never holds it.
            const fromJson = JSON.parse(JSON.stringify(Object.fromEntries(model)));
            expect(await entriesOf(cache)).toEqual(fromJson);
            expect(await cache.hasMany(['a', 'b', 'é'])).toEqual([model.has('a'), model.has('b'), model.has('é')]);
          }),
          { seed: 20_260_401, numRuns: 60 },
        );
      });
    });

    describe('the store of a Keyv', () => {
      it('is one that Keyv uses as it is', () => {
        const { store } = openStore();
        expect(new Keyv({ store }).store).toBe(store);
        expect(store.capabilities).toMatchObject({ expires: true, store: 'keyvStorage' });
      });

      it('lets values expire at their time', async () => {
        const { store, clock } = openStore('pages');
        await store.set('a', '1', start + 1_000);
        await store.set('b', '2');
        clock.now = start + 999;
        expect(await store.getMany(['a', 'b'])).toEqual(['1', '2']);
        clock.now = start + 1_000;
        expect(await store.getMany(['a', 'b'])).toEqual([undefined, '2']);
        expect([await store.get('a'), await store.has('a'), await store.hasMany(['a', 'b'])]).toEqual([
          undefined,
          false,
          [false, true],
        ]);
        await store.set('b', '3', start + 2_000);
        await store.set('b', '4');
        clock.now = start + 3_000;
        expect(await store.get('b')).toBe('4');
      });

      it('does not grow with what has expired', async () => {
        const { store, clock } = openStore('pages');
        await store.setMany([
          { key: 'a', value: '1', expires: start + 1_000 },
          { key: 'b', value: '2', expires: start + 9_000 },
        ]);
        clock.now = start + 1_000;
        await openStore('answers').store.set('c', '3');
        const { store: other, clock: later } = openStore('answers');
        later.now = clock.now;
        await other.set('d', '4');
        const rows = await archive().db.selectFrom('cache').select('key').orderBy('key').execute();
        expect(rows.map(({ key }) => key)).toEqual(['b', 'c', 'd']);
      });

      it('refuses what is not text instead of losing it', async () => {
        await expect(openStore().store.set('a', { value: 1 })).rejects.toThrow(TypeError);
      });
    });
  });
};
