/** Complaints 29 and 30, and titles, addresses and bases that broke others: from the bytes of a feed to what is shown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/sources/feed.ts';
import { encodeAs, utf16 } from '../sources/encode-as.ts';
import { type Reader, rss, startReader } from './a-reader.ts';
import { onDiscord, onSlack, platforms } from './shown.ts';

let reader: Reader;
beforeEach(async () => {
  reader = await startReader('Acme');
});
afterEach(() => reader.close());

const link = 'https://acme.example/1';
const date = 'Wed, 01 Apr 2026 05:00:00 GMT';

/** What is told of a feed with these bytes. */
const told = async (body: string | Uint8Array, type?: string) => {
  reader.publish('Acme', body, type);
  return reader.morning();
};

/** Holds that a title is told as `title`, and shown so on each platform, with nothing alive in it. */
const expectShown = async (body: string | Uint8Array, title: string, type?: string): Promise<void> => {
  const morning = await told(body, type);
  expect(morning.told).toEqual([title]);
  for (const [, shownOn] of platforms) {
    const { text, faults } = shownOn(morning.edition);
    expect(text).toContain(title);
    expect(faults).toEqual([]);
  }
};

const atom = (entry: string, attributes = ''): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Acme</title><updated>2026-04-01T05:00:00Z</updated>${entry}</feed>`;

describe('complaint 29 (robot.villas #84, go-neb #378 and #95): `&#8217;` in titles', () => {
  it.each([
    ['decoded by XML', 'We didn&#8217;t ship it', 'We didn’t ship it'],
    ['within CDATA', '<![CDATA[We didn&#8217;t ship it]]>', 'We didn’t ship it'],
    ['escaped twice', 'We didn&amp;#8217;t ship it', 'We didn’t ship it'],
    ['an ampersand, once', 'Research &amp; development', 'Research & development'],
    ['an ampersand, as it must not be', 'Research & development', 'Research & development'],
    ['an ampersand within CDATA', '<![CDATA[Research &amp; development]]>', 'Research & development'],
    ['a text about entities', 'What &amp;amp;lt; means', 'What &lt; means'],
  ])('is decoded once and escaped once: %s', async (_, xml, title) => {
    await expectShown(rss({ title: xml, link, date }), title);
  });
});

