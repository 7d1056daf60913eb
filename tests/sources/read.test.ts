import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../src/edition/item.ts';
import type { HtmlPage } from '../../src/sources/pages/page-html.ts';
import { readArticle } from '../../src/sources/read.ts';

const url = 'https://blog.example.com/2026/queues';

const sentences = (words: number): string => {
  const sentence = 'We moved one more queue that week and wrote down what it had cost us.';
  return Array.from({ length: Math.ceil(words / sentence.split(' ').length) }, () => sentence).join(' ');
};
const paragraphs = (words: number): string => `<p>${sentences(words / 2)}</p><p>${sentences(words / 2)}</p>`;

const anItem = (rest: Partial<FeedItem> = {}): FeedItem => ({
  id: url,
  url,
  title: 'Moving our queues',
  authors: [],
  categories: [],
  ...rest,
});

const aPage = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Moving our queues</title>${head}</head><body><article>${body}</article></body></html>`;
const linkedData = (data: Readonly<Record<string, unknown>>): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** Serves one page, and counts how often it is asked. */
const serving = (html: string, address = url) => {
  const asked: string[] = [];
  const fetchPage = (wanted: string): Promise<HtmlPage> => {
    asked.push(wanted);
    return Promise.resolve({ html, url: address });
  };
  return { asked, fetchPage };
};
const unreachable = (): Promise<HtmlPage> => Promise.reject(new Error('blog.example.com answered 503.'));

describe('an article that the feed has whole', () => {
  it('is read from the feed, and its page left alone', async () => {
    const { asked, fetchPage } = serving('');
    const item = anItem({ content: paragraphs(600), summary: '<p>How we moved our queues.</p>' });
    const article = await readArticle(item, 'Example', fetchPage);
    expect(asked).toEqual([]);
    expect(article).toMatchObject({ item, source: 'Example', title: item.title, url, completeness: 'full' });
    expect(article.text.split('\n')).toHaveLength(2);
    expect(article.words).toBeGreaterThan(500);
  });

  it.each([
    ['in its summary, as many RSS feeds do', { summary: paragraphs(600) }],
    [
      'with WordPress’s signature',
      {
        content: `${paragraphs(600)}<p>The post <a href="${url}">Moving</a> appeared first on <a href="/">Example</a>.</p>`,
      },
    ],
    ['with an ellipsis in the middle', { content: `${paragraphs(300)}<p>And then…</p>${paragraphs(300)}` }],
    [
      'about paywalls',
      { content: `${paragraphs(300)}<p>Subscribe to continue reading, they said.</p>${paragraphs(900)}` },
    ],
  ])('is known as such: %s', async (_, fields) => {
    const { asked, fetchPage } = serving('');
    expect(await readArticle(anItem(fields), 'Example', fetchPage)).toMatchObject({ completeness: 'full' });
    expect(asked).toEqual([]);
  });
});

describe('complaint 33: an item that carries an excerpt', () => {
  it.each<[sign: string, fields: Partial<FeedItem>]>([
    ['no text at all', {}],
    ['a summary alone', { summary: '<p>How we moved our queues.</p>' }],
    ['a long summary', { summary: paragraphs(200) }],
    ['little content', { content: paragraphs(150) }],
    ['“[…]”', { content: `${paragraphs(600)}<p>Then we found [&#8230;]</p>` }],
    ['“…” at its end', { content: `${paragraphs(600)}<p>Then we found…</p>` }],
    [
      '“[...]” above a signature',
      { content: `${paragraphs(600)}<p>Then [...]</p><p>The post Moving appeared first on Example.</p>` },
    ],
    ['“Read more”', { content: `${paragraphs(600)}<p><a href="${url}">Read more</a></p>` }],
    [
      '“Continue reading on …”',
      { content: `${paragraphs(600)}<p><a href="${url}">Continue reading on Example »</a></p>` },
    ],
    ['“(more…)”', { content: `${paragraphs(600)}<p>(more…)</p>` }],
    ['“Full story »”', { content: `${paragraphs(600)}<p><a href="${url}">Full story »</a></p>` }],
    ['an invitation to pay', { content: `${paragraphs(600)}<p>This post is for paid subscribers.</p>` }],
  ])('is read from its page: %s', async (_, fields) => {
    const { asked, fetchPage } = serving(aPage(paragraphs(1500)));
    const article = await readArticle(anItem(fields), 'Example', fetchPage);
    expect(asked).toEqual([url]);
    expect(article).toMatchObject({ completeness: 'full', url });
    expect(article.words).toBeGreaterThan(1000);
  });

  it('takes from the page where it was found, what it calls itself and when it appeared', async () => {
    const head = `<link rel="canonical" href="/queues"><meta property="article:published_time" content="2026-03-03T10:00:00+01:00">`;
    const { fetchPage } = serving(aPage(paragraphs(600), head), 'https://example.com/moved/queues?id=1');
    expect(await readArticle(anItem({ title: '' }), 'Example', fetchPage)).toMatchObject({
      title: 'Moving our queues',
      url: 'https://example.com/moved/queues?id=1',
      canonical: 'https://example.com/queues',
      published: '2026-03-03T09:00:00.000Z',
    });
  });

  it('keeps the feed’s own title and date', async () => {
    const head = '<meta property="article:published_time" content="2026-03-03T10:00:00Z">';
    const item = anItem({ title: 'Queues, moved', published: '2026-03-01T00:00:00Z' });
    const article = await readArticle(item, 'Example', serving(aPage(paragraphs(600), head)).fetchPage);
    expect(article).toMatchObject({ title: 'Queues, moved', published: '2026-03-01T00:00:00Z' });
  });

  it('keeps the feed’s text where the page has less, since its scripts would fill it', async () => {
    const { fetchPage } = serving(aPage('<div id="root"></div>'));
    const article = await readArticle(anItem({ content: paragraphs(200) }), 'Example', fetchPage);
    expect(article).toMatchObject({ completeness: 'full' });
    expect(article.words).toBeGreaterThan(150);
  });
});

