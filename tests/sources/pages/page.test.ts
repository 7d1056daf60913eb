import { describe, expect, it } from 'vitest';
import type { PageRule } from '../../../src/edition/source.ts';
import { readPage } from '../../../src/sources/pages/page.ts';
import { PageError } from '../../../src/sources/pages/page-error.ts';
import { readSitemap } from '../../../src/sources/pages/sitemap.ts';

const url = 'https://blog.example/news/';
const links: PageRule = { kind: 'links', url, selector: 'a[href*="/issue-"]' };
const sitemap: PageRule = {
  kind: 'sitemap',
  url: 'https://blog.example/sitemap.xml',
  prefix: 'https://blog.example/posts/',
};

const read = (html: string, rule = links) => readPage(`<html><body>${html}</body></html>`, rule, url);
const urlset = (entries: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;

const failureOf = (text: string, rule: PageRule): unknown => {
  try {
    return readPage(text, rule, url);
  } catch (error) {
    return error;
  }
};

describe('a blog that has no feed, only a page of links (complaint 37)', () => {
  it('gives its articles in the order of the page, links made absolute', () => {
    const items = read(`
      <a href="/issue-3/">Three</a> <a href="issue-2?utm=x#top">ignored: not under /issue-</a>
      <a href="https://blog.example/issue-2/">Two</a> <a href="/about">About</a> <a href="mailto:a@b.example?/issue-">Mail</a>`);
    expect(items).toEqual([
      {
        id: 'https://blog.example/issue-3/',
        url: 'https://blog.example/issue-3/',
        title: 'Three',
        authors: [],
        categories: [],
      },
      {
        id: 'https://blog.example/issue-2/',
        url: 'https://blog.example/issue-2/',
        title: 'Two',
        authors: [],
        categories: [],
      },
    ]);
  });

  it.each([
    ['its own text, white space folded', '<a href="/issue-1">\n  Zero &amp; <b>trust</b>\n</a>', 'Zero & trust'],
    [
      'a heading inside it',
      '<a href="/issue-1"><time>May 1</time><h3>Zero trust</h3><p>How we did it</p></a>',
      'Zero trust',
    ],
    ['the heading around it', '<li><h2><a href="/issue-1">Zero trust</a></h2> by Ann</li>', 'Zero trust'],
    [
      'the heading of its card',
      '<article><h2>Zero trust</h2><p>…</p><a href="/issue-1">Read more</a></article>',
      'Zero trust',
    ],
    [
      'its label, where it covers a card',
      '<div><a href="/issue-1" aria-label="Zero trust"></a><p>…</p></div>',
      'Zero trust',
    ],
    ['the text of its picture', '<a href="/issue-1"><img alt="Zero trust"></a>', 'Zero trust'],
    ['nothing at all', '<a href="/issue-1"><img></a>', ''],
  ])('takes the title of a link from %s', (_, card, title) => {
    expect(read(`${card}<div><a href="/issue-0">Another</a></div>`)[0]?.title).toBe(title);
  });

  it('takes no title that several articles share', () => {
    const card = (issue: number) => `<li><p>Issue</p><a href="/issue-${issue}">Read more</a></li>`;
    expect(read(card(1) + card(2)).map(item => item.title)).toEqual(['', '']);
  });

  it('tells one article once, however often and however spelt it is linked to', () => {
    const items = read(`
      <a href="/issue-1"><img alt=""></a><a href="/issue-1/">Zero trust</a><a href="/issue-1#comments">3 comments</a>
      <a href="/issue-0">Another</a>`);
    expect(items.map(item => [item.url, item.title])).toEqual([
      ['https://blog.example/issue-1', 'Zero trust'],
      ['https://blog.example/issue-0', 'Another'],
    ]);
  });

  it('takes a date from the card of its link and from nowhere else', () => {
    const items = read(`
      <header><time datetime="2026-12-31">today</time></header>
      <section><article><a href="/issue-3">Three</a><div><time datetime="2026-03-27T10:00:00+02:00">Friday</time></div></article>
      <article><a href="/issue-2">Two</a></article>
      <article><a href="/issue-1">One</a><time>March 13, 2026</time></article></section>`);
    expect(items.map(item => item.published)).toEqual([
      '2026-03-27T08:00:00.000Z',
      undefined,
      '2026-03-13T00:00:00.000Z',
    ]);
  });

  it('takes neither date nor title from the frame of a page with a single article', () => {
    const items = read('<h1>Our blog</h1><time datetime="2026-12-31">today</time><p><a href="/issue-1">One</a></p>');
    expect(items).toMatchObject([{ title: 'One' }]);
    expect(items[0]?.published).toBeUndefined();
  });

  it('takes a date that is no time element where the rule says which', () => {
    const html = `
      <article><a href="/tag/letters">Letters</a><a href="/tag/mar-27-2026">Mar 27, 2026</a><a href="/issue-2">Two</a></article>
      <article><a href="/tag/mar-20-2026">Mar 20, 2026</a><a href="/issue-1">One</a></article>`;
    expect(read(html, { ...links, date: 'a[href*="/tag/"]' }).map(item => item.published)).toEqual([
      '2026-03-27T00:00:00.000Z',
      '2026-03-20T00:00:00.000Z',
    ]);
  });

  it('resolves links against the base of the page', () => {
    const items = readPage(
      '<head><base href="https://cdn.example/archive/"></head><a href="x/issue-1">One</a>',
      links,
      url,
    );
    expect(items[0]?.url).toBe('https://cdn.example/archive/x/issue-1');
  });

  it('finds the link in a card that the selector names', () => {
    expect(read('<li class="post"><a href="/one">One</a></li>', { ...links, selector: '.post' })[0]?.url).toBe(
      'https://blog.example/one',
    );
  });

  it('says so when the page has changed, instead of going silent', () => {
    const error = failureOf('<html><body><h1>We have moved</h1></body></html>', links);
    expect(error).toBeInstanceOf(PageError);
    expect(error).toMatchObject({
      code: 'no-links',
      message: `${url} lists no articles: the selector "a[href*="/issue-"]" matched nothing: the page may have changed; correct the selector`,
    });
  });

  it('names a selector that is none', () => {
    expect(failureOf('<html></html>', { ...links, selector: 'a[' })).toMatchObject({ code: 'bad-selector' });
  });
});

describe('a blog that has no feed, only a sitemap (complaint 37)', () => {
  it('gives the articles under its prefix, last changed first, each once', () => {
    const items = readPage(
      urlset(`
        <url><loc>https://blog.example/posts/one</loc><lastmod>2026-03-01</lastmod></url>
        <url><loc>https://blog.example/posts/undated</loc></url>
        <url><loc> https://blog.example/posts/two?a=1&amp;b=2 </loc><lastmod>2026-03-31T10:00:00+02:00</lastmod></url>
        <url><loc>https://blog.example/posts/one</loc><lastmod>2026-03-30</lastmod></url>
        <url><loc>https://blog.example/posts/</loc></url>
        <url><loc>https://blog.example/about</loc><lastmod>2026-04-01</lastmod></url>`),
      sitemap,
      sitemap.url,
    );
    expect(items.map(item => [item.url, item.published])).toEqual([
      ['https://blog.example/posts/two?a=1&b=2', '2026-03-31T08:00:00.000Z'],
      ['https://blog.example/posts/one', '2026-03-01T00:00:00.000Z'],
      ['https://blog.example/posts/undated', undefined],
    ]);
  });

  it('takes an address of the web alone, whatever the prefix lets pass', () => {
    const [odd, web] = ['http26-11-24T10:00:00+00:00', 'http://blog.example/one'];
    const entries = urlset(`<url><loc>${odd}</loc></url><url><loc>${web}</loc></url>`);
    expect(readSitemap(entries, { ...sitemap, prefix: 'http' }, sitemap.url).map(item => item.url)).toEqual([web]);
  });

  it('takes the address of the article, not that of its picture', () => {
    const entry = `<url><image:image><loc>https://blog.example/posts/x.png</loc><image:loc>https://blog.example/posts/y.png</image:loc></image:image>
      <loc>https://blog.example/posts/one</loc></url>`;
    expect(readPage(urlset(entry), sitemap, sitemap.url).map(item => item.url)).toEqual([
      'https://blog.example/posts/one',
    ]);
  });

  it('has no more than 50,000 addresses, and none deep inside', () => {
    const entry = (ordinal: number) => `<url><loc>https://blog.example/posts/${ordinal}</loc></url>`;
    const many = Array.from({ length: 50_001 }, (_, ordinal) => entry(ordinal)).join('');
    expect(readSitemap(urlset(many), sitemap, sitemap.url)).toHaveLength(50_000);
    const deep = urlset(`<url>${'<loc>'.repeat(200_000)}`);
    expect(() => readSitemap(deep, sitemap, sitemap.url)).toThrow(/nests more than 50 deep/);
  });

  it('is read no further than the newest hundred', () => {
    const entries = Array.from({ length: 300 }, (_, day) => {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
      return `<url><loc>https://blog.example/posts/${day}</loc><lastmod>${date}</lastmod></url>`;
    });
    const items = readPage(urlset(entries.join('')), sitemap, sitemap.url);
    expect(items).toHaveLength(100);
    expect(items[0]?.url).toBe('https://blog.example/posts/299');
  });

  it.each([
    [
      '<sitemapindex><sitemap><loc>https://blog.example/a.xml</loc></sitemap></sitemapindex>',
      'not-a-sitemap',
      'an index of sitemaps',
    ],
    ['<!doctype html><html><body>404</body></html>', 'not-a-sitemap', 'it is a <html> document'],
    [
      urlset('<url><loc>https://blog.example/about</loc></url>'),
      'no-links',
      'no address starts with "https://blog.example/posts/"',
    ],
    ['', 'no-links', 'lists no articles'],
  ])('that is none is refused with the cause: %s', (text, code, words) => {
    expect(failureOf(text, sitemap)).toMatchObject({ code, message: expect.stringContaining(words) });
  });
});
