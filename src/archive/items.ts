/** What the feeds listed, and since when each story counts as news. */
import { isDeepStrictEqual } from 'node:util';
import type { Insertable, Kysely } from 'kysely';
import { day } from '../edition/duration.ts';
import { type FeedItem, feedItem as feedItemSchema } from '../edition/item.ts';
import { canonicalUrl } from '../edition/story.ts';
import type { Archive } from './archive.ts';
import { inBatches } from './batches.ts';
import { correctEditions } from './corrections.ts';
import { type Edit, editedItem, isMove } from './edited-items.ts';
import { addressesOf, type KnownRow, knownAmong } from './known-items.ts';
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
 * the source, and by its canonical address everywhere. Where the blog has edited it since, its record follows, and so does
 * what editions say of it; it is not news again. What is new counts as news from `now` on, whatever date it bears,
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
    const formerOf = formerPosts(await recentlyGone(transaction, source, items, addresses, seen), items);
    const timesListed = Map.groupBy(addresses, address => address);
    const listed = items.map((item, place) => ({
      item,
      url: addresses[place] ?? null,
      isAlone: timesListed.get(addresses[place] ?? null)?.length === 1,
      former: () => formerOf(item),
      appeared: isFirstList ? appearedInFirstList(item, place, seen, missedSince) : appearedLater(item, seen),
    }));
    const recording: Recording = { source, seen, edited: new Set(), edits: [] };
    let added = 0;
    for (const batch of inBatches(listed)) added += await recordBatch(transaction, batch, recording);
    await correctEditions({ db: transaction, engine }, source, recording.edits, now);
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
  /** Whether no other item of the list has its address. */
  readonly isAlone: boolean;
  /** What it was before it moved. */
  former(): GonePost | undefined;
  readonly appeared: string | null;
}

/** The recording of one list. */
interface Recording {
  readonly source: string;
  /** The instant of it. */
  readonly seen: string;
  /** Ids of the known items that were found in the list: where it has one twice, the first counts. */
  readonly edited: Set<string>;
  readonly edits: Edit[];
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
    .select(['feed_id', 'url', 'moved_to', 'appeared', 'item'])
    .where('source', '=', source)
    .where('first_seen', '>=', storedInstant(new Date(Date.parse(seen) - rebornAfter).toISOString()))
    .execute();
  const ids = new Set(items.map(({ id }) => id));
  const urls = new Set(addresses);
  return rows
    .filter(row => !ids.has(row.feed_id) && !urls.has(row.url) && !(row.moved_to !== null && urls.has(row.moved_to)))
    .map(row => ({ appeared: row.appeared, item: readStored(feedItemSchema, row.item, `an item of ${source}`) }));
};

const recordBatch = async (
  db: Kysely<Tables>,
  listed: readonly ListedItem[],
  recording: Recording,
): Promise<number> => {
  const { source, seen, edits } = recording;
  const known = await knownAmong(db, source, listed);
  const own = known.filter(row => row.source === source);
  const ownIds = new Map<string, KnownRow>(own.map(row => [row.feed_id, row]));
  const ownUrls = new Map<string, KnownRow>(own.flatMap(row => addressesOf(row).map(address => [address, row])));
  const told = new Map(known.flatMap(row => addressesOf(row).map(address => [address, row])));
  const newIds = new Set<string>();
  const newStories = new Set<string>();
  const rows: Insertable<ItemsTable>[] = [];
  let added = 0;
  // What is known by its id comes first: another item of the list may have its address.
  for (const { item, url, isAlone, former, appeared } of listed.toSorted(
    (one, other) => Number(ownIds.has(other.item.id)) - Number(ownIds.has(one.item.id)),
  )) {
    const toldBefore = url === null ? undefined : told.get(url);
    const story = toldBefore?.url ?? url;
    const atAddress = ownUrls.get(url ?? '') ?? ownUrls.get(story ?? '');
    const row = ownIds.get(item.id) ?? atAddress;
    if (row !== undefined) {
      const isAddressFree = isAlone && [undefined, row].includes(atAddress);
      await recordEdit(db, row, { item, isAddressFree }, recording);
      continue;
    }
    if (newIds.has(item.id) || (story !== null && newStories.has(story))) continue;
    const moved = former();
    if (toldBefore === undefined && moved === undefined) added += 1;
    if (moved?.appeared) edits.push({ before: moved.item, after: item, appeared: moved.appeared });
    rows.push({
      source,
      feed_id: item.id,
      url: story,
      moved_to: story === url ? null : url,
      first_seen: seen,
      appeared: (toldBefore ?? moved)?.appeared ?? appeared,
      item: JSON.stringify(item),
    });
    newIds.add(item.id);
    if (story !== null) newStories.add(story);
  }
  if (rows.length > 0) await db.insertInto('items').values(rows).execute();
  return added;
};

/** What it was listed as before gives way, where the feed says anything else of it now. */
const recordEdit = async (
  db: Kysely<Tables>,
  { source, feed_id, url, moved_to, appeared, item }: KnownRow,
  listed: { readonly item: FeedItem; readonly isAddressFree: boolean },
  { edited, edits }: Recording,
): Promise<void> => {
  if (edited.has(feed_id)) return;
  edited.add(feed_id);
  const before = readStored(feedItemSchema, item, `an item of ${source}`);
  const after = editedItem(before, listed.item, listed.isAddressFree);
  if (isDeepStrictEqual(before, after)) return;
  await db
    .updateTable('items')
    .set({ item: JSON.stringify(after), moved_to: isMove(url ?? '', after.url) ? canonicalUrl(after.url) : moved_to })
    .where('source', '=', source)
    .where('feed_id', '=', feed_id)
    .execute();
  if (appeared !== null) edits.push({ before, after, appeared });
};
