/** All that one loopback Discord knows, and what its parts need of each other. */
import { RESTJSONErrorCodes as Code, PermissionFlagsBits } from 'discord-api-types/v10';
import { refusal } from './api-error.ts';
import type { HappeningLog } from './happenings.ts';
import type { Interaction } from './interaction.ts';
import { channelPermissions } from './permissions.ts';
import type { Channel, Guild, JsonObject, Message, User } from './records.ts';

export interface World {
  readonly now: () => number;
  readonly newId: () => string;
  readonly applicationId: string;
  readonly bot: User;
  readonly token: string;
  /** Whether the token still holds. */
  isTokenGood: boolean;
  readonly privilegedIntents: number;
  readonly guilds: Map<string, Guild>;
  /** By id, those who take no direct messages from members of their guilds. */
  readonly closedTo: Set<string>;
  /** Threads too. */
  readonly channels: Map<string, Channel>;
  /** By guild, global ones under the empty string. */
  readonly commands: Map<string, JsonObject[]>;
  readonly ephemerals: Message[];
  /** The last message that was sent under a nonce which was to be enforced. */
  readonly nonces: Map<string, Message>;
  /** By id. */
  readonly interactions: Map<string, Interaction>;
  readonly happenings: HappeningLog;
  /**
   * Sends an event to the sessions that want it.
   * @param intent The bit that a session must have asked for; none for what every session gets.
   */
  dispatch(event: string, data: JsonObject, intent?: number): void;
}

export function guildOf(world: World, guildId: string): Guild {
  const guild = world.guilds.get(guildId);
  if (guild === undefined || !guild.members.has(world.bot.id)) throw refusal(Code.UnknownGuild);
  return guild;
}

/**
 * A channel that the bot may see and do this in.
 * @throws ApiError 10003 where it is gone, or the bot no longer in its guild (50001); 50001 where the bot may not see it;
 *   50013 where it may not do the rest.
 */
export function channelFor(world: World, channelId: string, permissions = 0n): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw refusal(Code.UnknownChannel);
  const held = permissionsIn(world, channel, world.bot.id);
  if ((held & PermissionFlagsBits.ViewChannel) === 0n) throw refusal(Code.MissingAccess);
  if ((held & permissions) !== permissions) throw refusal(Code.MissingPermissions);
  return channel;
}

/** Where there are no roles: https://docs.discord.com/developers/topics/permissions */
const inDirectMessages =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory;

/** Permissions (bits) of somebody in a channel or thread. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  if (channel.recipient !== undefined) return inDirectMessages;
  const guild = world.guilds.get(channel.guildId);
  if (guild === undefined) return 0n;
  return channelPermissions(guild, channel, parentOf(world, channel), userId);
}

export const mayIn = (world: World, channel: Channel, permission: bigint): boolean =>
  (permissionsIn(world, channel, world.bot.id) & permission) === permission;

export const parentOf = (world: World, channel: Channel): Channel | undefined =>
  channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);

export const messageIn = (channel: Channel, messageId: string): Message => {
  const message = channel.messages.find(({ id }) => id === messageId);
  if (message === undefined) throw refusal(Code.UnknownMessage);
  return message;
};
