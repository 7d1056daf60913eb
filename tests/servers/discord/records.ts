/** What the loopback Discord keeps, in the terms of its own API; `wire.ts` gives these the shape that they have on the wire. */
import type { ChannelType, MessageType, OverwriteType } from 'discord-api-types/v10';

/** A JSON object, as it came in or goes out. */
export interface JsonObject {
  readonly [name: string]: unknown;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly isBot: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
}

export interface Member {
  readonly user: User;
  readonly roles: string[];
  readonly joinedAt: number;
}

export interface Overwrite {
  /** Of a role or a member. */
  readonly id: string;
  readonly type: OverwriteType;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** The role of @everyone has the guild's id. */
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  /** The role that came with the bot, with the permissions that it was invited with. */
  readonly botRoleId: string;
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
}

/** What a channel has that is a thread. */
export interface ThreadState {
  readonly ownerId: string;
  readonly createdAt: number;
  isArchived: boolean;
  isLocked: boolean;
  archiveChangedAt: number;
  /** Minutes. */
  autoArchiveDuration: number;
  appliedTags: readonly string[];
  readonly members: Set<string>;
}

/** A channel or a thread; both hold messages. */
export interface Channel {
  readonly id: string;
  readonly guildId: string;
  readonly type: ChannelType;
  name: string;
  readonly parentId: string | undefined;
  overwrites: readonly Overwrite[];
  readonly tags: readonly ForumTag[];
  readonly isTagRequired: boolean;
  readonly thread: ThreadState | undefined;
  /** Of a direct message, in no guild: the other person. */
  readonly recipient?: User;
  /** In the order in which they were sent, without ephemeral ones. */
  readonly messages: Message[];
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly author: User;
  readonly type: MessageType;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  editedAt: number | undefined;
  content: string;
  embeds: readonly JsonObject[];
  /** As they were sent, each with the `id` that Discord numbers it by. */
  components: readonly JsonObject[];
  /** Bits of `MessageFlags`. */
  flags: number;
  /** What the sender let ping; undefined where it did not say, which lets everything ping. */
  allowedMentions: JsonObject | undefined;
  /** As given, for a look at it; never read back by the API, except in the answer and the event of its creation. */
  readonly nonce: string | undefined;
  readonly reference: JsonObject | undefined;
  /** Of an answer to an interaction: whose, and which. */
  readonly interaction: { readonly id: string; readonly type: number; readonly userId: string } | undefined;
  readonly isEphemeral: boolean;
  /** The thread that was started from it. */
  threadId: string | undefined;
}