describe('complaint 30 (rss-parser #30, feed-extractor #123, node-feedparser #62): mojibake', () => {
  const russian = 'Как мы перенесли хранилище данных на новые серверы';
  const german = 'Größe und Übermaß beim Überlauf der Straße';
  const feed = (title: string, encoding: string): string =>
    rss({ title, link, date }).replace('encoding="UTF-8"', encoding === '' ? '' : `encoding="${encoding}"`);
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const plain = 'application/rss+xml';

  it.each<[string, string, Uint8Array, string]>([
    ['declared windows-1251', russian, encodeAs(feed(russian, 'windows-1251'), 'windows-1251'), plain],
    ['declared KOI8-R', russian, encodeAs(feed(russian, 'koi8-r'), 'koi8-r'), plain],
    ['declared ISO-8859-5', russian, encodeAs(feed(russian, 'iso-8859-5'), 'iso-8859-5'), plain],
    ['declared ISO-8859-1', german, encodeAs(feed(german, 'iso-8859-1'), 'iso-8859-1'), plain],
    [
      'declared ISO-8859-15',
      `${german} für 5 €`,
      encodeAs(feed(`${german} für 5 €`, 'iso-8859-15'), 'iso-8859-15'),
      plain,
    ],
    [
      'of which the header alone tells, KOI8-R',
      russian,
      encodeAs(feed(russian, ''), 'koi8-r'),
      `${plain}; charset=koi8-r`,
    ],
    [
      'that declares windows-1251 and is KOI8-R by its header',
      russian,
      encodeAs(feed(russian, 'windows-1251'), 'koi8-r'),
      `${plain}; charset=KOI8-R`,
    ],
    ['undeclared, windows-1251', russian, encodeAs(feed(russian, ''), 'windows-1251'), plain],
    ['undeclared, KOI8-R', russian, encodeAs(feed(russian, ''), 'koi8-r'), plain],
    ['that lies: declared windows-1251, bytes of UTF-8', russian, utf8(feed(russian, 'windows-1251')), plain],
    [
      'that lies: declared KOI8-R in the header, bytes of UTF-8',
      russian,
      utf8(feed(russian, 'koi8-r')),
      `${plain}; charset=koi8-r`,
    ],
    [
      'that lies: declared ISO-8859-1, bytes of UTF-8',
      german,
      utf8(feed(german, 'iso-8859-1')),
      `${plain}; charset=iso-8859-1`,
    ],
    [
      'that lies: declared UTF-8, bytes of windows-1251',
      russian,
      encodeAs(feed(russian, 'utf-8'), 'windows-1251'),
      `${plain}; charset=utf-8`,
    ],
    ['that lies: declared UTF-8, bytes of KOI8-R', russian, encodeAs(feed(russian, 'utf-8'), 'koi8-r'), plain],
    [
      'that lies: declared UTF-8, bytes of windows-1252',
      german,
      encodeAs(feed(german, 'utf-8'), 'windows-1252'),
      `${plain}; charset=utf-8`,
    ],
    ['in UTF-16 with its mark', russian, Uint8Array.from([0xff, 0xfe, ...utf16(feed(russian, 'utf-16'), true)]), plain],
    [
      'in UTF-16, called UTF-8 by the header',
      russian,
      Uint8Array.from([0xff, 0xfe, ...utf16(feed(russian, 'utf-16'), true)]),
      `${plain}; charset=utf-8`,
    ],
    [
      'in UTF-8 with its mark, called KOI8-R by the header',
      russian,
      Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(feed(russian, 'utf-8'))]),
      `${plain}; charset=koi8-r`,
    ],
  ])('a feed %s is shown as it was written', async (_, title, bytes, type) => {
    await expectShown(bytes, title, type);
  });
});

describe('complaint input A: the title `You won&#8217;t believe it&#8217;s not&nbsp;butter!`', () => {
  it.each([
    'You won&#8217;t believe it&#8217;s not&nbsp;butter!',
    '<![CDATA[You won&#8217;t believe it&#8217;s not&nbsp;butter!]]>',
  ])('%s is decoded, and its nbsp is a space', async title => {
    await expectShown(rss({ title, link, date }), 'You won’t believe it’s not butter!');
  });
});

describe('complaint input B: the title `Add <T> support`, of type text', () => {
  it.each([
    [
      'Atom',
      atom(
        `<entry><id>1</id><title type="text">Add &lt;T&gt; support</title><link href="${link}"/><updated>2026-04-01T05:00:00Z</updated></entry>`,
      ),
    ],
    ['RSS', rss({ title: 'Add &lt;T&gt; support', link, date })],
    ['RSS, in CDATA', rss({ title: '<![CDATA[Add <T> support]]>', link, date })],
  ])('has its characters everywhere, and its link: %s', async (_, feed) => {
    await expectShown(feed, 'Add <T> support');
    const [row] = await reader.archive.db.selectFrom('items').select('item').execute();
    expect(JSON.parse(row?.item ?? '')).toMatchObject({ title: 'Add <T> support', url: link });
  });
});

describe('complaint 15 (firecrawl #3934, fluent-plugin-slack #28): a pipe in an address spoofs its label, and escaping all breaks links', () => {
  it('an address is what it was, its pipe escaped, and its text escapes what is to be escaped alone', async () => {
    const href = 'https://acme.example/a_b(c)*d?q=1&amp;r=%20x|good.example#part-2';
    const { edition } = await told(rss({ title: 'Q&amp;A: &lt;https://evil.example|good&gt;', link: href, date }));
    for (const [name, shownOn] of platforms) {
      const { text, links, faults } = shownOn(edition);
      expect(faults, name).toEqual([]);
      expect(text, name).toContain('Q&A: <https://evil.example|good>');
      const [address = ''] = links.filter(one => one.startsWith('https://acme.example'));
      // Discord's markdown would end the link there.
      const plain = address.replace(/%(?:28|29|2A|7C)/g, decodeURIComponent);
      expect(plain, name).toBe('https://acme.example/a_b(c)*d?q=1&r=%20x|good.example#part-2');
      expect(
        links.some(one => one.includes('evil.example')),
        name,
      ).toBe(false);
    }
  });
});

