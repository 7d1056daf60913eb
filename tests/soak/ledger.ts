/** Holds the ledger against the channels: what it has as posted stands, and what stands it has. */
import type { Archive } from '../../src/archive/archive.ts';
import { minute } from '../../src/edition/duration.ts';
import type { Place } from '../torture/chats.ts';
import type { ToldPlace, Wrong } from './judge.ts';
import { type Made, wantedOf } from './judge.ts';

/** A place of the chats with what stands there. */
export interface Seen extends ToldPlace {
  readonly at: Place;
}

export const wrongInLedger = async (
  { db }: Archive,
  seen: readonly Seen[],
  editions: readonly Made[],
): Promise<readonly Wrong[]> => {
  const deliveries = await db.selectFrom('deliveries').selectAll().execute();
  const parts = Map.groupBy(await db.selectFrom('parts').selectAll().execute(), ({ delivery }) => delivery);
  const found = seen.flatMap(({ place, at, subscription, threads }) => {
    const own = deliveries.filter(({ platform, channel }) => platform === at.platform && channel === at.channel);
    const standing = new Set(threads.flat().map(({ id }) => id));
    const kept = own.flatMap(({ key }) => parts.get(key) ?? []);
    const named = new Set(kept.flatMap(({ message }) => message ?? []));
    return [
      ...editions.flatMap(edition => {
        const wanted = wantedOf(edition, subscription);
        const outcome = own.find(one => one.edition === edition.date)?.outcome ?? 'none';
        const isRight = wanted === undefined ? outcome === 'none' || outcome === 'quiet' : outcome === 'posted';
        return isRight ? [] : [`${edition.date} is ${outcome}`];
      }),
      ...kept.filter(({ state }) => state !== 'posted').map(one => `${one.delivery}/${one.ordinal} is ${one.state}`),
      ...[...named].filter(id => !standing.has(id)).map(id => `message ${id} does not stand`),
      ...[...standing].filter(id => !named.has(id)).map(id => `message ${id} is not known`),
    ].map((what): Wrong => ({ kind: 'ledger', place, what }));
  });
  const places = new Set(seen.map(({ at }) => at.channel));
  const elsewhere = deliveries.filter(({ channel }) => !places.has(channel));
  return [
    ...found,
    ...elsewhere.map(
      ({ key }): Wrong => ({ kind: 'ledger', place: 'elsewhere', what: `${key} was asked for by nobody` }),
    ),
  ];
};

export interface Rows {
  readonly deliveries: number;
  readonly parts: number;
  readonly plans: number;
  readonly items: number;
  readonly cached: number;
}

export const rowsIn = async ({ db }: Archive): Promise<Rows> => {
  const count = async (table: 'deliveries' | 'parts' | 'plans' | 'items' | 'cache') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('rows'))
          .executeTakeFirst()
      )?.rows,
    );
  return {
    deliveries: await count('deliveries'),
    parts: await count('parts'),
    plans: await count('plans'),
    items: await count('items'),
    cached: await count('cache'),
  };
};

/** How many channels have got an edition, or nothing of it. */
export const finishedOf = async ({ db }: Archive, edition: string): Promise<number> => {
  const finished = db.selectFrom('deliveries').where('edition', '=', edition).where('finished_at', 'is not', null);
  return (await finished.select('key').execute()).length;
};

export interface Lateness {
  readonly count: number;
  /** In minutes. */
  readonly longest: number;
}

/** A delivery is late that ends so many minutes after its time. */
const lateAfter = 10;

/** @param dueAt When a channel was to get an edition, in milliseconds since 1970. */
export const latenessIn = async (
  { db }: Archive,
  dueAt: (channel: string, edition: string) => number,
): Promise<Lateness> => {
  const finished = await db
    .selectFrom('deliveries')
    .select(['channel', 'edition', 'finished_at'])
    .where('finished_at', 'is not', null)
    .execute();
  const minutes = finished.map(
    ({ channel, edition, finished_at }) => (Date.parse(finished_at ?? '') - dueAt(channel, edition)) / minute,
  );
  return { count: minutes.filter(late => late > lateAfter).length, longest: Math.max(0, ...minutes) };
};
