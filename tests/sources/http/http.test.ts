import type { LookupFunction } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { Agent, request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FetchError } from '../../../src/sources/http/fetch-error.ts';
import type { Fetch, Fetched } from '../../../src/sources/http/http.ts';
import { type BlogServer, startBlogs } from '../../servers/blogs.ts';
import { aFetcher } from '../a-fetcher.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(() => blogs.close());

const text = (fetched: Fetched): string => {
  expect(fetched.status).toBe('fresh');
  return fetched.status === 'fresh' ? new TextDecoder().decode(fetched.body) : '';
};

/** Fetches as `collect` does: what is new is stored, then remembered. */
const fetchAndKeep = async (fetch: Fetch, url: string, ttl?: number): Promise<Fetched['status']> => {
  const fetched = await fetch(url);
  if (fetched.status === 'fresh') await fetched.remember({ ttl });
  return fetched.status;
};

const failure = async (fetching: Promise<unknown>): Promise<FetchError> => {
  const error = await fetching.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FetchError) return error;
  throw new Error('expected a FetchError', { cause: error });
};

describe('a document', () => {
  it('comes with its bytes, its type and the address where it stood', async () => {
    blogs.on('/feed', { body: '<rss/>', headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
    const fetched = await aFetcher().fetchFeed(blogs.url('/feed'));
    expect(text(fetched)).toBe('<rss/>');
    expect(fetched).toMatchObject({ contentType: 'application/rss+xml; charset=utf-8', url: blogs.url('/feed') });
  });

  it('is asked for by an honest name with an address for complaints (#26)', async () => {
    await failure(aFetcher().fetchFeed(blogs.url('/feed')));
    expect(blogs.asked[0]?.headers['user-agent']).toBe('EngineeringAtScale/0.1 (+https://digest.example/about)');
  });

  it('is asked for by another name where a blog refuses ours (#26)', async () => {
    const admitsBrowsers = ({ headers }: { headers: { 'user-agent'?: string | undefined } }) =>
      headers['user-agent']?.startsWith('Mozilla/') ? { body: 'welcome' } : { status: 403 };
    blogs.on('/feed', admitsBrowsers);
    const { fetchFeed } = aFetcher();
    expect((await failure(fetchFeed(blogs.url('/feed')))).status).toBe(403);
    expect(text(await fetchFeed(blogs.url('/feed'), { userAgent: 'Mozilla/5.0' }))).toBe('welcome');
  });

  it.each(['ftp://127.0.0.1/feed', 'file:///etc/passwd', 'data:text/xml,<rss/>', 'javascript:alert(1)', 'feed', ''])(
    'is not fetched from %j: http and https only (#35)',
    async address => {
      expect((await failure(aFetcher().fetchFeed(address))).code).toBe('bad-url');
    },
  );

  it('is not fetched from a file that a redirect points to (#35)', async () => {
    blogs.on('/feed', { status: 302, headers: { location: 'file:///etc/passwd' } });
    expect((await failure(aFetcher().fetchFeed(blogs.url('/feed')))).code).toBe('bad-url');
  });
});

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
    expect(text(await aFetcher().fetchFeed(blogs.url('/feed')))).toBe(feed);
    expect(blogs.asked[0]?.headers['accept-encoding']).toBe('gzip, deflate, br, zstd');
  });

  it.each([
    ['gzip', Buffer.from('plain after all'), 'gzip'],
    ['gzip', gzipSync(feed).subarray(0, 30), 'unexpected end of file'],
    ['compress', Buffer.from('x'), '"compress"'],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(feed))), '3 times'],
  ])('%s that cannot be undone is refused by name', async (coding, body, words) => {
    blogs.on('/feed', { body, headers: { 'content-encoding': coding } });
    const error = await failure(aFetcher().fetchFeed(blogs.url('/feed')));
    expect(error.code).toBe('encoding');
    expect(error.message).toContain(words);
  });
});

