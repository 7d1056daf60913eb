/** The rich text block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
import { anything, boolean, byType, type Check, integer, list, object, oneOf, string, url } from './check.ts';

const style = object(
  {},
  {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    code: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
);

const run = (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  object({ type: anything, ...required }, { ...optional, style });

const identifier = string({ min: 1, max: 255 });
const linkAddress = url(['http:', 'https:', 'mailto:', 'tel:', 'slack:']);

const text = run({ text: string({ min: 1 }) });
const link = run({ url: linkAddress }, { text: string(), unsafe: boolean });

const element = byType({
  text,
  link,
  emoji: run({ name: string({ min: 1 }) }, { unicode: string(), url: url(), skin_tone: integer(1, 6) }),
  user: run({ user_id: identifier }),
  usergroup: run({ usergroup_id: identifier }),
  channel: run({ channel_id: identifier }),
  team: run({ team_id: identifier }),
  broadcast: run({ range: oneOf('here', 'channel', 'everyone') }),
  color: run({ value: string({ min: 1 }) }),
  date: run(
    { timestamp: integer(0, Number.MAX_SAFE_INTEGER), format: string({ min: 1 }) },
    { url: linkAddress, fallback: string() },
  ),
});

const border = integer(0, 1);
const section = object({ type: anything, elements: list(element) });

const container = byType({
  rich_text_section: section,
  rich_text_list: object(
    { type: anything, elements: list(byType({ rich_text_section: section })), style: oneOf('bullet', 'ordered') },
    { indent: integer(0, 8), offset: integer(0, Number.MAX_SAFE_INTEGER), border },
  ),
  rich_text_quote: object({ type: anything, elements: list(element) }, { border }),
  rich_text_preformatted: object(
    { type: anything, elements: list(byType({ text, link })) },
    { border, language: string() },
  ),
});

export const richText: Check = object(
  { type: anything, elements: list(container, { min: 1 }) },
  { block_id: string({ max: 255, min: 1 }) },
);
