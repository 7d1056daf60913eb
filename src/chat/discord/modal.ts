/** A form as a modal of Discord, and what was filled in as options. */
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { cleanText } from '../clean-text.ts';
import type { Field, Form, GivenOptions, Suggestion } from '../conversation.ts';
import { cut } from './cut.ts';
import { discordLimits } from './limits.ts';

/** The modal for a form; its command is the custom id. Undefined where what is chosen already would not fit in, as it would be lost. */
export const modalOf = (form: Form): APIModalInteractionResponseCallbackData | undefined => {
  const tooLong = form.fields.some(field => !isSelect(field) && initialText(field).length > discordLimits.textInput);
  if (tooLong || form.fields.length > discordLimits.modalComponents) return undefined;
  return {
    custom_id: form.command,
    title: cut(form.title, discordLimits.modalTitle),
    components: form.fields.map(labelOf),
  };
};

const labelOf = (field: Field): APILabelComponent => {
  const { hint } = field;
  return {
    type: ComponentType.Label,
    label: cut(field.label, discordLimits.label),
    ...(hint === undefined ? {} : { description: cut(hint, discordLimits.labelDescription) }),
    component: isSelect(field) ? selectOf(field) : inputOf(field),
  };
};

const takesSeveral = ({ kind }: Field): boolean => kind === 'several' || kind === 'found';

/** A select needs a choice at least; values that it cannot hold are typed. */
const isSelect = ({ kind, choices }: Field): boolean =>
  (kind === 'several' || kind === 'one') &&
  choices.length > 0 &&
  choices.length <= discordLimits.selectOptions &&
  choices.every(({ value }) => value.length <= discordLimits.selectOption);

const selectOf = (field: Field): APILabelComponent['component'] => {
  const chosen = new Set(field.initial.map(({ value }) => value));
  return {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    required: field.isRequired,
    min_values: field.isRequired ? 1 : 0,
    max_values: takesSeveral(field) ? field.choices.length : 1,
    options: field.choices.map(({ label, value }) => ({
      label: cut(cleanText(label) || value, discordLimits.selectOption),
      value,
      default: chosen.has(value),
    })),
  };
};

const inputOf = (field: Field): APILabelComponent['component'] => {
  const initial = initialText(field);
  const placeholder = field.kind === 'time' ? 'HH:MM' : takesSeveral(field) ? 'Names, separated by commas' : undefined;
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.kind === 'found' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.isRequired,
    max_length: discordLimits.textInput,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(initial === '' ? {} : { value: initial }),
  };
};

/** Values rather than labels, as these are what comes back. */
const initialText = ({ initial }: Field): string => initial.map(({ value }: Suggestion) => value).join(', ');

/**
 * What was filled in, by name of field; empty where a field was left or made so.
 * A text is taken for a name a line; the commas within a line are for the conversation to read.
 */
export const filledIn = ({ fields }: Pick<ModalSubmitInteraction, 'fields'>): GivenOptions =>
  Object.fromEntries(
    fields.fields.map(field => {
      if ('values' in field) return [field.customId, field.values];
      return [field.customId, 'value' in field && typeof field.value === 'string' ? linesIn(field.value) : []];
    }),
  );

/** People end names with semicolons too. */
const linesIn = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map(line => line.trim())
    .filter(line => line !== '');
