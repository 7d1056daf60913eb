/** The permissions that posting needs, by kind of channel and by the names that Discord's client shows; and which the bot has. */
import { ChannelType, PermissionFlagsBits as flags, OverwriteType } from 'discord.js';
import type { GuildRead, OverwriteRead } from './api.ts';

const names = new Map<bigint, string>([
  [flags.ViewChannel, 'View Channel'],
  [flags.Connect, 'Connect'],
  [flags.SendMessages, 'Send Messages'],
  [flags.CreatePublicThreads, 'Create Public Threads'],
  [flags.SendMessagesInThreads, 'Send Messages in Threads'],
  [flags.EmbedLinks, 'Embed Links'],
  [flags.ReadMessageHistory, 'Read Message History'],
]);

/** Everything that posting may need, for the link that invites the bot. */
export const invitePermissions: bigint = [...names.keys()].reduce((all, flag) => all | flag, 0n);

const everywhere = [flags.ViewChannel, flags.EmbedLinks, flags.ReadMessageHistory];
const threads = [...everywhere, flags.SendMessagesInThreads];
const text = [...threads, flags.SendMessages, flags.CreatePublicThreads];
const forum = [...threads, flags.SendMessages];
const voice = [...everywhere, flags.Connect, flags.SendMessages];

/**
 * Permissions (bits) that a digest needs in each kind of channel that it can go to.
 * A forum's posts need Send Messages, not Create Public Threads: https://discord.com/developers/docs/topics/permissions
 */
const needed = new Map<ChannelType, readonly bigint[]>([
  [ChannelType.GuildText, text],
  [ChannelType.GuildAnnouncement, text],
  [ChannelType.GuildForum, forum],
  [ChannelType.GuildMedia, forum],
  [ChannelType.GuildVoice, voice],
  [ChannelType.GuildStageVoice, voice],
  [ChannelType.PublicThread, threads],
  [ChannelType.PrivateThread, threads],
  [ChannelType.AnnouncementThread, threads],
]);

/** Whether a digest can be posted in channels of this kind. */
export const takesDigests = (type: ChannelType): boolean => needed.has(type);

/** Names, as Discord's client shows them, of what `granted` (bits) lacks for a digest in a channel of this kind. */
export const lacking = (type: ChannelType, granted: bigint): readonly string[] =>
  [...names].filter(([flag]) => needed.get(type)?.includes(flag) && (granted & flag) !== flag).map(([, name]) => name);

/** The name of a permission that `granted` (bits) lacks and without which a list of messages is empty. */
export const lackingToRead = (granted: bigint): readonly string[] =>
  (granted & flags.ReadMessageHistory) === 0n ? ['Read Message History'] : [];

/**
 * Permissions (bits) of a member in a channel with these overwrites; of a thread, those of its channel.
 * Source of the order: https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export const permissionsIn = (
  guild: GuildRead,
  member: { readonly id: string; readonly roles: readonly string[] },
  overwrites: readonly OverwriteRead[],
): bigint => {
  const all = ~0n;
  if (guild.owner_id === member.id) return all;
  const held = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const base = held.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if ((base & flags.Administrator) !== 0n) return all;
  const ofEveryone = overwrites.filter(({ id }) => id === guild.id);
  const ofRoles = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && id !== guild.id && member.roles.includes(id),
  );
  const ofMember = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.id);
  return [ofEveryone, ofRoles, ofMember].reduce(overwritten, base);
};

/** Those of one rank together: what one role allows outweighs what another denies. */
const overwritten = (permissions: bigint, overwrites: readonly OverwriteRead[]): bigint => {
  const allow = overwrites.reduce((sum, one) => sum | BigInt(one.allow), 0n);
  const deny = overwrites.reduce((sum, one) => sum | BigInt(one.deny), 0n);
  return (permissions & ~deny) | allow;
};
