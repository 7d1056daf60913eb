/** The recorded day as the product reads it: the real collector over the real catalogue, by way of loopback. */
import Keyv from 'keyv';
import { recordedInstant, serveRecordedDay } from '../../samples/server.ts';
import type { FeedItem } from '../../src/edition/item.ts';
import type { SourceStatus } from '../../src/edition/source.ts';
import { catalogue } from '../../src/sources/catalogue.ts';
import { collect } from '../../src/sources/collect.ts';
import { createFetcher, honestUserAgent } from '../../src/sources/http/fetcher.ts';

export interface Reading {
  readonly statuses: readonly SourceStatus[];
  /** By the name of the source; sources that share a feed are there once. */
  readonly items: ReadonlyMap<string, readonly FeedItem[]>;
}

export async function readRecordedDay(): Promise<Reading> {
  const day = await serveRecordedDay();
  const now = () => new Date(recordedInstant);
  const items = new Map<string, readonly FeedItem[]>();
  try {
    const fetcher = createFetcher({
      cache: new Keyv(),
      userAgent: honestUserAgent('https://digest.example/about'),
      now,
      dispatcher: day.dispatcher,
    });
    const keep = async ({ name }: { readonly name: string }, found: readonly FeedItem[]): Promise<void> => {
      items.set(name, found);
    };
    return { statuses: await collect(catalogue, { fetcher, now, keep }), items };
  } finally {
    await day.close();
  }
}
