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
  /** Makes the connections: the place to go through a proxy, or to refuse private addresses. Whoever made it closes it. */
  readonly dispatcher: Dispatcher;
  /** Requests at a time over all hosts; each host gets one at a time. */
  readonly concurrency?: number | undefined;
  /** Milliseconds for one request with its answer. */
  readonly totalTimeout?: number | undefined;
  /** Bytes of a document, as sent and once decoded. */
  readonly maxBytes?: number | undefined;
}

/** Milliseconds until a connection stands. */
const connectTimeout = 10_000;

/** Milliseconds: long enough for the next request of the same run, too short for a thousand hosts to pile up. */
const keepAlive = 1000;

/** Makes the connections of a reader that asks each host for one thing at a time: one socket each, closed a second after its use. */
export const createDispatcher = (): Dispatcher =>
  new Agent({
    connections: 1,
    connect: { timeout: connectTimeout },
    keepAliveTimeout: keepAlive,
    // Else the server's word would count, up to ten minutes.
    keepAliveMaxTimeout: keepAlive,
  });

/** Tells servers who asks and where to complain: `contact` is the address of a page or a mailbox. */
export const honestUserAgent = (contact: string): string => `EngineeringAtScale/0.1 (+${contact})`;

export function createFetcher({
  cache,
  userAgent,
  now,
  dispatcher,
  concurrency = 16,
  totalTimeout = 30_000,
  maxBytes = 10 * 1024 * 1024,
}: FetcherOptions): Fetcher {
  const fetchFeed = createFetch({ cache, userAgent, now, dispatcher, concurrency, totalTimeout, maxBytes });
  return { fetchFeed, fetchPage: obeyRobots(fetchFeed, { cache, userAgent, now }) };
}
