import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher } from '../a-fetcher.ts';
import { failureOf, fetchAndKeep, textOf } from './fetching.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(() => blogs.close());

describe('a document', () => {
  it('comes with its bytes, its type and the address where it stood', async () => {
    blogs.on('/feed', { body: '<rss/>', headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
    const fetched = await aFetcher().fetchFeed(blogs.url('/feed'));
    expect(textOf(fetched)).toBe('<rss/>');
    expect(fetched).toMatchObject({ contentType: 'application/rss+xml; charset=utf-8', url: blogs.url('/feed') });
  });

  it('is asked for by an honest name with an address for complaints (complaint 26)', async () => {
    await failureOf(aFetcher().fetchFeed(blogs.url('/feed')));
    expect(blogs.asked[0]?.headers['user-agent']).toBe('EngineeringAtScale/0.1 (+https://digest.example/about)');
  });

  it('is asked for by another name where a blog refuses ours (complaint 26)', async () => {
    const admitsBrowsers = ({ headers }: { headers: { 'user-agent'?: string | undefined } }) =>
      headers['user-agent']?.startsWith('Mozilla/') ? { body: 'welcome' } : { status: 403 };
    blogs.on('/feed', admitsBrowsers);
    const { fetchFeed } = aFetcher();
    expect((await failureOf(fetchFeed(blogs.url('/feed')))).status).toBe(403);
    expect(textOf(await fetchFeed(blogs.url('/feed'), { userAgent: 'Mozilla/5.0' }))).toBe('welcome');
  });

  it.each(['ftp://127.0.0.1/feed', 'file:///etc/passwd', 'data:text/xml,<rss/>', 'javascript:alert(1)', 'feed', ''])(
    'is not fetched from %j: http and https only (complaint 35)',
    async address => {
      expect((await failureOf(aFetcher().fetchFeed(address))).code).toBe('bad-url');
    },
  );

  it('is not fetched from a file that a redirect points to (complaint 35)', async () => {
    blogs.on('/feed', { status: 302, headers: { location: 'file:///etc/passwd' } });
    expect((await failureOf(aFetcher().fetchFeed(blogs.url('/feed')))).code).toBe('bad-url');
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302) => ({ status, headers: { location } });

  it.each([301, 302, 303, 307, 308])('%i is followed, relative addresses too', async status => {
    blogs.on('/feed', to('moved/feed.xml', status));
    blogs.on('/moved/feed.xml', { body: 'items' });
    const fetched = await aFetcher().fetchFeed(blogs.url('/feed'));
    expect(textOf(fetched)).toBe('items');
    expect(fetched.url).toBe(blogs.url('/moved/feed.xml'));
  });

  it('are followed five times and no more (complaint 27)', async () => {
    for (let hop = 0; hop < 7; hop++) blogs.on(`/${hop}`, to(`/${hop + 1}`));
    blogs.on('/7', { body: 'items' });
    const { fetchFeed } = aFetcher();
    expect(textOf(await fetchFeed(blogs.url('/2')))).toBe('items');
    expect((await failureOf(fetchFeed(blogs.url('/1')))).code).toBe('too-many-redirects');
  });

  it.each([
    ['/self', { '/self': '/self' }],
    ['/a', { '/a': '/b', '/b': '/a' }],
    ['/a', { '/a': '/b', '/b': '/c', '/c': '/b#top' }],
  ])('in a circle from %s are told as such at once (complaint 27)', async (start, hops) => {
    for (const [from, target] of Object.entries(hops)) blogs.on(from, to(target));
    expect((await failureOf(aFetcher().fetchFeed(blogs.url(start)))).code).toBe('redirect-loop');
    expect(blogs.asked).toHaveLength(Object.keys(hops).length);
  });

  it.each([{}, { location: 'http://' }])('to nowhere (%j) are refused', async headers => {
    blogs.on('/feed', { status: 302, headers });
    expect((await failureOf(aFetcher().fetchFeed(blogs.url('/feed')))).code).toBe('bad-url');
  });

  it.each([301, 308])('%i is believed once it has led to the feed three times (complaint 27)', async status => {
    blogs.on('/feed', to('/new', status));
    blogs.on('/new', { body: 'items', headers: { etag: '"one"' } });
    const { fetchFeed, restart } = aFetcher();
    for (let run = 0; run < 5; run++) await fetchAndKeep(run < 2 ? fetchFeed : restart().fetchFeed, blogs.url('/feed'));
    expect(blogs.askedFor('/feed')).toHaveLength(3);
    expect(blogs.askedFor('/new').map(asked => asked.headers['if-none-match'])).toEqual([
      undefined,
      ...Array(4).fill('"one"'),
    ]);
  });

  it.each([
    ['is temporary', [302, 302, 302, 302]],
    ['is permanent only now and then', [301, 301, 302, 301]],
  ])('one that %s is never believed (complaint 27)', async (_, statuses) => {
    blogs.on('/feed', ...statuses.map(status => to('/new', status)));
    blogs.on('/new', { body: 'items' });
    const { fetchFeed } = aFetcher();
    for (const _ of [...statuses, 301]) await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(blogs.askedFor('/feed')).toHaveLength(5);
  });

  it('a way that is permanent only in its last step is never believed (complaint 27)', async () => {
    blogs.on('/feed', to('/today', 302));
    blogs.on('/today', to('/new', 301));
    blogs.on('/new', { body: 'items' });
    const { fetchFeed } = aFetcher();
    for (let run = 0; run < 5; run++) await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(blogs.askedFor('/feed')).toHaveLength(5);
  });

  it('a new address that asks for a pause is given it: the old one is not tried instead', async () => {
    blogs.on('/feed', to(blogs.url('/new', '127.0.0.2'), 301));
    blogs.on('/new', { body: 'items' }, { body: 'items' }, { body: 'items' }, { status: 429 });
    const { fetchFeed } = aFetcher();
    for (let run = 0; run < 3; run++) await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect((await failureOf(fetchFeed(blogs.url('/feed')))).code).toBe('rate-limited');
    expect(blogs.askedFor('/feed')).toHaveLength(3);
  });

  it('a move that does not last is taken back: the old address is asked again (complaint 27)', async () => {
    blogs.on('/feed', to('/new', 301), to('/new', 301), to('/new', 301), { body: 'back home' });
    blogs.on('/new', { body: 'items' }, { body: 'items' }, { body: 'items' }, { status: 404 });
    const { fetchFeed } = aFetcher();
    for (let run = 0; run < 3; run++) await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(textOf(await fetchFeed(blogs.url('/feed')))).toBe('back home');
  });
});

describe('good manners', () => {
  it('one request at a time for each host, after redirects as well', async () => {
    const paths = ['/1', '/2', '/3', '/4'];
    for (const path of paths) blogs.on(path, { body: 'items' });
    blogs.on('/from-afar', { status: 302, headers: { location: blogs.url('/4', '127.0.0.2') } });
    const { fetchFeed } = aFetcher();
    await Promise.all([
      ...paths.map(path => fetchFeed(blogs.url(path, '127.0.0.2'))),
      ...[3, 4, 5].map(host => fetchFeed(blogs.url('/from-afar', `127.0.0.${host}`))),
    ]);
    expect(blogs.mostAtOnce('127.0.0.2')).toBe(1);
  });

  it('many hosts at once, up to the bound over all', async () => {
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    blogs.on('/feed', { body: 'items', after: hold });
    const { fetchFeed } = aFetcher({ concurrency: 3 });
    const fetching = Array.from({ length: 8 }, (_, host) => fetchFeed(blogs.url('/feed', `127.0.1.${host + 1}`)));
    await blogs.arrived(3);
    // Time enough for a fourth to arrive, if it were let through.
    for (let trip = 0; trip < 20; trip++) await request(blogs.url('/missing', '127.0.2.1'));
    expect(blogs.askedFor('/feed')).toHaveLength(3);
    release();
    await Promise.all(fetching);
    expect(blogs.askedFor('/feed')).toHaveLength(8);
  });

  it('a slow host takes no place from the others while it is waited for', async () => {
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    blogs.on('/slow', { body: 'slow', after: hold });
    blogs.on('/feed', { body: 'items' });
    const { fetchFeed } = aFetcher({ concurrency: 2 });
    const slow = [1, 2, 3, 4].map(() => fetchFeed(blogs.url('/slow', '127.0.0.2')));
    expect(textOf(await fetchFeed(blogs.url('/feed', '127.0.0.3')))).toBe('items');
    release();
    await Promise.all(slow);
  });

  it('a request that fails gives its place back', async () => {
    blogs.on('/feed', { body: 'items' });
    const { fetchFeed } = aFetcher({ concurrency: 1 });
    await failureOf(fetchFeed(blogs.url('/missing')));
    expect(textOf(await fetchFeed(blogs.url('/feed')))).toBe('items');
  });
});
