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
import type { CommandDescription, OptionDescription, Typing } from '../conversation.ts';
import { cut } from './cut.ts';
import { discordLimits } from './limits.ts';

/** The look-up, for everybody. */
export const lookUpCommand = 'digest';

/** The commands whose subcommands are those of the conversation that have a name, by the group of these. */
const named = {
  'look-up': { name: 'digest-about', help: 'How the digest and its blogs fare, and what can be asked' },
  channel: {
    name: 'digest-channel',
    help: 'What this channel gets of the digest, and when',
    // Hides it from everybody else, so that nothing may stand here that is for all.
    default_member_permissions: PermissionFlagsBits.ManageChannels.toString(),
  },
} as const;

export const typing: Typing = {
  before: { 'look-up': `/${named['look-up'].name}`, channel: `/${named.channel.name}` },
  words: 'words:',
};

const registered = z.array(z.looseObject({ name: z.string() }));

type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * What is registered for `commands`. Discord lets a command have either options or subcommands, and permissions for the
 * whole of a command only: hence the look-up is one, and those with a name are subcommands of one for each group.
 * Source: https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups
 */
export const commandsToRegister = (commands: readonly CommandDescription[]): readonly Registered[] => [
  ...commands.filter(({ name }) => name === '').map(lookUpOf),
  ...subcommandsOf('look-up', commands),
  ...subcommandsOf('channel', commands),
];

const lookUpOf = ({ help, options }: CommandDescription): Registered => ({
  ...common(lookUpCommand, help),
  options: options.slice(0, discordLimits.commandOptions).map(optionOf),
});

/** None where the group has no command with a name. */
const subcommandsOf = (
  group: CommandDescription['group'],
  commands: readonly CommandDescription[],
): readonly Registered[] => {
  const own = commands.filter(command => command.name !== '' && command.group === group);
  if (own.length === 0) return [];
  const { name, help, ...rest } = named[group];
  return [{ ...common(name, help), ...rest, options: own.slice(0, discordLimits.commandOptions).map(subcommandOf) }];
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
