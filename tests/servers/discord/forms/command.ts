/** Application commands: https://docs.discord.com/developers/interactions/application-commands#application-command-object */
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { z } from 'zod';
import { fault } from './form.ts';

/** Names of slash commands and options, in small letters where the script has them. */
const slashName = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, 'String value did not match validation regex.')
  .refine(name => name === name.toLowerCase(), {
    message: 'Command name is invalid',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  });
const description = z.string().min(1).max(100);
const localizations = z.record(z.string(), z.string().min(1).max(100)).nullish();

const choice = z.object({
  name: z.string().min(1).max(100),
  name_localizations: localizations,
  value: z.union([z.string().max(100), z.number()]),
});

const named = {
  name: slashName,
  name_localizations: localizations,
  description,
  description_localizations: localizations,
};

const value = z
  .object({
    ...named,
    type: z.union([
      z.literal([Type.String, Type.Integer, Type.Boolean, Type.User, Type.Channel]),
      z.literal([Type.Role, Type.Mentionable, Type.Number, Type.Attachment]),
    ]),
    required: z.boolean().nullish(),
    choices: z.array(choice).max(25).nullish(),
    channel_types: z.array(z.int()).nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    min_length: z.int().min(0).max(6_000).nullish(),
    max_length: z.int().min(1).max(6_000).nullish(),
    autocomplete: z.boolean().nullish(),
  })
  .superRefine((one, context) => {
    const takesChoices = [Type.String, Type.Integer, Type.Number].some(type => type === one.type);
    const hasChoices = (one.choices ?? []).length > 0;
    if (one.autocomplete === true && (hasChoices || !takesChoices)) {
      context.addIssue(
        fault('APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE', 'autocomplete and choices exclude each other', [
          'autocomplete',
        ]),
      );
    }
    if (hasChoices && !takesChoices) {
      context.addIssue(
        fault('APPLICATION_COMMAND_OPTIONS_CHOICES', 'An option of this type has no choices', ['choices']),
      );
    }
  });

const valueOptions = z.array(value).max(25).superRefine(checkOptions);
const subcommand = z.object({ ...named, type: z.literal(Type.Subcommand), options: valueOptions.nullish() });
const group = z.object({
  ...named,
  type: z.literal(Type.SubcommandGroup),
  options: z.array(subcommand).min(1).max(25).superRefine(checkOptions),
});

interface Named {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean | null | undefined;
}

function checkOptions(options: readonly Named[], context: z.RefinementCtx): void {
  for (const [index, { name, required }] of options.entries()) {
    if (options.findIndex(other => other.name === name) < index) {
      context.addIssue(fault('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists', [index]));
    }
    if (required === true && options.slice(0, index).some(other => other.required !== true)) {
      context.addIssue(
        fault(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          [index],
        ),
      );
    }
  }
  const branches = options.filter(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup).length;
  if (branches > 0 && branches < options.length) {
    context.addIssue(
      fault('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command and value options cannot be mixed'),
    );
  }
}

const permissions = z
  .string()
  .regex(/^[0-9]{1,20}$/)
  .or(z.int().min(0))
  .nullish();

const common = {
  name_localizations: localizations,
  description_localizations: localizations,
  default_member_permissions: permissions,
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  integration_types: z
    .array(z.literal([0, 1]))
    .min(1)
    .nullish(),
  contexts: z.array(z.literal([0, 1, 2])).nullish(),
};

const slashCommand = z.object({
  ...common,
  type: z.literal(ApplicationCommandType.ChatInput).nullish(),
  name: slashName,
  description,
  options: z
    .array(z.union([value, subcommand, group]))
    .max(25)
    .superRefine(checkOptions)
    .nullish(),
});

const menuCommand = z.object({
  ...common,
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: z.string().min(1).max(32),
  description: z.literal('').nullish(),
});

export const command = z.union([slashCommand, menuCommand]).superRefine((one, context) => {
  if (charactersIn(one) <= 8_000) return;
  context.addIssue(fault('APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)'));
});

export const commands = z
  .array(command)
  .max(110)
  .superRefine((all, context) => {
    const keys = all.map(({ type, name }) => `${type ?? ApplicationCommandType.ChatInput} ${name}`);
    if (new Set(keys).size < keys.length) {
      context.addIssue(fault('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'));
    }
    const slash = all.filter(
      ({ type }) => (type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput,
    );
    if (slash.length > 100) context.addIssue(fault('BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.'));
  });

/** Names, descriptions and values of a command and its options, counted together. */
function charactersIn(one: unknown): number {
  if (typeof one !== 'object' || one === null) return 0;
  return Object.entries(one).reduce((sum, [key, inner]) => {
    if (Array.isArray(inner)) return sum + inner.reduce((all: number, each) => all + charactersIn(each), 0);
    return ['name', 'description', 'value'].includes(key) && typeof inner === 'string' ? sum + inner.length : sum;
  }, 0);
}
