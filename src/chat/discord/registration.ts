/** The slash commands as Discord shows them, and registering them where they changed. */
import {
  type APIApplicationCommand,
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
import type { CommandDescription, OptionDescription } from '../conversation.ts';
import { cut } from './cut.ts';

/** For everybody: look-ups. */
export const lookUpCommand = 'digest';
/** For those who may manage the channel: each subcommand is a command of the conversation. */
export const channelCommand = 'digest-channel';

type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Source: https://discord.com/developers/docs/interactions/application-commands#application-command-object */
const limits = { name: 32, description: 100, options: 25 } as const;

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
      : [{ ...common(lookUpCommand, lookUp.help), options: lookUp.options.slice(0, limits.options).map(optionOf) }]),
    ...(named.length === 0
      ? []
      : [
          {
            ...common(channelCommand, 'What this channel gets of the digest, and when'),
            default_member_permissions: PermissionFlagsBits.ManageChannels.toString(),
            options: named.slice(0, limits.options).map(subcommandOf),
          },
        ]),
  ];
};

const common = (name: string, help: string) => ({
  type: ApplicationCommandType.ChatInput as const,
  name,
  description: cut(help, limits.description),
  contexts: [InteractionContextType.Guild],
});

const subcommandOf = ({ name, help, options }: CommandDescription): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: cut(name, limits.name),
  description: cut(help, limits.description),
  options: options.slice(0, limits.options).map(optionOf),
});

const optionOf = ({ name, help, isSuggested }: OptionDescription): APIApplicationCommandStringOption => ({
  type: ApplicationCommandOptionType.String,
  name: cut(name, limits.name),
  description: cut(help, limits.description),
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
  // The answer's shape is the vendor's promise; a field that it lacks only makes for one registration more.
  const present = (await rest.get(route)) as readonly APIApplicationCommand[];
  if (isSame(wanted, present)) return false;
  await rest.put(route, { body: wanted });
  return true;
};

const isSame = (wanted: readonly Registered[], present: readonly APIApplicationCommand[]): boolean =>
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
