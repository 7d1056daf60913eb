/** Answers that are made once: kept in memory, compressed, until the archive has another edition. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
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
}

type Make = () => Promise<Content | undefined>;

interface Kept {
  readonly content: Content;
  readonly compressed: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** Bytes of all that is kept: an edition takes some ten thousand. */
const mostKept = 64 * 1024 * 1024;

/** What differs by language or cookie is nothing; a reader asks each time whether there is news. */
const caching = { 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };

const compress = promisify(gzip);

/** @param version Changes whenever what the archive shows does. */
export const createPageCache = (version: () => Promise<string>): PageCache => {
  const kept = new LRUCache<string, Kept>({
    maxSize: mostKept,
    sizeCalculation: ({ content, compressed }) => content.body.length + compressed.length + 500,
  });
  let current: string | undefined;

  const made = async (key: string, make: Make): Promise<Kept | undefined> => {
    const now = await version();
    if (now !== current) kept.clear();
    current = now;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const content = await make();
    if (content === undefined) return undefined;
    const compressed = new Uint8Array(await compress(content.body));
    const etag = `"${createHash('sha256').update(content.body).digest('base64url').slice(0, 22)}"`;
    const one = { content, compressed, etag };
    // What was made while an edition came may be of either version.
    if (current === now && (content.status ?? 200) === 200) kept.set(key, one);
    return one;
  };

  return {
    respond: async (context, key, make) => {
      const found = await made(key, make);
      if (found === undefined) return context.notFound();
      const { content, compressed, etag } = found;
      const { body, type, status = 200 } = content;
      if (status !== 200) return context.body(body, status, { 'Content-Type': type });
      // A weak comparison: the same page is the same, compressed or not.
      const headers = { ...caching, ETag: `W/${etag}` };
      if (hasIt(context.req.header('If-None-Match'), etag)) return context.body(null, 304, headers);
      if (!takesGzip(context.req.header('Accept-Encoding')))
        return context.body(body, 200, { ...headers, 'Content-Type': type });
      return context.body(compressed, 200, { ...headers, 'Content-Type': type, 'Content-Encoding': 'gzip' });
    },
  };
};

const hasIt = (known: string | undefined, etag: string): boolean =>
  known?.split(',').some(one => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;

/** RFC 9110, 12.5.3; a reader that refuses it says so by a weight of 0. */
const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some(one => /^\s*(gzip|\*)\s*(;|$)/i.test(one) && !/;\s*q=0(\.0*)?\s*$/i.test(one));
