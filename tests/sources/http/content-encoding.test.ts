import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher } from '../a-fetcher.ts';
import { failureOf, textOf } from './fetching.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(() => blogs.close());

describe('compression', () => {
  const feed = '<rss>'.padEnd(5000, 'engineering ');

  it.each([
    ['gzip', gzipSync(feed)],
    ['x-gzip', gzipSync(feed)],
    ['deflate', deflateSync(feed)],
    ['deflate', deflateRawSync(feed)],
    ['br', brotliCompressSync(feed)],
    ['zstd', zstdCompressSync(feed)],
    ['gzip, br', brotliCompressSync(gzipSync(feed))],
    ['identity', Buffer.from(feed)],
    ['GZIP', gzipSync(feed)],
  ])('%s is undone', async (coding, body) => {
    blogs.on('/feed', { body, headers: { 'content-encoding': coding } });
    expect(textOf(await aFetcher().fetchFeed(blogs.url('/feed')))).toBe(feed);
    expect(blogs.asked[0]?.headers['accept-encoding']).toBe('gzip, deflate, br, zstd');
  });

  it.each([
    ['gzip', Buffer.from('plain after all'), 'gzip'],
    ['gzip', gzipSync(feed).subarray(0, 30), 'unexpected end of file'],
    ['compress', Buffer.from('x'), '"compress"'],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(feed))), '3 times'],
  ])('%s that cannot be undone is refused by name', async (coding, body, words) => {
    blogs.on('/feed', { body, headers: { 'content-encoding': coding } });
    const error = await failureOf(aFetcher().fetchFeed(blogs.url('/feed')));
    expect(error.code).toBe('encoding');
    expect(error.message).toContain(words);
  });
});

describe('size', () => {
  const maxBytes = 1000;

  it('is measured as sent', async () => {
    blogs.on('/feed', { body: 'x'.repeat(maxBytes) }, { body: 'x'.repeat(maxBytes + 1) });
    const { fetchFeed } = aFetcher({ maxBytes });
    expect(textOf(await fetchFeed(blogs.url('/feed')))).toHaveLength(maxBytes);
    const error = await failureOf(fetchFeed(blogs.url('/feed')));
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('1,000 bytes');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('is measured again once decoded: a %s bomb stops at the limit (#35)', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(4_000_000));
    blogs.on('/feed', { body: bomb, headers: { 'content-encoding': coding } });
    expect((await failureOf(aFetcher({ maxBytes: 100_000 }).fetchFeed(blogs.url('/feed')))).code).toBe('too-large');
  });

  it('has no say over the pages of an error', async () => {
    blogs.on('/feed', { status: 500, body: 'x'.repeat(5000), headers: { 'content-encoding': 'nonsense' } });
    expect((await failureOf(aFetcher({ maxBytes }).fetchFeed(blogs.url('/feed')))).code).toBe('status');
  });
});
