/** Select menus of one or several. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */

import type { Fields } from '../contract.ts';
import { objectsOf } from '../fields.ts';
import {
  anything,
  boolean,
  type Check,
  exactlyOne,
  integer,
  list,
  type ObjectRule,
  object,
  problem,
  string,
} from './check.ts';
import { confirmation, conversationFilter, menuOption, optionGroup, plainText } from './composition.ts';

const common = {
  action_id: string({ max: 255, min: 1 }),
  placeholder: plainText(150),
  confirm: confirmation,
  focus_on_load: boolean,
};
const respond = { response_url_enabled: boolean };
const several = { max_selected_items: integer(1, Number.MAX_SAFE_INTEGER) };
const identifier = string({ min: 1 });

const select = (optional: Readonly<Record<string, Check>>, rule?: ObjectRule): Check =>
  object({ type: anything }, { ...common, ...optional }, rule);

/** `options` or `option_groups`, at most 100 of either. */
const offered = {
  options: list(menuOption, { max: 100, min: 1 }),
  option_groups: list(optionGroup, { max: 100, min: 1 }),
};

const valuesOffered = (value: Fields): readonly unknown[] =>
  [...objectsOf(value.options), ...objectsOf(value.option_groups).flatMap(group => objectsOf(group.options))].map(
    option => option.value,
  );

/** What is chosen at first must be among what is offered, and one value must not stand for two options. */
const offeredRule: ObjectRule = (value, at) => {
  const values = valuesOffered(value);
  const chosen = [...objectsOf(value.initial_options), ...objectsOf([value.initial_option])].map(
    option => option.value,
  );
  return [
    ...exactlyOne('options', 'option_groups')(value, at),
    ...(chosen.every(one => values.includes(one)) ? [] : [problem('initial option is not among the options', at)]),
    ...(new Set(values).size === values.length ? [] : [problem('values of options must be unique', at)]),
  ];
};

const initialOptions = list(menuOption, { max: 100, min: 1 });
const query = { min_query_length: integer(0, 3000) };

export const selects = {
  static_select: select({ ...offered, initial_option: menuOption }, offeredRule),
  multi_static_select: select({ ...offered, initial_options: initialOptions, ...several }, offeredRule),
  external_select: select({ initial_option: menuOption, ...query }),
  multi_external_select: select({ initial_options: initialOptions, ...query, ...several }),
  users_select: select({ initial_user: identifier }),
  multi_users_select: select({ initial_users: list(identifier, { min: 1 }), ...several }),
  conversations_select: select({
    initial_conversation: identifier,
    default_to_current_conversation: boolean,
    filter: conversationFilter,
    ...respond,
  }),
  multi_conversations_select: select({
    initial_conversations: list(identifier, { min: 1 }),
    default_to_current_conversation: boolean,
    filter: conversationFilter,
    ...several,
  }),
  channels_select: select({ initial_channel: identifier, ...respond }),
  multi_channels_select: select({ initial_channels: list(identifier, { min: 1 }), ...several }),
};
