import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedItem } from '../../src/edition/item.ts';
import type { Source, SourceStatus } from '../../src/edition/source.ts';
import { type CollectOptions, clampDates, collect } from '../../src/sources/collect.ts';
import { type BlogServer, startBlogs } from '../servers/blogs.ts';
import { aFetcher, type FetcherUnderTest } from './a-fetcher.ts';

let blogs: BlogServer;
beforeEach(async () => {
  blogs = await startBlogs();
});
afterEach(() => blogs.close());

const rss = (titles: readonly string[], channel = ''): string => {
  const items = titles.map(title => `<item><title>${title}</title><link>https://blog.example/${title}</link></item>`);
  return `<rss version="2.0"><channel><title>A blog</title>${channel}${items.join('')}</channel></rss>`;
};

const blog = (name: string, ...paths: readonly string[]): Source => ({
  name,
  company: name,
  site: 'https://blog.example',
  feeds: paths.map(path => blogs.url(path)),
});

/** Collects with the real fetcher and keeps titles by source, as a database would. */
function aRun(fetcher: FetcherUnderTest = aFetcher()) {
  const kept = new Map<string, string[]>();
  const keep = async (source: Source, items: readonly FeedItem[]): Promise<void> => {
    kept.set(source.name, [...(kept.get(source.name) ?? []), ...items.map(item => item.title)]);
  };
  const run = (sources: readonly Source[], options: Partial<CollectOptions> = {}) =>
    collect(sources, { fetcher, now: fetcher.clock, keep, ...options });
  return { kept, run, clock: fetcher.clock, restart: () => aRun(fetcher.restart()) };
}

const byName = (statuses: readonly SourceStatus[]): ReadonlyMap<string, SourceStatus> =>
  new Map(statuses.map(status => [status.name, status]));

describe('a collection', () => {
  it('keeps the items of each source and tells how each fared, in their order', async () => {
    blogs.on('/a', { body: rss(['one', 'two']) });
    blogs.on('/b', { body: rss([]) });
    const { run, kept } = aRun();
    expect(await run([blog('A', '/a'), blog('B', '/b')])).toEqual([
      { name: 'A', status: 'ok', items: 2 },
      { name: 'B', status: 'ok', items: 0 },
    ]);
    expect(kept.get('A')).toEqual(['one', 'two']);
  });

  it('is not stopped by a source that fails: it is named with its cause and since when', async () => {
    blogs.on('/good', { body: rss(['one']) });
    blogs.on('/blocked', { status: 403, headers: { server: 'cloudflare' } });
    const { run, kept } = aRun();
    const [, blocked] = await run([blog('Good', '/good'), blog('Blocked', '/blocked')]);
    expect(kept.get('Good')).toEqual(['one']);
    expect(blocked).toEqual({
      name: 'Blocked',
      status: 'failed',
      items: 0,
      code: 'status',
      reason: `${blogs.url('/blocked')} answered 403 Forbidden by Cloudflare: it blocks this reader; set a User-Agent for this source, or give another address of its feed`,
      since: '2026-04-01T07:00:00.000Z',
    });
  });

  it('says that it got a web page instead of a feed, not something about XML (complaint 27)', async () => {
    blogs.on('/feed', { body: '<!doctype html><html><head><title>Sign in</title></head><body>…</body></html>' });
    const [status] = await aRun().run([blog('A', '/feed')]);
    expect(status).toMatchObject({
      status: 'failed',
      code: 'html',
      reason: expect.stringContaining('HTML page instead of a feed'),
    });
  });

  it('says since when a source is blocked, not when it last looked (complaint 26)', async () => {
    blogs.on('/feed', { status: 403 }, { status: 403 }, { body: rss(['one']) }, { status: 403 });
    const { run, clock } = aRun();
    const since: (string | undefined)[] = [];
    let previous = byName([]);
    for (let day = 0; day < 4; day++) {
      previous = byName(await run([blog('A', '/feed')], { previous }));
      since.push(previous.get('A')?.since);
      clock.pass(24 * 60);
    }
    expect(since).toEqual([
      '2026-04-01T07:00:00.000Z',
      '2026-04-01T07:00:00.000Z',
      undefined,
      '2026-04-04T07:00:00.000Z',
    ]);
  });

  it('asks by the name that a source wants to hear (complaint 26)', async () => {
    blogs.on('/feed', { body: rss([]) });
    await aRun().run([{ ...blog('A', '/feed'), userAgent: 'Mozilla/5.0' }]);
    expect(blogs.asked[0]?.headers['user-agent']).toBe('Mozilla/5.0');
  });

  it('reports each source as it is done', async () => {
    blogs.on('/a', { body: rss(['one']) });
    const seen: string[] = [];
    await aRun().run([blog('A', '/a'), blog('B', '/b')], {
      onProgress: status => seen.push(`${status.name} ${status.status}`),
    });
    expect(seen.toSorted()).toEqual(['A ok', 'B failed']);
  });

  it('names a source that has no address at all', async () => {
    expect(await aRun().run([blog('A')])).toMatchObject([{ status: 'failed', code: 'no-address' }]);
  });
});

