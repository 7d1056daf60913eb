/** Parses a feed of any format and encoding into one neutral form. */
import type { FeedFlaw } from '../edition/flaw.ts';
import type { Feed } from '../edition/item.ts';
import { withoutSiteAddress } from './feeds/feed-addresses.ts';
import { FeedError } from './feeds/feed-error.ts';
import { repeatsIds, withUniqueIds } from './feeds/feed-ids.ts';
import type { Note } from './feeds/flaws.ts';
import { readJsonFeed } from './feeds/json-feed.ts';
import { hostile } from './feeds/limits.ts';
import { readXmlFeed } from './feeds/xml-feed.ts';
import { decode } from './text/decode.ts';
import { shownAddress } from './text/shown-address.ts';

export interface FeedDocument {
  /** Address that the bytes came from, after redirects: the last base of relative addresses. */
  readonly url: string;
  /** The HTTP header. Its charset is believed where the bytes agree; of a type that is not theirs is told. */
  readonly contentType?: string | undefined;
}

/** Characters that no XML may have (XML 1.0 section 2.2). */
const forbidden = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]/u;

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, and JSON Feed. Ids are unique, titles plain text, addresses absolute, dates UTC.
 * Broken feeds give what can be read of them, and their flaws. Dates in the future are kept as they are: the parser has no clock.
 * What is too much is cut or refused, as `feeds/limits.ts` says; time grows with the length alone.
 * @throws FeedError when there is no feed in the bytes, and nothing else
 */
export const parseFeed = (bytes: Uint8Array, { url, contentType = '' }: FeedDocument): Feed => {
  if (bytes.length > hostile.bytes) {
    throw new FeedError(
      'too-large',
      `${bytes.length} bytes at ${shownAddress(url)}: the limit for a feed is ${hostile.bytes}.`,
      url,
    );
  }
  const { text, flaws } = decode(bytes, contentType);
  if (text.trim() === '')
    throw new FeedError('empty', `An empty document at ${shownAddress(url)} instead of a feed.`, url);
  const noted = new Set<FeedFlaw>(flaws);
  const note: Note = flaw => noted.add(flaw);
  const { format, feed } = /^\s*[[{]/.test(text)
    ? { format: 'json', feed: readJsonFeed(text, url, note) }
    : readXmlFeed(text, url, note);
  if (isOtherType(contentType, format)) note('wrong-type');
  if (forbidden.test(text)) note('control-characters');
  if (repeatsIds(feed.items)) note('repeated-ids');
  // An item with nothing that could identify it has nothing to tell either.
  const items = withoutSiteAddress(withUniqueIds(feed.items)).filter(item => item.id !== '');
  return { ...feed, items, ...(noted.size > 0 && { flaws: [...noted] }) };
};

/** Types that name one format; those of XML, text and HTML are used for any. */
const isOtherType = (contentType: string, format: string): boolean => {
  const named = /^\s*application\/(?:feed\+)?(json|atom|rss)(?:\+xml)?\s*(?:;|$)/i.exec(contentType.slice(0, 100))?.[1];
  return named !== undefined && named.toLowerCase() !== format;
};
