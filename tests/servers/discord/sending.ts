/** Whether the bot may write into a channel or thread at all. */
import { PermissionFlagsBits as Bits, ChannelType, RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import { refusal } from './api-error.ts';
import type { Channel } from './records.ts';
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
  if (withoutMessages.includes(channel.type)) throw refusal(Code.CannotSendMessagesInNonTextChannel);
  const permission = channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads;
  if (!mayIn(world, channel, permission)) throw refusal(Code.MissingPermissions);
  refuseLocked(world, channel);
  return channel;
}

/** Only those who manage threads may write in a locked one, or open it again. */
export function refuseLocked(world: World, { thread, ...channel }: Channel): void {
  if (thread?.isLocked !== true || mayIn(world, { ...channel, thread }, Bits.ManageThreads)) return;
  throw refusal(thread.isArchived ? Code.InvalidActionOnArchivedThread : Code.ThreadLocked);
}