describe('a feed with flaws', () => {
  it('is read, and they are told of until it is mended', async () => {
    const headers = { etag: '"one"' };
    blogs.on('/feed', { body: rss(['one', 'two']).replace('</channel></rss>', '<item><title>Cut o'), headers });
    const { run, kept, restart } = aRun();
    const cutOff = { name: 'A', items: 2, flaws: ['cut-off'] };
    const first = await run([blog('A', '/feed')]);
    expect(first).toEqual([{ ...cutOff, status: 'ok' }]);
    expect(kept.get('A')).toEqual(['one', 'two']);
    const next = restart();
    expect(await next.run([blog('A', '/feed')], { previous: byName(first) })).toEqual([
      { ...cutOff, status: 'unchanged' },
    ]);
    blogs.on('/feed', { body: rss(['one']), headers: { etag: '"two"' } });
    expect(await next.run([blog('A', '/feed')])).toEqual([{ name: 'A', status: 'ok', items: 1 }]);
  });
});

describe('a source without news', () => {
  it('is unchanged, with the number of items that it had', async () => {
    blogs.on('/feed', { body: rss(['one', 'two']), headers: { etag: '"one"' } });
    const { run, restart } = aRun();
    const previous = byName(await run([blog('A', '/feed')]));
    const next = restart();
    expect(await next.run([blog('A', '/feed')], { previous })).toEqual([{ name: 'A', status: 'unchanged', items: 2 }]);
    expect(next.kept.size).toBe(0);
  });

  it('is left alone for the ttl that its feed names', async () => {
    blogs.on('/feed', { body: rss(['one'], '<ttl>60</ttl>') });
    const { run, clock } = aRun();
    for (const minutes of [0, 59, 1]) {
      clock.pass(minutes);
      await run([blog('A', '/feed')]);
    }
    expect(blogs.asked).toHaveLength(2);
  });
});

describe('nothing is lost', () => {
  it('when storing fails: the server is asked for everything again', async () => {
    blogs.on('/feed', { body: rss(['one']), headers: { etag: '"one"' } });
    const { run, restart } = aRun();
    const full = () => Promise.reject(new Error('disk full'));
    await expect(run([blog('A', '/feed')], { keep: full })).rejects.toThrow('disk full');
    const next = restart();
    expect(await next.run([blog('A', '/feed')])).toEqual([{ name: 'A', status: 'ok', items: 1 }]);
    expect(next.kept.get('A')).toEqual(['one']);
  });

  it('when a feed cannot be read: it is asked for in full the next time', async () => {
    blogs.on(
      '/feed',
      { body: 'not a feed', headers: { etag: '"one"' } },
      { body: rss(['one']), headers: { etag: '"one"' } },
    );
    const { run } = aRun();
    expect(await run([blog('A', '/feed')])).toMatchObject([{ status: 'failed' }]);
    expect(await run([blog('A', '/feed')])).toMatchObject([{ status: 'ok', items: 1 }]);
  });

  it('when the program is stopped: the collection ends with the reason and keeps no half', async () => {
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    blogs.on('/feed', { body: rss(['one']), after: hold });
    const stop = new AbortController();
    const { run, kept } = aRun();
    const running = run([blog('A', '/feed')], { signal: stop.signal });
    await blogs.arrived(1);
    stop.abort(new Error('shutting down'));
    await expect(running).rejects.toThrow('shutting down');
    expect(kept.size).toBe(0);
    release();
  });
});

describe('two sources with one feed', () => {
  it('are fetched and kept once, and each reports', async () => {
    blogs.on('/feed', { body: rss(['one']) });
    const { run, kept } = aRun();
    expect(await run([blog('Netflix Tech Blog', '/feed'), blog('The Netflix Tech Blog', '/feed')])).toEqual([
      { name: 'Netflix Tech Blog', status: 'ok', items: 1 },
      { name: 'The Netflix Tech Blog', status: 'ok', items: 1 },
    ]);
    expect(blogs.asked).toHaveLength(1);
    expect([...kept.keys()]).toEqual(['Netflix Tech Blog']);
  });

  it('fail together, each by name', async () => {
    const statuses = await aRun().run([blog('A', '/feed'), blog('B', '/feed')]);
    expect(statuses.map(status => [status.name, status.code])).toEqual([
      ['A', 'status'],
      ['B', 'status'],
    ]);
    expect(blogs.asked).toHaveLength(1);
  });

  it('are asked for twice where one wants another name to be used', async () => {
    blogs.on('/feed', ({ headers }) =>
      headers['user-agent'] === 'Mozilla/5.0' ? { body: rss(['one']) } : { status: 403 },
    );
    const statuses = await aRun().run([blog('A', '/feed'), { ...blog('B', '/feed'), userAgent: 'Mozilla/5.0' }]);
    expect(statuses.map(status => status.status)).toEqual(['failed', 'ok']);
  });
});