describe('size', () => {
  const maxBytes = 1000;

  it('is measured as sent', async () => {
    blogs.on('/feed', { body: 'x'.repeat(maxBytes) }, { body: 'x'.repeat(maxBytes + 1) });
    const { fetchFeed } = aFetcher({ maxBytes });
    expect(text(await fetchFeed(blogs.url('/feed')))).toHaveLength(maxBytes);
    const error = await failure(fetchFeed(blogs.url('/feed')));
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
    expect((await failure(aFetcher({ maxBytes: 100_000 }).fetchFeed(blogs.url('/feed')))).code).toBe('too-large');
  });

  it('has no say over the pages of an error', async () => {
    blogs.on('/feed', { status: 500, body: 'x'.repeat(5000), headers: { 'content-encoding': 'nonsense' } });
    expect((await failure(aFetcher({ maxBytes }).fetchFeed(blogs.url('/feed')))).code).toBe('status');
  });
});

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
    expect(text(await crashed.restart().fetchFeed(blogs.url('/feed')))).toBe('items');
    expect(blogs.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('send no validators of one address to another that it redirects to', async () => {
    blogs.on('/feed', { body: 'old', headers: { etag: '"one"' } }, { status: 302, headers: { location: '/other' } });
    blogs.on('/other', { body: 'new', headers: { etag: '"one"' } });
    const { fetchFeed } = aFetcher();
    await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(text(await fetchFeed(blogs.url('/feed')))).toBe('new');
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
    expect(await failure(aFetcher().fetchFeed(blogs.url('/feed')))).toMatchObject({ code: 'status', status: 304 });
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

describe('a server that asks for a pause', () => {
  it.each([
    ['in seconds', 429, '1800'],
    ['in seconds', 503, '1800'],
    ['as a date', 429, 'Wed, 01 Apr 2026 07:30:00 GMT'],
  ])('%s (%i) is left alone until then, in the next run too (#20)', async (_, status, value) => {
    blogs.on('/feed', { status, headers: { 'retry-after': value } }, { body: 'items' });
    blogs.on('/other', { body: 'items' });
    const { fetchFeed, clock, restart } = aFetcher();
    const error = await failure(fetchFeed(blogs.url('/feed')));
    expect(error).toMatchObject({ code: 'rate-limited', status, retryAt: new Date('2026-04-01T07:30:00Z') });
    expect(error.message).toContain('2026-04-01T07:30:00.000Z');
    clock.pass(29);
    expect((await failure(restart().fetchFeed(blogs.url('/other')))).code).toBe('rate-limited');
    expect(blogs.asked).toHaveLength(1);
    clock.pass(1);
    expect(text(await restart().fetchFeed(blogs.url('/feed')))).toBe('items');
  });

  it.each([{}, { 'retry-after': 'a while' }, { 'retry-after': '-5' }, { 'retry-after': '0' }, { 'retry-after': '' }])(
    'without saying for how long (429 with %j) gets ten minutes, and nothing breaks (#21)',
    async headers => {
      blogs.on('/feed', { status: 429, headers }, { body: 'items' });
      const { fetchFeed, clock } = aFetcher();
      expect((await failure(fetchFeed(blogs.url('/feed')))).retryAt).toEqual(new Date('2026-04-01T07:10:00Z'));
      clock.pass(10);
      expect(text(await fetchFeed(blogs.url('/feed')))).toBe('items');
    },
  );

  it('gets a week at most', async () => {
    blogs.on('/feed', { status: 429, headers: { 'retry-after': '999999999999999' } });
    const error = await failure(aFetcher().fetchFeed(blogs.url('/feed')));
    expect(error.retryAt).toEqual(new Date('2026-04-08T07:00:00Z'));
  });

  it('pauses no other host', async () => {
    blogs.on('/feed', { status: 429 }, { body: 'items' });
    const { fetchFeed } = aFetcher();
    await failure(fetchFeed(blogs.url('/feed', '127.0.0.2')));
    expect(text(await fetchFeed(blogs.url('/feed', '127.0.0.3')))).toBe('items');
  });

  it('fails like any other where a 503 names no time', async () => {
    blogs.on('/feed', { status: 503 }, { body: 'items' });
    const { fetchFeed } = aFetcher();
    expect((await failure(fetchFeed(blogs.url('/feed')))).code).toBe('status');
    expect(text(await fetchFeed(blogs.url('/feed')))).toBe('items');
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302) => ({ status, headers: { location } });

  it.each([301, 302, 303, 307, 308])('%i is followed, relative addresses too', async status => {
    blogs.on('/feed', to('moved/feed.xml', status));
    blogs.on('/moved/feed.xml', { body: 'items' });
    const fetched = await aFetcher().fetchFeed(blogs.url('/feed'));
    expect(text(fetched)).toBe('items');
    expect(fetched.url).toBe(blogs.url('/moved/feed.xml'));
  });

  it('are followed five times and no more (#27)', async () => {
    for (let hop = 0; hop < 7; hop++) blogs.on(`/${hop}`, to(`/${hop + 1}`));
    blogs.on('/7', { body: 'items' });
    const { fetchFeed } = aFetcher();
    expect(text(await fetchFeed(blogs.url('/2')))).toBe('items');
    expect((await failure(fetchFeed(blogs.url('/1')))).code).toBe('too-many-redirects');
  });

  it.each([
    ['/self', { '/self': '/self' }],
    ['/a', { '/a': '/b', '/b': '/a' }],
    ['/a', { '/a': '/b', '/b': '/c', '/c': '/b#top' }],
  ])('in a circle from %s are told as such at once (#27)', async (start, hops) => {
    for (const [from, target] of Object.entries(hops)) blogs.on(from, to(target));
    expect((await failure(aFetcher().fetchFeed(blogs.url(start)))).code).toBe('redirect-loop');
    expect(blogs.asked).toHaveLength(Object.keys(hops).length);
  });

  it.each([{}, { location: 'http://' }])('to nowhere (%j) are refused', async headers => {
    blogs.on('/feed', { status: 302, headers });
    expect((await failure(aFetcher().fetchFeed(blogs.url('/feed')))).code).toBe('bad-url');
  });

  it.each([301, 308])('%i is believed once it has led to the feed three times (#27)', async status => {
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
  ])('one that %s is never believed (#27)', async (_, statuses) => {
    blogs.on('/feed', ...statuses.map(status => to('/new', status)));
    blogs.on('/new', { body: 'items' });
    const { fetchFeed } = aFetcher();
    for (const _ of [...statuses, 301]) await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(blogs.askedFor('/feed')).toHaveLength(5);
  });

  it('a way that is permanent only in its last step is never believed (#27)', async () => {
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
    expect((await failure(fetchFeed(blogs.url('/feed')))).code).toBe('rate-limited');
    expect(blogs.askedFor('/feed')).toHaveLength(3);
  });

  it('a move that does not last is taken back: the old address is asked again (#27)', async () => {
    blogs.on('/feed', to('/new', 301), to('/new', 301), to('/new', 301), { body: 'back home' });
    blogs.on('/new', { body: 'items' }, { body: 'items' }, { body: 'items' }, { status: 404 });
    const { fetchFeed } = aFetcher();
    for (let run = 0; run < 3; run++) await fetchAndKeep(fetchFeed, blogs.url('/feed'));
    expect(text(await fetchFeed(blogs.url('/feed')))).toBe('back home');
  });
});

describe('what went wrong is told exactly (#27)', () => {
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
    const error = await failure(aFetcher().fetchFeed(blogs.url('/feed?token=secret')));
    expect(error).toMatchObject({ code: 'status' });
    expect(error.message).toMatch(words);
    expect(error.message).not.toContain('secret');
  });

  it('a port that nobody listens on', async () => {
    const gone = await startBlogs();
    await gone.close();
    const error = await failure(aFetcher().fetchFeed(gone.url('/feed')));
    expect(error.code).toBe('refused');
    expect(error.message).toBe(
      `${gone.url('/feed')} cannot be reached: the connection was refused; the server is down, or the address is wrong (ECONNREFUSED)`,
    );
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('a host name that does not resolve (%s)', async code => {
    const lookup: LookupFunction = (_, __, done) =>
      done(Object.assign(new Error(`getaddrinfo ${code}`), { code }), '', 4);
    const dispatcher = new Agent({ connect: { lookup } });
    const error = await failure(aFetcher({ dispatcher }).fetchFeed('http://blog.example/feed'));
    expect(error.code).toBe('dns');
    expect(error.message).toContain(`blog.example/feed cannot be found: its host name does not resolve`);
  });

  it('a server that does not speak TLS where https is asked for', async () => {
    const error = await failure(aFetcher().fetchFeed(blogs.url('/feed').replace('http:', 'https:')));
    expect(error.code).toBe('tls');
  });

  it('a server that accepts and never answers', async () => {
    blogs.on('/feed', { after: new Promise(() => {}) });
    const error = await failure(aFetcher({ totalTimeout: 30 }).fetchFeed(blogs.url('/feed')));
    expect(error.code).toBe('timeout');
    expect(error.message).toContain('did not answer in time');
  });

  it('a server that starts its answer and never ends it', async () => {
    blogs.on('/feed', { body: 'half', headers: { 'content-length': '1000' } });
    expect((await failure(aFetcher({ totalTimeout: 50 }).fetchFeed(blogs.url('/feed')))).code).toBe('timeout');
  });

  it.each(['before', 'within'] as const)('a connection that breaks off %s the answer', async breakOff => {
    blogs.on('/feed', { body: 'half', headers: { 'content-length': '1000' }, breakOff });
    expect((await failure(aFetcher().fetchFeed(blogs.url('/feed')))).code).toBe('reset');
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
    expect(text(await fetchFeed(blogs.url('/feed', '127.0.0.3')))).toBe('items');
    release();
    await Promise.all(slow);
  });

  it('a request that fails gives its place back', async () => {
    blogs.on('/feed', { body: 'items' });
    const { fetchFeed } = aFetcher({ concurrency: 1 });
    await failure(fetchFeed(blogs.url('/missing')));
    expect(text(await fetchFeed(blogs.url('/feed')))).toBe('items');
  });
});
