/** How a test describes the guilds, channels and people that it wants. */
import { PermissionFlagsBits as Bits, type ChannelType } from 'discord-api-types/v10';
import type { Overwrite } from './records.ts';

/** What members of a new guild may do, as far as it matters here. */
export const defaultEveryonePermissions =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.CreatePrivateThreads |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.ReadMessageHistory |
  Bits.UseApplicationCommands;

/** What posting a digest needs. */
export const defaultBotPermissions =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.EmbedLinks |
  Bits.ReadMessageHistory;

export interface GuildDescription {
  readonly name?: string;
  /** Where it is to be on a certain shard (`guildIdOn`); a new one by default. */
  readonly id?: string;
  /** Permissions (bits) of @everyone; those that Discord gives a new guild by default. */
  readonly everyone?: bigint;
  /** Permissions (bits) that the bot was invited with; what posting a digest needs by default. */
  readonly bot?: bigint;
}

export interface ChannelDescription {
  readonly name: string;
  /** A text channel by default. */
  readonly type?:
    | ChannelType.GuildText
    | ChannelType.GuildAnnouncement
    | ChannelType.GuildForum
    | ChannelType.GuildMedia
    | ChannelType.GuildVoice
    | ChannelType.GuildCategory;
  readonly parentId?: string;
  readonly overwrites?: readonly Overwrite[];
  /** Names of the tags of a forum. */
  readonly tags?: readonly string[];
  /** Whether a post in a forum must have a tag (the flag REQUIRE_TAG). */
  readonly isTagRequired?: boolean;
}

export interface PersonDescription {
  readonly name?: string;
  /** Permissions (bits) besides those of @everyone. */
  readonly permissions?: bigint;
  /** The language that their client is set to; `en-US` by default. */
  readonly locale?: string;
}
