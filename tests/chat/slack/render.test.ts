import { describe, expect, it } from 'vitest';
import { editionThread } from '../../../src/chat/edition-thread.ts';
import type { Action, Block, Inline, Message } from '../../../src/chat/message.ts';
import { plainer } from '../../../src/chat/slack/payload.ts';
import { renderSlack } from '../../../src/chat/slack/render.ts';
import { anEdition } from '../../an-edition.ts';
import { payloadFaults, unitsOfPayload } from './payload-faults.ts';

const payloadsOf = (message: Message) => renderSlack(message).map(({ payload }) => payload);
const blocksOf = (...blocks: Block[]) => payloadsOf({ blocks }).flatMap(payload => payload.blocks ?? []);
const paragraphOf = (...content: Inline[]): Block => ({ kind: 'paragraph', content });
const actionsOf = (...actions: Action[]): Block => ({ kind: 'actions', actions });

const section = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const text = (words: string) => ({ type: 'text', text: words });
const plainText = (words: string) => ({ type: 'plain_text', text: words, emoji: false });

const command = { label: 'Subscribe', command: 'subscribe' };

describe('renderSlack', () => {
  const specification: readonly (readonly [string, Block, readonly object[]])[] = [
    [
      'a heading is a header without emoji',
      { kind: 'heading', level: 1, content: [{ text: 'Signal :smile:' }] },
      [{ type: 'header', text: plainText('Signal :smile:') }],
    ],
    [
      'a lower heading is bold text, as headers have one size',
      { kind: 'heading', level: 3, content: [{ text: 'Failed' }] },
      [section({ ...text('Failed'), style: { bold: true } })],
    ],
    [
      'a heading that is too long for a header is bold text, whole',
      { kind: 'heading', level: 1, content: [{ text: 'x'.repeat(151) }] },
      [section({ ...text('x'.repeat(151)), style: { bold: true } })],
    ],
    [
      'runs keep their styles, and links their text',
      paragraphOf(
        { text: 'Title', bold: true, href: 'https://a.example/' },
        { text: ' x=1', code: true, italic: true },
      ),
      [
        section(
          { type: 'link', url: 'https://a.example/', text: 'Title', style: { bold: true } },
          { ...text(' x=1'), style: { italic: true, code: true } },
        ),
      ],
    ],
    [
      'mentions, commands, links and markup of a feed are text',
      paragraphOf({ text: '<!channel> <@U1> @here <http://x|a> *b* `c` :smile: &amp;' }),
      [section(text('<!channel> <@U1> @here <http://x|a> *b* `c` :smile: &amp;'))],
    ],
    [
      'a channel that we name is shown by its name',
      paragraphOf({ text: 'In ' }, { text: '#general', channel: 'C012AB3CD' }),
      [section(text('In '), { type: 'channel', channel_id: 'C012AB3CD' })],
    ],
    [
      'what is no id of a channel is not made one',
      paragraphOf({ text: '#general', channel: 'everyone' }),
      [section(text('#general'))],
    ],
    [
      'an address of another kind is no link',
      paragraphOf({ text: 'a', href: 'javascript:alert(1)' }),
      [section(text('a'))],
    ],
    [
      'an address over 3,000 characters is no link',
      paragraphOf({ text: 'a', href: `https://a.example/${'x'.repeat(3_000)}` }),
      [section(text('a'))],
    ],
    [
      'a pipe in an address cannot give the link another text',
      paragraphOf({ text: 'a', href: 'https://evil.example/?x=y|good.example' }),
      [section({ type: 'link', url: 'https://evil.example/?x=y%7Cgood.example', text: 'a' })],
    ],
    [
      'items are one list, those that show nothing left out',
      { kind: 'list', items: [[{ text: 'a' }], [{ text: ' \u0000' }], [], [{ text: 'b' }]] },
      [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              style: 'bullet',
              elements: [
                { type: 'rich_text_section', elements: [text('a')] },
                { type: 'rich_text_section', elements: [text('b')] },
              ],
            },
          ],
        },
      ],
    ],
    [
      'a quote is a quote',
      { kind: 'quote', content: [{ text: 'a' }] },
      [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [text('a')] }] }],
    ],
    [
      'a context without links is small plain text',
      { kind: 'context', content: [{ text: 'Acme · ' }, { text: 'Databases' }] },
      [{ type: 'context', elements: [plainText('Acme · Databases')] }],
    ],
    [
      'a context with links is rich text, since a context would need markup for them',
      { kind: 'context', content: [{ text: 'a', href: 'https://a.example/' }] },
      [section({ type: 'link', url: 'https://a.example/', text: 'a' })],
    ],
    ['a divider is a divider', { kind: 'divider' }, [{ type: 'divider' }]],
    ['a paragraph that shows nothing is left out', paragraphOf({ text: ' \n' }), []],
    [
      'an action types its command, or leads to its address',
      actionsOf({ ...command, style: 'primary' }, { label: 'Web', href: 'https://a.example/' }),
      [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'command-1',
              text: plainText('Subscribe'),
              value: 'subscribe',
              style: 'primary',
            },
            { type: 'button', action_id: 'link-2', text: plainText('Web'), url: 'https://a.example/' },
          ],
        },
      ],
    ],
    [
      'an action to an address of another kind is its text',
      actionsOf({ label: 'Web', href: 'slack://open' }),
      [section(text('Web'))],
    ],
    [
      'an action to an address as long as a message is a link',
      actionsOf({ label: 'Web', href: `https://a.example/${'&'.repeat(2_981)}` }),
      [section({ type: 'link', url: `https://a.example/${'&'.repeat(2_981)}`, text: 'Web' })],
    ],
    [
      'an action whose label is too long for a button says what to type',
      actionsOf({ label: 'x'.repeat(76), command: 'help' }),
      [section(text(`${'x'.repeat(76)}: `), { ...text('/digest help'), style: { code: true } })],
    ],
  ];
  it.each(specification)('%s', (_, block, blocks) => {
    expect(blocksOf(block)).toEqual(blocks);
  });

  it('puts 25 buttons in a row, and numbers all of a message', () => {
    const rows = blocksOf(actionsOf(...Array.from({ length: 30 }, () => command)), actionsOf(command)).map(block =>
      block.type === 'actions' ? block.elements.map(({ action_id }) => action_id) : [],
    );
    expect(rows.map(row => row.length)).toEqual([25, 5, 1]);
    expect(new Set(rows.flat()).size).toBe(31);
  });

  it('gives an edition as one parent and its replies, in order', () => {
    const edition = anEdition();
    const parts = renderSlack(editionThread(edition));
    expect(parts.map(({ place }) => place)).toEqual(['parent', 'reply', 'reply', 'reply', 'reply']);
    expect(parts.map(({ payload }) => payload.text)).toEqual([
      expect.stringMatching(/^Engineering @ Scale — 2026-04-01 · Signal of the Day · /),
      expect.stringMatching(/^Moving the ledger to append-only storage · Acme · /),
      expect.stringMatching(/^Sharding without tears · Globex · /),
      expect.stringMatching(/^Patterns Across Companies · Databases\. /),
      expect.stringMatching(/^Also published · • Acme wins an award · /),
    ]);
  });

  it('goes on with a parent that is too long in the first replies', () => {
    const long = Array.from({ length: 120 }, (_, number) => paragraphOf({ text: `Paragraph ${number}` }));
    const parts = renderSlack({ blocks: long, thread: [{ blocks: [paragraphOf({ text: 'Reply' })] }] });
    expect(parts.map(({ place }) => place)).toEqual(['parent', 'reply', 'reply', 'reply']);
    expect(parts.map(({ payload }) => payload.blocks?.length)).toEqual([50, 50, 20, 1]);
    expect(parts.flatMap(({ payload }) => unitsOfPayload(payload)).at(-1)).toBe('Reply');
  });

  it('leaves no header behind without what it heads', () => {
    const blocks = Array.from({ length: 49 }, (): Block => paragraphOf({ text: 'a' }));
    const [parent, reply] = payloadsOf({
      blocks: [...blocks, { kind: 'heading', level: 2, content: [{ text: 'Patterns' }] }, paragraphOf({ text: 'b' })],
    });
    expect(parent?.blocks?.map(({ type }) => type)).not.toContain('header');
    expect(reply?.blocks?.map(({ type }) => type)).toEqual(['header', 'rich_text']);
  });

  it('cuts at the end of a sentence', () => {
    const units = payloadsOf({ blocks: [paragraphOf({ text: 'One short sentence. '.repeat(400) })] }).flatMap(
      unitsOfPayload,
    );
    expect(units.length).toBeGreaterThan(1);
    for (const unit of units) expect(unit).toMatch(/^One .*sentence\. $/);
  });

  it.each([
    ['sentences', 'One short sentence. '.repeat(600), 4],
    ['words', 'word '.repeat(2_400), 4],
    ['a word', 'x'.repeat(12_000), 4],
  ])('fills blocks with %s, instead of a block for each few', (_, words, blocks) => {
    expect(blocksOf(paragraphOf({ text: words, bold: true }))).toHaveLength(blocks);
  });

  it('puts any number of short links into blocks that Slack takes', () => {
    const links = Array.from({ length: 600 }, (_, number): Inline => ({ text: 'a', href: `http://a.b/${number}` }));
    expect(
      payloadsOf({ blocks: [paragraphOf(...links), { kind: 'list', items: links.map(link => [link]) }] }).flatMap(
        payloadFaults,
      ),
    ).toEqual([]);
  });

  it('repeats no address in every piece of a long title', () => {
    const href = `https://a.example/${'x'.repeat(2_900)}`;
    const payloads = payloadsOf({ blocks: [paragraphOf({ text: 'A long title. '.repeat(400), href })] });
    expect(JSON.stringify(payloads).split(href)).toHaveLength(2);
    expect(payloads).toHaveLength(2);
  });

  it('shows nothing rather than fail where there is nothing', () => {
    expect(payloadsOf({ blocks: [] }).map(({ text }) => text)).toEqual(['Nothing to show.']);
    expect(payloadsOf({ blocks: [{ kind: 'divider' }] }).flatMap(payloadFaults)).toEqual([]);
  });

  it('tells in a notification how the message begins, escaped', () => {
    const [payload] = payloadsOf({ blocks: [paragraphOf({ text: `<!channel> & ${'more words '.repeat(40)}` })] });
    expect(payload?.text).toMatch(/^&lt;!channel&gt; &amp; more words .*…$/);
    expect(payload?.text.length).toBeLessThan(200);
  });

  it('has Slack look for nothing in the text, and preview no page', () => {
    const [payload] = payloadsOf({ blocks: [paragraphOf({ text: '@here http://a.example' })] });
    expect(payload).toMatchObject({
      mrkdwn: false,
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  });
});

