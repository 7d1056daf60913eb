import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '../../src/edition/item.ts';
import { parseFeed } from '../../src/sources/feed.ts';

const parse = (document: string): Feed =>
  parseFeed(new TextEncoder().encode(document), { url: 'https://feeds.example/feed' });
const first = (feed: Feed): FeedItem | undefined => feed.items[0];
const rssItem = (parts: string) => first(parse(`<rss><channel><item>${parts}</item></channel></rss>`));
const atomEntry = (parts: string, head = '') =>
  first(parse(`<feed xmlns="http://www.w3.org/2005/Atom">${head}<entry>${parts}</entry></feed>`));

describe('authors', () => {
  it.each([
    ['mail and name', '<author>ada@b.example (Ada Byron)</author>', ['Ada Byron']],
    ['name and mail', '<author>Ada Byron &lt;ada@b.example&gt;</author>', ['Ada Byron']],
    ['mail alone', '<author>ada@b.example</author>', ['ada@b.example']],
    ['the same person in two elements', '<dc:creator>Ada</dc:creator><author>ada@b.example</author>', ['Ada']],
    [
      'several people',
      '<dc:creator>Ada</dc:creator><dc:creator>Bob</dc:creator><dc:creator>Ada</dc:creator>',
      ['Ada', 'Bob'],
    ],
    ['none', '<author/>', []],
  ])('RSS: %s', (_, parts, authors) => {
    expect(rssItem(`<title>A</title>${parts}`)?.authors).toEqual(authors);
  });

  it('Atom: an entry without authors has those of its source, else of the feed', () => {
    const head = '<author><name>Team</name></author>';
    expect(atomEntry('<id>1</id>', head)?.authors).toEqual(['Team']);
    expect(atomEntry('<id>1</id><source><author><name>Ada</name></author></source>', head)?.authors).toEqual(['Ada']);
    expect(atomEntry('<id>1</id><author><name>Bob</name></author>', head)?.authors).toEqual(['Bob']);
  });

  it('JSON: an item without authors has those of the feed, of either version', () => {
    const feed = parse('{"author": {"name": "Ada"}, "items": [{"id": 1}, {"id": 2, "authors": [{"name": "Bob"}]}]}');
    expect(feed.items.map(item => item.authors)).toEqual([['Ada'], ['Bob']]);
  });
});

describe('categories', () => {
  it('are plain text, once each', () => {
    const item = rssItem('<title>A</title><category>R&amp;amp;D</category><category><![CDATA[R&D]]></category>');
    expect(item?.categories).toEqual(['R&D']);
  });

  it('Atom: the label is for people, the term for machines', () => {
    expect(
      atomEntry('<id>1</id><category term="ml" label="Machine learning"/><category term="db"/>')?.categories,
    ).toEqual(['Machine learning', 'db']);
  });
});

describe('dates', () => {
  it('published is not updated', () => {
    const entry = atomEntry(
      '<id>1</id><updated>2026-11-25T00:00:00Z</updated><published>2026-11-01T00:00:00Z</published>',
    );
    expect(entry).toMatchObject({ published: '2026-11-01T00:00:00.000Z', updated: '2026-11-25T00:00:00.000Z' });
    expect(atomEntry('<id>1</id><updated>2026-11-25T00:00:00Z</updated>')).not.toHaveProperty('published');
  });

  it('a date that cannot be read is absent, and the next element is tried', () => {
    expect(rssItem('<title>A</title><pubDate>soon</pubDate>')).not.toHaveProperty('published');
    expect(rssItem('<pubDate>soon</pubDate><dc:date>2026-11-25</dc:date>')?.published).toBe('2026-11-25T00:00:00.000Z');
  });
});

