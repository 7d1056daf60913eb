import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { cleanArticle, extractArticle } from '../../../src/sources/article.ts';
import { sanitised } from '../../../src/sources/articles/sanitised.ts';
import { hostileHtml } from './hostile-html.ts';

const url = 'https://blog.example.com/2026/queues';
const story = '<p>We moved the queues to another broker in three weeks, and lost no message on the way.</p>'.repeat(12);

const forbidden =
  /^(?:script|style|iframe|object|embed|form|base|meta|link|svg|math|template|noscript|textarea|title|xmp|input)$/;

/** Elements and attributes of `html` that nothing but text has a use for. */
function dangersIn(html: string): readonly string[] {
  const dangers: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (forbidden.test(name)) dangers.push(name);
      for (const [attribute, value] of Object.entries(attributes))
        if (!/^(?:href|src|alt|lang|dir|colspan|rowspan)$/.test(attribute)) dangers.push(attribute);
        else if (/^(?:href|src)$/.test(attribute) && !/^(?:https?:\/\/|#)/.test(value)) dangers.push(value);
    },
  });
  parser.end(html);
  return dangers;
}

describe('HTML that may be shown anywhere', () => {
  it.each([
    ['mark-up of text', '<p>A <b>b</b> <code>c</code></p>', '<p>A <b>b</b> <code>c</code></p>'],
    ['tables', '<td colspan="2" width="9">x</td>', '<td colspan="2">x</td>'],
    ['links to the web, absolute', '<a href="../b" rel="me">x</a>', '<a href="https://blog.example.com/b">x</a>'],
    ['links within', '<a href="#fn1">1</a>', '<a href="#fn1">1</a>'],
    ['links that do not lead to the web, without their address', '<a href="mailto:a@b.example">x</a>', '<a>x</a>'],
    ['pictures', '<img src="a.png" alt="A" width="3">', '<img alt="A" src="https://blog.example.com/2026/a.png" />'],
    ['the text of what it does not know', '<x-note>1</x-note><math><mi>x</mi></math>', '1x'],
    ['forms, as no more than a container', '<form action="/x"><p>x</p></form>', '<div><p>x</p></div>'],
  ])('has %s', (_, html, clean) => {
    expect(sanitised(html, url)).toBe(clean);
  });

  it.each(hostileHtml)('has nothing that acts: %s', (_, html) => {
    for (const clean of [
      sanitised(html, url),
      cleanArticle(html, { title: 'Queues', base: url }).html,
      extractArticle(`<html><body><article>${story}${html}${story}</article></body></html>`, url).html,
    ]) {
      expect(dangersIn(clean)).toEqual([]);
      expect(sanitised(clean, url)).toBe(clean);
    }
  });
});
