import type { LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddressGate } from '../../../src/sources/http/address-gate.ts';
import { FetchError } from '../../../src/sources/http/fetch-error.ts';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher } from '../a-fetcher.ts';
import { failureOf } from './fetching.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(() => blogs.close());

describe('what a server says of itself is repeated', () => {
  it.each([
    [
      'without control characters',
      new FetchError('status', 'https://a.example/', 'answered 507 Ser\u001b[31mvice\r\n'),
      /^[^\p{Cc}]+$/u,
    ],
    [
      'in one line of a length that is read',
      new FetchError('encoding', 'https://a.example/', 'x'.repeat(9000)),
      /^.{500,600}$/,
    ],
  ])('%s', (_, { message }, expected) => {
    expect(message).toMatch(expected);
  });
});

describe('what went wrong is told exactly (complaint 27)', () => {
  it.each([
    [{ status: 403, headers: { server: 'cloudflare' } }, /answered 403 Forbidden by Cloudflare: .*User-Agent/],
    [{ status: 403 }, /answered 403 Forbidden: it blocks this reader/],
    [{ status: 401 }, /401 Unauthorized: it is not open/],
    [{ status: 404 }, /404 Not Found: it has moved or is gone/],
    [{ status: 410 }, /410 Gone: it has moved or is gone/],
    [{ status: 500 }, /500 Internal Server Error: the server fails/],
    [{ status: 418 }, /answered 418 I'm a Teapot$/],
  ])('%j', async (answer, words) => {
    blogs.on('/feed', answer);
    const error = await failureOf(aFetcher().fetchFeed(blogs.url('/feed?token=secret')));
    expect(error).toMatchObject({ code: 'status' });
    expect(error.message).toMatch(words);
    expect(error.message).not.toContain('secret');
  });

  it('a port that nobody listens on', async () => {
    const gone = await startBlogs();
    await gone.close();
    const error = await failureOf(aFetcher().fetchFeed(gone.url('/feed')));
    expect(error.code).toBe('refused');
    expect(error.message).toBe(
      `${gone.url('/feed')} cannot be reached: the connection was refused; the server is down, or the address is wrong (ECONNREFUSED)`,
    );
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('a host name that does not resolve (%s)', async code => {
    const lookup: LookupFunction = (_, __, done) =>
      done(Object.assign(new Error(`getaddrinfo ${code}`), { code }), '', 4);
    const gate = createAddressGate({ resolve: lookup });
    const error = await failureOf(aFetcher({ gate }).fetchFeed('http://blog.example/feed'));
    expect(error.code).toBe('dns');
    expect(error.message).toContain(`blog.example/feed cannot be found: its host name does not resolve`);
  });

  it('a server that does not speak TLS where https is asked for', async () => {
    const error = await failureOf(aFetcher().fetchFeed(blogs.url('/feed').replace('http:', 'https:')));
    expect(error.code).toBe('tls');
  });

  it('a server that accepts and never answers', async () => {
    blogs.on('/feed', { after: new Promise(() => {}) });
    const error = await failureOf(aFetcher({ totalTimeout: 30 }).fetchFeed(blogs.url('/feed')));
    expect(error.code).toBe('timeout');
    expect(error.message).toContain('did not answer in time');
  });

  it('a server that starts its answer and never ends it', async () => {
    blogs.on('/feed', { body: 'half', headers: { 'content-length': '1000' } });
    expect((await failureOf(aFetcher({ totalTimeout: 50 }).fetchFeed(blogs.url('/feed')))).code).toBe('timeout');
  });

  it.each(['before', 'within'] as const)('a connection that breaks off %s the answer', async breakOff => {
    blogs.on('/feed', { body: 'half', headers: { 'content-length': '1000' }, breakOff });
    expect((await failureOf(aFetcher().fetchFeed(blogs.url('/feed')))).code).toBe('reset');
  });

  it('a stop by the caller is his own, no fault of the server', async () => {
    blogs.on('/feed', { after: new Promise(() => {}) });
    const stop = new AbortController();
    const fetching = aFetcher().fetchFeed(blogs.url('/feed'), { signal: stop.signal });
    await blogs.arrived(1);
    const reason = new Error('shutting down');
    stop.abort(reason);
    await expect(fetching).rejects.toBe(reason);
  });
});
