/** The layout blocks. https://docs.slack.dev/reference/block-kit/blocks */
import {
  anything,
  boolean,
  byType,
  type Check,
  exactlyOne,
  integer,
  list,
  type ObjectRule,
  object,
  oneOf,
  problem,
  string,
  url,
} from './check.ts';
import { anyText, mrkdwn, plainText, slackFile } from './composition.ts';
import { button, image, ofActions, ofContextActions, ofInput, ofSection } from './elements.ts';
import { richText } from './rich-text.ts';

const identity = { block_id: string({ max: 255, min: 1 }) };

const block = (
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
  rule?: ObjectRule,
): Check => object({ type: anything, ...required }, { ...identity, ...optional }, rule);

const atLeastOne =
  (...names: readonly string[]): ObjectRule =>
  (value, at) =>
    names.some(name => value[name] !== undefined) ? [] : [problem(`must have one of: ${names.join(', ')}`, at)];

const card = block(
  {},
  {
    hero_image: image,
    icon: image,
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    body: mrkdwn(200),
    actions: list(button, { max: 3 }),
  },
  atLeastOne('hero_image', 'title', 'actions', 'body'),
);

const cell = byType({
  raw_text: object({ type: anything, text: string({ min: 1 }) }),
  raw_number: object({ type: anything, value: anything, text: string({ min: 1 }) }),
  rich_text: richText,
});

const taskStatus = oneOf('pending', 'in_progress', 'complete', 'error');
const source = object({ type: oneOf('url'), url: url(), text: string() });
const taskCard = block(
  { task_id: string({ min: 1 }), title: string({ min: 1 }), status: taskStatus },
  { details: richText, output: richText, sources: list(source) },
);

/** On every surface. */
const common = {
  actions: block({ elements: list(ofActions, { max: 25, min: 1 }) }),
  context: block({
    elements: list(byType({ image, plain_text: plainText(), mrkdwn: mrkdwn() }), { max: 10, min: 1 }),
  }),
  divider: block({}),
  header: block({ text: plainText(150) }),
  image: block(
    { alt_text: string({ max: 2000, min: 1 }) },
    { title: plainText(2000), image_url: url(), slack_file: slackFile },
    exactlyOne('image_url', 'slack_file'),
  ),
  input: block(
    { label: plainText(2000), element: ofInput },
    { hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  section: block(
    {},
    { text: anyText(3000), fields: list(anyText(2000), { max: 10, min: 1 }), accessory: ofSection, expand: boolean },
    atLeastOne('text', 'fields'),
  ),
  video: block(
    {
      video_url: url(['https:']),
      thumbnail_url: url(),
      alt_text: string({ min: 1 }),
      title: plainText(199),
    },
    {
      title_url: url(['https:']),
      author_name: string({ max: 49 }),
      provider_name: string(),
      provider_icon_url: url(),
      description: plainText(200),
    },
  ),
};

const table = block(
  { rows: list(list(cell, { max: 20, min: 1 }), { max: 100, min: 1 }) },
  { column_settings: list(object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }), { max: 20 }) },
);

const inContainers: Readonly<Record<string, Check>> = { ...common, table };

/** In messages only. A `file` block comes back from Slack and cannot be sent. */
const inMessages = {
  ...inContainers,
  alert: block({ text: anyText(200) }, { level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  card,
  carousel: block({ elements: list(byType({ card }), { max: 10, min: 1 }) }),
  container: block(
    { child_blocks: list(byType(inContainers), { max: 10, min: 1 }) },
    {
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    atLeastOne('title', 'rich_text_title'),
  ),
  context_actions: block({ elements: list(ofContextActions, { max: 5, min: 1 }) }),
  data_table: block(
    { rows: list(list(cell, { min: 1 }), { min: 1 }), caption: string({ min: 1 }) },
    { page_size: integer(1, 100), row_header_column_index: integer(0, Number.MAX_SAFE_INTEGER) },
  ),
  markdown: block({ text: string({ max: 12_000, min: 1 }) }),
  plan: block({ title: string({ min: 1 }) }, { tasks: list(byType({ task_card: taskCard })) }),
  task_card: taskCard,
};

export const messageBlock = byType(inMessages);
export const viewBlock = byType(common);
