/** The two ways in which the product asks for documents, put together with their defaults. */
import type { Keyv } from 'keyv';
import { Agent, type Dispatcher } from 'undici';
import { createFetch, type Fetch } from './http.ts';
import { obeyRobots } from './robots.ts';

export interface Fetcher {
  /** For feeds, which are published to be fetched by readers. */
  readonly fetchFeed: Fetch;
  /** For pages, which robots.txt may close. */
  readonly fetchPage: Fetch;
}

export interface FetcherOptions {
  /** Keeps validators, moves, pauses and robots.txt between runs. */
  readonly cache: Keyv;
  /** Sent with every request; see `honestUserAgent`. */
  readonly userAgent: string;
  readonly now: () => Date;
  /** Makes the connections: the place to go through a proxy, or to refuse private addresses. */
  readonly dispatcher?: Dispatcher | undefined;
  /** Requests at a time over all hosts; each host gets one at a time. */
  readonly concurrency?: number | undefined;
  /** Milliseconds until a connection stands; only where no dispatcher is given. */
  readonly connectTimeout?: number | undefined;
  /** Milliseconds for one request with its answer. */
  readonly totalTimeout?: number | undefined;
  /** Bytes of a document, as sent and once decoded. */
  readonly maxBytes?: number | undefined;
}

/** Tells servers who asks and where to complain: `contact` is the address of a page or a mailbox. */
export const honestUserAgent = (contact: string): string => `EngineeringAtScale/0.1 (+${contact})`;

export function createFetcher({
  cache,
  userAgent,
  now,
  connectTimeout = 10_000,
  dispatcher = new Agent({ connect: { timeout: connectTimeout } }),
  concurrency = 16,
  totalTimeout = 30_000,
  maxBytes = 10 * 1024 * 1024,
}: FetcherOptions): Fetcher {
  const fetchFeed = createFetch({ cache, userAgent, now, dispatcher, concurrency, totalTimeout, maxBytes });
  return { fetchFeed, fetchPage: obeyRobots(fetchFeed, { cache, userAgent, now }) };
}
