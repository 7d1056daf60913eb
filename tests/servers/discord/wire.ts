/** The shapes that users, guilds, channels and messages have on the wire. */
import { ChannelFlags, ChannelType, ComponentType, GatewayIntentBits, MessageType } from 'discord-api-types/v10';
import type { Channel, Guild, JsonObject, Member, Message, Role, User } from './records.ts';
import { permissionsIn, type World } from './world.ts';

const iso = (time: number): string => new Date(time).toISOString().replace('Z', '000+00:00');

export const userWire = (user: User): JsonObject => ({
  id: user.id,
  username: user.username,
  discriminator: user.isBot ? '0001' : '0',
  global_name: user.isBot ? null : user.username,
  avatar: null,
  avatar_decoration_data: null,
  banner: null,
  accent_color: null,
  public_flags: 0,
  flags: 0,
  collectibles: null,
  primary_guild: null,
  ...(user.isBot ? { bot: true } : {}),
});

export const roleWire = (role: Role, position: number): JsonObject => ({
  id: role.id,
  name: role.name,
  description: null,
  permissions: role.permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

export const memberWire = (member: Member): JsonObject => ({
  user: userWire(member.user),
  roles: member.roles,
  nick: null,
  avatar: null,
  banner: null,
  joined_at: iso(member.joinedAt),
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

export const rolesWire = (guild: Guild): readonly JsonObject[] => [...guild.roles.values()].map(roleWire);

export const guildWire = (guild: Guild): JsonObject => ({
  id: guild.id,
  name: guild.name,
  owner_id: guild.ownerId,
  icon: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  application_id: null,
  vanity_url_code: null,
  region: 'deprecated',
  features: [],
  emojis: [],
  stickers: [],
  roles: rolesWire(guild),
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw: false,
  nsfw_level: 0,
  preferred_locale: 'en-US',
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  max_members: 500_000,
  max_presences: null,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  incidents_data: null,
});

/** What GUILD_CREATE has besides: the channels, active threads and members that the bot can see. */
export function guildCreateWire(world: World, guild: Guild): JsonObject {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const bot = guild.members.get(world.bot.id);
  return {
    ...guildWire(guild),
    joined_at: iso(world.now()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot === undefined ? [] : [memberWire(bot)],
    channels: channels.filter(({ thread }) => thread === undefined).map(channel => channelWire(world, channel)),
    threads: channels.filter(({ thread }) => thread?.isArchived === false).map(channel => channelWire(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function channelWire(world: World, channel: Channel): JsonObject {
  const common = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    last_message_id: channel.messages.at(-1)?.id ?? null,
    last_pin_timestamp: null,
    rate_limit_per_user: 0,
    flags: channel.isTagRequired ? ChannelFlags.RequireTag : 0,
  };
  const { thread, recipient } = channel;
  if (recipient !== undefined) {
    const { id, type, last_message_id, last_pin_timestamp } = common;
    return { id, type, last_message_id, last_pin_timestamp, flags: 0, recipients: [userWire(recipient)] };
  }
  if (thread !== undefined) {
    const sent = channel.messages.filter(({ type }) => type !== MessageType.ThreadStarterMessage).length;
    return {
      ...common,
      owner_id: thread.ownerId,
      applied_tags: thread.appliedTags,
      message_count: sent,
      total_message_sent: sent,
      member_count: thread.members.size,
      thread_metadata: {
        archived: thread.isArchived,
        locked: thread.isLocked,
        archive_timestamp: iso(thread.archiveChangedAt),
        auto_archive_duration: thread.autoArchiveDuration,
        create_timestamp: iso(thread.createdAt),
        ...(channel.type === ChannelType.PrivateThread ? { invitable: true } : {}),
      },
      ...(thread.members.has(world.bot.id)
        ? { member: threadMemberWire(channel, world.bot.id, thread.createdAt) }
        : {}),
    };
  }
  const isForum = channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
  return {
    ...common,
    position: 0,
    nsfw: false,
    topic: null,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
    ...(isForum
      ? {
          available_tags: channel.tags.map(tag => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null })),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

export const threadMemberWire = (thread: Channel, userId: string, joinedAt: number): JsonObject => ({
  id: thread.id,
  user_id: userId,
  join_timestamp: iso(joinedAt),
  flags: 0,
});

/** Of an interaction: the channel, and what the person may do there. */
export const interactionChannelWire = (world: World, channel: Channel, userId: string): JsonObject => ({
  ...channelWire(world, channel),
  permissions: permissionsIn(world, channel, userId).toString(),
});

/** A component with what Discord fills in where the sender left it out. */
function componentWire(component: JsonObject): JsonObject {
  const inner = Array.isArray(component.components) ? { components: component.components.map(componentWire) } : {};
  return { ...componentDefaults.get(component.type), ...component, ...inner };
}

const componentDefaults: ReadonlyMap<unknown, JsonObject> = new Map<unknown, JsonObject>([
  [ComponentType.Container, { accent_color: null, spoiler: false }],
  [ComponentType.Separator, { divider: true, spacing: 1 }],
]);

/** @param nonce Given back to the sender, and nowhere else. */
export function messageWire(world: World, message: Message, nonce?: string): JsonObject {
  const isReadable =
    message.author.id === world.bot.id || (world.privilegedIntents & GatewayIntentBits.MessageContent) !== 0;
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userWire(message.author),
    content: isReadable ? message.content : '',
    timestamp: iso(message.sentAt),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: isReadable ? message.embeds.map(embed => ({ type: 'rich', ...embed })) : [],
    components: isReadable ? message.components.map(componentWire) : [],
    pinned: false,
    flags: message.flags,
    ...(nonce === undefined ? {} : { nonce }),
    ...(message.author.id === world.bot.id && message.interaction !== undefined
      ? { application_id: world.applicationId, webhook_id: world.applicationId }
      : {}),
    ...(message.reference === undefined ? {} : { message_reference: message.reference }),
    ...(thread === undefined ? {} : { thread: channelWire(world, thread) }),
  };
}
