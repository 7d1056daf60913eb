/** What the feeds listed, and since when each story counts as news. */
import { type Insertable, type Kysely, sql } from 'kysely';
import { day } from '../edition/duration.ts';
import { type FeedItem, feedItem as feedItemSchema } from '../edition/item.ts';
import { canonicalUrl } from '../edition/story.ts';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
import { formerPosts, type GonePost } from './moved-posts.ts';
import { readStored, storedInstant } from './stored.ts';
import type { ItemsTable, Tables } from './tables.ts';

/** An item as the archive knows it. A story that several sources tell has one from each of them. */
export interface RecordedItem {
  /** Name of the source that listed it. */
  readonly source: string;
  readonly item: FeedItem;
  /** When it was first listed, ISO 8601 in UTC. */
  readonly firstSeen: string;
  /** Since when its story counts as news, ISO 8601 in UTC. */
  readonly appeared: string;
}

/** A post that is first seen so long after its date is an old one that a feed brought back. */
const rebornAfter = 7 * day;

/**
 * Records what `source` listed at `now`, an instant. Recording it again adds nothing: an item is known by its id within
 * the source, and by its canonical address everywhere. What is new counts as news from `now` on, whatever date it bears,
 * but for posts of more than 7 days before, which keep their date, and for the first list of a source, of which all
 * keep their date and of those without one only the first is news: a new installation does not dig up the past. A post
 * that moved keeps the instant that it had, and what a first list holds from the time that its source failed is news.
 * @returns How many stories no source had told before.
 */
export const recordItems = (
  { db, engine }: Archive,
  source: string,
  items: readonly FeedItem[],
  now: string,
): Promise<{ readonly added: number }> =>
  db.transaction().execute(async transaction => {
    // Another source may tell the same story at the same time.
    await engine.serialise(transaction, 'items');
    const seen = storedInstant(now);
    const addresses = items.map(({ url }) => (url === '' ? null : canonicalUrl(url)));
    const isFirstList = !(await hasItems(transaction, source));
    const missedSince = isFirstList ? await failingSince(transaction, source) : undefined;
    const formerOf = formerPosts(await recentlyGone(transaction, source, items, addresses, seen));
    const listed = items.map((item, place) => ({
      item,
      url: addresses[place] ?? null,
      former: formerOf(item),
      appeared: isFirstList ? appearedInFirstList(item, place, seen, missedSince) : appearedLater(item, seen),
    }));
    let added = 0;
    for (const batch of inBatches(listed)) added += await recordBatch(transaction, source, batch, seen);
    return { added };
  });

/**
 * The items whose stories appeared after `since` and not after `until`, both instants; newest first.
 * @throws ArchiveError `corrupt`.
 */
export const itemsBetween = async ({ db }: Archive, since: string, until: string): Promise<readonly RecordedItem[]> => {
  const rows = await db
    .selectFrom('items')
    .select(['source', 'item', 'first_seen as firstSeen', 'appeared'])
    .where('appeared', '>', storedInstant(since))
    .where('appeared', '<=', storedInstant(until))
    .orderBy('appeared', 'desc')
    .orderBy('source')
    .orderBy('feed_id')
    .$narrowType<{ appeared: string }>()
    .execute();
  return rows.map(row => ({ ...row, item: readStored(feedItemSchema, row.item, `an item of ${row.source}`) }));
};

interface ListedItem {
  readonly item: FeedItem;
  readonly url: string | null;
  /** What it was before it moved. */
  readonly former: GonePost | undefined;
  readonly appeared: string | null;
}

/** What was published while the source could not be read, or in the day before, would have been news in time. */
const appearedInFirstList = (
  item: FeedItem,
  place: number,
  seen: string,
  missedSince: string | undefined,
): string | null => {
  const published = publishedBefore(item, seen);
  if (published === undefined) return place === 0 ? seen : null;
  return missedSince !== undefined && Date.parse(published) > Date.parse(missedSince) - day ? seen : published;
};

