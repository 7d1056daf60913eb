import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { type DiscordPayload, renderDiscord } from '../../../src/chat/discord/render.ts';
import { type Block, context, heading, type Message, paragraph } from '../../../src/chat/message.ts';
import { linesOf, markdownOf, shownText } from './shown.ts';

const payloadsOf = (message: Message): DiscordPayload[] => renderDiscord(message).map(({ payload }) => payload);
const render = (...blocks: Block[]): DiscordPayload[] => payloadsOf({ blocks });
/** What stands in the containers. */
const within = (...blocks: Block[]): unknown[] =>
  render(...blocks)
    .flatMap(({ components = [] }) => components)
    .flatMap(component => (component.type === ComponentType.Container ? component.components : [component]));
const text = (content: string) => ({ type: 10, content });
const button = (label: string, custom_id: string, style = 2) => ({ type: 2, style, label, custom_id });
const linkButton = (label: string, url: string) => ({ type: 2, style: 5, label, url });

describe('renderDiscord', () => {
  it('shows an edition as one parent and its replies', () => {
    const href = 'https://acme.example/ledger';
    const message: Message = {
      blocks: [
        heading(1, 'Engineering @ Scale — 2026-04-01'),
        heading(2, 'Signal of the Day'),
        { kind: 'paragraph', content: [{ text: 'Databases: 2 companies in one day', bold: true }] },
        paragraph('Acme lost 3 hours to lock_waits each week.'),
        { kind: 'context', content: [{ text: 'Acme: Moving the ledger', href }] },
      ],
      thread: [
        {
          blocks: [
            {
              kind: 'paragraph',
              content: [
                { text: 'Moving the ledger', bold: true, href },
                { text: ' · Acme · ' },
                { text: 'Source', href },
              ],
            },
            paragraph('Acme lost 3 hours to lock waits each week.'),
            context('Acme Engineering · Databases'),
          ],
        },
        {
          blocks: [
            heading(2, 'Also published'),
            { kind: 'list', items: [[{ text: 'An award', href }, { text: ' · Acme' }]] },
          ],
        },
      ],
    };
    expect(renderDiscord(message).map(({ place, payload }) => [place, ...markdownOf(payload)])).toEqual([
      [
        'parent',
        '# Engineering @ Scale — 2026-04-01',
        '## Signal of the Day',
        '**Databases: 2 companies in one day**',
        'Acme lost 3 hours to lock\\_waits each week.',
        '-# [Acme: Moving the ledger](<https://acme.example/ledger>)',
      ],
      [
        'reply',
        '**[Moving the ledger](<https://acme.example/ledger>)** · Acme · [Source](<https://acme.example/ledger>)',
        'Acme lost 3 hours to lock waits each week.',
        '-# Acme Engineering · Databases',
      ],
      ['reply', '## Also published', '- [An award](<https://acme.example/ledger>) · Acme'],
    ]);
  });

  it('sends containers of components, and lets no text notify anybody', () => {
    expect(render(paragraph('Hello @everyone'))).toEqual([
      {
        flags: 1 << 15,
        components: [{ type: 17, accent_color: expect.any(Number), components: [text('Hello \\@everyone')] }],
        allowed_mentions: { parse: [] },
      },
    ]);
  });

  it('shows each kind of block by its mark', () => {
    expect(
      within(
        heading(1, 'One'),
        heading(3, 'Three'),
        { kind: 'quote', content: [{ text: 'Quoted' }] },
        { kind: 'divider' },
        { kind: 'context', content: [{ text: 'Small' }] },
        { kind: 'list', items: [[{ text: 'a' }], [{ text: '- b' }]] },
      ),
    ).toEqual([
      text('# One'),
      text('### Three'),
      text('> Quoted'),
      { type: 14, divider: true, spacing: 1 },
      text('-# Small'),
      text('- a\n- \\- b'),
    ]);
  });

  it('keeps the number sign that Discord takes off the end of a heading', () => {
    expect(within(heading(2, 'Async in C#'))).toEqual([text('Async in C#')]);
  });

  it('says nothing where there is nothing to say', () => {
    expect(render()).toEqual([]);
    expect(render(paragraph(' '), { kind: 'divider' }, { kind: 'list', items: [] })).toEqual([]);
  });
});

