/** What the benchmarks of collecting have in common: the feeds that they ask for, and how. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { collect } from '../src/sources/collect.ts';
import { type AddressGate, createAddressGate } from '../src/sources/http/address-gate.ts';
import { createDispatcher, createFetcher, honestUserAgent } from '../src/sources/http/fetcher.ts';
import { permitting } from '../src/sources/http/permitted-hosts.ts';

export const feedCount = 1000;

/** Requests at a time: what the product does by default. */
export const concurrency = 16;

/** Starts the feeds in a process of their own, so that they take no time from what is measured. */
export async function startFeeds(): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(new URL('./feed-server.ts', import.meta.url), { execArgv: [] });
  const [message] = await once(server, 'message');
  const { port } = z.object({ port: z.number() }).parse(message);
  return { server, port };
}

/** Each feed has a host of its own, as one host gets one request at a time: all of 127.0.0.0/8 is loopback. */
export const feedUrls = (port: number): readonly string[] =>
  Array.from({ length: feedCount }, (_, feed) => `http://127.1.${feed >> 8}.${feed & 255}:${port}/${feed}`);

/** One that permits these feeds: they are on this machine. */
export const gateFor = (urls: readonly string[]): AddressGate =>
  createAddressGate({
    isPermitted: permitting(urls.map(url => ({ host: new URL(url).hostname, port: Number(new URL(url).port) }))),
  });

/** Collects all feeds over a cache; throws where one did not fare as expected, since nothing is measured then. */
export async function collectAll(urls: readonly string[], cache: Keyv, expected: 'ok' | 'unchanged'): Promise<void> {
  const gate = gateFor(urls);
  const dispatcher = createDispatcher(gate);
  const now = (): Date => new Date();
  const userAgent = honestUserAgent('https://digest.example/about');
  const fetcher = createFetcher({ cache, userAgent, now, dispatcher, gate, concurrency });
  const sources = urls.map(url => ({ name: url, company: url, site: url, feeds: [url] }));
  const statuses = await collect(sources, { fetcher, now, keep: async () => {} });
  await dispatcher.destroy();
  const other = statuses.find(status => status.status !== expected);
  if (other !== undefined) throw new Error(`${other.name} is ${other.status}, not ${expected}: ${other.reason}`);
}
