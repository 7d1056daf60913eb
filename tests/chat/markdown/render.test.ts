import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionDocument } from '../../../src/chat/edition-document.ts';
import { renderMarkdown } from '../../../src/chat/markdown/render.ts';
import { type Block, heading, paragraph } from '../../../src/chat/message.ts';
import { anEdition } from '../../an-edition.ts';

interface Read {
  readonly text: string;
  readonly links: readonly string[];
  readonly kinds: ReadonlySet<string>;
}

/** What a CommonMark reader of another make sees: its text, its links, the kinds of nodes. */
const read = (markdown: string): Read => {
  const walker = new Parser().parse(markdown).walker();
  let text = '';
  const links: string[] = [];
  const kinds = new Set<string>();
  for (let event = walker.next(); event; event = walker.next()) {
    if (!event.entering) continue;
    kinds.add(event.node.type);
    text += event.node.literal ?? (event.node.type === 'softbreak' ? ' ' : '');
    if (event.node.type === 'link') links.push(event.node.destination ?? '');
  }
  return { text, links, kinds };
};

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const render = (...blocks: Block[]): string => renderMarkdown({ blocks });

describe('renderMarkdown', () => {
  it.each([
    ['a heading mark', '# not a heading'],
    ['a setext underline', '=== not a title'],
    ['a list mark', '- not a list'],
    ['a numbered list mark', '1. not a list'],
    ['a quote mark', '> not a quote'],
    ['a link', '[click](http://evil.example)'],
    ['an autolink', '<http://evil.example>'],
    ['an image', '![x](http://evil.example/x.png)'],
    ['raw HTML', '<script>alert(1)</script> <T> & &lt;T&gt;'],
    ['emphasis', '*stars* and __lines__ and `code` and ~~struck~~'],
    ['a table', '| a | b |'],
    ['a reference definition', '[a]: http://evil.example'],
    ['backslashes', 'C:\\new\\*folder'],
  ])('shows %s of feed text as its characters', (_, text) => {
    const seen = read(render(paragraph(text)));
    expect(seen.text).toBe(text);
    expect(seen.links).toEqual([]);
    expect([...seen.kinds].sort()).toEqual(['document', 'paragraph', 'text']);
  });

  it('never lets any text become markup', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>&~|#>+=-!:1.) \t\nab"é🚀'), maxLength: 60 }),
        text => {
          const folded = fold(text);
          fc.pre(folded !== '' && !folded.includes('\u0000'));
          const seen = read(render(paragraph(folded)));
          expect(seen.text).toBe(folded);
          expect(seen.kinds.has('link') || seen.kinds.has('html_block') || seen.kinds.has('html_inline')).toBe(false);
        },
      ),
      { seed: 20260401, numRuns: 2000 },
    );
  });

  it('keeps a link address whatever it holds, and adds none', () => {
    const href = 'https://acme.example/a_(b)?x=1|2&y=<z>&q=]( ';
    const seen = read(render({ kind: 'paragraph', content: [{ text: 'A [title]', bold: true, href }] }));
    expect(seen.text).toBe('A [title]');
    expect(seen.links.map(decodeURIComponent)).toEqual([href]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'blog/one', ' '])(
    'links to no address that is none of the web: %s',
    href => {
      const seen = read(render({ kind: 'paragraph', content: [{ text: 'A title', href }] }));
      expect(seen).toMatchObject({ text: 'A title', links: [] });
    },
  );

  it('has no character that a terminal would obey, and none that reorders what stands beside it', () => {
    const [told, code] = [{ text: 'a\u001b[31m\u202eb' }, { text: 'c\u0007\u2066d', code: true }];
    expect(renderMarkdown({ blocks: [{ kind: 'paragraph', content: [told, { text: ' ' }, code] }] })).toBe(
      'a\\[31mb `cd`\n',
    );
  });

  it('shows code with backticks in it', () => {
    const seen = read(render({ kind: 'paragraph', content: [{ text: 'a `b` ``c``', code: true }] }));
    expect(seen.text).toBe('a `b` ``c``');
    expect(seen.kinds.has('code')).toBe(true);
  });

  it('renders a heading by its level', () => {
    expect(render(heading(2, 'Deep Dives'))).toBe('## Deep Dives\n');
  });

  it('has the sections of the reference edition in its order', () => {
    const markdown = renderMarkdown(editionDocument(anEdition()));
    const headings = markdown.split('\n').filter(line => line.startsWith('#'));
    expect(headings).toEqual([
      '## Sources',
      '# Engineering @ Scale — 2026-04-01',
      '## Signal of the Day',
      '## Deep Dives',
      '## Patterns Across Companies',
      '## Also published',
      '### Sources that could not be read',
    ]);
  });

  it('opens each deep dive with title, company and source, both linked', () => {
    expect(renderMarkdown(editionDocument(anEdition()))).toContain(
      '[**Moving the ledger to append-only storage**](<https://acme.example/ledger>) · Acme · [Source](<https://acme.example/ledger>)',
    );
  });

  it('names a source that failed, with its cause and since when', () => {
    expect(renderMarkdown(editionDocument(anEdition()))).toContain(
      'Initech Blog: 404 Not Found at https://initech.example/feed (failing since 2026-03-30)',
    );
  });
});
