import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meanScore, scorePage } from '../../bench/shingles.ts';
import { cleanArticle, extractArticle } from '../../src/sources/article.ts';
import { articleBlocks } from '../../src/sources/articles/blocks.ts';
import { shared } from '../material.ts';

const url = 'https://blog.example.com/2026/queues';
const paragraph = (ordinal: number): string =>
  `Paragraph ${ordinal} says at some length what we did to the queues, why we did it, and what it took us to get there.`;
const paragraphs = [1, 2, 3, 4, 5, 6].map(paragraph);
const story = paragraphs.map(text => `<p>${text}</p>`).join('\n');

const page = (body: string, head = '<title>Moving our queues | Example</title>'): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const textOf = (body: string, head?: string): readonly string[] =>
  extractArticle(page(body, head), url).text.split('\n');

describe('the text of an article', () => {
  it('is its paragraphs, headings, lists and code, each on a line of its own, and the HTML that they stand in', () => {
    const article = extractArticle(
      page(
        `<article><h1>Moving our queues</h1>${story}<h2>Steps</h2><ul><li>Drain the old one.</li><li>Fill the new one.</li></ul><pre><code>for q in queues:\n    q.drain()</code></pre><p>${paragraph(7)}</p></article>`,
      ),
      url,
    );
    expect(article.title).toBe('Moving our queues');
    expect(article.text.split('\n')).toEqual([
      ...paragraphs,
      'Steps',
      'Drain the old one.',
      'Fill the new one.',
      'for q in queues:',
      '    q.drain()',
      paragraph(7),
    ]);
    expect(article.html).toContain('<pre><code>for q in queues:\n    q.drain()</code></pre>');
    expect(article.words).toBe(article.text.split(/\s+/).length);
  });

  it.each([
    ['share bars', '<div class="article__shareBar"><a href="https://x.example/share">Post this</a> 31 shares</div>'],
    ['bylines', '<p class="byline">Jane Doe</p>'],
    [
      'captions',
      '<figure><img src="a.png"><figcaption>The old queues, seen from above, before we moved.</figcaption></figure>',
    ],
    [
      'captions in the class of a paragraph',
      '<div class="wp-caption"><img src="a.png"><p class="wp-caption-text">The old queues.</p></div>',
    ],
    ['captions in italics under a picture', '<p><img src="a.png"></p><p><em>The old queues, from above</em></p>'],
    [
      'related stories',
      '<aside class="related-posts"><h3>Related</h3><p>Why queues are older than computers, and other stories.</p></aside>',
    ],
    [
      'newsletter forms',
      '<form class="newsletter"><p>Get our posts by mail, once a month and no more.</p><input></form>',
    ],
    ['comments', '<div id="comments"><p>I have moved my queues as well, and it took me a week.</p></div>'],
    ['cookie banners', '<div class="cookie-consent"><p>We use cookies to see who reads about queues.</p></div>'],
    [
      'the author’s biography',
      '<div class="author-bio"><p>Jane moves queues, and she has two cats and a dog.</p></div>',
    ],
    ['text for screen readers', '<span class="sr-only">Opens in a new window</span>'],
    ['hidden text', '<div hidden>Try our other queues, while you are waiting here.</div>'],
    ['line numbers', '<table><tr><td class="gutter"><pre>1\n2</pre></td></tr></table>'],
    ['buttons', '<button>Copy</button>'],
    ['footnote marks', '<sup><a href="#fn1">[1]</a></sup>'],
    ['messages of a video player', '<div class="VideoPlayer">The player is loading. This is a modal window.</div>'],
    ['pulled quotations', `<div class="pull-quote"><p>${paragraph(7)}</p></div>`],
    ['boxes of facts', '<table class="infobox"><tr><th>Opened</th><td>1884</td></tr></table>'],
    ['consent managers', '<div id="didomi-host"><p>We and our partners store and read what we can.</p></div>'],
  ])('has no %s', (_, furniture) => {
    expect(textOf(`<article>${story}${furniture}<p>${paragraph(7)}</p></article>`)).toEqual([
      ...paragraphs,
      paragraph(7),
    ]);
  });

  it.each([
    [
      'a term whose class sounds like a header',
      '<dl><dt class="subheader">Queue</dt><dd>What waits to be done, in the order of its arrival.</dd></dl>',
    ],
    [
      'a marked word of a sentence',
      '<p>The word <span class="tags">queue</span> means tail, and that is what we had.</p>',
    ],
    [
      'a heading with a permalink, but not its sign',
      '<h2>Queue <a class="anchor" href="#q">#</a></h2><p>A tail of things to do, as long as you let it get.</p>',
    ],
  ])('keeps %s', (_, own) => {
    const lines = textOf(`<article>${story}${own}<p>${paragraph(7)}</p></article>`);
    expect(lines.slice(6, -1)).toEqual(articleBlocks(own).map(({ text }) => text.replace(/ #$/, '')));
  });

  it('has no date above it in a script without spaces', () => {
    const sentences = [
      '市長は火曜日の会見で、新しい橋が春に開通すると述べた。',
      '工事は予定より三か月遅れていると、県は説明している。',
    ];
    const lines = Array.from({ length: 3 }, (_, n) =>
      sentences.map(text => `${text.slice(0, -1)}という（${n}）。`),
    ).flat();
    const body = `<h1>橋が開通</h1><div>2019.03.05 10:30</div>${lines.map(text => `<p>${text}</p>`).join('')}`;
    expect(textOf(`<div>${body}</div>`, '<title>橋が開通</title>')).toEqual(lines);
  });

  it('is the article even where a word of its class names furniture', () => {
    expect(textOf(`<div class="social-related-content">${story}</div><div class="share">Share</div>`)).toEqual(
      paragraphs,
    );
  });

  it('is the article even where such a word is on each of its paragraphs', () => {
    expect(textOf(`<div>${story.replaceAll('<p>', '<p class="promo-text">')}</div>`)).toEqual(paragraphs);
  });

  it('is not its readers’ comments, however many', () => {
    const comment =
      '<li class="comment"><p>I have moved my queues as well, and it took me a week, not a quarter.</p></li>';
    expect(textOf(`<div>${story}</div><ol>${comment.repeat(60)}</ol>`)).toEqual(paragraphs);
  });

  it('is the body that the page names, not the longer list of teasers below', () => {
    const teasers = Array.from(
      { length: 12 },
      (_, n) => `<div class="card"><p>Teaser ${n}, as long as a teaser may be.</p></div>`,
    );
    expect(textOf(`<main><div class="post-content">${story}</div>${teasers.join('')}</main>`)).toEqual(paragraphs);
  });

  it('is one story of a page that shows several', () => {
    const other = `<article><h2>Other queues</h2>${story.replaceAll('Paragraph', 'Passage')}</article>`;
    expect(textOf(`<article><h1>Moving our queues</h1>${story}</article>${other}${other}`)).toEqual(paragraphs);
  });

  it('is not lost where every third word is a link', () => {
    const linked = paragraphs.map(text =>
      text.replace(/(\S+) (\S+) (\S+)/g, (_, one: string, two: string, three: string) =>
        [one, `<a href="/${two}">${two}</a>`, three].join(' '),
      ),
    );
    const rights = '<div class="footer"><p>© Example 2026, with all the rights that are reserved.</p></div>';
    expect(textOf(`<div>${linked.map(text => `<p>${text}</p>`).join('')}</div>${rights}`)).toEqual(paragraphs);
  });

  it('goes on behind “continue reading”', () => {
    const [shown, rest] = [paragraphs.slice(0, 4), paragraphs.slice(4)].map(texts =>
      texts.map(text => `<p>${text}</p>`).join(''),
    );
    expect(
      textOf(`<div>${shown}</div><button>More</button><div class="rest" style="display:none">${rest}</div>`),
    ).toEqual(paragraphs);
  });

  it('is not lost where Readability sees none of it', () => {
    const lines = Array.from({ length: 8 }, (_, n) => `<div class="comment-like sidebar">${paragraph(n)}</div>`);
    expect(textOf(lines.join(''))).toHaveLength(8);
  });

  it('is gathered from the containers that a page lays it out in', () => {
    const texts = Array.from({ length: 12 }, (_, n) => paragraph(n));
    const container = (some: readonly string[]): string =>
      `<div class="row"><div class="column"><div class="text">${some.map(text => `<p>${text}</p>`).join('')}</div></div></div>`;
    const containers = [texts.slice(0, 4), texts.slice(4, 8), texts.slice(8)].map(container);
    const card = '<div class="cards"><p>A card about something else, with a comma in it, and another one.</p></div>';
    expect(textOf(`<h1>Moving our queues</h1>${containers.join('')}${card}`)).toEqual(texts);
  });

  it('comes from the JSON-LD of a page that its scripts fill', () => {
    const data = JSON.stringify({ '@type': 'BlogPosting', articleBody: paragraphs.join('\n\n') });
    expect(textOf('<div id="root">Loading…</div>', `<script type="application/ld+json">${data}</script>`)).toEqual(
      paragraphs,
    );
  });

  it.each([
    ['stands behind the end of its page', `<html><head></head>${story}<body></body></html>`],
    ['stands in its head', `<html><head><title>Queues</title><div>${story}</div></head><body></body></html>`],
    ['stands around its body', `<html><div>${story}</div><body></body>`],
    ['stands in a page within a page', `<html><body><p>x</p><html><body><article>${story}</article></body></html>`],
    ['stands twice', page(`<div>${story}</div>`).repeat(2)],
  ])('is not lost, nor doubled, where it %s', (_, html) => {
    expect(extractArticle(html, url).text.split('\n')).toEqual(paragraphs);
  });

  it('has absolute addresses and nothing that acts in its HTML', () => {
    const { html } = extractArticle(
      page(
        `<article>${story}<p>See <a href="../b" onclick="x()">that</a>, <a href="javascript:x()">this</a>, <a href="#c">here</a>. <img src="d.png"></p><script>x()</script><iframe src="/e"></iframe></article>`,
        '<title>Queues</title><base href="https://cdn.example.com/posts/a/">',
      ),
      url,
    );
    expect(html).toContain('<a href="https://cdn.example.com/posts/b">that</a>');
    expect(html).toContain('<a href="#c">here</a>');
    expect(html).toContain('src="https://cdn.example.com/posts/a/d.png"');
    expect(html).not.toMatch(/javascript:|onclick|<script|<iframe/);
  });

  it('is exactly what its HTML says', () => {
    const piece = fc.constantFrom(
      story,
      '<div>',
      '</div>',
      '<p>A short line.</p>',
      '<pre>a\n  b</pre>',
      '<ul><li>x</li></ul>',
      '<h2>Why</h2>',
      '<table><tr><td>1</td><td>2</td></tr></table>',
      '<blockquote>Said.</blockquote>',
      'loose text',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const { text, html } = extractArticle(page(pieces.join('')), url);
        expect(text).toBe(
          articleBlocks(html)
            .map(block => block.text)
            .join('\n'),
        );
      }),
      { seed: 20260401, numRuns: 40 },
    );
  });
});

describe('what is no article', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['a page without a body', '<html><head><title>x</title></head></html>'],
    ['an empty body', page('')],
    ['a frameset', '<html><frameset><frame src="a"></frameset></html>'],
    ['a page of scripts', page('<div id="root"></div><script>render()</script>')],
  ])('has no text: %s', (_, html) => {
    expect(extractArticle(html, url)).toMatchObject({ text: '', html: '', words: 0 });
  });

  it.each([
    ['a PDF', '%PDF-1.7\n<</Type/Catalog>>', 'not-html'],
    ['an archive', 'PK\u0003\u0004\u0000\u0000<a>', 'not-html'],
    ['JSON', '{"html": "<p>x</p>"}', 'not-html'],
    ['plain text', 'Not found', 'not-html'],
    ['a hundred thousand nested elements', `<html><body>${'<div>'.repeat(100_000)}x`, 'too-deep'],
    ['unclosed inline elements', `<html><body>${'<b>'.repeat(100_000)}x`, 'too-deep'],
    ['five megabytes of tags', `<html><body>${'<p>x</p>'.repeat(650_000)}`, 'too-large'],
    ['five megabytes of one paragraph', `<html><body><p>${'word '.repeat(1_000_000)}</p>`, 'too-large'],
  ])('is refused by name: %s', (_, html, code) => {
    expect(() => extractArticle(html, url)).toThrow(expect.objectContaining({ name: 'ArticleError', code }));
  });

  it.each([
    ['five megabytes of one attribute', `<p title="${'word '.repeat(1_000_000)}">x</p>`],
    ['five megabytes of one class', `<p class="${'relation-'.repeat(550_000)}">x</p>`],
    ['five megabytes of a comment', `<!-- ${'- '.repeat(2_500_000)} --><p>x</p>`],
    ['a megabyte of title', `<title>${'a - '.repeat(250_000)}${'-'.repeat(900_000)} x</title><p>x</p>`],
    ['a tag that never ends', `<p>x</p><a href="${'x'.repeat(1_000_000)}`],
  ])('does not stop us: %s', (_, html) => {
    expect(extractArticle(html, url).text).toBe('x');
  });
});

