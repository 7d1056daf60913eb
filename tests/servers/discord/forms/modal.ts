/** Modals: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { checkTree, selects, textDisplay } from './components.ts';
import { fault } from './form.ts';
import { componentId, customId, textInput } from './interactive.ts';

const isRequired = (field: { required?: boolean | null | undefined }): boolean => field.required ?? true;

const select = selects.superRefine((one, context) => {
  if (one.disabled === true) {
    context.addIssue(fault('MODAL_COMPONENT_DISABLED', 'Components in a modal cannot be disabled', ['disabled']));
  }
  if (isRequired(one) && one.min_values === 0) {
    context.addIssue(fault('SELECT_COMPONENT_REQUIRED', 'min_values must be at least 1 if required', ['min_values']));
  }
});

const option = z.object({
  value: z.string().min(1).max(100),
  label: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  default: z.boolean().nullish(),
});
const shared = { id: componentId, custom_id: customId, required: z.boolean().nullish() };
const radioGroup = z.object({
  type: z.literal(ComponentType.RadioGroup),
  ...shared,
  options: z.array(option).min(2).max(10),
});
const checkboxGroup = z.object({
  type: z.literal(ComponentType.CheckboxGroup),
  ...shared,
  options: z.array(option).min(1).max(10),
  min_values: z.int().min(0).max(10).nullish(),
  max_values: z.int().min(1).max(10).nullish(),
});
const checkbox = z.object({
  type: z.literal(ComponentType.Checkbox),
  id: componentId,
  custom_id: customId,
  default: z.boolean().nullish(),
});

const label = z.object({
  type: z.literal(ComponentType.Label),
  id: componentId,
  label: z.string().min(1).max(45),
  description: z.string().min(1).max(100).nullish(),
  component: z.union([textInput, select, radioGroup, checkboxGroup, checkbox]),
});

/** The older form: one text input, with a label of its own. */
const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  id: componentId,
  components: z
    .array(
      textInput.refine(one => typeof one.label === 'string', { message: 'This field is required', path: ['label'] }),
    )
    .length(1),
});

export const modal = z.object({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.discriminatedUnion('type', [label, row, textDisplay]))
    .min(1)
    .max(5)
    .superRefine(checkTree),
});

/** Choices of an autocomplete. */
export const choices = z.object({
  choices: z
    .array(z.object({ name: z.string().min(1).max(100), value: z.union([z.string().max(100), z.number()]) }))
    .max(25),
});
