/** A loopback Discord (REST v10 and gateway) that keeps the vendor's documented rules, for the real discord.js to run against. */
import { createServer } from 'node:http';
import { ChannelType, GatewayIntentBits, MessageType } from 'discord-api-types/v10';
import {
  type ChannelDescription,
  defaultBotPermissions,
  defaultEveryonePermissions,
  type GuildDescription,
  type PersonDescription,
} from './descriptions.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createHappenings, type Happening, type Happenings, type RecordedRequest } from './happenings.ts';
import { listen } from './listener.ts';
import { createModerator, type Moderator } from './moderator.ts';
import { createPerson, type Person } from './person.ts';
import { createRateLimits, type RateLimit } from './rate-limits.ts';
import type { Channel, Guild, JsonObject, Member, Message, User } from './records.ts';
import { guildRoutes, identityRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { directChannelOf, directRoutes } from './routes/direct.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { threadRoutes } from './routes/threads.ts';
import { createSessionStarts, type SessionStartLimit } from './session-starts.ts';
import { createIds } from './snowflake.ts';
import { channelWire, guildCreateWire } from './wire.ts';
import type { World } from './world.ts';

export interface DiscordOptions {
  /**
   * The server's clock, in milliseconds since the epoch; `Date.now` by default. Interactions expire and rate limits reset
   * by it, so that a test moves it on (`() => Date.now() + late`) rather than waits.
   */
  readonly now?: () => number;
  /** The bot's token; a made-up one by default. */
  readonly token?: string;
  /** Privileged intents (bits) that are switched on for the app; none by default. */
  readonly privilegedIntents?: number;
  /** Milliseconds between heartbeats; 41,250 by default, as Discord's. */
  readonly heartbeatInterval?: number;
  /** Limits by route; wide enough by default that no test meets them by chance. The global limit of 50 requests a second always holds. */
  readonly rateLimits?: readonly RateLimit[];
  /** How many shards Discord recommends; 1 by default. */
  readonly shards?: number;
  /** How fast sessions may be started; so fast by default that no test meets the limit by chance. */
  readonly sessionStarts?: SessionStartLimit;
}

export interface DiscordServer {
  /** For `rest: { api }` of discord.js; the gateway's address comes from `/gateway/bot`. */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  /** The bot's own user. */
  readonly bot: User;

  /** A guild that the bot is a member of; told to the gateway where that is connected. */
  addGuild(description?: GuildDescription): Guild;
  addChannel(guild: Guild, description: ChannelDescription): Channel;
  /** Somebody who is a member of the guild. */
  addPerson(guild: Guild, description?: PersonDescription): Person;
  /** What those who run the guild do: permissions, threads, channels, the bot itself. */
  readonly moderator: Moderator;
  /** Refuses the token from now on: 401 to every request, and the gateway closes with 4004. */
  revokeToken(): void;

  readonly gateway: Gateway;
  readonly faults: Faults;

  /** Resolves with the next happening of a kind for which `isIt` holds. */
  next<Kind extends Happening>(kind: Kind, isIt?: (what: Happenings[Kind]) => boolean): Promise<Happenings[Kind]>;

  /** All requests so far, in the order in which they were answered. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Messages of a channel or thread in the order in which they were sent, without ephemeral ones and without the system
   * message that opens a thread on a message. Empty for an unknown one.
   */
  messages(channelId: string): readonly Message[];
  /** What the bot wrote to one person alone. */
  directMessages(userId: string): readonly Message[];
  /** Ephemeral messages in the order in which they were sent; those deleted are gone. */
  readonly ephemerals: readonly Message[];
  /** Threads of a channel, archived ones too, the oldest first. */
  threads(channelId: string): readonly Channel[];
  /** A channel or thread by its id, as it is now. */
  channel(channelId: string): Channel | undefined;
  /** Commands as registered, global or of a guild. */
  commands(guildId?: string): readonly JsonObject[];
  close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startDiscord(options: DiscordOptions = {}): Promise<DiscordServer> {
  const {
    now = Date.now,
    token = 'a-token.for.tests',
    privilegedIntents = 0,
    heartbeatInterval = 41_250,
    shards = 1,
  } = options;
  const newId = createIds(now);
  const applicationId = newId();
  const requests: RecordedRequest[] = [];
  const faults = createFaults();
  const server = createServer((request, response) => void listen(parts, request, response));
  const port = (): number => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError(`no port: ${address}`);
    return address.port;
  };

  const world: World = {
    now,
    newId,
    applicationId,
    token,
    isTokenGood: true,
    privilegedIntents,
    bot: { id: applicationId, username: 'Engineering @ Scale', isBot: true },
    guilds: new Map(),
    closedTo: new Set(),
    channels: new Map(),
    commands: new Map(),
    ephemerals: [],
    nonces: new Map(),
    interactions: new Map(),
    happenings: createHappenings(),
    dispatch: (event, data, intent) => gateway.dispatch(event, data, intent),
  };
  const gatewayUrl = (): string => `ws://127.0.0.1:${port()}`;
  const starts = createSessionStarts(options.sessionStarts, now);
  const gateway = createGateway(world, server, gatewayUrl, heartbeatInterval, starts);
  const parts = {
    world,
    faults,
    requests,
    count: createRateLimits(options.rateLimits ?? [], now),
    routes: [
      ...identityRoutes(world, () => ({ url: gatewayUrl(), shards, session_start_limit: starts.tell() })),
      ...guildRoutes(world),
      ...threadRoutes(world),
      ...messageRoutes(world),
      ...commandRoutes(world),
      ...interactionRoutes(world),
      ...directRoutes(world),
    ],
  };
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));

  return {
    api: `http://127.0.0.1:${port()}/api`,
    token,
    applicationId,
    bot: world.bot,
    addGuild: description => addGuild(world, description),
    addChannel: (guild, description) => addChannel(world, guild, description),
    addPerson: (guild, description) => addPerson(world, guild, () => gateway.hasSession(guild.id), description),
    moderator: createModerator(world),
    revokeToken() {
      world.isTokenGood = false;
      gateway.close(4004);
    },
    gateway,
    faults,
    next: (kind, isIt) => world.happenings.next(kind, isIt),
    requests,
    messages: id =>
      (world.channels.get(id)?.messages ?? []).filter(({ type }) => type !== MessageType.ThreadStarterMessage),
    directMessages: id => directChannelOf(world, id)?.messages ?? [],
    ephemerals: world.ephemerals,
    threads: id =>
      [...world.channels.values()].filter(({ parentId, thread }) => parentId === id && thread !== undefined),
    channel: id => world.channels.get(id),
    commands: (guildId = '') => world.commands.get(guildId) ?? [],
    async close() {
      gateway.stop();
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function addGuild(world: World, description: GuildDescription = {}): Guild {
  const { name = 'Platform team', everyone = defaultEveryonePermissions, bot = defaultBotPermissions } = description;
  const id = description.id ?? world.newId();
  const botRoleId = world.newId();
  const owner = { id: world.newId(), username: 'owner', isBot: false };
  const guild: Guild = {
    id,
    name,
    ownerId: owner.id,
    botRoleId,
    roles: new Map([
      [id, { id, name: '@everyone', permissions: everyone }],
      [botRoleId, { id: botRoleId, name: world.bot.username, permissions: bot }],
    ]),
    members: new Map([
      [owner.id, { user: owner, roles: [], joinedAt: world.now() }],
      [world.bot.id, { user: world.bot, roles: [botRoleId], joinedAt: world.now() }],
    ]),
  };
  world.guilds.set(id, guild);
  world.dispatch('GUILD_CREATE', guildCreateWire(world, guild), GatewayIntentBits.Guilds);
  return guild;
}

function addChannel(world: World, guild: Guild, description: ChannelDescription): Channel {
  const {
    name,
    type = ChannelType.GuildText,
    parentId,
    overwrites = [],
    tags = [],
    isTagRequired = false,
  } = description;
  const channel: Channel = {
    id: world.newId(),
    guildId: guild.id,
    type,
    name,
    parentId,
    overwrites,
    tags: tags.map(tag => ({ id: world.newId(), name: tag })),
    isTagRequired,
    thread: undefined,
    messages: [],
  };
  world.channels.set(channel.id, channel);
  world.dispatch('CHANNEL_CREATE', channelWire(world, channel), GatewayIntentBits.Guilds);
  return channel;
}

function addPerson(world: World, guild: Guild, hasSession: () => boolean, description: PersonDescription = {}): Person {
  const { name = 'ada', permissions = 0n, locale = 'en-US' } = description;
  const role = { id: world.newId(), name: `role of ${name}`, permissions };
  guild.roles.set(role.id, role);
  const member: Member = {
    user: { id: world.newId(), username: name, isBot: false },
    roles: [role.id],
    joinedAt: world.now(),
  };
  guild.members.set(member.user.id, member);
  return createPerson(world, guild, member, locale, hasSession);
}