describe('cleaning what a feed carries', () => {
  it('leaves the story and takes the rest', () => {
    const html = `<div>${story}</div><div class="feedflare"><a href="https://x.example/">Share</a></div><p>The post <a href="https://x.example/">Queues</a> appeared first on <a href="https://x.example/">Example</a>.</p>`;
    expect(cleanArticle(html, { title: 'Queues', base: url }).text.split('\n')).toEqual(paragraphs);
  });

  it('reads text without tags', () => {
    expect(cleanArticle('Just a line.', { title: '', base: '' })).toEqual({
      text: 'Just a line.',
      html: 'Just a line.',
      words: 3,
    });
  });
});

const fixtures = shared('fixtures/extraction');

describe.skipIf(!existsSync(fixtures))('the public extraction benchmark (skipped where ../shared is absent)', () => {
  it('is met with an F1 of at least 0.955', () => {
    const truth = z
      .record(z.string(), z.object({ articleBody: z.string(), url: z.string() }))
      .parse(JSON.parse(readFileSync(resolve(fixtures, 'ground-truth.json'), 'utf8')));
    const scores = Object.entries(truth).map(([id, { articleBody, url: address }]) => {
      const html = gunzipSync(readFileSync(resolve(fixtures, 'html', `${id}.html.gz`))).toString();
      return scorePage(articleBody, extractArticle(html, address).text);
    });
    expect(meanScore(scores).f1).toBeGreaterThanOrEqual(0.955);
  }, 60_000);
});
