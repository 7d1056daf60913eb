/** The slash commands as Discord shows them, and registering them where they changed. */
import {
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { CommandDescription, OptionDescription } from '../conversation.ts';
import { cut } from './cut.ts';
import { discordLimits } from './limits.ts';

/** For everybody: look-ups. */
export const lookUpCommand = 'digest';
/** For those who may manage the channel: each subcommand is a command of the conversation. */
export const channelCommand = 'digest-channel';

const registered = z.array(z.looseObject({ name: z.string() }));

type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * What is registered for `commands`. Discord lets a command have either options or subcommands, hence the look-up is one
 * command and those with a name are subcommands of another.
 */
export const commandsToRegister = (commands: readonly CommandDescription[]): readonly Registered[] => {
  const lookUp = commands.find(({ name }) => name === '');
  const named = commands.filter(({ name }) => name !== '');
  return [
    ...(lookUp === undefined
      ? []
      : [
          {
            ...common(lookUpCommand, lookUp.help),
            options: lookUp.options.slice(0, discordLimits.commandOptions).map(optionOf),
          },
        ]),
    ...(named.length === 0
      ? []
      : [
          {
            ...common(channelCommand, 'What this channel gets of the digest, and when'),
            default_member_permissions: PermissionFlagsBits.ManageChannels.toString(),
            options: named.slice(0, discordLimits.commandOptions).map(subcommandOf),
          },
        ]),
  ];
};

const common = (name: string, help: string) => ({
  type: ApplicationCommandType.ChatInput as const,
  name,
  description: cut(help, discordLimits.commandDescription),
  contexts: [InteractionContextType.Guild],
});

const subcommandOf = ({ name, help, options }: CommandDescription): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: cut(name, discordLimits.commandName),
  description: cut(help, discordLimits.commandDescription),
  options: options.slice(0, discordLimits.commandOptions).map(optionOf),
});

const optionOf = ({ name, help, isSuggested }: OptionDescription): APIApplicationCommandStringOption => ({
  type: ApplicationCommandOptionType.String,
  name: cut(name, discordLimits.optionName),
  description: cut(help, discordLimits.optionDescription),
  required: false,
  autocomplete: isSuggested,
});

/**
 * Registers `commands` for all guilds, unless they are registered as they are.
 * @returns Whether they had changed.
 * @throws What discord.js' REST client throws.
 */
export const registerCommands = async (
  rest: REST,
  applicationId: string,
  commands: readonly CommandDescription[],
): Promise<boolean> => {
  const route = Routes.applicationCommands(applicationId);
  const wanted = commandsToRegister(commands);
  const present = registered.parse(await rest.get(route));
  if (isSame(wanted, present)) return false;
  await rest.put(route, { body: wanted });
  return true;
};

const isSame = (wanted: readonly Registered[], present: z.infer<typeof registered>): boolean =>
  wanted.length === present.length &&
  wanted.every(command =>
    holds(
      present.find(({ name }) => name === command.name),
      command,
    ),
  );

/**
 * Whether `actual` says what `wanted` does. Discord adds fields of its own (id, version …), and leaves out those that are
 * `false` and lists that are empty.
 */
const holds = (actual: unknown, wanted: unknown): boolean => {
  if (wanted === false) return actual === undefined || actual === null || actual === false;
  if (Array.isArray(wanted)) {
    const items: unknown = actual ?? [];
    return (
      Array.isArray(items) && items.length === wanted.length && wanted.every((item, index) => holds(items[index], item))
    );
  }
  if (!isRecord(wanted)) return actual === wanted;
  return isRecord(actual) && Object.entries(wanted).every(([name, value]) => holds(actual[name], value));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
