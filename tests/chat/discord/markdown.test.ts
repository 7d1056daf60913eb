import { describe, expect, it } from 'vitest';
import { renderLines, webAddress } from '../../../src/chat/discord/markdown.ts';
import type { Inline, Inlines } from '../../../src/chat/message.ts';
import { readLine } from './markdown-reader.ts';

const render = (...content: Inlines): string => renderLines(content, 2_000).join('\n');
const href = 'https://acme.example/post';
const link = (text: string, more: Partial<Inline> = {}): string => render({ text, href, ...more });

describe("feed text in Discord's markdown", () => {
  it.each([
    ['**bold** __line__ ~~gone~~ ||secret||', '\\*\\*bold\\*\\* \\_\\_line\\_\\_ \\~\\~gone\\~\\~ \\|\\|secret\\|\\|'],
    ['`code` and ```block```', '\\`code\\` and \\`\\`\\`block\\`\\`\\`'],
    ['C:\\temp\\*', 'C:\\\\temp\\\\\\*'],
    ['# heading', '\\# heading'],
    ['-# subtext', '\\-# subtext'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['> quote', '\\> quote'],
    ['>>> quote', '\\>>> quote'],
    ['one\n# two', 'one # two'],
    ['[masked](http://evil.example)', '\\[masked\\](http\\://evil.example)'],
    ['see https://evil.example/?a=b', 'see https\\://evil.example/?a=b'],
    ['discord://-/settings', 'discord\\://-/settings'],
    ['join discord.gg/abc', 'join discord.gg\\/abc'],
    ['<https://evil.example>', '\\<https\\://evil.example>'],
    ['@everyone and @here', '\\@everyone and \\@here'],
    ['<@1> <@&1> <#1>', '\\<@1> \\<@&1> \\<#1>'],
    ['</cmd:1> <id:browse> <t:1:R>', '\\</cmd:1> \\<id:browse> \\<t\\:1:R>'],
    ['<:name:1> <a:name:1>', '\\<\\:name:1> \\<a\\:name:1>'],
    ['well :smile: done', 'well \\:smile: done'],
    ['¯\\_(ツ)_/¯', '¯\\\\\\_(ツ)\\_/¯'],
  ])('%j stays text', (text, markdown) => {
    expect(render({ text })).toBe(markdown);
    const read = readLine(markdown);
    expect(read.live).toEqual([]);
    expect(read.runs.map(run => run.text).join('')).toBe(text.replace('\n', ' '));
  });

  it.each([
    'Databases: 2 companies, 3.5 ms, 50% - at scale (v1.2)',
    'std::vector at 10:30',
    'AT&T’s Engineering @ Scale',
  ])('leaves %j as it is, since previews and notifications show backslashes', text =>
    expect(render({ text })).toBe(text),
  );

  it('makes no mention of two runs, of which one was to be a link that cannot be', () => {
    expect(render({ text: '@' }, { text: 'everyone', href: 'javascript:alert(1)' })).toBe('\\@everyone');
  });
});

describe("styles in Discord's markdown", () => {
  it.each<[string, Inlines]>([
    [
      '**bold** *italic* ***both*** `code`',
      [
        { text: 'bold', bold: true },
        { text: ' ' },
        { text: 'italic', italic: true },
        { text: ' ' },
        { text: 'both', bold: true, italic: true },
        { text: ' ' },
        { text: 'code', code: true },
      ],
    ],
    ['**outside** ', [{ text: 'outside ', bold: true }]],
    ['`a*b <@1>`', [{ text: 'a*b <@1>', code: true, bold: true }]],
    ['a\\`b', [{ text: 'a`b', code: true }]],
    [
      '**a**b',
      [
        { text: 'a', bold: true },
        { text: 'b', italic: true },
      ],
    ],
    [
      '*\\\\*b',
      [
        { text: '\\', italic: true },
        { text: 'b', bold: true },
      ],
    ],
    ['<#123>', [{ text: '#general', channel: '123' }]],
    ['general', [{ text: 'general', channel: 'x>' }]],
  ])('%s', (markdown, content) => expect(render(...content)).toBe(markdown));
});

describe("links in Discord's markdown", () => {
  it.each([
    ['Moving the ledger: 2 years on', `[Moving the ledger: 2 years on](<${href}>)`],
    ['io_uring | what we learnt', `[io_uring | what we learnt](<${href}>)`],
    ['Add <T> support', `[Add <T> support](<${href}>)`],
  ])('carry %j', (text, markdown) => expect(link(text)).toBe(markdown));

  it.each([
    ['[RFC] A new API', `\\[RFC\\] [A new API](<${href}>)`],
    ['__init__ explained', `\\_\\_init\\_\\_ [explained](<${href}>)`],
    ['Or ||not|| ~~done~~ yet', `Or \\|\\|not\\|\\| \\~\\~[done](<${href}>)\\~\\~ yet`],
    ['🚀 Launching', `🚀 [Launching](<${href}>)`],
    ['Why we like https://evil.example/path', `[Why we like](<${href}>) https\\://evil.example/path`],
    ['How @everyone was told', `How \\@[everyone was told](<${href}>)`],
    ['](http://evil.example) done', `\\](http\\://evil.example) [done](<${href}>)`],
    ['3. Ship it', `3\\. [Ship it](<${href}>)`],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['***', '\\*\\*\\*'],
  ])('keep out of their text what Discord would not show as it stands: %j', (text, markdown) =>
    expect(link(text)).toBe(markdown),
  );

  it('stand within bold', () => expect(link('Title', { bold: true })).toBe(`**[Title](<${href}>)**`));

  it.each([
    ['https://a.example/)](http://b.example)', 'https://a.example/%29%5D%28http://b.example%29'],
    ['https://a.example/a>b<c', 'https://a.example/a%3Eb%3Cc'],
    ['https://a.example/a b**c', 'https://a.example/a%20b%2A%2Ac'],
    ['HTTPS://A.EXAMPLE', 'https://a.example/'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
  ])('go to %s safely', (address, safe) => {
    expect(webAddress(address)).toBe(safe);
    expect(render({ text: 'x', href: address })).toBe(`[x](<${safe}>)`);
  });

  it.each([
    'javascript:alert(1)',
    'mailto:a@b.example',
    'discord://x',
    '/relative',
    '',
    'http://',
    `${href}/${'x'.repeat(500)}`,
  ])('leave the text where they cannot go to %j', address =>
    expect(render({ text: 'Title', href: address })).toBe('Title'),
  );
});

it.each([
  ['*# Heading of a title', '\\*# [Heading of a title](<https://a.example/>)'],
  ['*- # 1. Item', '\\*- # 1. [Item](<https://a.example/>)'],
])('keeps what begins a heading or a list out of a link that starts within its text: %s', (text, shown) =>
  expect(renderLines([{ text, href: 'https://a.example/' }], 2_000)).toEqual([shown]),
);

describe('lines', () => {
  it('are cut at ends of sentences, with the marks of each piece counted', () => {
    const lines = renderLines([{ text: 'The first one. The second one. The third one.', bold: true }], 45);
    expect(lines).toEqual(['**The first one. The second one.** ', '**The third one.**']);
    expect(lines.every(line => line.length <= 45)).toBe(true);
  });

  it('count what escapes add', () => {
    const lines = renderLines([{ text: '*_`|'.repeat(1_000) }], 2_000);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
    expect(lines.join('').replaceAll('\\', '')).toBe('*_`|'.repeat(1_000));
  });

  it('are left out where there is nothing to see', () => {
    expect(renderLines([{ text: ' \u0007' }, { text: '\n', bold: true }], 100)).toEqual([]);
  });
});