describe('buttons', () => {
  it('stand in rows of five, each with an id of its own', () => {
    const actions = Array.from({ length: 6 }, () => ({ label: 'Next', command: 'kafka page:2' }));
    expect(within({ kind: 'actions', actions })).toEqual([
      { type: 1, components: [0, 1, 2, 3, 4].map(ordinal => button('Next', `${ordinal}:kafka page:2`)) },
      { type: 1, components: [button('Next', '5:kafka page:2')] },
    ]);
  });

  it('have the style that they are given, and lead where they say', () => {
    const actions = [
      { label: 'Subscribe', command: 'subscribe', style: 'primary' as const },
      { label: 'Unsubscribe', command: 'unsubscribe', style: 'danger' as const },
      { label: 'Read', href: 'https://digest.example/' },
    ];
    expect(within({ kind: 'actions', actions })).toEqual([
      {
        type: 1,
        components: [
          button('Subscribe', '0:subscribe', 1),
          button('Unsubscribe', '1:unsubscribe', 4),
          linkButton('Read', 'https://digest.example/'),
        ],
      },
    ]);
  });

  it('stand beside the text where there is but one and it is a link', () => {
    const read: Block = { kind: 'actions', actions: [{ label: 'Read', href: 'https://digest.example/' }] };
    expect(within(paragraph('Today.'), read)).toEqual([
      { type: 9, components: [text('Today.')], accessory: linkButton('Read', 'https://digest.example/') },
    ]);
  });

  it.each([
    ['a command that is too long and was not kept', { label: 'Again', command: 'x'.repeat(98) }],
    ['an address that is too long', { label: 'Again', href: `https://a.example/${'x'.repeat(500)}` }],
    ['an address that is none', { label: 'Again', href: 'javascript:alert(1)' }],
  ])('leave their label behind: %s', (_, action) => {
    expect(within({ kind: 'actions', actions: [action, { label: 'Help', command: 'help' }] })).toEqual([
      text('Again'),
      { type: 1, components: [button('Help', '1:help')] },
    ]);
  });

  it('say a long label in full beside its beginning', () => {
    const label = 'word '.repeat(20).trim();
    const [said, row] = within({ kind: 'actions', actions: [{ label, command: 'help' }] });
    expect(said).toEqual(text(label));
    expect(row).toEqual({ type: 1, components: [button(`${label.slice(0, 79)}…`, '0:help')] });
  });
});

describe('long messages', () => {
  const sentence = 'Each shard moves on its own. ';

  it('are split at ends of sentences, and the parent goes on as the first replies', () => {
    const message: Message = {
      blocks: [heading(1, 'Today'), paragraph(sentence.repeat(300))],
      thread: [{ blocks: [paragraph('First reply')] }],
    };
    const parts = renderDiscord(message);
    expect(parts.map(({ place }) => place)).toEqual(['parent', 'reply', 'reply', 'reply']);
    const lines = linesOf(payloadsOf(message)).map(shownText);
    expect(lines.join('')).toBe(`Today${sentence.repeat(300)}First reply`);
    expect(lines.slice(1, -1).every(line => line.endsWith('own. '))).toBe(true);
  });

  it('have at most 40 components, those within others counted', () => {
    const payloads = render(...Array.from({ length: 40 }, (_, index) => paragraph(`${index}`)));
    expect(payloads.map(payload => markdownOf(payload).length)).toEqual([39, 1]);
  });

  it('stay below the 10,170 bytes past which Discord fails, where each character has three', () => {
    const payloads = render(paragraph('漢'.repeat(6_000)));
    const bytes = payloads.map(payload => Buffer.byteLength(JSON.stringify(payload.components)));
    expect(Math.max(...bytes)).toBeLessThan(10_170);
    expect(linesOf(payloads).map(shownText).join('').length).toBe(6_000);
  });

  it('never cut a grapheme', () => {
    const family = '👨‍👩‍👧‍👦';
    const lines = linesOf(render(paragraph(family.repeat(1_000)))).map(shownText);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every(line => line.replaceAll(family, '') === '')).toBe(true);
  });
});
