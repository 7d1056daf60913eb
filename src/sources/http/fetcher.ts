/** The two ways in which the product asks for documents, put together with their defaults. */
import type { Keyv } from 'keyv';
import { Agent, type Dispatcher } from 'undici';
import { type AddressGate, createAddressGate } from './address-gate.ts';
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
  /** Makes the connections; see `createDispatcher`. Whoever made it closes it. */
  readonly dispatcher: Dispatcher;
  /** Default: one that permits no private host. */
  readonly gate?: Pick<AddressGate, 'parse'> | undefined;
  /** Requests at a time over all hosts; each host gets one at a time. */
  readonly concurrency?: number | undefined;
  /** Milliseconds for one request with its answer. */
  readonly totalTimeout?: number | undefined;
  /** Milliseconds for the requests of a chain of redirects together. */
  readonly chainTimeout?: number | undefined;
  /** Milliseconds until the head of an answer is complete. */
  readonly headTimeout?: number | undefined;
  /** Bytes of a document, as sent and once decoded. */
  readonly maxBytes?: number | undefined;
}

/** Milliseconds: long enough for the next request of the same run, too short for a thousand hosts to pile up. */
const keepAlive = 1000;

/** Bytes of the head of an answer: servers send two or three thousand. */
const longestHead = 16 * 1024;

/**
 * Makes the connections of a reader that asks each host for one thing at a time: one socket each, closed a second after its use. None
 * but those that the gate lets through, and none by way of a proxy: what a proxy connects to, nobody here could judge.
 */
export const createDispatcher = ({ connect }: Pick<AddressGate, 'connect'> = createAddressGate()): Dispatcher =>
  new Agent({
    connections: 1,
    connect,
    maxHeaderSize: longestHead,
    keepAliveTimeout: keepAlive,
    // Else the server's word would count, up to ten minutes.
    keepAliveMaxTimeout: keepAlive,
  });

/** Tells servers who asks and where to complain: `contact` is the address of a page or a mailbox. */
export const honestUserAgent = (contact: string): string => `EngineeringAtScale/0.1 (+${contact})`;

export function createFetcher({
  gate = createAddressGate(),
  concurrency = 16,
  totalTimeout = 30_000,
  chainTimeout = 60_000,
  headTimeout = 20_000,
  maxBytes = 10 * 1024 * 1024,
  ...parts
}: FetcherOptions): Fetcher {
  const limits = { concurrency, totalTimeout, chainTimeout, headTimeout, maxBytes };
  const fetchFeed = createFetch({ ...parts, gate, ...limits });
  return { fetchFeed, fetchPage: obeyRobots(fetchFeed, parts) };
}
