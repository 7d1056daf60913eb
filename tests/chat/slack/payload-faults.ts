/** What Slack would refuse of a message, or take for live, by its reference at docs.slack.dev alone: no code of ours is used here. */

type Json = Readonly<Record<string, unknown>>;

/** A fault: where it is, and what is wrong. */
export type Fault = string;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : Number.NaN);

/** Anything that is not a number of characters from least to most is a fault, `undefined` and NaN too. */
const within = (what: string, value: unknown, least: number, most: number): Fault[] =>
  lengthOf(value) >= least && lengthOf(value) <= most ? [] : [`${what} has ${lengthOf(value)} characters`];

const count = (what: string, value: unknown, least: number, most: number): Fault[] => {
  const length = Array.isArray(value) ? value.length : Number.NaN;
  return length >= least && length <= most ? [] : [`${what} has ${length} elements`];
};

const address = (value: unknown): Fault[] => [
  ...within('url', value, 1, 3_000),
  ...(/^https?:\/\/[^\s<>|]+$/i.test(String(value)) ? [] : [`url is ${String(value).slice(0, 80)}`]),
];

const plainText = (what: string, value: unknown, most: number): Fault[] =>
  isObject(value) && value.type === 'plain_text' && value.emoji === false
    ? within(what, value.text, 1, most)
    : [`${what} is not plain text`];

/** The only elements of rich text that feed text may become; `user`, `usergroup`, `broadcast`, `emoji`, `date` are live. */
const textElement = (element: Json): Fault[] => {
  switch (element.type) {
    case 'text':
      return within('text', element.text, 1, Number.POSITIVE_INFINITY);
    case 'link':
      return [...within('link', element.text, 1, Number.POSITIVE_INFINITY), ...address(element.url)];
    default:
      return [`${element.type} in rich text`];
  }
};

const richText = (element: Json): Fault[] => {
  const inner = objectsIn(element.elements);
  switch (element.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
      return [...count('section', inner, 1, Number.POSITIVE_INFINITY), ...inner.flatMap(textElement)];
    case 'rich_text_list':
      return [...count('list', inner, 1, Number.POSITIVE_INFINITY), ...inner.flatMap(richText)];
    default:
      return [`${element.type} as rich text`];
  }
};

const button = (element: Json): Fault[] => [
  ...(element.type === 'button' ? [] : [`${element.type} among actions`]),
  ...plainText('button', element.text, 75),
  ...within('action_id', element.action_id, 1, 255),
  ...('value' in element ? within('value', element.value, 1, 2_000) : []),
  ...('url' in element ? address(element.url) : []),
  ...([undefined, 'primary', 'danger'].includes(element.style?.toString()) ? [] : ['style of a button']),
];

const block = (value: Json): Fault[] => {
  const elements = objectsIn(value.elements);
  switch (value.type) {
    case 'header':
      return plainText('header', value.text, 150);
    case 'context':
      return [...count('context', elements, 1, 10), ...elements.flatMap(each => plainText('context', each, 3_000))];
    case 'rich_text':
      return [...count('rich_text', elements, 1, Number.POSITIVE_INFINITY), ...elements.flatMap(richText)];
    case 'actions':
      return [...count('actions', elements, 1, 25), ...elements.flatMap(button)];
    case 'divider':
      return [];
    default:
      return [`block ${value.type}`];
  }
};

const repeated = (what: string, ids: readonly unknown[]): Fault[] =>
  new Set(ids).size === ids.length ? [] : [`${what} is repeated`];

const blocksFaults = (blocks: readonly Json[]): Fault[] => [
  ...count('message', blocks, 1, 50),
  ...blocks.flatMap(block),
  ...repeated(
    'action_id',
    blocks
      .filter(({ type }) => type === 'actions')
      .flatMap(({ elements }) => objectsIn(elements))
      .map(({ action_id }) => action_id),
  ),
  ...repeated(
    'block_id',
    blocks.map(({ block_id }) => block_id).filter(id => id !== undefined),
  ),
  // msg_blocks_too_long: 12,000 characters of text by the maintainers, 13,172 seen refused (slackapi/bolt-js #2509).
  ...(JSON.stringify(blocks).length > 12_000 ? [`blocks have ${JSON.stringify(blocks).length} characters`] : []),
];

export const payloadFaults = (payload: object): readonly Fault[] => {
  const { text, blocks, mrkdwn, parse, link_names }: Json = { ...payload };
  return [
    ...within('text', text, 1, 4_000),
    ...(/[<>]|&(?!(amp|lt|gt);)/.test(String(text)) ? ['text is not escaped'] : []),
    ...(mrkdwn === false && parse === 'none' && link_names === false ? [] : ['text is looked through for markup']),
    ...(blocks === undefined ? [] : blocksFaults(objectsIn(blocks))),
    ...(String(JSON.stringify(payload)).isWellFormed() && !/(?<!\\)(?:\\\\)*\\ud[89a-f]/i.test(JSON.stringify(payload))
      ? []
      : ['half a character']),
  ];
};

const textsOf = (elements: unknown): string =>
  objectsIn(elements)
    .map(({ text }) => String(text))
    .join('');

const unitsOfRichText = (element: Json): string[] =>
  element.type === 'rich_text_list'
    ? objectsIn(element.elements).map(item => textsOf(item.elements))
    : [textsOf(element.elements)];

/** The content that a message shows, one text for each paragraph, bullet, header and context, without buttons. */
export const unitsOfPayload = (payload: object): readonly string[] => {
  const { blocks }: Json = { ...payload };
  return objectsIn(blocks).flatMap(value => {
    if (value.type === 'rich_text') return objectsIn(value.elements).flatMap(unitsOfRichText);
    if (value.type === 'context') return [textsOf(value.elements)];
    return value.type === 'header' ? [textsOf([value.text])] : [];
  });
};

/** Every address that a message links to, wherever in it. */
export const addressesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (!isObject(value)) return [];
  return [...(typeof value.url === 'string' ? [value.url] : []), ...Object.values(value).flatMap(addressesIn)];
};
