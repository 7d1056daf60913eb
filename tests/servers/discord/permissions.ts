/** Permissions in a channel, computed as https://docs.discord.com/developers/topics/permissions#permission-overwrites says. */
import { PermissionFlagsBits as Bits, OverwriteType } from 'discord-api-types/v10';
import type { Channel, Guild } from './records.ts';

/** Every permission that there is. */
const all = Object.values(Bits).reduce((sum, bit) => sum | bit, 0n);

/** What a member may do in the whole guild; nothing for somebody who is no member. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return all;
  const permissions = [guild.id, ...member.roles].reduce(
    (sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n),
    0n,
  );
  return (permissions & Bits.Administrator) === 0n ? permissions : all;
}

/**
 * What a member may do in a channel.
 * @param parent Of a thread: its channel, whose overwrites it has.
 */
export function channelPermissions(
  guild: Guild,
  channel: Channel,
  parent: Channel | undefined,
  userId: string,
): bigint {
  const base = guildPermissions(guild, userId);
  const member = guild.members.get(userId);
  if (base === all || member === undefined) return base;
  const { overwrites } = channel.thread === undefined ? channel : (parent ?? channel);
  const everyone = overwrites.filter(({ id }) => id === guild.id);
  const roles = overwrites.filter(({ id, type }) => type === OverwriteType.Role && member.roles.includes(id));
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId);
  return implied(
    [everyone, roles, own].reduce((permissions, level) => {
      const deny = level.reduce((sum, one) => sum | one.deny, 0n);
      const allow = level.reduce((sum, one) => sum | one.allow, 0n);
      return (permissions & ~deny) | allow;
    }, base),
    channel.thread !== undefined,
  );
}

/** Denials that follow from others: without a view of the channel nothing, without sending none of its kinds. */
function implied(permissions: bigint, isThread: boolean): bigint {
  if ((permissions & Bits.ViewChannel) === 0n) return 0n;
  if (isThread || (permissions & Bits.SendMessages) !== 0n) return permissions;
  return permissions & ~(Bits.MentionEveryone | Bits.SendTTSMessages | Bits.AttachFiles | Bits.EmbedLinks);
}
