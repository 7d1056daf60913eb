/** What is kept of an address between runs: validators, freshness, and where it has moved to. */
import { isDeepStrictEqual } from 'node:util';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { day } from '../../edition/duration.ts';
import { freshUntil, type Headers, header } from './cache-policy.ts';

const schema = z
  .object({
    /** The address that answered, after redirects: validators are only sent there. */
    url: z.string(),
    etag: z.string().optional(),
    lastModified: z.string().optional(),
    /** Milliseconds since 1970; absent where the answer may be asked for again at any time. */
    freshUntil: z.number().optional(),
    /** Minutes for which the feed itself asks to be left alone. */
    ttl: z.number().optional(),
    /** The target of permanent redirects, and how often in a row it was reached. */
    moved: z.object({ to: z.string(), times: z.number() }).optional(),
  })
  .readonly();

export type AddressMemory = z.infer<typeof schema>;

/** So that a source that is dropped leaves nothing behind; for the others one full answer makes up for it. */
const lifetime = 90 * day;

/** A permanent redirect is believed once it has led to a feed this often: a broken server moves everything to its login page. */
const timesUntilBelieved = 3;

const key = (url: string): string => `http:${url}`;

export async function recall(cache: Keyv, url: string): Promise<AddressMemory | undefined> {
  return schema.safeParse(await cache.get(key(url))).data;
}

/** Writes what has changed: most days most feeds have nothing new, and then there is nothing to write. */
export async function store(
  cache: Keyv,
  url: string,
  memory: AddressMemory,
  before: AddressMemory | undefined,
): Promise<void> {
  if (!isDeepStrictEqual(memory, before)) await cache.set(key(url), memory, lifetime);
}

/** True where the last answer said that it still holds. */
export const isFresh = (memory: AddressMemory | undefined, now: Date): memory is AddressMemory =>
  memory?.freshUntil !== undefined && memory.freshUntil > now.getTime();

/** Where to ask for an address: its new one, once the move is believed. */
export function startOf(url: string, memory: AddressMemory | undefined): string {
  const moved = memory?.moved;
  return moved !== undefined && moved.times >= timesUntilBelieved ? moved.to : url;
}

/** The conditional headers for a request (RFC 9110, section 13.1); none where the validators are another address's. */
export function conditions(url: URL, memory: AddressMemory | undefined): Record<string, string> {
  if (memory === undefined || memory.url !== url.href) return {};
  return {
    ...(memory.etag !== undefined && { 'if-none-match': memory.etag }),
    ...(memory.lastModified !== undefined && { 'if-modified-since': memory.lastModified }),
  };
}

/** How a request went: where it ended, by which kind of redirects, and the headers of the answer. */
export interface Visit {
  readonly asked: string;
  readonly start: string;
  readonly end: string;
  /** True where every redirect on the way was permanent. */
  readonly permanently: boolean;
  readonly headers: Headers;
}

/** The memory after a full answer whose items are stored. */
export function memoryOf(
  visit: Visit,
  before: AddressMemory | undefined,
  ttl: number | undefined,
  now: Date,
): AddressMemory {
  const etag = header(visit.headers, 'etag');
  const lastModified = header(visit.headers, 'last-modified');
  const moved = movedBy(visit, before);
  const fresh = freshUntil(visit.headers, ttl, now);
  return {
    url: visit.end,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(fresh !== undefined && { freshUntil: fresh }),
    ...(ttl !== undefined && { ttl }),
    ...(moved !== undefined && { moved }),
  };
}

/** The memory after a 304, whose headers replace those that it repeats (RFC 9111, section 4.3.4). */
export function memoryAfterUnchanged(visit: Visit, before: AddressMemory, now: Date): AddressMemory {
  const { etag, lastModified } = before;
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...memoryOf(visit, before, before.ttl, now),
  };
}

function movedBy(visit: Visit, before: AddressMemory | undefined): AddressMemory['moved'] {
  if (visit.start !== visit.asked && visit.start === visit.end) return before?.moved;
  if (visit.end === visit.start || !visit.permanently) return undefined;
  return { to: visit.end, times: before?.moved?.to === visit.end ? before.moved.times + 1 : 1 };
}
