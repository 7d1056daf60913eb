/** A loopback Discord (REST v10 and gateway) that keeps the vendor's documented rules, for the real discord.js to run against. */

import type { ChannelDescription, GuildDescription, PersonDescription } from './descriptions.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway.ts';
import type { Happening, Happenings, RecordedRequest } from './happenings.ts';
import type { Moderator } from './moderator.ts';
import type { Person } from './person.ts';
import type { RateLimit } from './rate-limits.ts';
import type { Channel, Guild, JsonObject, Message, User } from './records.ts';

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
  /** Messages of a channel or thread in the order in which they were sent, without ephemeral ones. Empty for an unknown one. */
  messages(channelId: string): readonly Message[];
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
export function startDiscord(_options: DiscordOptions = {}): Promise<DiscordServer> {
  return Promise.reject(new Error('not built yet'));
}
