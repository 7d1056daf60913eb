import Keyv from 'keyv';
import { fetch, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordedDay, serveRecordedDay } from '../../samples/server.ts';
import { createFetcher } from '../../src/sources/http/fetcher.ts';

let day: RecordedDay;
beforeAll(async () => {
  day = await serveRecordedDay();
});
afterAll(() => day.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { dispatcher: day.dispatcher, headers, redirect: 'manual' });

describe('serveRecordedDay', () => {
  it('listens on loopback alone', () => {
    expect(day.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each(['https://stripe.com/blog/feed.rss', 'http://stripe.com/blog/feed.rss'])('answers for %s', async url => {
    const direct = await fetch(`${day.origin}/stripe.com/blog/feed.rss`);
    const routed = await get(url);
    expect(routed.status).toBe(200);
    expect(routed.url).toBe(url);
    expect(await routed.text()).toBe(await direct.text());
  });

  it('answers whatever the query says of the reader', async () => {
    expect((await get('https://www.infoq.com/news/2026/04/eslint-10-release/?utm_source=infoq')).status).toBe(200);
  });

  it.each([
    'https://stripe.com/blog/no-such-post',
    'https://stripe.com/',
    'https://unknown.example/feed',
    'https://developers.soundcloud.com/blog/blog.rss',
    'https://developers.soundcloud.com/blog.rss',
  ])('answers 404 for %s, without leaving the machine', async url => {
    expect((await get(url)).status).toBe(404);
  });

  it('compresses what was recorded as compressed', async () => {
    const { headers, body } = await request('https://blog.cloudflare.com/rss/', { dispatcher: day.dispatcher });
    const bytes = new Uint8Array(await body.arrayBuffer());
    expect(headers['content-encoding']).toBe('gzip');
    expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
    expect(await (await get('https://blog.cloudflare.com/rss/')).text()).toMatch(/^<\?xml/);
  });

  it('repeats a redirect', async () => {
    const moved = await get('https://brett.trpstra.net/brettterpstra');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, 'https://brettterpstra.com/atom.xml']);
  });
});

describe('conditional requests', () => {
  const url = 'https://engineeringblog.yelp.com/feed.xml';
  const never = '"another"';

  it.each<[string, (etag: string, modified: string) => Record<string, string>, number]>([
    ['the same ETag', etag => ({ 'if-none-match': etag }), 304],
    ['the same ETag, weakened on the way', etag => ({ 'if-none-match': `W/${etag}` }), 304],
    ['one of several ETags', etag => ({ 'if-none-match': `${never}, ${etag}` }), 304],
    ['another ETag', () => ({ 'if-none-match': never }), 200],
    [
      'another ETag, though the date is the same',
      (_, date) => ({ 'if-none-match': never, 'if-modified-since': date }),
      200,
    ],
    ['the same date', (_, date) => ({ 'if-modified-since': date }), 304],
    ['an earlier date', () => ({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' }), 200],
    ['a date that is none', () => ({ 'if-modified-since': 'yesterday' }), 200],
  ])('%s', async (_, conditions, status) => {
    const first = await get(url);
    const etag = first.headers.get('etag') ?? '';
    const again = await get(url, conditions(etag, first.headers.get('last-modified') ?? ''));
    expect(again.status).toBe(status);
    expect(again.headers.get('etag')).toBe(etag);
    expect((await again.text()) === '').toBe(status === 304);
  });

  it('never calls a failure unchanged', async () => {
    const gone = await get('https://developers.soundcloud.com/blog.rss', { 'if-none-match': '' });
    expect(gone.status).toBe(404);
  });
});

describe('what is asked of the recorded day', () => {
  it.each(['http://127.0.0.1/', 'https://wiki.internal/', 'https://stripe.com:6379/', 'https://me:gehe1m@stripe.com/'])(
    'passes the same gate as what is asked of the live blogs: not %s',
    async url => {
      const { dispatcher } = day;
      const { fetchFeed } = createFetcher({ cache: new Keyv(), userAgent: 'test', now: () => new Date(), dispatcher });
      await expect(fetchFeed(url)).rejects.toMatchObject({
        code: expect.stringMatching(/^(private-address|unusual-port|bad-url)$/),
      });
    },
  );
});
