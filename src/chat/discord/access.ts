/** What the bot may do in a channel, and why a call was refused. */
import { PlatformError } from '../platform.ts';
import type { ChannelRead, DiscordApi } from './api.ts';
import { isDenied, isNoMember, isUnknownChannel, platformErrorOf } from './errors.ts';
import { lacking, lackingToRead, permissionsIn } from './permissions.ts';

/** Permissions (bits) of the bot in a channel; in a thread, those of its channel. */
export const grantedIn = async (api: DiscordApi, guildId: string, channel: ChannelRead): Promise<bigint> =>
  await grantedBy(api, guildId, await holderOf(api, channel));

/** Where permissions are set: a thread has those of its channel. */
const holderOf = async (api: DiscordApi, channel: ChannelRead): Promise<ChannelRead> => {
  const isThread = channel.thread_metadata !== undefined && typeof channel.parent_id === 'string';
  return isThread && channel.parent_id ? await api.channel(channel.parent_id) : channel;
};

/** @param named Empty where nobody named the server: the channel knows its own. */
const grantedBy = async (api: DiscordApi, named: string, holder: ChannelRead): Promise<bigint> => {
  const guildId = named || (holder.guild_id ?? '');
  const [{ id }, guild] = await Promise.all([api.self(), api.guild(guildId)]);
  const { roles } = await api.member(guildId, id);
  return permissionsIn(guild, { id, roles }, holder.permission_overwrites ?? []);
};

/**
 * Without Read Message History a list of messages is empty, which must not be taken for a channel without messages:
 * https://discord.com/developers/docs/resources/message#get-channel-messages
 * @throws PlatformError `no-permission` where the bot lacks it. What discord.js' REST client throws.
 */
export const requireHistory = async (api: DiscordApi, guildId: string, channelId: string): Promise<void> => {
  const holder = await holderOf(api, await api.channel(channelId));
  const missing = lackingToRead(await grantedBy(api, guildId, holder));
  if (missing.length > 0) throw missingError(missing, nameOf(holder));
};

/**
 * Why a call for a channel failed. Where Discord only says that access or a permission is missing, asks what it is; a
 * server that the bot is not in any more is told from a channel that it may not see.
 */
export const explain = async (
  api: DiscordApi,
  target: { readonly workspace: string; readonly channel: string },
  cause: unknown,
): Promise<PlatformError> => {
  const where = `Discord channel ${target.channel}`;
  if (!isDenied(cause)) return platformErrorOf(cause, where);
  try {
    if (target.workspace !== '') await api.guild(target.workspace);
  } catch (error) {
    if (!isNoMember(error)) return platformErrorOf(error, where);
    const told = `The bot is not in server ${target.workspace} any more. Invite it again.`;
    return new PlatformError('revoked', told, { cause, reach: 'workspace' });
  }
  try {
    const channel = await api.channel(target.channel);
    const holder = await holderOf(api, channel);
    const missing = lacking(channel.type, await grantedBy(api, target.workspace, holder));
    return missing.length === 0 ? platformErrorOf(cause, where) : missingError(missing, nameOf(holder), cause);
  } catch (error) {
    if (isUnknownChannel(error)) return platformErrorOf(error, where);
    return missingError(['View Channel'], where, cause);
  }
};

/** As people know it. */
const nameOf = ({ id, name }: ChannelRead): string => (typeof name === 'string' ? `#${name}` : `Discord channel ${id}`);

const missingError = (missing: readonly string[], where: string, cause?: unknown): PlatformError =>
  new PlatformError(
    'no-permission',
    `The bot lacks ${missing.join(', ')} in ${where}. Give its role ${missing.length === 1 ? 'this permission' : 'these permissions'} in the channel's settings.`,
    { cause },
  );
