/** What the loopback Slack refuses of blocks, and what it lets pass. One row a documented limit. */
import { describe, expect, it } from 'vitest';
import { problemsOfMessage, problemsOfView } from './block-kit/validate.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => item(i));
const button = (more = {}) => ({ type: 'button', text: plain(5), ...more });
const actions = (...elements: readonly unknown[]) => ({ type: 'actions', elements });
const option = (index: number, text = 5) => ({ text: plain(text), value: `v${index}` });
const select = (more: object) => actions({ type: 'static_select', ...more });
const input = (element: object, more = {}) => ({ type: 'input', label: plain(5), element, ...more });
const context = (...elements: readonly unknown[]) => ({ type: 'context', elements });
const section = (more: object) => ({ type: 'section', ...more });
const rich = (...elements: readonly unknown[]) => ({ type: 'rich_text', elements });
const runs = (...elements: readonly unknown[]) => ({ type: 'rich_text_section', elements });
const listOf = (more: object) => ({ type: 'rich_text_list', style: 'bullet', elements: [runs()], ...more });
const image = (more: object) => ({ type: 'image', alt_text: 'a', image_url: 'https://example.com/a.png', ...more });
const address = (length: number) => `https://example.com/${'x'.repeat(length - 'https://example.com/'.length)}`;
const menu = (...options: readonly unknown[]) => ({ type: 'overflow', options });

/** What stands at the limit, what stands just over it, and the problem that Slack tells of that. */
const limits: readonly (readonly [name: string, within: unknown, over: unknown, problem: string])[] = [
  ['header 150', { type: 'header', text: plain(150) }, { type: 'header', text: plain(151) }, 'less than 151'],
  ['header is plain', { type: 'header', text: plain(1) }, { type: 'header', text: mrkdwn(1) }, 'unsupported type'],
  ['text is not empty', section({ text: plain(1) }), section({ text: plain(0) }), 'more than 0 characters'],
  ['section 3,000', section({ text: mrkdwn(3000) }), section({ text: mrkdwn(3001) }), 'less than 3001'],
  ['section needs something', section({ text: plain(1) }), section({}), 'one of: text, fields'],
  [
    'fields 10',
    section({ fields: many(10, () => plain(1)) }),
    section({ fields: many(11, () => plain(1)) }),
    'more than 10',
  ],
  ['field 2,000', section({ fields: [plain(2000)] }), section({ fields: [plain(2001)] }), 'less than 2001'],
  ['context 10', context(...many(10, () => plain(1))), context(...many(11, () => plain(1))), 'more than 10'],
  ['context has no buttons', context(plain(1), image({})), context(button()), 'unsupported type: button'],
  ['actions 25', actions(...many(25, () => button())), actions(...many(26, () => button())), 'more than 25'],
  ['actions not empty', actions(button()), actions(), 'no less than 1'],
  ['button text 75', actions(button({ text: plain(75) })), actions(button({ text: plain(76) })), 'less than 76'],
  [
    'button value 2,000',
    actions(button({ value: plain(2000).text })),
    actions(button({ value: plain(2001).text })),
    '2001',
  ],
  [
    'button url 3,000',
    actions(button({ url: address(3000) })),
    actions(button({ url: address(3001) })),
    'less than 3001',
  ],
  [
    'url is of the web',
    actions(button({ url: 'http://a.example' })),
    actions(button({ url: 'javascript:1' })),
    'valid URL',
  ],
  ['style', actions(button({ style: 'danger' })), actions(button({ style: 'red' })), 'one of: primary, danger'],
  [
    'action_id 255',
    actions(button({ action_id: plain(255).text })),
    actions(button({ action_id: plain(256).text })),
    '256',
  ],
  [
    'action_id is unique',
    actions(button({ action_id: 'a' }), button()),
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    'already exists',
  ],
  [
    'block_id 255',
    { type: 'divider', block_id: plain(255).text },
    { type: 'divider', block_id: plain(256).text },
    '256',
  ],
  ['no other fields', { type: 'divider' }, { type: 'divider', colour: 'red' }, 'invalid additional property: colour'],
  ['kinds of blocks', { type: 'divider' }, { type: 'heading' }, 'unsupported type: heading'],
  ['not Object.prototype', { type: 'divider' }, { type: 'constructor' }, 'unsupported type'],
  ['options 100', select({ options: many(100, option) }), select({ options: many(101, option) }), 'more than 100'],
  ['option text 75', select({ options: [option(1, 75)] }), select({ options: [option(1, 76)] }), 'less than 76'],
  [
    'option value 150',
    select({ options: [{ text: plain(1), value: plain(150).text }] }),
    select({ options: [{ text: plain(1), value: plain(151).text }] }),
    '151',
  ],
  [
    'options are distinct',
    select({ options: [option(1), option(2)] }),
    select({ options: [option(1), option(1)] }),
    'unique',
  ],
  [
    'initial option is offered',
    select({ options: [option(1)], initial_option: option(1) }),
    select({ options: [option(1)], initial_option: option(2) }),
    'not among',
  ],
  ['overflow 5', actions(menu(...many(5, option))), actions(menu(...many(6, option))), 'more than 5'],
  [
    'checkboxes 10',
    actions({ type: 'checkboxes', options: many(10, option) }),
    actions({ type: 'checkboxes', options: many(11, option) }),
    'more than 10',
  ],
  [
    'time',
    actions({ type: 'timepicker', initial_time: '23:59' }),
    actions({ type: 'timepicker', initial_time: '24:00' }),
    'HH:mm',
  ],
  [
    'placeholder 150',
    select({ options: [option(1)], placeholder: plain(150) }),
    select({ options: [option(1)], placeholder: plain(151) }),
    '151',
  ],
  [
    'confirmation 300',
    actions(button({ confirm: { text: plain(300) } })),
    actions(button({ confirm: { text: plain(301) } })),
    '301',
  ],
  [
    'input label 2,000',
    input({ type: 'plain_text_input' }, { label: plain(2000) }),
    input({ type: 'plain_text_input' }, { label: plain(2001) }),
    '2001',
  ],
  ['input has no button', input({ type: 'plain_text_input' }), input(button()), 'unsupported type: button'],
  ['image alt text', image({ alt_text: plain(2000).text }), image({ alt_text: plain(2001).text }), '2001'],
  ['image has one source', image({}), image({ slack_file: { id: 'F1' } }), 'exactly one'],
  [
    'rich text is not empty',
    rich(runs({ type: 'text', text: 'a' })),
    rich(runs({ type: 'text', text: '' })),
    'more than 0',
  ],
  [
    'rich text link',
    rich(runs({ type: 'link', url: 'https://a.example', text: 'a' })),
    rich(runs({ type: 'link', url: 'data:x' })),
    'valid URL',
  ],
  [
    'rich text link 3,000',
    rich(runs({ type: 'link', url: address(3000) })),
    rich(runs({ type: 'link', url: address(3001) })),
    '3001',
  ],
  [
    'rich text style',
    rich(runs({ type: 'text', text: 'a', style: { bold: true } })),
    rich(runs({ type: 'text', text: 'a', style: { blink: true } })),
    'additional property: blink',
  ],
  ['rich text list', rich(listOf({ indent: 8 })), rich(listOf({ indent: 9 })), 'between 0 and 8'],
  [
    'preformatted is text',
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a' }] }),
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'emoji', name: 'a' }] }),
    'unsupported type: emoji',
  ],
  [
    'quote',
    rich({ type: 'rich_text_quote', elements: [{ type: 'user', user_id: 'U1' }] }),
    rich({ type: 'rich_text_quote', elements: [runs()] }),
    'unsupported type: rich_text_section',
  ],
  [
    'markdown 12,000',
    { type: 'markdown', text: plain(12_000).text },
    { type: 'markdown', text: plain(12_001).text },
    '12001',
  ],
];