const appearedLater = (item: FeedItem, seen: string): string => {
  const published = publishedBefore(item, seen);
  if (published === undefined) return seen;
  return Date.parse(seen) - Date.parse(published) > rebornAfter ? published : seen;
};

/** When it was published, where it says; not later than it was seen. */
const publishedBefore = ({ published }: FeedItem, seen: string): string | undefined => {
  if (published === undefined || Number.isNaN(Date.parse(published))) return undefined;
  const stored = storedInstant(published);
  return stored < seen ? stored : seen;
};

const hasItems = async (db: Kysely<Tables>, source: string): Promise<boolean> => {
  const row = await db.selectFrom('items').select('feed_id').where('source', '=', source).limit(1).executeTakeFirst();
  return row !== undefined;
};

/** Since when the source could not be read, where that is how it fared last. */
const failingSince = async (db: Kysely<Tables>, source: string): Promise<string | undefined> => {
  const row = await db.selectFrom('source_health').select('since').where('source', '=', source).executeTakeFirst();
  return row?.since ?? undefined;
};

/** What the source listed for the first time in the last days, and lists no longer. */
const recentlyGone = async (
  db: Kysely<Tables>,
  source: string,
  items: readonly FeedItem[],
  addresses: readonly (string | null)[],
  seen: string,
): Promise<readonly GonePost[]> => {
  const rows = await db
    .selectFrom('items')
    .select(['feed_id', 'url', 'appeared', 'item'])
    .where('source', '=', source)
    .where('first_seen', '>=', storedInstant(new Date(Date.parse(seen) - rebornAfter).toISOString()))
    .execute();
  const ids = new Set(items.map(({ id }) => id));
  const urls = new Set(addresses);
  return rows
    .filter(row => !ids.has(row.feed_id) && !urls.has(row.url))
    .map(row => ({ appeared: row.appeared, item: readStored(feedItemSchema, row.item, `an item of ${source}`) }));
};

const recordBatch = async (
  db: Kysely<Tables>,
  source: string,
  listed: readonly ListedItem[],
  seen: string,
): Promise<number> => {
  const known = await knownAmong(db, source, listed);
  const ownIds = new Set(known.filter(row => row.source === source).map(row => row.feed_id));
  const ownUrls = new Set(known.filter(row => row.source === source).map(row => row.url));
  const appearances = new Map(known.map(row => [row.url, row.appeared]));
  const rows: Insertable<ItemsTable>[] = [];
  let added = 0;
  for (const { item, url, former, appeared } of listed) {
    if (ownIds.has(item.id) || (url !== null && ownUrls.has(url))) continue;
    const isTold = url !== null && appearances.has(url);
    if (!isTold && former === undefined) added += 1;
    rows.push({
      source,
      feed_id: item.id,
      url,
      first_seen: seen,
      appeared: (isTold ? appearances.get(url) : former?.appeared) ?? appeared,
      item: JSON.stringify(item),
    });
    ownIds.add(item.id);
    ownUrls.add(url);
  }
  if (rows.length > 0) await db.insertInto('items').values(rows).execute();
  return added;
};

/** The rows that have the id of a listed item, in `source`, or the address of one, in any. */
const knownAmong = (db: Kysely<Tables>, source: string, listed: readonly ListedItem[]) => {
  const ids = listed.map(({ item }) => item.id);
  const urls = listed.flatMap(({ url }) => url ?? []);
  return (
    db
      .selectFrom('items')
      .select(['source', 'feed_id', 'url', 'appeared'])
      .where(row => {
        const own = row.and([row('source', '=', source), row('feed_id', 'in', ids)]);
        return urls.length === 0 ? own : row.or([own, row('url', 'in', urls)]);
      })
      // Where one source told a story without a date and another with one, the latter's row comes last and counts.
      .orderBy(sql`appeared is not null`)
      .execute()
  );
};
