/** What a person did in Discord, as a request to the conversation. */
import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Invocation, Person, Place, Request } from '../conversation.ts';
import { filledIn } from './modal.ts';
import { lacking } from './permissions.ts';
import { lookUpCommand, typing } from './registration.ts';

export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

export const requestOf = (interaction: Answerable, asked: Request['asked']): Request => {
  const place = placeOf(interaction);
  const isSubmission = interaction.isModalSubmit();
  return { asked, person: personOf(interaction), typing, isSubmission, ...(place === undefined ? {} : { place }) };
};

/** A slash command with its options: the look-up, or the subcommand of another. */
export const invocationOf = (interaction: ChatInputCommandInteraction): Invocation => {
  const subcommand = interaction.options.data.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  const given = subcommand?.options ?? interaction.options.data;
  return {
    command: interaction.commandName === lookUpCommand ? '' : (subcommand?.name ?? ''),
    options: Object.fromEntries(
      given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, [String(value)]]])),
    ),
  };
};

/** A modal that was filled in: its custom id is the command. */
export const submissionOf = (interaction: ModalSubmitInteraction): Invocation => ({
  command: interaction.customId,
  options: filledIn(interaction),
});

/** Discord says what the person may do in the very channel that they are in, overwrites included. */
const personOf = ({ user, memberPermissions, channel }: Answerable): Person => {
  const posting = channel?.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return {
    id: user.id,
    mayManage: memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? false,
    mayPost: memberPermissions?.has(posting) ?? false,
  };
};

/** The permissions by name that the bot lacks where the interaction was, to post a digest there. */
export const lackingIn = ({ appPermissions, channel }: Answerable): readonly string[] => {
  const type = channel?.isThread() ? channel.parent?.type : channel?.type;
  return type === undefined ? [] : lacking(type, appPermissions.bitfield);
};

/**
 * In a thread, the channel that it belongs to: whoever subscribes there means the channel, and a forum can be spoken to in
 * its posts only. None in a direct message.
 */
const placeOf = ({ guildId, channelId, channel }: Answerable): Place | undefined => {
  if (guildId === null || channelId === null) return undefined;
  return { platform: 'discord', workspace: guildId, channel: (channel?.isThread() && channel.parentId) || channelId };
};
