import { describe, expect, it } from 'vitest';
import { type Block, context, heading, paragraph } from '../../src/chat/message.ts';
import { type Attributes, blocksHtml } from '../../src/web/block-html.ts';

const shown = async (block: Block, attributes?: Attributes) =>
  (await blocksHtml([block], attributes)).toString().trim();

describe('blocks as HTML', () => {
  it.each<[string, Block, string]>([
    ['a heading', heading(2, 'Deep Dives'), '<h2>Deep Dives</h2>'],
    ['a paragraph', paragraph('Said.'), '<p>Said.</p>'],
    ['a context', context('Aside.'), '<p><small>Aside.</small></p>'],
    ['a quote', { kind: 'quote', content: [{ text: 'Told.' }] }, '<blockquote>Told.</blockquote>'],
    ['a list', { kind: 'list', items: [[{ text: 'One' }], [{ text: 'Two' }]] }, '<ul><li>One</li><li>Two</li></ul>'],
    ['a divider', { kind: 'divider' }, '<hr>'],
    ['buttons, which nobody can press there', { kind: 'actions', actions: [{ label: 'More', command: 'help' }] }, ''],
    [
      'runs of text',
      {
        kind: 'paragraph',
        content: [{ text: 'Read ' }, { text: 'this', bold: true, italic: true }, { text: 'x=1', code: true }],
      },
      '<p>Read <strong><em>this</em></strong><code>x=1</code></p>',
    ],
  ])('show %s', async (_, block, html) => {
    expect(await shown(block)).toBe(html);
  });

  it('show markup in texts as its characters', async () => {
    const block: Block = { kind: 'paragraph', content: [{ text: '<b>&amp;', href: 'https://a.example/?q="><b>' }] };
    expect(await shown(block)).toBe('<p><a href="https://a.example/?q=&quot;&gt;&lt;b&gt;">&lt;b&gt;&amp;amp;</a></p>');
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//a.example', 'vbscript:x', ''])(
    'lead to the web alone, not to %j',
    async href => {
      expect(await shown({ kind: 'paragraph', content: [{ text: 'there', href }] })).toBe('<p>there</p>');
    },
  );

  it('have the attributes that whoever shows them gives', async () => {
    const attributes: Attributes = { p: 'style="margin:0"', context: 'class="soft"', a: 'rel="noopener"' };
    const link: Block = { kind: 'paragraph', content: [{ text: 'there', href: 'https://a.example/' }] };
    expect(await shown(link, attributes)).toBe(
      '<p style="margin:0"><a rel="noopener" href="https://a.example/">there</a></p>',
    );
    expect(await shown(context('Aside.'), attributes)).toBe('<p class="soft">Aside.</p>');
  });
});
