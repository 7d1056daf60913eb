/** What stands in the interactive elements of a message or view. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
import { elementsOf } from '../block-kit/validate.ts';
import type { Fields, Message, View } from '../contract.ts';
import { listOf, objectsOf, stringOf } from '../fields.ts';
import type { Answers } from './contract.ts';

export interface Found {
  readonly block: Fields;
  readonly element: Fields;
}

/** The interactive elements, each with its block. */
const elementsIn = (on: Message | View): readonly Found[] =>
  on.blocks.flatMap(block =>
    elementsOf(block)
      .filter(({ type }) => type !== 'image')
      .map(element => ({ block, element })),
  );

/** @throws Error that lists what there is. */
export const findElement = (on: Message | View, fits: (element: Fields) => boolean, wanted: string): Found => {
  const all = elementsIn(on);
  const found = all.find(({ element }) => fits(element));
  if (found !== undefined) return found;
  const names = all.map(({ element }) => `${stringOf(element.type)} ${stringOf(element.action_id)}`);
  throw new Error(`Nothing here is called "${wanted}". There is: ${names.join(', ') || 'nothing to press'}.`);
};

interface Shape {
  /** The field of the value, and of the element where it begins. */
  readonly value: string;
  readonly initial: string;
  readonly holds: 'text' | 'number' | 'option' | 'options' | 'texts';
}

const text: Shape = { value: 'value', initial: 'initial_value', holds: 'text' };
const options: Shape = { value: 'selected_options', initial: 'initial_options', holds: 'options' };
const option: Shape = { value: 'selected_option', initial: 'initial_option', holds: 'option' };

const shapes: Readonly<Record<string, Shape>> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  static_select: option,
  external_select: option,
  radio_buttons: option,
  overflow: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  timepicker: { value: 'selected_time', initial: 'initial_time', holds: 'text' },
  datepicker: { value: 'selected_date', initial: 'initial_date', holds: 'text' },
  datetimepicker: { value: 'selected_date_time', initial: 'initial_date_time', holds: 'number' },
  users_select: { value: 'selected_user', initial: 'initial_user', holds: 'text' },
  channels_select: { value: 'selected_channel', initial: 'initial_channel', holds: 'text' },
  conversations_select: { value: 'selected_conversation', initial: 'initial_conversation', holds: 'text' },
  multi_users_select: { value: 'selected_users', initial: 'initial_users', holds: 'texts' },
  multi_channels_select: { value: 'selected_channels', initial: 'initial_channels', holds: 'texts' },
  multi_conversations_select: { value: 'selected_conversations', initial: 'initial_conversations', holds: 'texts' },
};

/** The options of a select that stand in the view itself. */
const optionsIn = (element: Fields): readonly Fields[] => [
  ...objectsOf(element.options),
  ...objectsOf(element.option_groups).flatMap(group => objectsOf(group.options)),
  ...objectsOf([element.initial_option]),
  ...objectsOf(element.initial_options),
];

const isSeveral = ({ holds }: Shape): boolean => holds === 'options' || holds === 'texts';

/** What an element holds; `undefined` for one that holds nothing, as a button. */
const initialValue = (element: Fields): Fields | undefined => {
  const shape = shapes[stringOf(element.type)];
  if (shape === undefined || element.type === 'overflow') return undefined;
  return { type: element.type, [shape.value]: element[shape.initial] ?? (isSeveral(shape) ? [] : null) };
};

/** @throws Error for an option that was never offered, and for too many. */
export const chosenValue = (element: Fields, given: string | readonly string[], offered: readonly Fields[]): Fields => {
  const shape = shapes[stringOf(element.type)];
  if (shape === undefined) throw new Error(`Nothing can be entered in a ${stringOf(element.type)}.`);
  const values = typeof given === 'string' ? [given] : given;
  const known = [...optionsIn(element), ...offered];
  const found = (value: string): Fields => {
    const one = known.find(candidate => candidate.value === value);
    if (one === undefined)
      throw new Error(`"${value}" is not among the options: ${known.map(k => k.value).join(', ')}.`);
    return one;
  };
  const most = element.max_selected_items;
  if (typeof most === 'number' && values.length > most) throw new Error(`No more than ${most} may be chosen.`);
  const held = {
    text: () => values[0] ?? null,
    number: () => Number(values[0]),
    texts: () => values,
    option: () => (values[0] === undefined ? null : found(values[0])),
    options: () => values.map(found),
  };
  return { type: element.type, [shape.value]: held[shape.holds]() };
};

/** By `block_id`, then `action_id`: what was entered, else what the element began with. */
export const stateValues = (on: Message | View, entered: (found: Found) => Fields | undefined): Fields => {
  const state: Record<string, Record<string, Fields>> = {};
  for (const found of elementsIn(on)) {
    const value = entered(found) ?? initialValue(found.element);
    if (value === undefined) continue;
    const block = stringOf(found.block.block_id);
    state[block] = { ...state[block], [stringOf(found.element.action_id)]: value };
  }
  return state;
};

const isEmpty = (value: Fields | undefined): boolean =>
  Object.entries(value ?? {}).every(
    ([name, held]) =>
      name === 'type' || held === null || held === '' || (Array.isArray(held) && listOf(held).length === 0),
  );

/** @throws Error for a required field that is empty, and for an answer to a question that was not asked. */
export const filledIn = (
  view: View,
  answers: Answers,
  entered: (found: Found) => Fields | undefined,
  offered: (found: Found) => readonly Fields[],
): Fields => {
  const asked = elementsIn(view);
  const namesOf = ({ block, element }: Found): readonly string[] => [
    stringOf(element.action_id),
    stringOf(block.block_id),
  ];
  for (const name of Object.keys(answers))
    if (!asked.some(found => namesOf(found).includes(name))) throw new Error(`The form does not ask for "${name}".`);
  const answered = (found: Found): Fields | undefined => {
    const name = namesOf(found).find(one => Object.hasOwn(answers, one));
    const answer = name === undefined ? undefined : answers[name];
    return answer === undefined ? entered(found) : chosenValue(found.element, answer, offered(found));
  };
  for (const found of asked) {
    const isRequired = found.block.type === 'input' && found.block.optional !== true;
    if (isRequired && isEmpty(answered(found) ?? initialValue(found.element)))
      throw new Error(`"${namesOf(found)[1]}" must be filled in.`);
  }
  return stateValues(view, answered);
};
