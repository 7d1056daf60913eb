/** Answers that are made once: kept in memory, compressed, until the archive has another edition. */
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';

/** What a path has to show. */
export interface Content {
  readonly body: string;
  /** With its charset. */
  readonly type: string;
  /** Default: 200. */
  readonly status?: 200 | 400 | 404;
}

export interface PageCache {
  /**
   * Answers with the content of `key`, made by `make` where it is not known: compressed where the reader takes that, 304 where
   * the reader has it (RFC 9110, 13.1.2), and 404 where there is none.
   * @param key Names the content among all of one version of the archive.
   */
  respond(context: Context, key: string, make: Make): Promise<Response>;
  /** Answers likewise, and keeps nothing: of what readers type there is no end. */
  respondOnce(context: Context, make: Make): Promise<Response>;
}

type Make = () => Promise<Content | undefined>;

/** Ready to be sent. Only the compressed form is kept, which nearly every reader takes: four times as many pages stay in memory. */
interface Packed {
  readonly compressed: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly status: NonNullable<Content['status']>;
  readonly etag: string;
}

/** Bytes of all that is kept: an edition takes some ten thousand. */
const mostKept = 64 * 1024 * 1024;
/** Bytes that one takes beside its content. */
const aside = 500;

/** What differs by language or cookie is nothing; a reader asks each time whether there is news. */
const caching = { 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };

const decompress = promisify(gunzip);

/**
 * Of compression. An edition is a tenth larger than at the level that is the default, in a seventh of the time: less than it takes
 * to hand it to another thread, so it is done at once.
 */
const level = 1;

/** @param version Changes whenever what the archive shows does. */
export const createPageCache = (version: () => Promise<string>): PageCache => {
  const kept = new LRUCache<string, Packed>({
    maxSize: mostKept,
    sizeCalculation: ({ compressed }, key) => compressed.length + key.length + aside,
  });
  /** What is being made, so that all who ask for it at once wait for one. */
  const making = new Map<string, Promise<Packed | undefined>>();
  let current: string | undefined;

  const made = async (key: string, make: Make): Promise<Packed | undefined> => {
    const now = await version();
    if (now !== current) {
      kept.clear();
      making.clear();
    }
    current = now;
    const known = kept.get(key) ?? making.get(key);
    if (known !== undefined) return known;
    const packing = make().then(content => content && pack(content));
    making.set(key, packing);
    try {
      const packed = await packing;
      // What was made while an edition came may be of either version.
      if (current === now && packed?.status === 200) kept.set(key, packed);
      return packed;
    } finally {
      if (making.get(key) === packing) making.delete(key);
    }
  };

  return {
    respond: async (context, key, make) => send(context, await made(key, make)),
    respondOnce: async (context, make) => {
      const content = await make();
      return send(context, content && pack(content));
    },
  };
};

const pack = ({ body, type, status = 200 }: Content): Packed => {
  const compressed = new Uint8Array(gzipSync(body, { level }));
  return { compressed, type, status, etag: `"${hash('sha256', compressed, 'base64url').slice(0, 22)}"` };
};

const send = async (context: Context, packed: Packed | undefined): Promise<Response> => {
  if (packed === undefined) return context.notFound();
  const { compressed, type, status, etag } = packed;
  // A weak comparison: the same page is the same, compressed or not.
  const headers = status === 200 ? { ...caching, ETag: `W/${etag}` } : caching;
  if (status === 200 && hasIt(context.req.header('If-None-Match'), etag)) return context.body(null, 304, headers);
  if (takesGzip(context.req.header('Accept-Encoding')))
    return context.body(compressed, status, { ...headers, 'Content-Type': type, 'Content-Encoding': 'gzip' });
  return context.body(new Uint8Array(await decompress(compressed)), status, { ...headers, 'Content-Type': type });
};

const hasIt = (known: string | undefined, etag: string): boolean =>
  known?.split(',').some(one => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;

/** RFC 9110, 12.5.3; a reader that refuses it says so by a weight of 0. */
const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some(one => /^\s*(gzip|\*)\s*(;|$)/i.test(one) && !/;\s*q=0(\.0*)?\s*$/i.test(one));
