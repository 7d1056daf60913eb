/** Whether the bot may write into a channel or thread at all. */
import { PermissionFlagsBits as Bits, ChannelType, RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import { refusal } from './api-error.ts';
import type { Channel, User } from './records.ts';
import { channelFor, mayIn, type World } from './world.ts';

const withoutMessages: readonly ChannelType[] = [
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildCategory,
];

/**
 * The channel, if the bot may send there. In threads SEND_MESSAGES has no effect, SEND_MESSAGES_IN_THREADS has:
 * https://docs.discord.com/developers/topics/threads#permissions
 * @throws ApiError 50001, 50008 for a channel that holds no messages, 50013, 50083 for a thread that is archived and
 *   locked, 160005 for one that is locked.
 */
export function channelToSendIn(world: World, channelId: string): Channel {
  const channel = channelFor(world, channelId);
  if (channel.recipient !== undefined) refuseClosed(world, channel.recipient);
  if (withoutMessages.includes(channel.type)) throw refusal(Code.CannotSendMessagesInNonTextChannel);
  const permission = channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads;
  if (!mayIn(world, channel, permission)) throw refusal(Code.MissingPermissions);
  refuseLocked(world, channel);
  return channel;
}

/** A bot reaches those who share a guild with it and take direct messages from its members. */
function refuseClosed(world: World, { id }: User): void {
  const isShared = [...world.guilds.values()].some(({ members }) => members.has(id) && members.has(world.bot.id));
  if (!isShared) throw refusal(Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds);
  if (world.closedTo.has(id)) throw refusal(Code.CannotSendMessagesToThisUser);
}

/** Only those who manage threads may write in a locked one, or open it again. */
export function refuseLocked(world: World, { thread, ...channel }: Channel): void {
  if (thread?.isLocked !== true || mayIn(world, { ...channel, thread }, Bits.ManageThreads)) return;
  throw refusal(thread.isArchived ? Code.InvalidActionOnArchivedThread : Code.ThreadLocked);
}
