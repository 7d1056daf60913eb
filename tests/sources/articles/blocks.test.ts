import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleBlocks, placedBlocks } from '../../../src/sources/articles/blocks.ts';
import { parsePage } from '../../../src/sources/articles/dom.ts';

const kindsAndTexts = (html: string): readonly string[] =>
  articleBlocks(html).map(({ kind, text }) => `${kind}: ${text}`);

const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<li>',
    '<pre>',
    '</pre>',
    '<td>',
    '<tr>',
    '</table>',
    '<br>',
    '<!--',
    '-->',
    '<a href=',
    '"',
    '\n',
    '\t',
    ' ',
    'x',
    '&#10;',
    '&nbsp;',
    '<h1>',
    '<script>',
  ],
);

describe('blocks', () => {
  it.each<[what: string, html: string, blocks: readonly string[]]>([
    ['a fragment without tags', 'Just text', ['paragraph: Just text']],
    ['no text at all', '<p> <img src="a.png"> </p><hr>', []],
    ['headings on lines of their own', '<h2>Why</h2><p>Because.</p>', ['heading: Why', 'paragraph: Because.']],
    [
      'text beside an element',
      'Before<p>within</p>after',
      ['paragraph: Before', 'paragraph: within', 'paragraph: after'],
    ],
    ['inline mark-up without spaces', '<p>pre<b>fix</b> <i>it</i></p>', ['paragraph: prefix it']],
    ['an unknown element, which runs inline', '<p>costs (<x-note>1</x-note>) less</p>', ['paragraph: costs (1) less']],
    [
      'lines broken by hand',
      '<p>First line.<br>Second line.</p>',
      ['paragraph: First line.', 'paragraph: Second line.'],
    ],
    ['entities, decoded once', '<p>R&amp;D&nbsp;&lt;T&gt; &amp;amp;</p>', ['paragraph: R&D <T> &amp;']],
    ['a paragraph in a list item', '<ul><li><p>One</p><p>Two</p></li></ul>', ['list: One', 'list: Two']],
    ['terms and definitions', '<dl><dt>Term</dt><dd>Meaning</dd></dl>', ['list: Term', 'list: Meaning']],
    ['a paragraph in a quotation', '<blockquote><p>Said.</p></blockquote>', ['quote: Said.']],
    ['a heading in a list item', '<ol><li><h3>Step</h3>Do it.</li></ol>', ['heading: Step', 'list: Do it.']],
    ['captions', '<figure><img><figcaption>A graph</figcaption></figure>', ['caption: A graph']],
    ['rows of data', '<table><tr><th>State</th><th>Next</th></tr></table>', ['table: State | Next']],
    [
      'cells that each hold a paragraph',
      '<table><tr><td><p>new</p></td><td><p>done</p></td></tr></table>',
      ['table: new | done'],
    ],
    [
      'a table that lays out the page',
      '<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>',
      ['paragraph: One.', 'paragraph: Two.'],
    ],
    [
      'lines of code with their indentation',
      '<pre>if x:\n  y()\n\nz()</pre>',
      ['code: if x:', 'code:   y()', 'code: z()'],
    ],
    ['code whose lines are broken by elements', '<pre><code>a<br>b</code></pre>', ['code: a', 'code: b']],
    ['a paragraph that is a command', '<p><code>npm ci</code></p>', ['code: npm ci']],
    ['code within a sentence', '<p>Run <code>npm ci</code> first.</p>', ['paragraph: Run npm ci first.']],
    [
      'what nobody reads in place',
      '<p>Seen<script>x()</script><style>p{}</style><svg><title>t</title></svg></p>',
      ['paragraph: Seen'],
    ],
  ])('%s', (_, html, blocks) => {
    expect(kindsAndTexts(html)).toEqual(blocks);
  });

  it('are never empty and never of two lines, whatever the HTML', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        for (const { text } of articleBlocks(pieces.join(''))) expect(text).toMatch(/^.*\S.*$/);
      }),
      { seed: 20260401 },
    );
  });

  it('are the same of the tree that is only read and of the DOM', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const html = pieces.join('');
        const placed = placedBlocks(parsePage(html).body).map(({ kind, text }) => ({ kind, text }));
        expect(articleBlocks(html)).toEqual(placed);
      }),
      { seed: 20261130 },
    );
  });
});
