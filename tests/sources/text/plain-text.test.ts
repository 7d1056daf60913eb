import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, foldSpace, plainText } from '../../../src/sources/text/plain-text.ts';

describe('titles become plain text', () => {
  it.each([
    ['entities are not shown', 'We didn&#8217;t ship it&nbsp;&mdash; yet', 'We didn’t ship it — yet'],
    ['entities are decoded once', 'Escaping &amp;amp; in XML', 'Escaping &amp; in XML'],
    ['an entity that no one knows stays', 'About &nosuch; and AT&T', 'About &nosuch; and AT&T'],
    ['an address keeps its ampersands', 'See ?a=1&copy=2', 'See ?a=1&copy=2'],
    ['windows-1252 references are mended', 'It&#146;s', 'It’s'],
    ['formatting goes, its text stays', 'A <em>very</em> <code class="x">fast</code> parser', 'A very fast parser'],
    ['a tag that is no HTML stays', 'Add <T> support', 'Add <T> support'],
    ['an element that a title is about stays', 'Why we dropped <table>', 'Why we dropped <table>'],
    ['so do generics', 'From Vec<u8> to Map<K, V>', 'From Vec<u8> to Map<K, V>'],
    ['a comparison stays', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['a heart stays', 'I <3 feeds', 'I <3 feeds'],
    ['a line break is a space', 'One<br/>two', 'One two'],
    ['blocks do not run together', '<p>One</p><p>two</p>', 'One two'],
    ['images go, brackets in their attributes too', 'A <img alt="b<br>c" src="x.png"> D', 'A D'],
    ['comments go', 'A<!-- not this -->B', 'AB'],
    ['scripts go with what they say', 'A<script>alert("x")</script>B', 'AB'],
    ['a script that is only named stays', 'Load your <script> late', 'Load your <script> late'],
    ['a tag without an end stays', 'Broken <b', 'Broken <b'],
    ['a doctype that is talked about stays', 'What <!DOCTYPE html> does', 'What <!DOCTYPE html> does'],
    ['white space is folded', ' a\n\t b\u00a0\u2003c ', 'a b c'],
    ['control characters go', 'a\u0000b\u0008c\u001bd', 'abcd'],
    ['what is escaped is text', '&lt;b&gt;not bold&lt;/b&gt;', '<b>not bold</b>'],
  ])('%s', (_, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('escaping and reading give the same text back', () => {
    const unit = fc.oneof(fc.constantFrom(...'<>&;#"\' /!-ab1'), fc.nat(0xffff).map(String.fromCharCode));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), text => {
        expect(plainText(escapeHtml(text))).toBe(foldSpace(text.toWellFormed()));
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });
});

it('a control character between two spaces leaves one', () => {
  expect(foldSpace('C# 7 \u0096 ahead')).toBe('C# 7 ahead');
  expect(foldSpace('be\u0007ll')).toBe('bell');
});

it.each(['', ' ', '\u200b\u200b', '\u202e', '\u00ad\ufe0f', '\u3164', '\u2800', '\u{e0041}', '&#8203; &zwnj;'])(
  'a title of nothing that shows is none: %j would be a link that nobody sees',
  title => {
    expect(plainText(title)).toBe('');
  },
);

it('what is drawn as nothing stays within a text, as families and Persian words need it', () => {
  expect(plainText('می\u200cخواهم 👨\u200d👩\u200d👧')).toBe('می\u200cخواهم 👨\u200d👩\u200d👧');
});
