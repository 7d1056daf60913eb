import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/edition/item.ts';
import { parseFeed } from '../../src/sources/feed.ts';
import { FeedError } from '../../src/sources/feeds/feed-error.ts';
import { encodeAs } from './encode-as.ts';

const url = 'https://feeds.example/feed';
const utf8 = (text: string) => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array): FeedError | undefined => {
  try {
    parseFeed(bytes, { url });
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
  return undefined;
};

describe('what is no feed is refused by name', () => {
  it.each([
    ['nothing', '', 'empty', 'empty document'],
    ['white space', '\n \ufeff\t', 'empty', 'empty document'],
    [
      'a challenge page',
      '<!doctype html><html><head><title>One moment…</title>',
      'html',
      'HTML page instead of a feed',
    ],
    ['a page without a head', '<div><p>Not found</p></div>', 'html', 'HTML page instead of a feed'],
    [
      'a page of XHTML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
      'html',
      'HTML page',
    ],
    ['a sitemap', '<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>', 'not-a-feed', '<urlset>'],
    ['a list of feeds', '<opml version="2.0"><body/></opml>', 'not-a-feed', '<opml>'],
    ['an answer of an API', '{"error": "rate limited"}', 'not-a-feed', 'no JSON Feed'],
    ['JSON cut short', '{"items": [{"id": "1"', 'malformed', 'Broken JSON'],
    ['plain text', 'Service unavailable', 'not-a-feed', 'Neither XML nor JSON'],
    ['XML cut short', '<?xml version="1.0"?>', 'malformed', 'without a single element'],
    ['a feed cut short in its first item', '<rss><channel><item><title><![CDATA[A', 'malformed', 'breaks off'],
    ['a tower of elements', `<rss>${'<a>'.repeat(5000)}`, 'too-deep', 'deep'],
    ['a flood of elements', `<rss>${'<a/>'.repeat(200_000)}</rss>`, 'too-large', 'elements'],
  ])('%s', (_, document, code, cause) => {
    const error = refusal(utf8(document));
    expect(error).toMatchObject({ code, url });
    expect(error?.message).toContain(cause);
    expect(error?.message).toContain(url);
  });

  it('the title of a page that stands in for the feed is told', () => {
    expect(refusal(utf8('<html><title>One &amp; moment</title></html>'))?.message).toContain('"One & moment"');
  });

  it('eleven megabytes are refused unread', () => {
    expect(refusal(new Uint8Array(11_000_000))).toMatchObject({ code: 'too-large' });
  });

  it('no more than 2,000 items are taken', () => {
    const document = `<rss><channel>${'<item><title>A</title></item>'.repeat(2500)}</channel></rss>`;
    expect(parseFeed(utf8(document), { url }).items).toHaveLength(2000);
  });
});

describe('entities of the DOCTYPE', () => {
  const titled = (declarations: string, title: string): Feed =>
    parseFeed(utf8(`<!DOCTYPE rss [${declarations}]><rss><channel><title>${title}</title></channel></rss>`), { url });

  it('that stand for text are replaced', () => {
    expect(titled('<!ENTITY co "Acme Inc."><!ENTITY who \'Ada\'>', '&who; at &co;').title).toBe('Ada at Acme Inc.');
  });

  it('that stand for other entities are not expanded: a billion laughs stay short', () => {
    const bomb = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">';
    expect(titled(bomb, '&c;').title).toBe('&c;');
  });

  it('that repeat one long text stop at a budget', () => {
    const feed = titled(`<!ENTITY a "${'x'.repeat(1500)}">`, '&a;'.repeat(1000));
    expect(feed.title.length).toBeLessThanOrEqual(10_000);
    const content = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1500)}">]><rss><channel><item><description>${'&a;'.repeat(9000)}</description></item></channel></rss>`;
    expect(parseFeed(utf8(content), { url }).items[0]?.summary?.length).toBeLessThan(200_000);
  });

  it('that stand for a file or an address are neither read nor fetched', () => {
    const declarations = '<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY u SYSTEM "https://x.example/">';
    expect(titled(declarations, '&f;&u;').title).toBe('&f;&u;');
  });
});

describe('whatever comes in', () => {
  const alphabet = '<>/&;"\'=![]-? ab1\n'.split('');
  const words = [
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<feed>',
    '<entry>',
    '&#x41;',
  ];
  const soup = fc.array(
    fc.constantFrom(...alphabet, ...words, '<link href="', '<content type="xhtml">', 'xml:base="a/"'),
  );

  it('arbitrary bytes give a feed or a FeedError, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => void refusal(bytes)),
      { seed: 20261125, numRuns: 200 },
    );
  });

  it('soup of tags gives a feed or a FeedError, and its ids and addresses hold', () => {
    fc.assert(
      fc.property(soup, parts => {
        const bytes = utf8(`<rss><channel>${parts.join('')}</channel></rss>`);
        if (refusal(bytes) !== undefined) return;
        for (const item of parseFeed(bytes, { url }).items) {
          expect(item.id).not.toBe('');
          expect(item.url).toMatch(/^(?:https?:\/\/.+)?$/);
        }
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  it('titles survive the escaping of every format', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
    const unit = fc.constantFrom(...'<>&;#"\'/!-[]ab1 é日🚀\u00a0');
    const titles = fc.string({ unit, minLength: 1, maxLength: 60 }).map(text => text.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(titles, title => {
        const documents = [
          `<rss><channel><title>${escaped(escaped(title))}</title></channel></rss>`,
          `<rss><channel><title><![CDATA[${escaped(title)}]]></title></channel></rss>`,
          `<feed xmlns="http://www.w3.org/2005/Atom"><title>${escaped(title)}</title></feed>`,
          `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">${escaped(escaped(title))}</title></feed>`,
          JSON.stringify({ title, items: [] }),
        ];
        for (const document of documents) expect(parseFeed(utf8(document), { url }).title).toBe(title);
      }),
      { seed: 20261125, numRuns: 100 },
    );
  });

  it('an encoding that only the header knows reaches the titles', () => {
    const bytes = encodeAs('<rss><channel><title>Очереди</title></channel></rss>', 'koi8-r');
    expect(parseFeed(bytes, { url, contentType: 'text/xml; charset=koi8-r' }).title).toBe('Очереди');
  });
});