it('sends no half of a character in the command of a button', () => {
  const payloads = payloadsOf({ blocks: [actionsOf({ label: 'More', command: 'find \ud800' })] });
  expect(payloads.flatMap(payloadFaults)).toEqual([]);
});

describe('plainer', () => {
  const [payload = { text: '' }] = payloadsOf({
    blocks: [
      { kind: 'heading', level: 1, content: [{ text: 'A <b>' }] },
      paragraphOf({ text: 'Title', bold: true, href: 'https://a.example/' }, { text: ' by Acme' }),
      { kind: 'list', items: [[{ text: 'one' }], [{ text: 'two' }]] },
      actionsOf(command),
    ],
  });

  it('steps down from blocks over plain blocks to text, and then has nothing plainer', () => {
    const blocks = 'blocks' in payload ? plainer(payload) : undefined;
    expect(blocks?.blocks).toEqual(
      ['A <b>', 'Title by Acme', '• one\n• two', 'Subscribe: /digest subscribe'].map(words => section(text(words))),
    );
    const told = blocks && plainer(blocks);
    expect(told?.blocks).toBeUndefined();
    expect(told?.text).toBe('A &lt;b&gt;\nTitle by Acme\n• one\n• two\nSubscribe: /digest subscribe');
    expect(told && plainer(told)).toBeUndefined();
  });
});
