/** An archive in a file is copied to a server whole or not at all, and goes on there where it was. */
import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { createCacheStore } from '../../src/archive/cache.ts';
import { copyArchive } from '../../src/archive/copy.ts';
import { deliveryKey, finishDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { getEdition, listEditions, saveEdition } from '../../src/archive/editions.ts';
import { recordHealth } from '../../src/archive/health.ts';
import { itemsBetween, recordItems } from '../../src/archive/items.ts';
import { keepCommand, keptCommand } from '../../src/archive/kept-commands.ts';
import { markSending, markStanding, partsOf } from '../../src/archive/parts.ts';
import { search } from '../../src/archive/search.ts';
import { getSubscription, saveSubscription, suspendSubscription } from '../../src/archive/subscriptions.ts';
import { parseQuery } from '../../src/edition/query.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { onPostgres, onSqlite } from '../engines.ts';
import type { ArchivePlace } from './contract/place.ts';

const now = '2026-04-01T06:00:00.000Z';
const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const key = deliveryKey({ ...channel, edition: '2026-04-01' });

/** Something in every table, with what texts can have. */
const fill = async (archive: Archive): Promise<void> => {
  const odd = 'Ünïcödé \u0000 \ufdd0 “quotes” \' " \\ 😀 \n\t';
  const items = Array.from({ length: 2_450 }, (_, index) => ({
    id: `${index}`,
    url: `https://acme.example/${index}`,
    title: index === 7 ? odd : `Story ${index}`,
    authors: [],
    categories: [],
  }));
  await recordItems(archive, 'Acme', items, now);
  await recordItems(archive, odd, [{ id: odd, url: '', title: odd, authors: [], categories: [] }], now);
  await recordHealth(archive, [{ name: 'Acme', status: 'failed', items: 0, reason: odd, since: now }], now);
  await saveEdition(archive, anEdition(), { until: now, builtAt: now });
  const many = Array.from({ length: 500 }, (_, index) =>
    anEntry({ id: String(index).padStart(12, '0'), title: `Cache ${index}` }),
  );
  await saveEdition(archive, anEdition({ date: '2026-04-02', deepDives: many }), { until: now, builtAt: now });
  await saveSubscription(archive, aSubscription({ ...channel, themes: ['databases'] }), now);
  await suspendSubscription(archive, channel, odd, now);
  await keepCommand(archive, 'subscribe theme:databases', now);
  const payload = { text: odd, blocks: [1, 2.5, null, { deep: true }] };
  const parts = [
    { place: 'parent', payload },
    { place: 'reply', payload: 'Reply' },
  ] as const;
  await planDeliveries(
    archive,
    [{ edition: '2026-04-01', parts, channels: [channel, { ...channel, channel: 'C2' }] }],
    now,
  );
  await markStanding(archive, { key, ordinal: 0 }, { id: '17.1', thread: '17.1', note: odd }, now);
  await markSending(archive, { key, ordinal: 1 }, now);
  await finishDelivery(archive, deliveryKey({ ...channel, channel: 'C2', edition: '2026-04-01' }), 'failed', now);
  await createCacheStore(archive).set('key', 'value');
  await archive.db
    .insertInto('installations')
    .values({
      platform: 'slack',
      workspace: 'T1',
      installation: 'v1.ciphertext',
      revision: 3,
      installed_at: now,
      changed_at: now,
      refreshing_until: 1_777_777_777_777,
    })
    .execute();
  await archive.db.insertInto('heard').values({ id: randomUUID(), heard_until: 1_777_777_777_777 }).execute();
  await archive.db
    .insertInto('decisions')
    .values({ edition: '2026-04-01', place: 0, url: 'https://acme.example/7', decision: '{}' })
    .execute();
  await archive.db.insertInto('alerts').values({ key: 'late 2026-04-01', told_at: now }).execute();
};

describe('a copy of an archive', () => {
  const places: ArchivePlace[] = [];
  let source: Archive;
  let target: Archive;
  const open = async (place: ArchivePlace): Promise<Archive> => {
    places.push(place);
    return place.open();
  };
  beforeEach(async () => {
    source = await open(await onSqlite.createPlace());
    target = await open(await onPostgres.createPlace());
    await fill(source);
  });
  afterEach(async () => {
    await Promise.all([source.close(), target.close()]);
    await Promise.all(places.splice(0).map(place => place.remove()));
  });

  const copy = (onProgress: (step: string, table: string, rows: number) => void = () => {}, to = target) =>
    copyArchive(source, to, { to: 'the database', onProgress });
  const countIn = async (archive: Archive, table: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      archive.db,
    );
    return rows[0]?.count ?? 0;
  };

  it('has every row of every table but of the cache, which is made anew, and of the paces and the revision, which are of the moment', async () => {
    const told: string[] = [];
    const tables = await copy((step, table, rows) => void told.push(`${step} ${rows} of ${table}`));
    const named = await source.engine.tables.execute(source.db);
    const own = named.rows.map(({ name }) => name).filter(name => !/^(entries_fts|kysely_|sqlite_)/.test(name));
    expect(tables.map(({ table }) => table).toSorted()).toEqual(
      own.filter(name => !['cache', 'paces', 'revision'].includes(name)).toSorted(),
    );
    for (const { table, rows } of tables) {
      expect([table, rows]).toEqual([table, await countIn(source, table)]);
      expect([table, await countIn(target, table)]).toEqual([table, rows]);
      expect(rows).toBeGreaterThan(0);
    }
    expect(await countIn(target, 'cache')).toBe(0);
    expect(told).toEqual(
      expect.arrayContaining(['copied 1000 of items', 'copied 2451 of items', 'verified 2451 of items']),
    );
  });

  it('gives what the archive gave, to the letter', async () => {
    await copy();
    const given = async (archive: Archive) => ({
      items: await itemsBetween(archive, '2026-01-01T00:00:00Z', now),
      editions: await listEditions(archive),
      edition: await getEdition(archive, '2026-04-01'),
      subscription: await getSubscription(archive, channel),
      parts: await partsOf(archive, key),
      command: await keptCommand(archive, await keepCommand(source, 'subscribe theme:databases', now)),
      installations: await archive.db.selectFrom('installations').selectAll().execute(),
    });
    expect(await given(target)).toEqual(await given(source));
  });

  it('finds the same entries in the same order, and those of the next edition too', async () => {
    await copy();
    const next = anEdition({ date: '2026-04-03', deepDives: [anEntry({ title: 'Cache and ledger, sharded' })] });
    for (const archive of [source, target]) await saveEdition(archive, next, { until: now, builtAt: now });
    for (const words of [
      'ledger',
      'cache 4',
      'company:acme theme:databases locks',
      '"append-only storage"',
      'shards',
    ]) {
      const found = await search(target, parseQuery(words));
      expect(found.total).toBeGreaterThan(0);
      expect(found).toEqual(await search(source, parseQuery(words)));
    }
  });

  it('counts words as an archive does that was filled on the server, which relevance goes by', async () => {
    await copy();
    const filled = await open(await onPostgres.createPlace());
    await fill(filled);
    const counts = async ({ db }: Archive) => [
      (await sql`select word, entries from text_words where entries > 0 order by word`.execute(db)).rows,
      (await sql`select entries, tokens from text_totals`.execute(db)).rows,
    ];
    expect(await counts(target)).toEqual(await counts(filled));
    await filled.close();
  });

  it('goes to an empty archive only, and says which table has something', async () => {
    await saveSubscription(target, aSubscription({ channel: 'C9' }), now);
    await expect(copy()).rejects.toMatchObject({
      name: 'ArchiveError',
      code: 'exists',
      message: expect.stringMatching(/^There is something in the database already \(in its table subscriptions\)/),
    });
    expect(await countIn(target, 'items')).toBe(0);
  });

  it.each([
    ['a row less', 'delete from words where word = (select min(word) from words)'],
    ['a letter changed', "update parts set thread = '17.2' where ordinal = 0 and thread = '17.1'"],
  ])('that has %s than what was read is not kept', async (_, tampering) => {
    // A fault of the server or the program, in what follows the writing.
    await sql
      .raw(`create function tamper() returns trigger language plpgsql as $$ begin ${tampering}; return null; end $$`)
      .execute(target.db);
    await sql`create trigger tamper after insert on heard for each statement execute function tamper()`.execute(
      target.db,
    );
    await expect(copy()).rejects.toMatchObject({ code: 'corrupt', message: expect.stringMatching(/nothing was kept/) });
    for (const table of ['items', 'editions', 'parts', 'words']) expect(await countIn(target, table)).toBe(0);
  });

  it('that breaks off in the middle leaves nothing', async () => {
    const broken = new Error('The end.');
    const failing = copy((_, table) => {
      if (table === 'parts') throw broken;
    });
    await expect(failing).rejects.toBe(broken);
    expect(await countIn(target, 'items')).toBe(0);
    await copy();
  });

  it('lets others who have the target open read in the meantime, and write once it is there', async () => {
    const other = await places.at(-1)?.open();
    if (other === undefined) throw new Error('There is no place to open.');
    const during: Promise<unknown>[] = [];
    let seen: unknown;
    await copy((step, table) => {
      if (step !== 'copied' || table !== 'items' || during.length > 0) return;
      during.push(listEditions(other).then(editions => (seen = editions.length)));
      during.push(
        recordItems(
          other,
          'Late',
          [{ id: '1', url: 'https://late.example/1', title: 'Late', authors: [], categories: [] }],
          now,
        ),
      );
    });
    expect((await Promise.allSettled(during)).map(({ status }) => status)).toEqual(during.map(() => 'fulfilled'));
    expect(seen).toBe(0);
    expect(await countIn(target, 'items')).toBe(2_452);
    await other.close();
  });

  it('lets nobody write to the file meanwhile, which would not be in the copy', async () => {
    const address = places[0]?.address ?? { path: '' };
    let refused: unknown;
    await copy(() => {
      const other = new DatabaseSync('path' in address ? address.path : '', { timeout: 0 });
      try {
        other.exec('begin immediate');
      } catch (error) {
        refused = error;
      }
      other.close();
    });
    expect(refused).toMatchObject({ errcode: 5 });
  });
});
