import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher } from '../a-fetcher.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
  for (const path of ['/post', '/private/post', '/feed']) blogs.on(path, { body: path });
});
afterEach(() => blogs.close());

const closed = 'User-agent: *\nDisallow: /private/';

describe('robots.txt', () => {
  it.each([
    ['*', 'User-agent: *\nDisallow: /private/'],
    ['our name', 'User-agent: EngineeringAtScale\nDisallow: /private/\n\nUser-agent: *\nDisallow:'],
    ['our name in another case', 'user-agent: engineeringatscale\ndisallow: /private/'],
    ['a pattern', 'User-agent: *\nDisallow: /*/post$\nAllow: /post'],
  ])('closes pages to %s', async (_, body) => {
    blogs.on('/robots.txt', { body });
    const { fetchPage } = aFetcher();
    await expect(fetchPage(blogs.url('/private/post'))).rejects.toMatchObject({
      code: 'blocked-by-robots',
      message: `${blogs.url('/private/post')} is closed to this reader by 127.0.0.1:${blogs.port}/robots.txt`,
    });
    await expect(fetchPage(blogs.url('/post'))).resolves.toMatchObject({ status: 'fresh' });
    expect(blogs.askedFor('/private/post')).toEqual([]);
  });

  it('closes a page that another redirects to', async () => {
    blogs.on('/robots.txt', { body: closed });
    blogs.on('/post', { status: 302, headers: { location: '/private/post' } });
    await expect(aFetcher().fetchPage(blogs.url('/post'))).rejects.toMatchObject({ code: 'blocked-by-robots' });
    expect(blogs.askedFor('/private/post')).toEqual([]);
  });

  it('has no say over feeds, which are published to be fetched', async () => {
    blogs.on('/robots.txt', { body: 'User-agent: *\nDisallow: /' });
    await expect(aFetcher().fetchFeed(blogs.url('/feed'))).resolves.toMatchObject({ status: 'fresh' });
    expect(blogs.askedFor('/robots.txt')).toEqual([]);
  });

  it('speaks to the name by which we ask', async () => {
    blogs.on('/robots.txt', { body: 'User-agent: EngineeringAtScale\nDisallow: /' });
    const { fetchPage } = aFetcher();
    await expect(fetchPage(blogs.url('/post'))).rejects.toMatchObject({ code: 'blocked-by-robots' });
    await expect(fetchPage(blogs.url('/post'), { userAgent: 'Acme/1.0' })).resolves.toMatchObject({ status: 'fresh' });
  });

  it.each([404, 401, 403, 410])('that is not there (%i) closes nothing', async status => {
    blogs.on('/robots.txt', { status });
    await expect(aFetcher().fetchPage(blogs.url('/post'))).resolves.toMatchObject({ status: 'fresh' });
  });

  it('that redirects in a circle closes nothing', async () => {
    blogs.on('/robots.txt', { status: 302, headers: { location: '/robots.txt' } });
    await expect(aFetcher().fetchPage(blogs.url('/post'))).resolves.toMatchObject({ status: 'fresh' });
  });

  it('is followed to where it redirects', async () => {
    blogs.on('/robots.txt', { status: 301, headers: { location: '/rules' } });
    blogs.on('/rules', { body: closed });
    await expect(aFetcher().fetchPage(blogs.url('/private/post'))).rejects.toMatchObject({ code: 'blocked-by-robots' });
  });

  it('that the server fails to give closes everything, for now', async () => {
    blogs.on('/robots.txt', { status: 500 }, { status: 404 });
    const { fetchPage } = aFetcher();
    await expect(fetchPage(blogs.url('/post'))).rejects.toMatchObject({
      code: 'blocked-by-robots',
      status: 500,
      message: expect.stringContaining('answered 500, which closes the site for now'),
    });
    await expect(fetchPage(blogs.url('/post'))).resolves.toMatchObject({ status: 'fresh' });
  });

  it('that asks for a pause is told as that, and read when the pause is over', async () => {
    blogs.on('/robots.txt', { status: 429 }, { body: closed });
    const { fetchPage, clock } = aFetcher();
    await expect(fetchPage(blogs.url('/private/post'))).rejects.toMatchObject({ code: 'rate-limited' });
    clock.pass(10);
    await expect(fetchPage(blogs.url('/private/post'))).rejects.toMatchObject({ code: 'blocked-by-robots' });
  });

  it('is asked for once a day, in the next run too', async () => {
    blogs.on('/robots.txt', { body: closed });
    const { fetchPage, clock, restart } = aFetcher();
    await fetchPage(blogs.url('/post'));
    clock.pass(24 * 60 - 1);
    await restart().fetchPage(blogs.url('/post'));
    expect(blogs.askedFor('/robots.txt')).toHaveLength(1);
    clock.pass(1);
    await restart().fetchPage(blogs.url('/post'));
    expect(blogs.askedFor('/robots.txt')).toHaveLength(2);
  });

  it('is asked for once by many pages at a time', async () => {
    blogs.on('/robots.txt', { body: closed });
    const { fetchPage } = aFetcher();
    await Promise.all(Array.from({ length: 5 }, () => fetchPage(blogs.url('/post'))));
    expect(blogs.askedFor('/robots.txt')).toHaveLength(1);
  });
});
