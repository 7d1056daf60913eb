/** The interactive elements but selects, and images. https://docs.slack.dev/reference/block-kit/block-elements */
import {
  anything,
  boolean,
  byType,
  type Check,
  exactlyOne,
  integer,
  list,
  object,
  oneOf,
  pattern,
  string,
  url,
} from './check.ts';
import {
  colorScheme,
  confirmation,
  dispatchActions,
  groupOption,
  overflowOption,
  plainText,
  slackFile,
} from './composition.ts';
import { richText } from './rich-text.ts';
import { selects } from './selects.ts';

const action = { action_id: string({ max: 255, min: 1 }) };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(150) };
const dispatch = { dispatch_action_config: dispatchActions };

const element = (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  object({ type: anything, ...required }, { ...action, ...optional });

/** https://docs.slack.dev/reference/block-kit/block-elements/image-element */
export const image = object(
  { type: anything, alt_text: string({ max: 2000, min: 1 }) },
  { image_url: url(), slack_file: slackFile },
  exactlyOne('image_url', 'slack_file'),
);

const choices = { options: list(groupOption, { max: 10, min: 1 }) };
const buttonLook = { accessibility_label: string({ max: 75 }), style: colorScheme };
const feedback = object(
  { text: plainText(75), value: string({ max: 2000 }) },
  { accessibility_label: string({ max: 75 }) },
);
const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time, HH:mm');
const date = pattern(/^\d{4}-\d{2}-\d{2}$/, 'a date, YYYY-MM-DD');
const lines = integer(1, 100);

const outsideForms = {
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  button: element(
    { text: plainText(75) },
    { value: string({ max: 2000 }), url: url(), confirm: confirmation, ...buttonLook },
  ),
  workflow_button: element({ text: plainText(75), workflow: anything }, { confirm: confirmation, ...buttonLook }),
  overflow: element({ options: list(overflowOption, { max: 5, min: 1 }) }, { confirm: confirmation }),
};

const everywhere = {
  checkboxes: element(choices, { initial_options: list(groupOption, { min: 1 }), confirm: confirmation, ...focus }),
  radio_buttons: element(choices, { initial_option: groupOption, confirm: confirmation, ...focus }),
  datepicker: element({}, { initial_date: date, confirm: confirmation, ...focus, ...placeholder }),
  datetimepicker: element(
    {},
    { initial_date_time: integer(1_000_000_000, 9_999_999_999), confirm: confirmation, ...focus },
  ),
  timepicker: element(
    {},
    { initial_time: time, timezone: string({ min: 1 }), confirm: confirmation, ...focus, ...placeholder },
  ),
  rich_text_input: element(
    {},
    { initial_value: richText, min_lines: lines, max_lines: lines, ...focus, ...placeholder, ...dispatch },
  ),
  ...selects,
};

const inForms = {
  plain_text_input: element(
    {},
    {
      initial_value: string({ max: 3000 }),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
      ...focus,
      ...placeholder,
      ...dispatch,
    },
  ),
  email_text_input: element({}, { initial_value: string(), ...focus, ...placeholder, ...dispatch }),
  url_text_input: element({}, { initial_value: string(), ...focus, ...placeholder, ...dispatch }),
  number_input: element(
    { is_decimal_allowed: boolean },
    { initial_value: string(), min_value: string(), max_value: string(), ...focus, ...placeholder, ...dispatch },
  ),
  file_input: element({}, { filetypes: list(string({ min: 1 }), { min: 1 }), max_files: integer(1, 10) }),
};

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ofActions = byType({ ...outsideForms, ...everywhere });
/** https://docs.slack.dev/reference/block-kit/blocks/section-block: one accessory. */
export const ofSection = byType({ ...outsideForms, ...everywhere, image });
/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const ofInput = byType({ ...everywhere, ...inForms });
/** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export const ofContextActions = byType({
  feedback_buttons: element({ positive_button: feedback, negative_button: feedback }),
  icon_button: element(
    { icon: oneOf('trash'), text: plainText(75) },
    {
      value: string({ max: 2000 }),
      accessibility_label: string({ max: 75 }),
      visible_to_user_ids: list(string({ min: 1 })),
      confirm: confirmation,
    },
  ),
});
export const button = byType({ button: outsideForms.button });
