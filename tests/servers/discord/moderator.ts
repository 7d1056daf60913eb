/** What those who run a guild do to the bot, its channels and its threads; the gateway is told of each. */
import type { Channel, Message } from './records.ts';

export interface Moderator {
  /** Sets what a role or a member may and may not do in a channel (bits); both 0n takes the overwrite away. */
  overwrite(
    channelId: string,
    subjectId: string,
    permissions: { readonly allow?: bigint; readonly deny?: bigint },
  ): void;
  /** Takes permissions (bits) from the bot in one channel. */
  deny(channelId: string, permissions: bigint): void;
  /** Sets the permissions (bits) of a role, such as `guild.botRoleId`. */
  setRole(guildId: string, roleId: string, permissions: bigint): void;
  archive(threadId: string): void;
  unarchive(threadId: string): void;
  /** Locks and archives, as the client's "Lock Thread" does with a post that is closed. */
  lock(threadId: string): void;
  unlock(threadId: string): void;
  deleteChannel(channelId: string): void;
  deleteMessage(message: Message): void;
  /** Removes the bot from the guild. */
  kick(guildId: string): void;
  /** A thread that a person started, with the bot not yet in it. */
  startThread(channelId: string, name: string): Channel;
}
