/** What the archive knows of one article: what was decided on it, which editions have its story, and who listed it when. */
import type { Edition } from '../edition/edition.ts';
import { feedItem as feedItemSchema } from '../edition/item.ts';
import { canonicalUrl, storyId } from '../edition/story.ts';
import type { DecisionKind } from '../editor/decisions.ts';
import type { Archive } from './archive.ts';
import { decisionsAbout, decisionsOf, type KeptDecision } from './decisions.ts';
import { type EditionRecord, getEdition, listEditions } from './editions.ts';
import { readStored } from './stored.ts';

export interface Trail {
  /** The one spelling by which the article is known. */
  readonly url: string;
  /** Newest edition first. */
  readonly decisions: readonly KeptDecision[];
  /** The editions that have its story, newest first, whether or not they kept why. */
  readonly tellings: readonly Telling[];
  /** One for each source that listed it, the first to do so first. */
  readonly listings: readonly Listing[];
}

/** How an edition has a story. */
export interface Telling {
  /** `YYYY-MM-DD`. */
  readonly edition: string;
  readonly as: Extract<DecisionKind, 'deep-dive' | 'also-published'>;
  /** Address to which the edition links. */
  readonly url: string;
}

/** Instants are ISO 8601 in UTC. */
export interface Listing {
  readonly source: string;
  readonly title: string;
  readonly firstSeen: string;
  /** Since when it counts as news; absent where it never did. */
  readonly appeared?: string;
  /** The edition whose time it falls into; absent where that is still to come. */
  readonly covering?: EditionRecord;
  /** Where the edition before that ended. */
  readonly before?: string;
}

/**
 * @param address However it is spelt.
 * @throws ArchiveError `corrupt`.
 */
export const trailOf = async (archive: Archive, address: string): Promise<Trail> => {
  const url = canonicalUrl(address);
  const tellings = await tellingsOf(archive, url);
  const listings = await listingsOf(archive, url);
  const addresses = [url, ...(await formerAddresses(archive, url))];
  const own = (await Promise.all(addresses.map(one => decisionsAbout(archive, one)))).flat();
  const decisions = own.length > 0 ? own : await underOtherAddress(archive, { url, tellings, listings });
  return { url, decisions, tellings, listings };
};

const tellingsOf = async (archive: Archive, url: string): Promise<readonly Telling[]> => {
  const rows = await archive.db
    .selectFrom('stories')
    .select('edition')
    .where('id', '=', storyId(url))
    .orderBy('edition', 'desc')
    .execute();
  const editions = await Promise.all(rows.map(({ edition }) => getEdition(archive, edition)));
  return editions.flatMap(edition => (edition && tellingIn(edition, storyId(url))) ?? []);
};

const tellingIn = ({ date, deepDives, alsoPublished }: Edition, story: string): Telling | undefined => {
  const told = deepDives.find(({ id, url }) => id === story || storyId(url) === story);
  if (told) return { edition: date, as: 'deep-dive', url: told.url };
  const listed = alsoPublished.find(item => storyId(item.url) === story);
  return listed && { edition: date, as: 'also-published', url: listed.url };
};

/** Those under which stories were known that are listed at `url` since. */
const formerAddresses = async ({ db }: Archive, url: string): Promise<readonly string[]> => {
  const rows = await db.selectFrom('items').select('url').distinct().where('moved_to', '=', url).execute();
  return rows.flatMap(row => row.url ?? []);
};

const listingsOf = async (archive: Archive, url: string): Promise<readonly Listing[]> => {
  const rows = await archive.db
    .selectFrom('items')
    .select(['source', 'item', 'first_seen as firstSeen', 'appeared'])
    .where(row => row.or([row('url', '=', url), row('moved_to', '=', url)]))
    .orderBy('first_seen')
    .orderBy('source')
    .orderBy('feed_id')
    .execute();
  if (rows.length === 0) return [];
  const editions = await listEditions(archive);
  return rows.map(({ source, item, firstSeen, appeared }) => {
    const { title } = readStored(feedItemSchema, item, `an item of ${source}`);
    return { source, title, firstSeen, ...(appeared !== null && { appeared, ...coveringOf(appeared, editions) }) };
  });
};

/** @param editions newest first. */
const coveringOf = (appeared: string, editions: readonly EditionRecord[]): Pick<Listing, 'covering' | 'before'> => {
  const place = editions.findLastIndex(({ until }) => until >= appeared);
  const [covering, before] = place < 0 ? [] : editions.slice(place);
  return { ...(covering && { covering }), ...(before && { before: before.until }) };
};

/** Of an article that is read at another address than this, at which a feed lists it or which its page calls its own. */
const underOtherAddress = async (
  archive: Archive,
  { url, tellings, listings }: Omit<Trail, 'decisions'>,
): Promise<readonly KeptDecision[]> => {
  const told = await Promise.all(
    tellings.map(async telling =>
      (await decisionsAbout(archive, telling.url)).filter(({ edition }) => edition === telling.edition),
    ),
  );
  if (told.flat().length > 0) return told.flat();
  const dates = new Set(listings.flatMap(({ covering }) => covering?.date ?? []));
  const listed = await Promise.all(
    Array.from(dates, async edition =>
      (await decisionsOf(archive, edition)).map((decision): KeptDecision => ({ edition, decision })),
    ),
  );
  return listed.flat().filter(({ decision: { listedAs } }) => listedAs !== undefined && canonicalUrl(listedAs) === url);
};
