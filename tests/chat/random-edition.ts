/** Random editions and messages full of what breaks chat renderers, for property tests of every platform. */
import fc from 'fast-check';
import { cleanText } from '../../src/chat/clean-text.ts';
import type { Action, Block, Inline, Inlines, Message } from '../../src/chat/message.ts';
import type { Edition, Entry } from '../../src/edition/edition.ts';
import { themes } from '../../src/edition/theme.ts';

const prose = [
  'The team moved the ledger to append-only storage. ',
  'Lock waits fell from 3 hours to 4 minutes a week, at the price of twice the disk. ',
  'Why? Because e.g. v1.2.3 of the planner reads every shard! ',
  'a ',
  'shard',
  ' ',
  '',
];

/** What one platform or the other takes for a mention, a link, a command, a date, an emoji or markup. */
const markup = [
  ...['@everyone', '@here', '<!channel>', '<!here|x>', '<!subteam^S1>', '<@U1>', '<@!1>', '<@&1>', '<#C1>', '<#C1|x>'],
  ...['](http://x)', '[a](http://x)', '<http://x|a>', '<http://x>', 'http://bare.example/?a=b&c=d', 'www.bare.example'],
  ...['https://bare.example/(x)', 'mail@bare.example', '<mailto:mail@bare.example|x>', 'discord.gg/x', 'slack://open'],
  ...[
    '`',
    '```',
    '**',
    '__',
    '~~',
    '||',
    '*',
    '_',
    '~',
    '# ',
    '\n# ',
    '\n> ',
    '>>> ',
    '\n- ',
    '\n1. ',
    '-# ',
    '\\',
    '[',
    '](',
  ],
  ...[':smile:', '<:name:1>', '<a:name:1>', '<t:1:R>', '</cmd:1>', '<id:home>', '<!date^1^{date}|x>', '{{x}}', '%s'],
  ...['&amp;', '&lt;', '&', '<', '>', '<b>', '|', '"', "'", '</script>'],
];

/** Unicode that is cut, counted or shown wrongly: graphemes of many code points, direction, controls, halves of characters. */
const unicode = [
  ...['👨‍👩‍👧‍👦', '🇩🇪', '🇩🇪🇫🇷', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '❤️', 'e\u0301\u0302', 'क्षि', '한국어', '漢字かな', 'ﷺ'],
  ...['שלום עולם', 'مرحبا', '\u200f', '\u200b', '\u2066x', '\u202ereversed', '\u202c', '\u00ad', '\u00a0', '\ufeff'],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u0085',
    '\u2028',
    '\r\n',
    '\n\n',
    '\t',
    '\ufffe',
    '\ud83d',
    '\udc69',
    '\u200d',
  ],
];

/** Longer than one field of a platform, but not than a message. */
const long = [
  'Each shard moves on its own. '.repeat(70),
  'word '.repeat(300),
  '<@U1> & '.repeat(200),
  '👍🏽'.repeat(120),
];

/** Longer than a message. Rare, since cutting them is slow. */
const monsters = [
  ...['x'.repeat(50_000), 'Each shard moves on its own. '.repeat(900), '漢'.repeat(20_000), '👨‍👩‍👧‍👦'.repeat(1_500)],
  ...[
    `a${'\u0301'.repeat(6_000)}`,
    'e\u0301\u0302'.repeat(4_000),
    'क्षि'.repeat(3_000),
    '&<>'.repeat(5_000),
    '*_`|\\'.repeat(2_000),
    '@everyone '.repeat(2_000),
  ],
];

/** Any UTF-16 code units, halves of characters too. */
const codeUnits = fc.string({
  unit: fc.integer({ min: 0, max: 0xff_ff }).map(code => String.fromCharCode(code)),
  maxLength: 6,
});

const fragment = fc.oneof(
  { weight: 1_200, arbitrary: fc.constantFrom(...prose) },
  { weight: 500, arbitrary: fc.constantFrom(...markup) },
  { weight: 300, arbitrary: fc.constantFrom(...unicode) },
  { weight: 100, arbitrary: codeUnits },
  { weight: 20, arbitrary: fc.constantFrom(...long) },
  { weight: 1, arbitrary: fc.constantFrom(...monsters) },
);

const joined = (fragments: readonly string[]): string => fragments.join('');

export const randomText: fc.Arbitrary<string> = fc.array(fragment, { maxLength: 4 }).map(joined);
const filledText = randomText.map(text => text || 'x');

/** Addresses that an entry may have: http(s), of any length, with anything in them. */
export const randomWebAddress: fc.Arbitrary<string> = fc.oneof(
  { weight: 30, arbitrary: fc.nat({ max: 9 }).map(path => `https://blog.example/${path}`) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['http://a.example/?x=y|good.example', 'https://a.example/a>b<c', 'https://a.example/)](http://b.example)'],
      ...[
        'https://a.example/ü/漢?q=a b',
        'https://user:pw@a.example/#`*_',
        'HTTPS://A.EXAMPLE',
        'https://münchen.example/',
      ],
      ...[
        'https://a.example/<!channel>',
        'https://a.example/@everyone',
        'https://a.example/"\'\\',
        'http://[::1]/\ud83d',
      ],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(490, 510, 511, 512, 513, 2_047, 2_048, 2_049, 2_999, 3_000, 3_001, 9_000)
      .map(length => 'https://long.example/'.padEnd(length, 'path/')),
  },
);

