import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher } from '../a-fetcher.ts';
import { failureOf, textOf } from './fetching.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(() => blogs.close());

describe('a server that asks for a pause', () => {
  it.each([
    ['in seconds', 429, '1800'],
    ['in seconds', 503, '1800'],
    ['as a date', 429, 'Wed, 01 Apr 2026 07:30:00 GMT'],
  ])('%s (%i) is left alone until then, in the next run too (#20)', async (_, status, value) => {
    blogs.on('/feed', { status, headers: { 'retry-after': value } }, { body: 'items' });
    blogs.on('/other', { body: 'items' });
    const { fetchFeed, clock, restart } = aFetcher();
    const error = await failureOf(fetchFeed(blogs.url('/feed')));
    expect(error).toMatchObject({ code: 'rate-limited', status, retryAt: new Date('2026-04-01T07:30:00Z') });
    expect(error.message).toContain('2026-04-01T07:30:00.000Z');
    clock.pass(29);
    expect((await failureOf(restart().fetchFeed(blogs.url('/other')))).code).toBe('rate-limited');
    expect(blogs.asked).toHaveLength(1);
    clock.pass(1);
    expect(textOf(await restart().fetchFeed(blogs.url('/feed')))).toBe('items');
  });

  it.each([{}, { 'retry-after': 'a while' }, { 'retry-after': '-5' }, { 'retry-after': '0' }, { 'retry-after': '' }])(
    'without saying for how long (429 with %j) gets ten minutes, and nothing breaks (#21)',
    async headers => {
      blogs.on('/feed', { status: 429, headers }, { body: 'items' });
      const { fetchFeed, clock } = aFetcher();
      expect((await failureOf(fetchFeed(blogs.url('/feed')))).retryAt).toEqual(new Date('2026-04-01T07:10:00Z'));
      clock.pass(10);
      expect(textOf(await fetchFeed(blogs.url('/feed')))).toBe('items');
    },
  );

  it('gets a week at most', async () => {
    blogs.on('/feed', { status: 429, headers: { 'retry-after': '999999999999999' } });
    const error = await failureOf(aFetcher().fetchFeed(blogs.url('/feed')));
    expect(error.retryAt).toEqual(new Date('2026-04-08T07:00:00Z'));
  });

  it('pauses no other host', async () => {
    blogs.on('/feed', { status: 429 }, { body: 'items' });
    const { fetchFeed } = aFetcher();
    await failureOf(fetchFeed(blogs.url('/feed', '127.0.0.2')));
    expect(textOf(await fetchFeed(blogs.url('/feed', '127.0.0.3')))).toBe('items');
  });

  it('fails like any other where a 503 names no time', async () => {
    blogs.on('/feed', { status: 503 }, { body: 'items' });
    const { fetchFeed } = aFetcher();
    expect((await failureOf(fetchFeed(blogs.url('/feed')))).code).toBe('status');
    expect(textOf(await fetchFeed(blogs.url('/feed')))).toBe('items');
  });
});
