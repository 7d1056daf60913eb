/** What those who run a guild do to the bot, its channels and its threads; the gateway is told of each. */
import { ChannelType, GatewayIntentBits, OverwriteType } from 'discord-api-types/v10';
import { removeMessage } from './messaging.ts';
import type { Channel, Guild, Message } from './records.ts';
import { deleteChannel } from './routes/channels.ts';
import { setThread, startThread } from './threading.ts';
import { channelWire, guildCreateWire, rolesWire } from './wire.ts';
import type { World } from './world.ts';

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
  /** Locks it and leaves it open. */
  lockOpen(threadId: string): void;
  unlock(threadId: string): void;
  deleteChannel(channelId: string): void;
  deleteMessage(message: Message): void;
  /** Removes the bot from the guild. */
  kick(guildId: string): void;
  /** Brings the bot into the guild again, with the role that it had. */
  invite(guildId: string): void;
  /** A thread that somebody else started, with the bot not yet in it. */
  startThread(channelId: string, name: string): Channel;
}

export function createModerator(world: World): Moderator {
  const channel = (id: string): Channel => known(world.channels.get(id), `channel ${id}`);
  const guild = (id: string): Guild => known(world.guilds.get(id), `guild ${id}`);

  const overwrite: Moderator['overwrite'] = (channelId, subjectId, { allow = 0n, deny = 0n }) => {
    const one = channel(channelId);
    const type = guild(one.guildId).roles.has(subjectId) ? OverwriteType.Role : OverwriteType.Member;
    const others = one.overwrites.filter(({ id }) => id !== subjectId);
    one.overwrites = allow === 0n && deny === 0n ? others : [...others, { id: subjectId, type, allow, deny }];
    world.dispatch('CHANNEL_UPDATE', channelWire(world, one), GatewayIntentBits.Guilds);
  };

  return {
    overwrite,
    deny: (channelId, permissions) => overwrite(channelId, world.bot.id, { deny: permissions }),
    setRole(guildId, roleId, permissions) {
      const role = known(guild(guildId).roles.get(roleId), `role ${roleId}`);
      role.permissions = permissions;
      const wire = rolesWire(guild(guildId)).find(({ id }) => id === roleId);
      world.dispatch('GUILD_ROLE_UPDATE', { guild_id: guildId, role: wire }, GatewayIntentBits.Guilds);
    },
    archive: id => setThread(world, channel(id), { isArchived: true }),
    unarchive: id => setThread(world, channel(id), { isArchived: false }),
    lock: id => setThread(world, channel(id), { isArchived: true, isLocked: true }),
    lockOpen: id => setThread(world, channel(id), { isLocked: true }),
    unlock: id => setThread(world, channel(id), { isLocked: false }),
    deleteChannel: id => deleteChannel(world, channel(id)),
    deleteMessage: message => removeMessage(world, world.channels.get(message.channelId), message),
    kick(guildId) {
      guild(guildId).members.delete(world.bot.id);
      world.dispatch('GUILD_DELETE', { id: guildId }, GatewayIntentBits.Guilds);
    },
    invite(guildId) {
      const { members, botRoleId } = guild(guildId);
      members.set(world.bot.id, { user: world.bot, roles: [botRoleId], joinedAt: world.now() });
      world.dispatch('GUILD_CREATE', guildCreateWire(world, guild(guildId)), GatewayIntentBits.Guilds);
    },
    startThread: (channelId, name) =>
      startThread(world, channel(channelId), {
        name,
        type: ChannelType.PublicThread,
        ownerId: guild(channel(channelId).guildId).ownerId,
      }),
  };
}

function known<Found>(found: Found | undefined, what: string): Found {
  if (found === undefined) throw new TypeError(`there is no ${what}`);
  return found;
}
