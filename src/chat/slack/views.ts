/** Modals and the home tab: a form's questions as inputs, and messages shown outside of any channel. */
import type { HomeView, InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import { cleanText } from '../clean-text.ts';
import type { Field, Form, Suggestion } from '../conversation.ts';
import { slackLimits } from './limits.ts';

/** `callback_id` of a form, by which its submission is told from others. */
export const formCallback = 'form';
/** That of a modal that shows an answer, of which nothing comes back. */
const answerCallback = 'answer';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `text` within `limit` characters, cut between graphemes and then ended by an ellipsis. */
export const clip = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  let clipped = '';
  for (const { segment } of graphemes.segment(text)) {
    if (clipped.length + segment.length >= limit) break;
    clipped += segment;
  }
  return `${clipped}…`;
};

const plainText = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(cleanText(text), limit),
  emoji: false,
});

/** Values that are too long to be given back are not offered: a clipped one would name something else. */
export const optionsOf = (suggestions: readonly Suggestion[]): PlainTextOption[] =>
  suggestions
    .filter(({ value }) => value.trim() !== '' && value.length <= slackLimits.optionValue)
    .map(({ label, value }) => ({
      text: plainText(cleanText(label).trim() === '' ? value : label, slackLimits.optionText),
      value,
    }));

/** As many groups as hold them, each named by its first and last: a menu takes 100 options, or 100 groups of 100. */
const groupsOf = (options: readonly PlainTextOption[]) => {
  const count = Math.min(slackLimits.optionGroups, Math.ceil(options.length / slackLimits.options));
  return Array.from({ length: count }, (_, index) => {
    const group = options.slice(index * slackLimits.options, (index + 1) * slackLimits.options);
    const [first, last] = [group[0], group.at(-1)].map(option => clip(option?.text.text ?? '', 30));
    return { label: plainText(`${first} – ${last}`, slackLimits.optionText), options: group };
  });
};

const menuOf = (options: PlainTextOption[]) =>
  options.length <= slackLimits.options ? { options } : { option_groups: groupsOf(options) };

/** Initial options must be among those that the menu has. */
const chosenOf = (options: readonly PlainTextOption[], initial: readonly Suggestion[]): PlainTextOption[] =>
  options.filter(({ value }) => initial.some(one => one.value === value));

const several = (initial: PlainTextOption[]) => (initial.length === 0 ? {} : { initial_options: initial });
const single = ([initial]: readonly PlainTextOption[]) => (initial === undefined ? {} : { initial_option: initial });

/** An input that asks for `field`; undefined where there is nothing to choose from. */
const inputOf = (field: Field): InputBlock['element'] | undefined => {
  const options = optionsOf(field.choices);
  const initial = optionsOf(field.initial);
  const action_id = field.name;
  switch (field.kind) {
    case 'several':
      if (options.length === 0) return undefined;
      return {
        type: 'multi_static_select',
        action_id,
        ...menuOf(options),
        ...several(chosenOf(options, field.initial)),
      };
    case 'one':
      if (options.length === 0) return undefined;
      return { type: 'static_select', action_id, ...menuOf(options), ...single(chosenOf(options, field.initial)) };
    case 'found':
      return { type: 'multi_external_select', action_id, min_query_length: 0, ...several(initial) };
    case 'found-one':
      return { type: 'external_select', action_id, min_query_length: 0, ...single(initial) };
    case 'time': {
      const [time] = field.initial;
      return { type: 'timepicker', action_id, ...(time === undefined ? {} : { initial_time: time.value }) };
    }
  }
};

/** `block_id` and `action_id` are the name of the field, by which its value and what is wrong with it are told. */
const inputBlocks = (field: Field): InputBlock[] => {
  const element = inputOf(field);
  if (element === undefined) return [];
  return [
    {
      type: 'input',
      block_id: field.name,
      label: plainText(field.label, slackLimits.inputLabel),
      optional: !field.isRequired,
      element,
      ...(field.hint === undefined ? {} : { hint: plainText(field.hint, slackLimits.inputHint) }),
    },
  ];
};

/** @param origin what the form was asked for, given back with the answers; see `writeOrigin`. */
export const formView = (form: Form, origin: string): ModalView => ({
  type: 'modal',
  callback_id: formCallback,
  private_metadata: origin,
  title: plainText(form.title, slackLimits.viewTitle),
  submit: plainText(form.submit, slackLimits.viewSubmit),
  close: plainText('Cancel', slackLimits.viewClose),
  blocks: form.fields.flatMap(inputBlocks),
});

const more: KnownBlock = {
  type: 'context',
  elements: [{ type: 'plain_text', text: 'There is more: type /digest in a channel to see it.', emoji: false }],
};

/** Blocks that a view holds; where some had to be left out, the last says so. */
const fitView = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.length <= slackLimits.blocksOfView ? [...blocks] : [...blocks.slice(0, slackLimits.blocksOfView - 1), more];

export const answerView = (title: string, blocks: readonly KnownBlock[]): ModalView => ({
  type: 'modal',
  callback_id: answerCallback,
  title: plainText(title, slackLimits.viewTitle),
  close: plainText('Close', slackLimits.viewClose),
  blocks: fitView(blocks),
});

export const homeView = (blocks: readonly KnownBlock[]): HomeView => ({ type: 'home', blocks: fitView(blocks) });
