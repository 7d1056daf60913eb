/** Buttons, selects and text inputs: https://docs.discord.com/developers/components/reference */
import { ButtonStyle, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { fault, snowflake } from './form.ts';

/** Numbers a component within its message. */
export const componentId = z.int().min(0).max(0x7fffffff).nullish();
export const customId = z.string().min(1).max(100);

const emoji = z
  .object({ id: snowflake.nullish(), name: z.string().max(32).nullish(), animated: z.boolean().nullish() })
  .nullish();

export const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id: componentId,
    style: z.enum(ButtonStyle),
    label: z.string().max(80).nullish(),
    emoji,
    custom_id: customId.nullish(),
    sku_id: snowflake.nullish(),
    url: z.string().max(512).nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((one, context) => {
    const required = requiredOf(one.style);
    for (const field of ['custom_id', 'url', 'sku_id'] as const) {
      const isGiven = one[field] !== undefined && one[field] !== null;
      if (field === required && !isGiven)
        context.addIssue(fault('BASE_TYPE_REQUIRED', 'This field is required', [field]));
      if (field !== required && isGiven) {
        context.addIssue(
          fault('BUTTON_COMPONENT_INVALID_FIELD', `A button of this style cannot have a ${field}`, [field]),
        );
      }
    }
    const hasFace = (one.label ?? '').trim() !== '' || (one.emoji ?? null) !== null;
    if (one.style === ButtonStyle.Premium && hasFace) {
      context.addIssue(fault('BUTTON_COMPONENT_INVALID_FIELD', 'A premium button has no label or emoji', ['label']));
    }
    if (one.style !== ButtonStyle.Premium && !hasFace) {
      context.addIssue(fault('BUTTON_COMPONENT_INVALID_LABEL', 'A button must have a label or an emoji', ['label']));
    }
    if (typeof one.url === 'string' && !leadsSomewhere(one.url)) {
      context.addIssue(
        fault('URL_TYPE_INVALID_SCHEME', 'Scheme must be one of ("http", "https", "discord").', ['url']),
      );
    }
  });

const requiredOf = (style: ButtonStyle): 'custom_id' | 'url' | 'sku_id' => {
  if (style === ButtonStyle.Link) return 'url';
  return style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
};

const leadsSomewhere = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:', 'discord:'].includes(new URL(url).protocol);

const selectFields = {
  id: componentId,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  required: z.boolean().nullish(),
  disabled: z.boolean().nullish(),
};

const option = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  emoji,
  default: z.boolean().nullish(),
});

interface Amounts {
  readonly min_values?: number | null | undefined;
  readonly max_values?: number | null | undefined;
}

const checkAmounts = (one: Amounts, context: z.RefinementCtx): void => {
  if ((one.min_values ?? 1) <= (one.max_values ?? Math.max(1, one.min_values ?? 1))) return;
  context.addIssue(fault('SELECT_COMPONENT_MIN_VALUES', 'min_values is greater than max_values', ['min_values']));
};

export const stringSelect = z
  .object({ type: z.literal(ComponentType.StringSelect), ...selectFields, options: z.array(option).min(1).max(25) })
  .superRefine((one, context) => {
    checkAmounts(one, context);
    for (const [index, { value }] of one.options.entries()) {
      if (one.options.findIndex(other => other.value === value) === index) continue;
      context.addIssue(
        fault('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
          'options',
          index,
          'value',
        ]),
      );
    }
    const chosen = one.options.filter(({ default: isDefault }) => isDefault === true).length;
    for (const [limit, field] of [
      [one.options.length, 'max_values'],
      [one.options.length, 'min_values'],
    ] as const) {
      if ((one[field] ?? 0) > limit)
        context.addIssue(fault('BASE_TYPE_MAX', `Value should be ${limit} or fewer`, [field]));
    }
    if (chosen > (one.max_values ?? 1)) {
      context.addIssue(fault('SELECT_COMPONENT_TOO_MANY_DEFAULT', 'More defaults than may be chosen', ['options']));
    }
  });

const defaults = z
  .array(z.object({ id: snowflake, type: z.enum(['user', 'role', 'channel']) }))
  .max(25)
  .nullish();

export const entitySelects = [
  z.object({ type: z.literal(ComponentType.UserSelect), ...selectFields, default_values: defaults }),
  z.object({ type: z.literal(ComponentType.RoleSelect), ...selectFields, default_values: defaults }),
  z.object({ type: z.literal(ComponentType.MentionableSelect), ...selectFields, default_values: defaults }),
  z.object({
    type: z.literal(ComponentType.ChannelSelect),
    ...selectFields,
    default_values: defaults,
    channel_types: z.array(z.int()).nullish(),
  }),
].map(select => select.superRefine(checkAmounts));

export const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id: componentId,
    custom_id: customId,
    style: z.enum(TextInputStyle),
    label: z.string().min(1).max(45).nullish(),
    min_length: z.int().min(0).max(4_000).nullish(),
    max_length: z.int().min(1).max(4_000).nullish(),
    required: z.boolean().nullish(),
    value: z.string().max(4_000).nullish(),
    placeholder: z.string().max(100).nullish(),
  })
  .superRefine((one, context) => {
    if ((one.min_length ?? 0) <= (one.max_length ?? 4_000)) return;
    context.addIssue(fault('TEXT_INPUT_MIN_LENGTH', 'min_length is greater than max_length', ['min_length']));
  });