describe('content', () => {
  it.each([
    ['text is escaped, as content is HTML', '<content>The &lt;blink> tag</content>', 'The &lt;blink&gt; tag'],
    ['html is taken as it stands', '<content type="html"><![CDATA[<p>a&nbsp;b</p>]]></content>', '<p>a&nbsp;b</p>'],
    [
      'xhtml loses its wrapper and its prefixes',
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>a &amp; b<h:br/></h:p></h:div></content>',
      '<p>a &amp; b<br></p>',
    ],
    ['markup that should have been escaped is markup', '<content type="text/html"><p>a</p></content>', '<p>a</p>'],
    ['base64 is decoded', '<content type="application/octet-stream">PGI+YTwvYj4=</content>', '<b>a</b>'],
  ])('Atom: %s', (_, content, html) => {
    expect(atomEntry(`<id>1</id>${content}`)?.content).toBe(html);
  });

  it('RSS: HTML written into the XML loses nothing', () => {
    expect(rssItem('<description>one<br>two<p>three &lt; four</p></description>')?.summary).toBe(
      'one<br>two<p>three &lt; four</p>',
    );
  });

  it('JSON: text is escaped', () => {
    expect(first(parse('{"items": [{"id": "1", "content_text": "a < b", "summary": "<c>"}]}'))).toMatchObject({
      content: 'a &lt; b',
      summary: '&lt;c&gt;',
    });
  });

  it('JSON: a field of the wrong type costs that field, not the feed', () => {
    const feed = parse(
      '{"title": 7, "items": [{"id": "1", "url": ["x"], "tags": "a", "title": null}, "b", {"id": "2"}]}',
    );
    expect(feed.title).toBe('7');
    expect(feed.items.map(item => item.id)).toEqual(['1', '2']);
  });
});

describe('how long to leave the feed alone', () => {
  it.each([
    ['ttl', '<ttl>60</ttl>', 60],
    ['nothing', '', undefined],
    ['a ttl that is no number', '<ttl>soon</ttl>', undefined],
    ['a ttl of nought', '<ttl>0</ttl>', undefined],
    ['a period', '<sy:updatePeriod>\n hourly \n</sy:updatePeriod>', 60],
    ['a period that is none', '<sy:updatePeriod>constructor</sy:updatePeriod>', undefined],
    [
      'a period and a frequency',
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      360,
    ],
    [
      'a frequency of nought',
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>',
      1440,
    ],
  ])('%s', (_, parts, minutes) => {
    expect(parse(`<rss><channel>${parts}</channel></rss>`).ttl).toBe(minutes);
  });
});

describe('broken XML is read as far as it goes', () => {
  const item = '<item><title>A</title></item>';
  it.each([
    ['a prefix that is not declared', `<rss><channel><itunes:image href="x"/>${item}</channel></rss>`],
    ['a last bracket missing', `<rss><channel>${item}</channel></rss`],
    ['end tags missing', `<rss><channel>${item}`],
    ['end tags too many', `<rss></b><channel></i>${item}</p></channel></rss>`],
    ['tags that overlap', `<rss><channel>${item}<description><b>x</description></b></channel></rss>`],
    [
      'a bare ampersand and a bare bracket',
      '<rss><channel><item><title>A</title><author>B & C <3</author></item></channel></rss>',
    ],
    [
      'warnings of PHP in front',
      `<br />\n<b>Warning</b>: none in x.php\n<?xml version="1.0"?><rss><channel>${item}</channel></rss>`,
    ],
    [
      'a DOCTYPE of HTML',
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "https://x.example/"><rss><channel>${item}</channel></rss>`,
    ],
    [
      'an entity to fetch',
      `<!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]><rss><channel>${item}</channel></rss>`,
    ],
    ['text behind the end', `<rss><channel>${item}</channel></rss><script>x</script>`],
    ['names in capitals', '<RSS><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>'],
    ['the wrong namespace', `<rss xmlns="http://www.w3.org/2005/Atom"><channel>${item}</channel></rss>`],
  ])('%s', (_, document) => {
    expect(parse(document).items.map(({ title }) => title)).toEqual(['A']);
  });

  it('half an item is not an item', () => {
    const document = '<rss><channel><item><title>A</title></item><item><title>B is onl';
    expect(parse(document).items.map(({ title }) => title)).toEqual(['A']);
  });
});