describe('a source with several addresses', () => {
  it.each([
    ['is gone', { status: 404 }],
    ['is a web page', { body: '<html><body>moved</body></html>' }],
    ['is empty', { body: '' }],
  ])('is read from the second where the first %s', async (_, first) => {
    blogs.on('/first', first);
    blogs.on('/second', { body: rss(['one']) });
    const { run, kept } = aRun();
    expect(await run([blog('A', '/first', '/second')])).toEqual([{ name: 'A', status: 'ok', items: 1 }]);
    expect(kept.get('A')).toEqual(['one']);
  });

  it('is not asked at the second where the first will do', async () => {
    blogs.on('/first', { body: rss(['one']), headers: { etag: '"one"' } });
    const { run } = aRun();
    for (let day = 0; day < 2; day++) await run([blog('A', '/first', '/second')]);
    expect(blogs.askedFor('/second')).toEqual([]);
  });

  it('names every cause where none will do', async () => {
    blogs.on('/first', { status: 404 });
    blogs.on('/second', { status: 500 });
    const [status] = await aRun().run([blog('A', '/first', '/second')]);
    expect(status?.reason).toBe(
      `${blogs.url('/first')} answered 404 Not Found: it has moved or is gone; look up its new address; then ${blogs.url('/second')} answered 500 Internal Server Error: the server fails; it is tried again at the next run`,
    );
  });
});

describe('a blog without a feed (complaint 37)', () => {
  const page = (): Source => ({
    ...blog('The Batch'),
    page: { kind: 'links', url: blogs.url('/the-batch/'), selector: 'a[href*="/issue-"]' },
  });

  it('is read from its page, in the encoding that the server names', async () => {
    const lodz = Buffer.from([0xa3, 0xf3, 0x64, 0xbc]);
    const html = Buffer.concat([
      Buffer.from('<a href="/issue-2">'),
      lodz,
      Buffer.from('</a><a href="/issue-1">One</a>'),
    ]);
    const headers = { 'content-type': 'text/html; charset=iso-8859-2', etag: '"one"' };
    blogs.on('/the-batch/', { body: html, headers });
    const { run, kept } = aRun();
    expect(await run([page()])).toEqual([{ name: 'The Batch', status: 'ok', items: 2 }]);
    expect(await run([page()])).toMatchObject([{ status: 'unchanged' }]);
    expect(kept.get('The Batch')).toEqual(['Łódź', 'One']);
  });

  it('is read from its sitemap', async () => {
    blogs.on('/sitemap.xml', {
      body: `<urlset><url><loc>${blogs.url('/posts/one')}</loc><lastmod>2026-03-31</lastmod></url></urlset>`,
    });
    const sitemap = { kind: 'sitemap', url: blogs.url('/sitemap.xml'), prefix: blogs.url('/posts/') } as const;
    expect(await aRun().run([{ ...blog('A'), page: sitemap }])).toEqual([{ name: 'A', status: 'ok', items: 1 }]);
  });

  it('fails by name where its page has changed', async () => {
    blogs.on('/the-batch/', { body: '<html><body>A new look</body></html>' });
    const [status] = await aRun().run([page()]);
    expect(status).toMatchObject({
      code: 'no-links',
      reason: expect.stringContaining('matched nothing: the page may have changed'),
    });
  });

  it('is not read where robots.txt closes its page', async () => {
    blogs.on('/robots.txt', { body: 'User-agent: *\nDisallow: /the-batch/' });
    expect(await aRun().run([page()])).toMatchObject([{ status: 'failed', code: 'blocked-by-robots' }]);
  });

  it('is read from its page where its feed fails', async () => {
    blogs.on('/the-batch/', { body: '<html><body><a href="/issue-1">One</a></body></html>' });
    expect(await aRun().run([{ ...page(), feeds: [blogs.url('/gone')] }])).toMatchObject([{ status: 'ok', items: 1 }]);
  });
});

describe('dates', () => {
  const item = { id: '1', url: 'https://blog.example/1', title: 'One', authors: [], categories: [] };
  const now = new Date('2026-04-01T07:00:00Z');

  it('from the future become the moment of the collection, so that no item stays on top for months (complaint 7)', () => {
    const future = { ...item, published: '2026-09-01T00:00:00.000Z', updated: '2026-04-01T07:00:00.001Z' };
    expect(clampDates([future], now)).toEqual([
      { ...item, published: '2026-04-01T07:00:00.000Z', updated: '2026-04-01T07:00:00.000Z' },
    ]);
  });

  it('from the past, and missing ones, stay as they are', () => {
    const past = { ...item, published: '2026-04-01T07:00:00.000Z' };
    expect(clampDates([past, item], now)).toEqual([past, item]);
  });

  it('are clamped before an item is kept', async () => {
    blogs.on('/feed', {
      body: rss([]).replace(
        '</channel>',
        '<item><title>one</title><pubDate>1 Sep 2026 00:00 GMT</pubDate></item></channel>',
      ),
    });
    const dates: (string | undefined)[] = [];
    await aRun().run([blog('A', '/feed')], {
      keep: async (_, items) => void dates.push(...items.map(one => one.published)),
    });
    expect(dates).toEqual(['2026-04-01T07:00:00.000Z']);
  });
});
