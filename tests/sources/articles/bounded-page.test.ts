import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedPage } from '../../../src/sources/articles/bounded-page.ts';
import { parsePage } from '../../../src/sources/articles/dom.ts';
import { hostileLimits, pageLimits } from '../../../src/sources/articles/page-limits.ts';

const bodyOf = (html: string): string => /<body[^>]*>(.*)<\/body>/s.exec(boundedPage(html).html)?.[1] ?? '';
const headOf = (html: string): string => /<head>(.*)<\/head>/s.exec(boundedPage(html).html)?.[1] ?? '';

const limits = { elements: pageLimits.elements, depth: pageLimits.depth };

describe('a page within the limits', () => {
  it.each([
    ['a fragment', 'Just <b>text</b>', 'Just <b>text</b>'],
    ['a page', '<html><head><title>t</title></head><body><p>x</p></body></html>', '<p>x</p>'],
    ['a page without html, head or body', '<title>t</title><p>x</p>', '<p>x</p>'],
    ['what stands behind the end of the body', '<body><p>x</p></body></html><p>y</p>', '<p>x</p><p>y</p>'],
    ['a second page in the first', '<body><p>x</p><html><body class="b"><p>y</p></body>', '<p>x</p><p>y</p>'],
    ['end tags that are missing', '<ul><li>x<li>y</ul>', '<ul><li>x</li><li>y</li></ul>'],
    ['entities, however they are written', '<p>R&amp;D &lt; &#60;b&#62;</p>', '<p>R&amp;D &lt; &lt;b></p>'],
    ['quotation marks in attributes', `<p title='a"b'>x</p>`, '<p title="a&quot;b">x</p>'],
    ['attributes that act', '<p onclick="x()" class="c">x</p>', '<p class="c">x</p>'],
    ['scripts, styles and comments', '<p>x<script>y</script><style>z</style><!-- c --></p>', '<p>x</p>'],
    ['what is drawn', '<svg><path d="M0"/><title>t</title></svg><p>x</p>', '<svg></svg><p>x</p>'],
    ['words that are coloured in a program', '<pre><span class="k">if</span> x</pre>', '<pre>if x</pre>'],
    ['what is hidden in a program', '<pre><span hidden>1</span>if x</pre>', '<pre><span hidden="">1</span>if x</pre>'],
  ])('is read whole: %s', (_, html, body) => {
    expect(bodyOf(html)).toBe(body);
    expect(boundedPage(html).isPart).toBe(false);
  });

  it('keeps what its head says of it', () => {
    const said = '<meta property="og:title" content="t"><script type="application/ld+json">{"a": "<b>"}</script>';
    expect(headOf(`<html><head>${said}<script>x()</script></head><body><p>x</p></body></html>`)).toBe(said);
  });

  it('is written so that it is read as before, whatever the page', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<div>|</div>|<b>|<table>|<tr>|<td>|</table>|<a href="x">|</a>|<svg>|</svg>|<title>|</title>|<textarea>|&lt;|&|<|>|"|x| |<!--|-->|<body>|</body>|<br>|</br>|<math>|<mi>|<noscript>'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const once = boundedPage(pieces.join('')).html;
        expect(boundedPage(once).html).toBe(once);
        expect(parsePage(once).body.textContent).toBe(parsePage(pieces.join('')).body.textContent);
      }),
      { seed: 20261130 },
    );
  });
});

describe('a page beyond the limits', () => {
  const elementsIn = (html: string): number => [...parsePage(html).body.querySelectorAll('*')].length;

  it.each([
    ['elements', '<p>x</p>'.repeat(limits.elements + 1)],
    ['text', `<p>${'word '.repeat(pageLimits.text / 5)}x</p><p>y</p>`],
    ['characters to escape', `<p>${'<'.repeat(limits.elements * 2 + 2)}</p><p>x</p>`],
    ['text in many elements', `${'<div>'.repeat(70)}${`<p>${'word '.repeat(5000)}</p>`.repeat(3)}`],
    ['characters of HTML', `<p>x</p><!--${'-'.repeat(pageLimits.html)}--><p>y</p>`],
  ])('is read in part and says so: more %s', (_, html) => {
    const { isPart } = boundedPage(html);
    expect(isPart).toBe(true);
    expect(elementsIn(html)).toBeGreaterThan(0);
    expect(elementsIn(html)).toBeLessThanOrEqual(limits.elements);
  });

  it('ends amid a text of characters to escape, which are each a piece of text of their own', () => {
    const { html } = boundedPage(`<p>${'x <>& '.repeat(30_000)}</p>`);
    expect(html.match(/x /g)?.length).toBeLessThanOrEqual((limits.elements * 2) / 3);
  });

  it('loses attributes that are too many or too long, and no text', () => {
    const many = Array.from({ length: 200 }, (_, n) => `a${n}="${n}"`).join(' ');
    expect(bodyOf(`<p ${many}>x</p>`).match(/ a\d+=/g)).toHaveLength(pageLimits.attributes);
    expect(bodyOf(`<p class="${'c'.repeat(pageLimits.attributeValue + 1)}" id="i">x</p>`)).toBe('<p id="i">x</p>');
  });

  it('is read no deeper than a page is, its text where it stands', () => {
    const deep = `${'<div>'.repeat(limits.depth + 20)}x<p>y</p>${'</div>'.repeat(limits.depth + 20)}z`;
    expect(elementsIn(deep)).toBe(limits.depth);
    expect(parsePage(deep).body.textContent.replace(/\s+/g, ' ')).toBe(' x yz');
    expect(boundedPage(deep).isPart).toBe(false);
  });

  it('is read once where it stands twice, and says so', () => {
    const page = '<html><head><title>t</title></head><body><p>x</p></body></html>';
    expect(bodyOf(page.repeat(2))).toBe('<p>x</p>');
    expect(boundedPage(page.repeat(2)).isPart).toBe(true);
  });

  it('is refused where it is many times beyond', () => {
    const refused = (code: string) => expect.objectContaining({ name: 'ArticleError', code });
    expect(() => boundedPage('<p>x</p>'.repeat(hostileLimits.elements + 1))).toThrow(refused('too-large'));
    expect(() => boundedPage('<b>'.repeat(hostileLimits.depth + 1))).toThrow(refused('too-deep'));
    expect(() => boundedPage(`<p>${'x'.repeat(hostileLimits.text + 1)}`)).toThrow(refused('too-large'));
  });
});

describe('a page that ends before its time', () => {
  const whole = '<html><body><div><p>One.</p><p>Two.</p></div></body></html>';

  it.each([
    ['in the midst of a paragraph', whole.slice(0, whole.indexOf('wo.'))],
    ['in the midst of a tag', whole.slice(0, whole.indexOf('/p><p>Two'))],
    ['in the midst of a comment', '<html><body><p>One.</p><!-- then'],
    ['in the midst of a script', '<html><body><p>One.</p><script>let x ='],
  ])('is a part: %s', (_, html) => {
    expect(boundedPage(html).isPart).toBe(true);
  });

  it.each([
    ['a whole page', whole],
    ['a page that leaves out the tags that HTML lets it leave out', '<html><body><p>One.<p>Two.<ul><li>Three</ul>'],
    ['a page that forgets to close a container', whole.replace('</div>', '')],
    ['a fragment, whose container is elsewhere', '<div><p>One.</p>'],
  ])('is no part: %s', (_, html) => {
    expect(boundedPage(html).isPart).toBe(false);
  });
});