/** Addresses that a list or a run may have by mistake of a feed; no platform may make links of the first ones. */
const randomHref = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['', ' ', 'javascript:alert(1)', 'data:text/html,x', 'mailto:mail@a.example', 'slack://open', '/relative'],
      ...['ftp://a.example/', 'http://', 'https:///', 'not a url', '<!channel>', '@everyone'],
    ),
  },
  { weight: 8, arbitrary: randomWebAddress },
);

const theme = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...themes.map(({ slug }) => slug)) },
  { weight: 1, arbitrary: randomText },
);

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Acme', 'Globex', 'Initech', 'AT&T', 'Yahoo!') },
  { weight: 1, arbitrary: filledText },
);

/** The id is given by the place in the edition. */
const entry: fc.Arbitrary<Omit<Entry, 'id'>> = fc.record({
  title: filledText,
  company: name,
  source: name,
  url: randomWebAddress,
  published: fc.constant('2026-04-01T05:00:00Z'),
  themes: fc.array(theme, { minLength: 1, maxLength: 4 }),
  body: filledText,
  facets: fc.constant({}),
  grounding: fc.constant([]),
});

/** Few of them mostly, a full day's load now and then. */
const fewOrMany = <Item>(item: fc.Arbitrary<Item>, most: number): fc.Arbitrary<Item[]> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.array(item, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(item, { maxLength: most, size: 'max' }) },
  );

const entryIds = fc.array(fc.constantFrom('0', '1', '2', '3', 'missing'), { minLength: 2, maxLength: 4 });

const source: fc.Arbitrary<Edition['sources'][number]> = fc.record(
  {
    name,
    status: fc.constantFrom('ok' as const, 'unchanged' as const, 'failed' as const),
    items: fc.nat({ max: 50 }),
    reason: randomText,
    since: fc.constant('2026-03-30T06:00:00Z'),
  },
  { requiredKeys: ['name', 'status', 'items'] },
);

export const randomEdition: fc.Arbitrary<Edition> = fc
  .record({
    date: fc.constantFrom('2026-04-01', '2024-02-29', '0001-01-01', '9999-12-31'),
    title: fc.oneof({ weight: 4, arbitrary: fc.constant('Engineering @ Scale — 2026-04-01') }, filledText),
    signal: fc.record({ headline: randomText, body: randomText, entries: entryIds }),
    deepDives: fewOrMany(entry, 60),
    patterns: fewOrMany(fc.record({ theme, body: randomText, entries: entryIds }), 12),
    alsoPublished: fewOrMany(fc.record({ title: randomText, company: name, source: name, url: randomHref }), 60),
    sources: fewOrMany(source, 40),
    writer: fc.constant('extractive'),
    usage: fc.constant({ calls: 0, tokensIn: 0, tokensOut: 0, cached: 0, seconds: 0 }),
  })
  .map(edition => ({ ...edition, deepDives: edition.deepDives.map((each, place) => ({ ...each, id: `${place}` })) }));

const style = fc.constantFrom(true, false);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ text: randomText }) },
  {
    weight: 3,
    arbitrary: fc.record(
      { text: randomText, bold: style, italic: style, code: style, href: randomHref },
      { requiredKeys: ['text'] },
    ),
  },
);

const inlines: fc.Arbitrary<Inlines> = fc.array(inline, { maxLength: 4 });

/** Within every platform's limits: what becomes of others is for each platform to say. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record(
    {
      label: fc.constantFrom('Browse', 'Next'),
      command: fc.constantFrom('date:2026-04-01', 'help'),
      style: fc.constantFrom('primary' as const, 'danger' as const),
    },
    { requiredKeys: ['label', 'command'] },
  ),
  fc.record({ label: fc.constant('Read on the web'), href: fc.constant('https://digest.example/2026-04-01') }),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    content: inlines,
  }),
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const, 'context' as const), content: inlines }),
  fc.record({ kind: fc.constant('list' as const), items: fewOrMany(inlines, 60) }),
  fc.record({ kind: fc.constant('actions' as const), actions: fewOrMany(action, 60) }),
  fc.constant({ kind: 'divider' as const }),
);

const blocks = fewOrMany(block, 120);

export const randomMessage: fc.Arbitrary<Message> = fc.record(
  { blocks, thread: fc.array(fc.record({ blocks }), { maxLength: 2 }) },
  { requiredKeys: ['blocks'] },
);

/** Each content of a block by itself: its runs, or those of each item. */
export const contentsOfBlock = (block: Block): readonly Inlines[] => {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'actions':
    case 'divider':
      return [];
    default:
      return [block.content];
  }
};

export const textOfInlines = (content: Inlines): string => content.map(({ text }) => cleanText(text)).join('');

/** Contents in order, those of replies after their message's. Those without a visible character say nothing, and are left out. */
export const contentsOfMessage = ({ blocks, thread = [] }: Message): readonly Inlines[] =>
  [...blocks.flatMap(contentsOfBlock), ...thread.flatMap(contentsOfMessage)].filter(
    content => textOfInlines(content).trim() !== '',
  );

/** What must come out of a renderer again, to the letter: the text of all content, cleaned, in order, without labels of actions. */
export const textOfMessage = (message: Message): string => contentsOfMessage(message).map(textOfInlines).join('');