describe('a page that has not the whole article', () => {
  it.each([
    [
      'says so to search engines',
      aPage(paragraphs(400), linkedData({ '@type': 'NewsArticle', isAccessibleForFree: false })),
    ],
    [
      'says so in a graph, as text',
      aPage(paragraphs(400), linkedData({ '@graph': [{ '@type': ['BlogPosting'], isAccessibleForFree: 'False' }] })),
    ],
    ['asks for payment at its end', aPage(`${paragraphs(400)}<p>Subscribe to continue reading.</p>`)],
    [
      'asks for payment beside a teaser',
      aPage(`${paragraphs(60)}<div class="subscribe-box">This post is for paid subscribers.</div>`),
    ],
    ['is for members', aPage(`<p>Member-only story</p>${paragraphs(100)}`)],
  ])('is behind a paywall: it %s', async (_, html) => {
    expect(await readArticle(anItem(), 'Example', serving(html).fetchPage)).toMatchObject({
      completeness: 'paywalled',
    });
  });

  it.each([
    ['has little text', aPage(paragraphs(80))],
    ['was cut off on its way', aPage(paragraphs(600)).replace(/<\/p><\/article>.*$/, '')],
    ['goes on beyond what is read of a page', aPage(`${paragraphs(600)}${'<p>And so on.</p>'.repeat(5000)}`)],
    ['breaks off', aPage(`${paragraphs(400)}<p>Then we found […]</p>`)],
    [
      'is a teaser of another page',
      aPage(`${paragraphs(180)}<p><a href="https://example.org/">Read the full story</a></p>`),
    ],
    ['is about a podcast', aPage(paragraphs(200), linkedData({ '@type': 'PodcastEpisode', name: 'Queues' }))],
    ['is about a video', aPage(paragraphs(200), '<meta property="og:type" content="video.other">')],
  ])('has an excerpt: it %s', async (_, html) => {
    const article = await readArticle(anItem(), 'Example', serving(html).fetchPage);
    expect(article).toMatchObject({ completeness: 'excerpt' });
    expect(article.problem).toBeUndefined();
  });

  it.each([
    ['embeds a video in a long text', aPage(paragraphs(600), linkedData({ '@type': 'VideoObject', name: 'Queues' }))],
    [
      'was cut off below its article',
      aPage(`${paragraphs(600)}</article><div class="related"><p>More</p></div><div><p>Rights`).replace(
        /<\/article><\/body>.*$/,
        '',
      ),
    ],
    ['is the transcript of a podcast', aPage(paragraphs(900), linkedData({ '@type': 'PodcastEpisode' }))],
    [
      'asks for support below a long text',
      aPage(`${paragraphs(600)}<div class="subscribe-box">Subscribe to our newsletter.</div>`),
    ],
    [
      'has JSON-LD that is broken',
      aPage(paragraphs(600), '<script type="application/ld+json">{"isAccessibleForFree": false,}</script>'),
    ],
  ])('is another thing than one that %s', async (_, html) => {
    expect(await readArticle(anItem(), 'Example', serving(html).fetchPage)).toMatchObject({ completeness: 'full' });
  });
});

describe('a page that cannot be read', () => {
  const excerpt = { completeness: 'excerpt', url, text: 'How we moved our queues.' } as const;
  const item = anItem({ summary: '<p>How we moved our queues.</p>' });

  it('leaves the feed’s text, and the reason', async () => {
    expect(await readArticle(item, 'Example', unreachable)).toMatchObject({
      ...excerpt,
      problem: 'blog.example.com answered 503.',
    });
  });

  it('leaves the feed’s text where it is no HTML', async () => {
    const { fetchPage } = serving('%PDF-1.7');
    expect(await readArticle(item, 'Example', fetchPage)).toMatchObject({
      ...excerpt,
      problem: expect.stringContaining('is not a web page'),
    });
  });

  it('leaves the feed’s text where the address leads to the home page', async () => {
    const { fetchPage } = serving(aPage(paragraphs(600)), 'https://blog.example.com/');
    expect(await readArticle(item, 'Example', fetchPage)).toMatchObject({
      ...excerpt,
      problem: expect.stringContaining('home page'),
    });
  });

  it('is not asked for where the feed gives no address', async () => {
    const { asked, fetchPage } = serving('');
    const article = await readArticle(
      anItem({ url: '', summary: '<p>How we moved our queues.</p>' }),
      'Example',
      fetchPage,
    );
    expect(asked).toEqual([]);
    expect(article).toMatchObject({ ...excerpt, url: '', problem: expect.stringContaining('no address') });
  });
});
