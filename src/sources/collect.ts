/** Collects what the sources publish: each feed once, a failure never stopping another source, nothing remembered before it is kept. */
import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { FeedItem } from '../edition/item.ts';
import type { Source, SourceStatus } from '../edition/source.ts';
import { decodeText } from './decode.ts';
import { parseFeed } from './feed.ts';
import type { Fetcher } from './fetcher.ts';
import type { Fetch, FetchOptions, FreshDocument } from './http.ts';
import { readPage } from './page.ts';

export interface CollectOptions {
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  /**
   * Stores the items of a source before it resolves; only then is the server told, next time, that we have them.
   * Called once for each feed that has news, for the first of the sources that share it, and for several sources at a time.
   * What it throws ends the collection.
   */
  readonly keep: (source: Source, items: readonly FeedItem[]) => Promise<void>;
  /** How the sources fared the last time, by name. */
  readonly previous?: ReadonlyMap<string, SourceStatus>;
  readonly onProgress?: (status: SourceStatus) => void;
  readonly signal?: AbortSignal;
}

interface Failure {
  readonly status: 'failed';
  readonly reason: string;
  readonly code: string;
}

type Outcome = { readonly status: 'ok'; readonly items: number } | { readonly status: 'unchanged' } | Failure;

interface News {
  readonly items: readonly FeedItem[];
  /** Minutes for which the document asks to be left alone. */
  readonly ttl?: number;
}

/** One place where the items of a source may be read. */
interface Listing {
  /** The same for listings that need only one request. */
  readonly key: string;
  readonly url: string;
  readonly fetch: Fetch;
  readonly accept: string;
  readonly read: (document: FreshDocument) => News;
}

/** How each source fared, in their order. Rejects only with what `keep` throws, or with the reason of an aborted signal. */
export async function collect(sources: readonly Source[], options: CollectOptions): Promise<readonly SourceStatus[]> {
  const readOnce = once((listing: Listing, source: Source) => readListing(listing, source, options));
  const settled = await Promise.allSettled(
    sources.map(async source => {
      const outcome = await readFirst(source, listingsOf(source, options.fetcher), readOnce);
      const status = statusOf(source, outcome, options);
      options.onProgress?.(status);
      return status;
    }),
  );
  options.signal?.throwIfAborted();
  return settled.map(result => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** Sources that name one feed share its reading. */
function once(read: (listing: Listing, source: Source) => Promise<Outcome>): typeof read {
  const readings = new Map<string, Promise<Outcome>>();
  return (listing, source) => {
    const reading = readings.get(listing.key) ?? read(listing, source);
    readings.set(listing.key, reading);
    return reading;
  };
}

const inTurn = new PQueue({ concurrency: 1 });

const acceptFeed =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const acceptPage = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5';

function listingsOf({ feeds, page, userAgent }: Source, fetcher: Fetcher): readonly Listing[] {
  const ofFeeds = feeds.map(url => ({
    key: JSON.stringify([url, userAgent]),
    url,
    fetch: fetcher.fetchFeed,
    accept: acceptFeed,
    read: (document: FreshDocument): News => parseFeed(document.body, document),
  }));
  if (page === undefined) return ofFeeds;
  const ofPage = {
    key: JSON.stringify([page, userAgent]),
    url: page.url,
    fetch: fetcher.fetchPage,
    accept: acceptPage,
    read: ({ body, contentType, url }: FreshDocument): News => ({
      items: readPage(decodeText(body, contentType), page, url),
    }),
  };
  return [...ofFeeds, ofPage];
}

/** The outcome of the first listing that can be read; where none can, all the reasons. */
async function readFirst(
  source: Source,
  listings: readonly Listing[],
  read: (listing: Listing, source: Source) => Promise<Outcome>,
): Promise<Outcome> {
  const failures: Failure[] = [];
  for (const listing of listings) {
    const outcome = await read(listing, source);
    if (outcome.status !== 'failed') return outcome;
    failures.push(outcome);
  }
  const last = failures.at(-1);
  if (last === undefined)
    return { status: 'failed', reason: 'has neither a feed nor a page to be read from: give one', code: 'no-address' };
  return { ...last, reason: failures.map(failure => failure.reason.replace(/\.$/, '')).join('; then ') };
}

async function readListing(listing: Listing, source: Source, options: CollectOptions): Promise<Outcome> {
  const reading = await readNews(listing, { userAgent: source.userAgent, signal: options.signal }).catch(failureOf);
  if (reading.status !== 'fresh') return reading;
  await options.keep(source, clampDates(reading.items, options.now()));
  await reading.document.remember({ ttl: reading.ttl });
  return { status: 'ok', items: reading.items.length };
}

async function readNews({ url, fetch, accept, read }: Listing, options: FetchOptions) {
  const document = await fetch(url, { ...options, accept });
  if (document.status === 'unchanged') return { status: 'unchanged' } as const;
  const news = await inTurn.add(async () => {
    await setImmediate();
    return read(document);
  });
  return { status: 'fresh', document, ...news } as const;
}

/** Whatever is wrong with a source stays with it, a fault of ours that only its text brings out included. */
function failureOf(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unexpected';
  return { status: 'failed', reason, code };
}

/** Items from the future would stay on top for months: none is newer than the moment of its collection. */
export function clampDates(items: readonly FeedItem[], now: Date): readonly FeedItem[] {
  const latest = now.toISOString();
  const clamp = (date: string): string => (Date.parse(date) > now.getTime() ? latest : date);
  return items.map(item => ({
    ...item,
    ...(item.published !== undefined && { published: clamp(item.published) }),
    ...(item.updated !== undefined && { updated: clamp(item.updated) }),
  }));
}

function statusOf({ name }: Source, outcome: Outcome, { previous, now }: CollectOptions): SourceStatus {
  const before = previous?.get(name);
  if (outcome.status === 'ok') return { name, ...outcome };
  if (outcome.status === 'unchanged') return { name, status: 'unchanged', items: before?.items ?? 0 };
  const since = before?.status === 'failed' ? before.since : undefined;
  return { name, ...outcome, items: 0, since: since ?? now().toISOString() };
}
