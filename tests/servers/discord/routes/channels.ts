/** The bot itself, its guilds and their channels. */
import {
  ApplicationFlags,
  PermissionFlagsBits as Bits,
  RESTJSONErrorCodes as Code,
  GatewayIntentBits,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { refusal } from '../api-error.ts';
import { snowflake } from '../forms/form.ts';
import type { Channel, JsonObject } from '../records.ts';
import { type Route, route } from '../router.ts';
import { setThread } from '../threading.ts';
import { channelWire, guildWire, memberWire, rolesWire, userWire } from '../wire.ts';
import { channelFor, guildOf, mayIn, type World } from '../world.ts';

/** @param gateway What is told of the gateway: https://docs.discord.com/developers/events/gateway#get-gateway-bot */
export const identityRoutes = (world: World, gateway: () => JsonObject): readonly Route[] => [
  route('GET', '/gateway/bot', () => ({ body: gateway() })),
  route('GET', '/users/@me', () => ({
    body: { ...userWire(world.bot), mfa_enabled: false, locale: 'en-US', premium_type: 0, email: null, verified: true },
  })),
  route('GET', '/users/@me/guilds', () => ({
    body: [...world.guilds.values()]
      .filter(guild => guild.members.has(world.bot.id))
      .map(guild => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: false,
        permissions: (guild.roles.get(guild.botRoleId)?.permissions ?? 0n).toString(),
        features: [],
      })),
  })),
  route('GET', '/applications/@me', () => ({ body: applicationWire(world) })),
  route('GET', '/oauth2/applications/@me', () => ({ body: applicationWire(world) })),
];

const applicationWire = (world: World): JsonObject => ({
  id: world.applicationId,
  name: world.bot.username,
  icon: null,
  description: '',
  summary: '',
  type: null,
  bot: userWire(world.bot),
  bot_public: true,
  bot_require_code_grant: false,
  is_monetized: false,
  is_verified: false,
  verify_key: '0'.repeat(64),
  flags: applicationFlags(world.privilegedIntents),
  flags_new: String(applicationFlags(world.privilegedIntents)),
  hook: true,
  storefront_available: false,
  integration_types_config: { 0: {} },
  team: null,
  redirect_uris: [],
  eligible_oauth2_scopes: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: { ...userWire(world.bot), id: '1', username: 'owner', bot: false },
  approximate_guild_count: world.guilds.size,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
});

/** The flags that show which privileged intents are switched on. */
export const applicationFlags = (privileged: number): number =>
  (privileged & GatewayIntentBits.MessageContent ? ApplicationFlags.GatewayMessageContentLimited : 0) |
  (privileged & GatewayIntentBits.GuildMembers ? ApplicationFlags.GatewayGuildMembersLimited : 0) |
  (privileged & GatewayIntentBits.GuildPresences ? ApplicationFlags.GatewayPresenceLimited : 0);

const channelChange = z.object({
  name: z.string().min(1).max(100).nullish(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  auto_archive_duration: z.enum(ThreadAutoArchiveDuration).nullish(),
  applied_tags: z.array(snowflake).max(5).nullish(),
});

export const guildRoutes = (world: World): readonly Route[] => [
  route('GET', '/guilds/{guild.id}', request => ({ body: guildWire(guildOf(world, request.id('guild.id'))) })),
  route('GET', '/guilds/{guild.id}/roles', request => ({ body: rolesWire(guildOf(world, request.id('guild.id'))) })),
  route('GET', '/guilds/{guild.id}/channels', request => {
    const guild = guildOf(world, request.id('guild.id'));
    const channels = [...world.channels.values()].filter(one => one.guildId === guild.id && one.thread === undefined);
    return { body: channels.map(one => channelWire(world, one)) };
  }),
  route('GET', '/guilds/{guild.id}/members/{user.id}', request => {
    const member = guildOf(world, request.id('guild.id')).members.get(request.id('user.id'));
    if (member === undefined) throw refusal(Code.UnknownMember);
    return { body: memberWire(member) };
  }),
  route('GET', '/users/@me/guilds/{guild.id}/member', request => {
    const member = guildOf(world, request.id('guild.id')).members.get(world.bot.id);
    if (member === undefined) throw refusal(Code.UnknownMember);
    return { body: memberWire(member) };
  }),
  route('DELETE', '/users/@me/guilds/{guild.id}', request => {
    const guild = guildOf(world, request.id('guild.id'));
    guild.members.delete(world.bot.id);
    world.dispatch('GUILD_DELETE', { id: guild.id }, GatewayIntentBits.Guilds);
    return {};
  }),

  route('GET', '/channels/{channel.id}', request => ({
    body: channelWire(world, channelFor(world, request.id('channel.id'))),
  })),
  route('PATCH', '/channels/{channel.id}', request => {
    const body = request.read(channelChange);
    const channel = channelFor(world, request.id('channel.id'));
    if (channel.thread === undefined) {
      if (!mayIn(world, channel, Bits.ManageChannels)) throw refusal(Code.MissingPermissions);
      channel.name = body.name ?? channel.name;
      world.dispatch('CHANNEL_UPDATE', channelWire(world, channel), GatewayIntentBits.Guilds);
      return { body: channelWire(world, channel) };
    }
    changeThread(world, channel, body);
    return { body: channelWire(world, channel) };
  }),
  route('DELETE', '/channels/{channel.id}', request => {
    const channel = channelFor(world, request.id('channel.id'));
    const permission = channel.thread === undefined ? Bits.ManageChannels : Bits.ManageThreads;
    if (!mayIn(world, channel, permission)) throw refusal(Code.MissingPermissions);
    const body = channelWire(world, channel);
    deleteChannel(world, channel);
    return { body };
  }),
];

/** Who may change what of a thread: https://docs.discord.com/developers/topics/threads#editing-deleting-threads */
function changeThread(world: World, channel: Channel, body: z.infer<typeof channelChange>): void {
  const { thread } = channel;
  if (thread === undefined) return;
  const isManager = mayIn(world, channel, Bits.ManageThreads);
  const isOwner = thread.ownerId === world.bot.id;
  const isOnlyOpened = body.archived === false && Object.values(body).filter(value => value !== undefined).length === 1;
  if (thread.isArchived && body.archived !== false) throw refusal(Code.InvalidActionOnArchivedThread);
  if (thread.isLocked && !isManager) {
    throw refusal(thread.isArchived ? Code.InvalidActionOnArchivedThread : Code.ThreadLocked);
  }
  if (typeof body.locked === 'boolean' && !isManager) throw refusal(Code.MissingPermissions);
  const mayChange = isManager || isOwner || (isOnlyOpened && thread.members.has(world.bot.id));
  if (!mayChange) throw refusal(Code.MissingPermissions);
  setThread(world, channel, {
    name: body.name ?? undefined,
    isArchived: body.archived ?? undefined,
    isLocked: body.locked ?? undefined,
    autoArchiveDuration: body.auto_archive_duration ?? undefined,
    appliedTags: body.applied_tags ?? undefined,
  });
}

/** Deletes a channel with its threads. */
export function deleteChannel(world: World, channel: Channel): void {
  for (const thread of [...world.channels.values()].filter(
    ({ parentId, thread: state }) => parentId === channel.id && state,
  )) {
    world.channels.delete(thread.id);
  }
  world.channels.delete(channel.id);
  const event = channel.thread === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
  world.dispatch(event, channelWire(world, channel), GatewayIntentBits.Guilds);
}
