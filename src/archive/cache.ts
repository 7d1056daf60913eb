/** Keeps a Keyv cache in the archive's database: what can be recomputed, with a lifetime. */
import { type KeyvStorageAdapter, type KeyvStorageEntry, keyvStorageCapability } from 'keyv';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
import { heldIfFree } from './row-locks.ts';

/** What Keyv calls of a store. Events of the store's own are left out: its failures reach Keyv as rejections. */
export type CacheStore = Pick<
  KeyvStorageAdapter,
  | 'namespace'
  | 'capabilities'
  | 'get'
  | 'getMany'
  | 'has'
  | 'hasMany'
  | 'set'
  | 'setMany'
  | 'delete'
  | 'deleteMany'
  | 'clear'
  | 'iterator'
>;

/** How many rows an iteration reads at a time. */
const pageSize = 100;

/**
 * A store for `new Keyv({ store, namespace })`. Each Keyv needs its own, since Keyv sets its namespace on the store.
 * Whatever has expired, in any namespace, is deleted when something is written.
 * @param now The clock by which Keyv counts lifetimes, in milliseconds since 1970.
 */
export const createCacheStore = (archive: Archive, now: () => number = Date.now): CacheStore => {
  const { db } = archive;
  const namespace = (): string => store.namespace ?? '';

  const live = () =>
    db
      .selectFrom('cache')
      .select(['key', 'value'])
      .where('namespace', '=', namespace())
      .where(row => row.or([row('expires_at', 'is', null), row('expires_at', '>', now())]));

  const read = async (keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const rows = await Promise.all(inBatches(keys).map(batch => live().where('key', 'in', batch).execute()));
    return new Map(rows.flat().map(({ key, value }) => [key, value]));
  };

  /** But for what another process is at, which removes it as well. */
  const removeExpired = async (): Promise<void> => {
    const expired = db.selectFrom('cache').select(['namespace', 'key']).where('expires_at', '<=', now());
    await db
      .deleteFrom('cache')
      .where(({ eb, refTuple }) =>
        eb(refTuple('namespace', 'key'), 'in', heldIfFree(archive, expired).$asTuple('namespace', 'key')),
      )
      .execute();
  };

  const write = async (entries: readonly KeyvStorageEntry<unknown>[]): Promise<void> => {
    await removeExpired();
    // A statement cannot write one row twice: of entries with the same key the last counts. All write in one order, so that
    // no two wait for each other.
    const rows = [...new Map(entries.map(entry => [entry.key, cacheRow(namespace(), entry)])).values()].toSorted(
      (a, b) => (a.key < b.key ? -1 : 1),
    );
    for (const batch of inBatches(rows)) {
      await db
        .insertInto('cache')
        .values(batch)
        .onConflict(conflict =>
          conflict.columns(['namespace', 'key']).doUpdateSet(row => ({
            value: row.ref('excluded.value'),
            expires_at: row.ref('excluded.expires_at'),
          })),
        )
        .execute();
    }
  };

  const remove = async (keys: readonly string[]): Promise<ReadonlySet<string>> => {
    const removed = new Set<string>();
    for (const batch of inBatches(keys)) {
      const rows = await db
        .deleteFrom('cache')
        .where('namespace', '=', namespace())
        .where('key', 'in', batch)
        .returning('key')
        .execute();
      for (const { key } of rows) removed.add(key);
    }
    return removed;
  };

  const methods = {
    async get(key: string) {
      return (await read([key])).get(key);
    },
    async getMany(keys: string[]) {
      const found = await read(keys);
      return keys.map(key => found.get(key));
    },
    async has(key: string) {
      return (await read([key])).has(key);
    },
    async hasMany(keys: string[]) {
      const found = await read(keys);
      return keys.map(key => found.has(key));
    },
    async set(key: string, value: unknown, expires?: number) {
      await write([{ key, value, ...(expires !== undefined && { expires }) }]);
      return true;
    },
    async setMany(entries: KeyvStorageEntry<unknown>[]) {
      await write(entries);
      return entries.map(() => true);
    },
    async delete(key: string) {
      return (await remove([key])).has(key);
    },
    async deleteMany(keys: string[]) {
      const removed = await remove(keys);
      return keys.map(key => removed.has(key));
    },
    async clear() {
      await db.deleteFrom('cache').where('namespace', '=', namespace()).execute();
    },
    async *iterator() {
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page = await live().where('key', '>', after).orderBy('key').limit(pageSize).execute();
        for (const { key, value } of page) yield [key, value];
        after = page.at(-1)?.key;
      }
    },
  };
  const store: CacheStore = { ...methods, namespace: undefined, capabilities: keyvStorageCapability(methods) };
  return store;
};

const cacheRow = (namespace: string, { key, value, expires }: KeyvStorageEntry<unknown>) => {
  if (typeof value !== 'string') throw new TypeError('The cache stores texts: leave the serialization of Keyv on.');
  return { namespace, key, value, expires_at: expires ?? null };
};