describe('blocks of a message', () => {
  it.each(limits)('%s', (_name, within, over, problem) => {
    expect(problemsOfMessage([within])).toEqual([]);
    expect(problemsOfMessage([over]).join('\n')).toContain(problem);
  });

  it('are 50 at most', () => {
    const dividers = (count: number) => many(count, () => ({ type: 'divider' }));
    expect(problemsOfMessage(dividers(50))).toEqual([]);
    expect(problemsOfMessage(dividers(51))).toEqual(['no more than 50 items allowed [json-pointer:/blocks]']);
  });

  it('have ids of their own', () => {
    const twice = [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ];
    expect(problemsOfMessage(twice)).toEqual(['`block_id` already exists [json-pointer:/blocks/1/block_id]']);
  });

  it('are told as Slack tells them', () => {
    expect(problemsOfMessage([section({ text: mrkdwn(3001) })])).toEqual([
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
  });
});

const modal = (more = {}) => ({ type: 'modal', title: plain(24), blocks: [], ...more });
const fieldset = [input({ type: 'plain_text_input' })];

const views: readonly (readonly [name: string, within: unknown, over: unknown, problem: string])[] = [
  ['title 24', modal(), modal({ title: plain(25) }), 'less than 25'],
  ['submit 24', modal({ submit: plain(24) }), modal({ submit: plain(25) }), 'less than 25'],
  ['close 24', modal({ close: plain(24) }), modal({ close: plain(25) }), 'less than 25'],
  [
    'a form has a submit button',
    modal({ submit: plain(1), blocks: fieldset }),
    modal({ blocks: fieldset }),
    'missing required field: submit',
  ],
  [
    'private_metadata 3,000',
    modal({ private_metadata: plain(3000).text }),
    modal({ private_metadata: plain(3001).text }),
    '3001',
  ],
  ['callback_id 255', modal({ callback_id: plain(255).text }), modal({ callback_id: plain(256).text }), '256'],
  [
    '100 blocks',
    modal({ blocks: many(100, () => ({ type: 'divider' })) }),
    modal({ blocks: many(101, () => ({ type: 'divider' })) }),
    'more than 100',
  ],
  [
    'no tables',
    modal({ blocks: [{ type: 'divider' }] }),
    modal({ blocks: [{ type: 'table', rows: [] }] }),
    'unsupported type: table',
  ],
  [
    'a home tab has no title',
    { type: 'home', blocks: [] },
    { type: 'home', blocks: [], title: plain(1) },
    'invalid additional property: title',
  ],
  ['blocks are required', modal(), { type: 'modal', title: plain(1) }, 'missing required field: blocks'],
];

describe('views', () => {
  it.each(views)('%s', (_name, within, over, problem) => {
    expect(problemsOfView(within)).toEqual([]);
    expect(problemsOfView(over).join('\n')).toContain(problem);
  });
});