describe('complaint input C: the address `https://evil.example?x=y|good.example`', () => {
  it('is data: nowhere is `good.example` its label', async () => {
    const { edition } = await told(
      rss({ title: 'A story of ours', link: 'https://evil.example?x=y|good.example', date }),
    );
    for (const [name, shownOn] of platforms) {
      const { text, links, faults } = shownOn(edition);
      expect(faults, name).toEqual([]);
      expect(text, name).not.toContain('good.example');
      expect(
        links.map(one => one.replace('|', '%7C')),
        name,
      ).toContain('https://evil.example/?x=y%7Cgood.example');
    }
    expect(onSlack(edition).links.join()).not.toContain('|');
    expect(onDiscord(edition).links).toHaveLength(onSlack(edition).links.length);
  });
});

describe("complaint input D: `<entry xml:base='When/201x/2013/08/14/'><link href='FC2-Single-Point'/>`", () => {
  it('is resolved through every xml:base', async () => {
    const entry =
      "<entry xml:base='When/201x/2013/08/14/'><id>1</id><title>One</title><link href='FC2-Single-Point'/></entry>";
    const { edition } = await told(atom(entry, "xml:base='https://acme.example/ongoing/'"));
    const address = 'https://acme.example/ongoing/When/201x/2013/08/14/FC2-Single-Point';
    expect(edition.alsoPublished).toMatchObject([{ url: address }]);
    expect(onSlack(edition).links).toContain(address);
  });
});

describe('complaint input E: `<content xml:base="https://example.com/posts/">` with `<img src="images/bird.jpg">`', () => {
  it('has the picture under /posts/', () => {
    const entry = `<entry><id>1</id><title>One</title><link href="https://example.com/"/><content type="html" xml:base="https://example.com/posts/">&lt;img src="images/bird.jpg"></content></entry>`;
    const [item] = parseFeed(new TextEncoder().encode(atom(entry)), { url: 'https://example.com/feed' }).items;
    expect(item?.content).toContain('https://example.com/posts/images/bird.jpg');
  });
});

describe('complaint input F: all ids and links of a feed are relative', () => {
  it('they are resolved against the address that it was fetched from', async () => {
    const feed = rss({ title: 'One', link: '/posts/one', guid: '/posts/one', date }).replace(
      'https://acme.example',
      '/',
    );
    const { edition } = await told(feed);
    expect(edition.alsoPublished.map(({ url }) => url.replace(/:\d+/, ''))).toEqual(['http://127.0.0.1/posts/one']);
    expect((await reader.morning()).told).toEqual([]);
  });
});

describe('complaint input H: a blank line before `<?xml … windows-1251?>`; declared windows-1251, bytes UTF-8', () => {
  const title = 'Перенос хранилища';
  const declared = rss({ title, link, date }).replace('UTF-8', 'windows-1251');
  it.each<[string, Uint8Array]>([
    ['a blank line before the declaration', encodeAs(`\n${declared}`, 'windows-1251')],
    ['white space before the declaration', encodeAs(` \r\n\t${declared}`, 'windows-1251')],
    ['bytes of UTF-8 under the declaration', new TextEncoder().encode(declared)],
    ['bytes of UTF-8, and a blank line', new TextEncoder().encode(`\n\n${declared}`)],
  ])('the text is right: %s', async (_, bytes) => {
    await expectShown(bytes, title);
  });
});
