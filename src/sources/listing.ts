/** The places where the items of a source may be read: its feeds, then its page. */
import type { FeedFlaw } from '../edition/flaw.ts';
import type { FeedItem } from '../edition/item.ts';
import type { PageRule, Source } from '../edition/source.ts';
import { parseFeed } from './feed.ts';
import type { Fetcher } from './http/fetcher.ts';
import type { Fetched, FetchOptions, FreshDocument } from './http/http.ts';
import { readPage } from './pages/page.ts';
import { decodeText } from './text/decode.ts';

/** What a document says. */
export interface News {
  readonly items: readonly FeedItem[];
  /** Minutes for which it asks to be left alone. */
  readonly ttl?: number;
  /** What is wrong with it; absent where nothing is. */
  readonly flaws?: readonly FeedFlaw[];
}

export interface Listing {
  /** The same for listings that one request serves. */
  readonly key: string;
  /** @throws FetchError */
  fetch(signal: AbortSignal | undefined): Promise<Fetched>;
  /** @throws FeedError, PageError */
  read(document: FreshDocument): News;
}

const acceptFeed =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const acceptPage = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5';

/** In the order in which they are to be tried. */
export function listingsOf({ feeds, page, userAgent }: Source, fetcher: Fetcher): readonly Listing[] {
  const ofFeeds = feeds.map(url => feedListing(url, { userAgent }, fetcher));
  return page === undefined ? ofFeeds : [...ofFeeds, pageListing(page, { userAgent }, fetcher)];
}

const feedListing = (url: string, options: FetchOptions, { fetchFeed }: Fetcher): Listing => ({
  key: JSON.stringify([url, options]),
  fetch: signal => fetchFeed(url, { ...options, accept: acceptFeed, signal }),
  read: document => parseFeed(document.body, document),
});

const pageListing = (page: PageRule, options: FetchOptions, { fetchPage }: Fetcher): Listing => ({
  key: JSON.stringify([page, options]),
  fetch: signal => fetchPage(page.url, { ...options, accept: acceptPage, signal }),
  read: ({ body, contentType, url }) => ({ items: readPage(decodeText(body, contentType), page, url) }),
});
