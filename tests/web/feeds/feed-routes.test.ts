import { parseFeed as parseElsewhere } from '@rowanmanning/feed-parser';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/sources/feed.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { aSite } from '../a-site.ts';
import { all, one, readXml } from './read-xml.ts';

const publicUrl = 'https://digest.example.org';
const days = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));

const published = () => aSite({ editions: [anEdition()], publicUrl });

describe('the feeds of editions', () => {
  it.each([
    ['/feed.rss', 'application/rss+xml; charset=utf-8'],
    ['/feed.atom', 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json; charset=utf-8'],
  ])('%s is read as what it is by our own parser, each edition an item with all of it', async (path, type) => {
    const { site } = await published();
    const answer = await site.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(type);
    const feed = parseFeed(new Uint8Array(await answer.arrayBuffer()), { url: publicUrl + path, contentType: type });
    expect(feed.title).toBe('Engineering @ Scale');
    expect(feed.items).toMatchObject([
      {
        id: 'https://digest.example.org/2026-04-01',
        url: 'https://digest.example.org/2026-04-01',
        title: 'Engineering @ Scale — 2026-04-01',
        published: '2026-04-01T06:00:00.000Z',
        summary: 'Databases: 2 companies in one day',
      },
    ]);
    for (const said of ['Databases: 2 companies in one day', 'append-only storage', '12 shards', 'Acme wins an award'])
      expect(feed.items[0]?.content).toContain(said);
    expect(feed.items[0]?.content).toContain('href="https://acme.example/ledger"');
  });

  it.each(['/feed.rss', '/feed.atom'])('%s is read by a parser of another make', async path => {
    const { site } = await published();
    const feed = parseElsewhere(await (await site.request(path)).text());
    expect(feed.language).toBe('en');
    expect(feed.self).toBe(publicUrl + path);
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]?.url).toBe('https://digest.example.org/2026-04-01');
    expect(feed.items[0]?.published).toEqual(new Date('2026-04-01T06:00:00Z'));
    expect(feed.items[0]?.categories.map(({ label }) => label)).toEqual(['Databases']);
  });

  it('has what RSS 2.0 asks for, its dates as RFC 822 has them', async () => {
    const { site } = await published();
    const rss = readXml(await (await site.request('/feed.rss')).text());
    const channel = one(rss, 'channel');
    expect(rss.attributes.version).toBe('2.0');
    for (const name of ['title', 'link', 'description']) expect(one(channel, name).text).not.toBe('');
    expect(one(channel, 'lastBuildDate').text).toBe('Wed, 01 Apr 2026 06:00:00 GMT');
    expect(one(channel, 'language').text).toBe('en');
    expect(one(channel, 'atom:link').attributes).toMatchObject({ rel: 'self', href: `${publicUrl}/feed.rss` });
    const item = one(channel, 'item');
    expect(one(item, 'guid')).toMatchObject({
      text: 'https://digest.example.org/2026-04-01',
      attributes: { isPermaLink: 'true' },
    });
    expect(one(item, 'pubDate').text).toBe('Wed, 01 Apr 2026 06:00:00 GMT');
    expect(all(item, 'comments')).toEqual([]);
  });

  it('has what RFC 4287 asks for, and one link to itself', async () => {
    const { site } = await published();
    const feed = readXml(await (await site.request('/feed.atom')).text());
    expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
    expect(one(feed, 'id').text).toBe('https://digest.example.org/');
    expect(one(feed, 'updated').text).toBe('2026-04-01T06:00:00.000Z');
    expect(all(feed, 'link').map(link => [link.attributes.rel, link.attributes.href])).toEqual([
      ['self', 'https://digest.example.org/feed.atom'],
      ['alternate', 'https://digest.example.org/'],
    ]);
    const entry = one(feed, 'entry');
    for (const name of ['id', 'title', 'updated', 'published']) expect(one(entry, name).text).not.toBe('');
    expect(one(one(entry, 'author'), 'name').text).toBe('Engineering @ Scale');
    expect(one(entry, 'content').attributes.type).toBe('html');
  });

  it('has what JSON Feed 1.1 asks for', async () => {
    const { site } = await published();
    expect(await (await site.request('/feed.json')).json()).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Engineering @ Scale',
      home_page_url: 'https://digest.example.org/',
      feed_url: 'https://digest.example.org/feed.json',
      language: 'en',
      items: [{ id: 'https://digest.example.org/2026-04-01', date_published: '2026-04-01T06:00:00.000Z' }],
    });
  });

  it('holds the latest thirty, newest first', async () => {
    const editions = days(31).map(date => anEdition({ date, deepDives: [anEntry()] }));
    const { site } = await aSite({ editions, publicUrl });
    const { items } = (await (await site.request('/feed.json')).json()) as { items: readonly { id: string }[] };
    expect(items).toHaveLength(30);
    expect(items[0]?.id).toBe('https://digest.example.org/2026-01-31');
    expect(items.at(-1)?.id).toBe('https://digest.example.org/2026-01-02');
  });

  it.each(['/feed.rss', '/feed.atom'])('%s is well-formed before there is an edition', async path => {
    const { site } = await aSite();
    const answer = await site.request(path);
    expect(answer.status).toBe(200);
    readXml(await answer.text());
  });

  it('has an empty list in JSON before there is an edition', async () => {
    const { site } = await aSite();
    expect(await (await site.request('/feed.json')).json()).toMatchObject({ items: [] });
  });

  it('is not sent again to who has it', async () => {
    const { site } = await published();
    const first = await site.request('/feed.rss');
    const again = await site.request('/feed.rss', { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });
});

