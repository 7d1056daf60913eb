import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type Content, createPageCache } from '../../src/web/page-cache.ts';

const page = (body: string, status: NonNullable<Content['status']> = 200): Content => ({
  body,
  type: 'text/plain',
  status,
});

const aCache = (make: () => Promise<Content | undefined>) => {
  let version = 1;
  let made = 0;
  const cache = createPageCache(async () => String(version));
  const site = new Hono();
  const counted = () => {
    made += 1;
    return make();
  };
  site.get('/kept/:key', context => cache.respond(context, context.req.param('key'), counted));
  site.get('/once', context => cache.respondOnce(context, counted));
  return {
    get: (path: string, headers: Record<string, string> = {}) => site.request(path, { headers }),
    publish: () => {
      version += 1;
    },
    made: () => made,
  };
};

describe('a page in memory', () => {
  it('is made once, until the archive has another edition', async () => {
    const { get, publish, made } = aCache(async () => page('text'));
    for (const _ of [1, 2, 3]) expect(await (await get('/kept/a')).text()).toBe('text');
    expect(made()).toBe(1);
    publish();
    await get('/kept/a');
    expect(made()).toBe(2);
  });

  it('is made once for all who ask for it at the same time', async () => {
    const { get, made } = aCache(async () => page('text'));
    const answers = await Promise.all([1, 2, 3, 4].map(() => get('/kept/a')));
    expect(await Promise.all(answers.map(answer => answer.text()))).toEqual(['text', 'text', 'text', 'text']);
    expect(made()).toBe(1);
  });

  it('is made again where that failed', async () => {
    const outcomes = [Promise.reject(new Error('no')), Promise.resolve(page('text'))];
    const { get } = aCache(() => outcomes.shift() ?? Promise.resolve(undefined));
    expect((await get('/kept/a')).status).toBe(500);
    expect((await get('/kept/a')).status).toBe(200);
  });

  it('is not kept where there is none', async () => {
    const { get, made } = aCache(async () => undefined);
    for (const _ of [1, 2]) expect((await get('/kept/a')).status).toBe(404);
    expect(made()).toBe(2);
  });

  it('is not kept where an edition came while it was made', async () => {
    let isFirst = true;
    const cache: ReturnType<typeof aCache> = aCache(async () => {
      if (!isFirst) return page('of now');
      isFirst = false;
      cache.publish();
      await cache.get('/kept/other');
      return page('of before');
    });
    expect(await (await cache.get('/kept/a')).text()).toBe('of before');
    expect(await (await cache.get('/kept/a')).text()).toBe('of now');
  });

  it('is sent compressed to whoever takes that, and is the same', async () => {
    const text = 'All that there is. '.repeat(100);
    const { get } = aCache(async () => page(text));
    const compressed = await get('/kept/a', { 'Accept-Encoding': 'br, gzip' });
    expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
    expect(compressed.headers.get('Vary')).toBe('Accept-Encoding');
    const bytes = new Uint8Array(await compressed.arrayBuffer());
    expect(bytes.length).toBeLessThan(text.length / 5);
    expect(gunzipSync(bytes).toString()).toBe(text);
    for (const refused of ['identity', 'gzip;q=0', 'br']) {
      const plain = await get('/kept/a', { 'Accept-Encoding': refused });
      expect(plain.headers.get('Content-Encoding')).toBeNull();
      expect(await plain.text()).toBe(text);
    }
  });

  it('is not sent again to whoever has it', async () => {
    const { get } = aCache(async () => page('text'));
    const etag = (await get('/kept/a')).headers.get('ETag') ?? '';
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const answer = await get('/kept/a', { 'If-None-Match': known });
      expect(answer.status).toBe(304);
      expect(await answer.text()).toBe('');
      expect(answer.headers.get('ETag')).toBe(etag);
    }
    expect((await get('/kept/a', { 'If-None-Match': '"other"' })).status).toBe(200);
  });
});

describe('an answer to what somebody typed', () => {
  it('is made each time, and as any page else', async () => {
    const { get, made } = aCache(async () => page('text'));
    const etag = (await get('/once')).headers.get('ETag') ?? '';
    expect((await get('/once', { 'If-None-Match': etag })).status).toBe(304);
    expect((await get('/once', { 'Accept-Encoding': 'gzip' })).headers.get('Content-Encoding')).toBe('gzip');
    expect(made()).toBe(3);
  });

  it('has its status, and no name by which it would be known again where it is a refusal', async () => {
    const { get } = aCache(async () => page('no', 400));
    const answer = await get('/once', { 'If-None-Match': '*' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('ETag')).toBeNull();
    expect(await answer.text()).toBe('no');
  });
});
