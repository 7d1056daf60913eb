/** Parses a feed of any format and encoding into one neutral form. */
import type { Feed } from '../edition/item.ts';
import { readAtom } from './feeds/atom.ts';
import { FeedError } from './feeds/feed-error.ts';
import { withUniqueIds } from './feeds/feed-ids.ts';
import { type FeedRoot, findRoot } from './feeds/feed-root.ts';
import { readJsonFeed } from './feeds/json-feed.ts';
import { readRss } from './feeds/rss.ts';
import { parseXml } from './feeds/xml.ts';
import { decodeText } from './text/decode.ts';
import { plainText } from './text/plain-text.ts';

/** The largest feed seen in the wild is a fifth of this. */
const mostBytes = 10_000_000;

export interface FeedDocument {
  /** Address that the bytes came from, after redirects: the last base of relative addresses. */
  readonly url: string;
  /** The HTTP header, for its charset. */
  readonly contentType?: string | undefined;
}

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, and JSON Feed. Ids are unique, titles plain text, addresses absolute, dates UTC.
 * Broken feeds give what can be read of them. Dates in the future are kept as they are: the parser has no clock.
 * @throws FeedError when there is no feed in the bytes, and nothing else
 */
export const parseFeed = (bytes: Uint8Array, { url, contentType }: FeedDocument): Feed => {
  if (bytes.length > mostBytes) {
    throw new FeedError('too-large', `${bytes.length} bytes at ${url}: the limit for a feed is ${mostBytes}.`, url);
  }
  const text = decodeText(bytes, contentType);
  if (text.trim() === '') throw new FeedError('empty', `An empty document at ${url} instead of a feed.`, url);
  const feed = /^\s*[[{]/.test(text) ? readJsonFeed(text, url) : readXmlFeed(text, url);
  // An item with nothing that could identify it has nothing to tell either.
  return { ...feed, items: withUniqueIds(feed.items).filter(item => item.id !== '') };
};

const readXmlFeed = (text: string, url: string): Feed => {
  const found = findRoot(text);
  if (found?.isFeed !== true) throw notAFeed(found, text, url);
  const root = parseXml({ text, url, start: found.start, decode: found.decode });
  if (root === undefined) throw notAFeed(undefined, text, url);
  const feed = found.name === 'feed' ? readAtom(root, url) : readRss(root, url);
  if (!root.complete && feed.items.length === 0) {
    throw new FeedError('malformed', `The feed at ${url} breaks off before its first item is complete.`, url);
  }
  return feed;
};

const notAFeed = (found: FeedRoot | undefined, text: string, url: string): FeedError => {
  if (found === undefined) {
    const isXml = text.trimStart().startsWith('<');
    return isXml
      ? new FeedError('malformed', `XML without a single element at ${url}: the feed is broken or was cut short.`, url)
      : new FeedError('not-a-feed', `Neither XML nor JSON at ${url}: check the address of the feed.`, url);
  }
  if (found.isPage) {
    const title = plainText(/<title[^<>]*>([^<]{0,200})/i.exec(text)?.[1] ?? '');
    const named = title === '' ? '' : ` ("${title}")`;
    return new FeedError('html', `HTML page instead of a feed at ${url}${named}: open the address in a browser.`, url);
  }
  return new FeedError('not-a-feed', `A document of <${found.name}> at ${url} is no feed: check the address.`, url);
};
