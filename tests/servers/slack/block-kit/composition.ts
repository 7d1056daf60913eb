/** Composition objects: texts, confirmations, options, filters. https://docs.slack.dev/reference/block-kit/composition-objects */
import { fieldsOf } from '../fields.ts';
import { amongSchemas, anything, boolean, byType, type Check, list, object, oneOf, string, url } from './check.ts';

const style = oneOf('primary', 'danger');

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object: 1 to 3,000 characters, less in most places. */
export const plainText = (max = 3000): Check =>
  byType({ plain_text: object({ type: anything, text: string({ max, min: 1 }) }, { emoji: boolean }) });

export const mrkdwn = (max = 3000): Check =>
  byType({ mrkdwn: object({ type: anything, text: string({ max, min: 1 }) }, { verbatim: boolean }) });

/** Plain or mrkdwn. */
export const anyText = (max = 3000): Check =>
  amongSchemas((value, at) => (fieldsOf(value).type === 'mrkdwn' ? mrkdwn(max) : plainText(max))(value, at));

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirmation = object(
  { text: anyText(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style },
);

const optionOf = (text: Check, more: Readonly<Record<string, Check>> = {}): Check =>
  object({ text, value: string({ max: 150, min: 1 }) }, { description: plainText(75), ...more });

/**
 * https://docs.slack.dev/reference/block-kit/composition-objects/option-object: text 75, value 150, description 75
 * characters. Menus take plain text only; `url` is for overflow menus only.
 */
export const menuOption = optionOf(plainText(75));
export const groupOption = optionOf(anyText(75));
export const overflowOption = optionOf(plainText(75), { url: url() });

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const optionGroup = object({ label: plainText(75), options: list(menuOption, { max: 100, min: 1 }) });

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
export const conversationFilter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
export const dispatchActions = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1 }) },
);

/** https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
export const slackFile = object({}, { id: string({ min: 1 }), url: url(['https:']) });

export const colorScheme = style;