describe('addresses in feeds', () => {
  it('have the path under which a proxy shows the site', async () => {
    const { site } = await aSite({ editions: [anEdition()], publicUrl: 'https://example.org/digest' });
    const { feed_url, items } = (await (await site.request('/feed.json')).json()) as {
      feed_url: string;
      items: readonly { url: string }[];
    };
    expect(feed_url).toBe('https://example.org/digest/feed.json');
    expect(items[0]?.url).toBe('https://example.org/digest/2026-04-01');
  });

  it('lead, where no address is public, to where the request was sent, and name an edition the same for all', async () => {
    const { site } = await aSite({ editions: [anEdition()] });
    const asked = async (origin: string) => {
      const { items } = (await (await site.request(`${origin}/feed.json`)).json()) as {
        items: readonly { id: string; url: string }[];
      };
      return items[0];
    };
    const id = 'tag:localhost,2026:/2026-04-01';
    expect(await asked('http://localhost:8080')).toMatchObject({ id, url: 'http://localhost:8080/2026-04-01' });
    expect(await asked('http://192.168.0.7')).toMatchObject({ id, url: 'http://192.168.0.7/2026-04-01' });
    expect(await asked('http://[::1]:8080')).toMatchObject({ id, url: 'http://[::1]:8080/2026-04-01' });
  });

  it('take nothing else from a request', async () => {
    const { site } = await aSite({ editions: [anEdition()] });
    const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'javascript' };
    const answer = await site.request("http://a'onload='b/feed.atom", { headers });
    const text = await answer.text();
    expect(text).not.toContain('onload');
    expect(text).not.toContain('evil');
    expect(text).toContain('http://localhost/2026-04-01');
  });
});

describe('the feeds of a company and of a theme', () => {
  it('lead to the articles, and name each entry by where we show it', async () => {
    const { site } = await published();
    const permalink = 'https://digest.example.org/2026-04-01#aaaaaaaaaaaa';
    const item = one(one(readXml(await (await site.request('/company/acme/feed.rss')).text()), 'channel'), 'item');
    expect(one(item, 'link').text).toBe('https://acme.example/ledger');
    expect(one(item, 'comments').text).toBe(permalink);
    expect(one(item, 'guid').text).toBe(permalink);
    expect(one(item, 'dc:creator').text).toBe('Acme Engineering');

    const entry = one(readXml(await (await site.request('/company/acme/feed.atom')).text()), 'entry');
    expect(one(entry, 'id').text).toBe(permalink);
    expect(all(entry, 'link').map(link => [link.attributes.rel, link.attributes.href])).toEqual([
      ['alternate', 'https://acme.example/ledger'],
      ['via', permalink],
    ]);

    expect(await (await site.request('/company/acme/feed.json')).json()).toMatchObject({
      title: 'Acme · Engineering @ Scale',
      home_page_url: 'https://digest.example.org/company/acme',
      items: [{ id: permalink, url: permalink, external_url: 'https://acme.example/ledger' }],
    });
  });

  it('tell readers of an entry that its blog changed since', async () => {
    const deepDives = [anEntry({ corrected: '2026-04-02T06:00:00.000Z' })];
    const { site } = await aSite({ editions: [anEdition({ deepDives })], publicUrl });
    expect(await (await site.request('/company/acme/feed.json')).json()).toMatchObject({
      items: [{ date_published: '2026-04-01T05:00:00.000Z', date_modified: '2026-04-02T06:00:00.000Z' }],
    });
  });

  it('have the entries of one label alone, fifty at most, newest first', async () => {
    const editions = days(51).map(date =>
      anEdition({
        date,
        deepDives: [anEntry({ id: `a${date}` }), anEntry({ id: `b${date}`, company: 'Globex', themes: ['caching'] })],
      }),
    );
    const { site } = await aSite({ editions, publicUrl });
    const { items } = (await (await site.request('/theme/caching/feed.json')).json()) as {
      items: readonly { id: string }[];
    };
    expect(items).toHaveLength(50);
    expect(items[0]?.id).toBe('https://digest.example.org/2026-02-20#b2026-02-20');
    expect(items.every(({ id }) => id.includes('#b'))).toBe(true);
  });

  it.each([
    '/company/ACME/feed.rss',
    '/theme/Databases/feed.rss',
    '/theme/data%20bases/feed.atom',
    '/theme/mysql/feed.json',
  ])('are found by another spelling: %s', async path => {
    const { site } = await published();
    expect((await site.request(path)).status).toBe(200);
  });

  it.each([
    '/company/nobody-we-know/feed.rss',
    '/theme/astrology/feed.atom',
    '/company/acm/feed.json',
    '/company/%00/feed.rss',
  ])('are not there for a name that nothing has: %s', async path => {
    const { site } = await published();
    expect((await site.request(path)).status).toBe(404);
  });

  it('can be followed before the first entry of a company that we know', async () => {
    const { site } = await published();
    const answer = await site.request('/company/cloudflare/feed.atom');
    expect(answer.status).toBe(200);
    expect(all(readXml(await answer.text()), 'entry')).toEqual([]);
  });
});

describe('feeds of an archive that does not answer', () => {
  it.each(['/feed.rss', '/company/acme/feed.atom', '/theme/databases/feed.json'])(
    'say that the fault is ours, and nothing of our insides: %s',
    async path => {
      const { site, archive } = await published();
      await archive.close();
      const answer = await site.request(path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).toMatch(
        /^This page could not be made\. The fault is ours; the log has it as [\w-]+\.\n$/,
      );
    },
  );
});
