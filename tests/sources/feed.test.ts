import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '../../src/edition/item.ts';
import { parseFeed } from '../../src/sources/feed.ts';

const url = 'https://feeds.example/blog/feed.xml';
const parse = (document: string): Feed => parseFeed(new TextEncoder().encode(document), { url });
const first = (feed: Feed): FeedItem => {
  const [item] = feed.items;
  if (item === undefined) throw new Error('the feed has no item');
  return item;
};

const rss = (items: string, channel = '', attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Blog</title>${channel}${items}</channel></rss>`;
const rssItem = (parts: string, channel = '', attributes = '') =>
  first(parse(rss(`<item>${parts}</item>`, channel, attributes)));
const atom = (entries: string, head = '', attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Blog</title>${head}${entries}</feed>`;
const atomEntry = (parts: string, head = '', attributes = '') =>
  first(parse(atom(`<entry>${parts}</entry>`, head, attributes)));
const json = (item: object, head: object = {}) =>
  first(parse(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Blog', ...head, items: [item] })));

describe('every format gives the same item', () => {
  const item = {
    id: 'tag:blog.example,2026:1',
    url: 'https://blog.example/posts/one',
    title: 'One queue less',
    published: '2026-11-25T10:05:00.000Z',
    authors: ['Ada Byron'],
    categories: ['queues'],
    summary: 'In short.',
    content: '<p>At length.</p>',
  };
  const modules =
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';
  const parts =
    '<title>One queue less</title><link>https://blog.example/posts/one</link><description>In short.</description><dc:creator>Ada Byron</dc:creator><content:encoded><![CDATA[<p>At length.</p>]]></content:encoded>';

  it.each([
    [
      'RSS 2.0',
      rss(
        `<item>${parts}<guid isPermaLink="false">${item.id}</guid><category>queues</category><pubDate>Wed, 25 Nov 2026 10:05:00 GMT</pubDate></item>`,
        '',
        modules,
      ),
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${modules}><channel><title>Blog</title></channel><item rdf:about="${item.id}">${parts}<dc:subject>queues</dc:subject><dc:date>2026-11-25T10:05:00Z</dc:date></item></rdf:RDF>`,
    ],
    [
      'Atom 1.0',
      atom(
        `<entry><id>${item.id}</id><title>${item.title}</title><link href="${item.url}"/><published>2026-11-25T10:05:00Z</published><author><name>Ada Byron</name></author><category term="queues"/><summary>In short.</summary><content type="html">&lt;p>At length.&lt;/p></content></entry>`,
      ),
    ],
    [
      'Atom 0.3 under a prefix',
      `<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><a:title>Blog</a:title><a:entry><a:id>${item.id}</a:id><a:title>${item.title}</a:title><a:link rel="alternate" type="text/html" href="${item.url}"/><a:issued>2026-11-25T11:05:00+01:00</a:issued><a:author><a:name>Ada Byron</a:name></a:author><dc:subject>queues</dc:subject><a:summary>In short.</a:summary><a:content type="text/html" mode="escaped">&lt;p>At length.&lt;/p></a:content></a:entry></a:feed>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Blog',
        items: [
          {
            ...{ id: item.id, url: item.url, title: item.title, date_published: item.published, tags: ['queues'] },
            ...{ authors: [{ name: 'Ada Byron' }], summary: item.summary, content_html: item.content },
          },
        ],
      }),
    ],
  ])('%s', (_, document) => {
    expect(parse(document)).toEqual({ title: 'Blog', items: [item] });
  });

  it('RSS 0.91 has neither dates nor ids: the address stands for the id, and no date is made up', () => {
    const document = `<rss version="0.91"><channel><title>Blog</title><item><title>A</title><link>${item.url}</link></item></channel></rss>`;
    expect(parse(document).items).toEqual([{ id: item.url, url: item.url, title: 'A', authors: [], categories: [] }]);
  });

  it('items stand beside the channel, or without one', () => {
    expect(parse('<rss><channel/><item><title>A</title></item></rss>').items).toHaveLength(1);
    expect(parse('<rss><item><title>A</title></item></rss>').items).toHaveLength(1);
  });

  it('an empty channel is a feed without items, not an error', () => {
    expect(parse(rss(''))).toEqual({ title: 'Blog', items: [] });
  });
});

describe('titles', () => {
  it.each([
    ['entities in CDATA are decoded', '<![CDATA[It&#8217;s&nbsp;here]]>', 'It’s here'],
    ['entities escaped twice are decoded', 'It&amp;#8217;s here', 'It’s here'],
    ['HTML entities need no DOCTYPE', 'caf&eacute; &mdash; open', 'café — open'],
    ['markup that is not escaped is removed', 'A <b>bold</b> move', 'A bold move'],
    ['markup that is escaped is removed', 'A &lt;b&gt;bold&lt;/b&gt; move', 'A bold move'],
    ['a type parameter is kept', 'Use &lt;T&gt; now?', 'Use <T> now?'],
  ])('RSS: %s', (_, title, text) => {
    expect(rssItem(`<title>${title}</title>`).title).toBe(text);
  });

  it.each([
    [
      'without a type the characters stay',
      '<title>Add &lt;T&gt; support to &lt;b&gt;</title>',
      'Add <T> support to <b>',
    ],
    ['type text decodes once only', '<title type="text">How &amp;amp; works</title>', 'How &amp; works'],
    [
      'type html loses its tags',
      '<title type="html">A &lt;i>slow&lt;/i> &amp;amp; big query</title>',
      'A slow & big query',
    ],
    [
      'type xhtml loses its tags',
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>slow</i> &lt;b></div></title>',
      'A slow <b>',
    ],
  ])('Atom: %s', (_, title, text) => {
    expect(atomEntry(title).title).toBe(text);
  });

  it('JSON: plain text as it is', () => {
    expect(json({ id: '1', title: 'Add <T>\u00a0&amp;  more' }).title).toBe('Add <T> &amp; more');
  });

  it("another vocabulary's title does not displace the feed's own", () => {
    const item = rssItem('<media:title>Picture</media:title><title>Story</title><s:set><title>Variant</title></s:set>');
    expect(item.title).toBe('Story');
  });
});

describe('links', () => {
  it('Atom resolves them through every xml:base', () => {
    const entry = atomEntry(
      '<link href="one"/><content type="html">&lt;img src="a.png"></content>',
      '<link href="https://blog.example/"/>',
      'xml:base="https://blog.example/notes/"',
    );
    expect(entry.url).toBe('https://blog.example/notes/one');
    const nested = parse(
      atom('<entry xml:base="2026/11/25/"><link href="one"/></entry>', '', 'xml:base="https://blog.example/notes/"'),
    );
    expect(first(nested).url).toBe('https://blog.example/notes/2026/11/25/one');
  });

  it('content resolves against its own xml:base, not the root of the site', () => {
    const entry = atomEntry(
      '<content type="html" xml:base="https://blog.example/posts/">&lt;img src="images/a.png"></content>',
    );
    expect(entry.content).toBe('<img src="https://blog.example/posts/images/a.png">');
  });

  it('content without an xml:base resolves against its page', () => {
    const item = rssItem(
      '<link>https://blog.example/posts/one/</link><description>&lt;a href="#n">n&lt;/a></description>',
    );
    expect(item.summary).toBe('<a href="https://blog.example/posts/one/#n">n</a>');
  });

  it('a feed whose addresses are all relative has the address that it came from as base', () => {
    const item = rssItem('<guid>/posts/one</guid><link>/posts/one</link>', '<link>/</link>');
    expect(item).toMatchObject({ id: '/posts/one', url: 'https://feeds.example/posts/one' });
  });

  it('relative links resolve against the site of the feed before its own address', () => {
    expect(rssItem('<link>posts/one</link>', '<link>https://blog.example/</link>').url).toBe(
      'https://blog.example/posts/one',
    );
    expect(json({ id: '1', url: 'one' }, { home_page_url: 'https://blog.example/' }).url).toBe(
      'https://blog.example/one',
    );
  });

  it('the page wins over other forms of it and over other relations', () => {
    const entry = atomEntry(
      '<link rel="self" href="https://blog.example/1.atom"/><link rel="alternate" type="application/pdf" href="https://blog.example/1.pdf"/><link rel="alternate" type="text/html" href="https://blog.example/1"/>',
    );
    expect(entry.url).toBe('https://blog.example/1');
  });

  it('the address behind a tracking redirect is taken where the feed tells it', () => {
    const item = rssItem(
      '<link>https://feedproxy.example/~r/1</link><feedburner:origLink>https://blog.example/1</feedburner:origLink>',
    );
    expect(item.url).toBe('https://blog.example/1');
  });

  it.each(['javascript:alert(1)', 'mailto:ada@blog.example', 'tag:blog.example,2026:1'])('%s is no link', link => {
    expect(rssItem(`<title>A</title><link>${link}</link>`).url).toBe('');
  });
});

describe('guids', () => {
  it.each([
    [
      'does not displace the link',
      '<guid>https://b.example/g</guid><link>https://b.example/l</link>',
      'https://b.example/l',
    ],
    ['is the link where there is none', '<guid>https://b.example/g</guid>', 'https://b.example/g'],
    ['is no link where it says so', '<guid isPermaLink="false">https://b.example/g</guid>', ''],
    ['is no path where it is a number', '<guid>4711</guid>', ''],
  ])('a guid %s', (_, parts, link) => {
    expect(rssItem(parts).url).toBe(link);
  });

  it('complaint 10: duplicate guids keep all ten items, under ids that do not depend on their order', () => {
    const items = Array.from(
      { length: 10 },
      (_, n) => `<item><guid>same</guid><link>https://b.example/${n}</link></item>`,
    );
    const ids = (list: readonly string[]) => parse(rss(list.join(''))).items.map(item => item.id);
    expect(new Set(ids(items)).size).toBe(10);
    expect(ids(items.toReversed())).toEqual(ids(items).toReversed());
  });

  it('duplicate guids and links fall back to the titles', () => {
    const items = ['A', 'B'].map(
      title => `<item><guid>g</guid><link>https://b.example/</link><title>${title}</title></item>`,
    );
    expect(parse(rss(items.join(''))).items.map(item => item.id)).toEqual(['A', 'B']);
  });

  it('an item told twice keeps its id', () => {
    const item = '<item><guid>g</guid><link>https://b.example/</link><title>A</title></item>';
    expect(parse(rss(item + item)).items.map(({ id }) => id)).toEqual(['g', 'g']);
  });

  it('items of which each part is that of another one keep apart', () => {
    const [one, other] = ['https://blog.example/one', 'https://blog.example/other'];
    const rest = '<title>A title</title><description>A text</description>';
    const ids = parse(
      rss(
        `<item><guid>${one}</guid><link>${one}</link></item>
         <item><guid>${other}</guid><link>${one}</link>${rest}</item>
         <item><guid>${other}</guid><link>${other}</link>${rest}</item>`,
      ),
    ).items.map(item => item.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('an item with only a text has an id that stays the same', () => {
    const ids = [1, 2].map(() => rssItem('<description>Just this.</description>').id);
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(ids[1]).toBe(ids[0]);
  });
});
