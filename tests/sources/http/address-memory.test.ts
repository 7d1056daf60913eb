import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher } from '../a-fetcher.ts';
import { failureOf, fetchAndKeep, textOf } from './fetching.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(() => blogs.close());

describe('conditional requests', () => {
  it('send back both validators, once what was new is stored', async () => {
    const headers = { etag: 'W/"one"', 'last-modified': 'Tue, 31 Mar 2026 10:00:00 GMT' };
    blogs.on('/feed', { body: 'items', headers });
    const first = aFetcher();
    expect(await fetchAndKeep(first.fetchFeed, blogs.url('/feed'))).toBe('fresh');
    expect(await fetchAndKeep(first.restart().fetchFeed, blogs.url('/feed'))).toBe('unchanged');
    expect(blogs.asked[1]?.headers).toMatchObject({
      'if-none-match': 'W/"one"',
      'if-modified-since': 'Tue, 31 Mar 2026 10:00:00 GMT',
    });
  });

  it('lose no items to a crash between fetching and storing', async () => {
    blogs.on('/feed', { body: 'items', headers: { etag: '"one"', 'cache-control': 'max-age=3600' } });
    const crashed = aFetcher();
    await crashed.fetchFeed(blogs.url('/feed'));
    expect(textOf(await crashed.restart().fetchFeed(blogs.url('/feed')))).toBe('items');
    expect(blogs.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('send no validators of one address to another that it redirects to', async () => {
    blogs.on('/feed', { body: 'old', headers: { etag: '"one"' } }, { status: 302, headers: { location: '/other' } });
    blogs.on('/other', { body: 'new', headers: { etag: '"one"' } });
    const { fetchFeed } = aFetcher();
    await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(textOf(await fetchFeed(blogs.url('/feed')))).toBe('new');
    expect(blogs.askedFor('/other')[0]?.headers['if-none-match']).toBeUndefined();
  });

  it('take the new validators of a 304, and keep those that it does not repeat', async () => {
    const dated = { 'last-modified': 'Tue, 31 Mar 2026 10:00:00 GMT' };
    blogs.on(
      '/feed',
      { body: 'items', headers: { etag: '"one"', ...dated } },
      { status: 304, headers: { etag: '"two"' } },
      { status: 304 },
    );
    const { fetchFeed } = aFetcher();
    for (let run = 0; run < 4; run++) await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(blogs.asked.slice(2).map(asked => asked.headers)).toEqual(
      Array(2).fill(expect.objectContaining({ 'if-none-match': '"two"', 'if-modified-since': dated['last-modified'] })),
    );
  });

  it('count a 304 that nobody asked for as a failure, not as "nothing new"', async () => {
    blogs.on('/feed', { status: 304 });
    expect(await failureOf(aFetcher().fetchFeed(blogs.url('/feed')))).toMatchObject({ code: 'status', status: 304 });
  });
});

describe('freshness', () => {
  const cases: readonly (readonly [string, Record<string, string>, number | undefined, number])[] = [
    ['Cache-Control max-age', { 'cache-control': 'public, max-age=3600' }, undefined, 60],
    ['max-age less the age that a cache adds', { 'cache-control': 'max-age=3600', age: '1800' }, undefined, 30],
    [
      'max-age over Expires',
      { 'cache-control': 'max-age=600', expires: 'Wed, 01 Apr 2026 09:00:00 GMT' },
      undefined,
      10,
    ],
    ['Expires', { date: 'Wed, 01 Apr 2026 07:00:00 GMT', expires: 'Wed, 01 Apr 2026 07:20:00 GMT' }, undefined, 20],
    ['the ttl of the feed', {}, 45, 45],
    ['the longer of header and ttl', { 'cache-control': 'max-age=600' }, 45, 45],
    ['a year, cut to twelve hours', { 'cache-control': 'max-age=31536000' }, undefined, 720],
    ['a ttl of a year, cut to twelve hours', {}, 525600, 720],
  ];

  it.each(cases)('%s: the server is not asked again before', async (_, headers, ttl, minutes) => {
    blogs.on('/feed', { body: 'items', headers });
    const { fetchFeed, clock, restart } = aFetcher();
    await fetchAndKeep(fetchFeed, blogs.url('/feed'), ttl);
    clock.pass(minutes - 1);
    expect(await fetchAndKeep(restart().fetchFeed, blogs.url('/feed'))).toBe('unchanged');
    expect(blogs.asked).toHaveLength(1);
    clock.pass(1);
    await fetchAndKeep(restart().fetchFeed, blogs.url('/feed'));
    expect(blogs.asked).toHaveLength(2);
  });

  it.each([
    [{ 'cache-control': 'no-cache, max-age=3600' }],
    [{ 'cache-control': 'no-store' }],
    [{ 'cache-control': 'max-age=-5' }],
    [{ 'cache-control': 'max-age=soon' }],
    [{ 'cache-control': 's-maxage=3600' }],
    [{ expires: '0' }],
    [{ expires: '-1' }],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }],
    [{ expires: 'tomorrow' }],
    [{}],
  ])('%j asks for none', async headers => {
    blogs.on('/feed', { body: 'items', headers: { date: 'Wed, 01 Apr 2026 07:00:00 GMT', ...headers } });
    const { fetchFeed } = aFetcher();
    await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(blogs.asked).toHaveLength(2);
  });

  it('is renewed by a 304, with the ttl of the feed that it stands for', async () => {
    blogs.on('/feed', { body: 'items', headers: { etag: '"one"' } });
    const { fetchFeed, clock } = aFetcher();
    await fetchAndKeep(fetchFeed, blogs.url('/feed'), 30);
    clock.pass(31);
    await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    clock.pass(29);
    await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(blogs.asked).toHaveLength(2);
  });
});
