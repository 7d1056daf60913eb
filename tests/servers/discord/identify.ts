/** What a client says when it asks for a session, or for the one that it had, and what Discord refuses: https://docs.discord.com/developers/events/gateway-events#identify */
import { GatewayCloseCodes as Close, GatewayIntentBits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Guild } from './records.ts';
import { hears, mostGuilds, onlyShard, type Shard } from './shards.ts';
import type { World } from './world.ts';

const identify = z.object({
  token: z.string(),
  intents: z.int().min(0).max(0x7ffffff),
  properties: z.object({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
});

const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) });

/** Intents that an app needs leave for: https://docs.discord.com/developers/events/gateway#privileged-intents */
const privileged = GatewayIntentBits.GuildPresences | GatewayIntentBits.GuildMembers | GatewayIntentBits.MessageContent;

export interface Identified {
  /** Bits. */
  readonly intents: number;
  readonly shard: Shard;
  /** Those of the shard that the bot is a member of. */
  readonly guilds: readonly Guild[];
  /** Whether the client named a shard itself. */
  readonly isSharded: boolean;
}

export interface Refused {
  readonly code: Close;
  readonly reason: string;
}

const undecodable: Refused = { code: Close.DecodeError, reason: 'Error while decoding payload' };
const unknownToken: Refused = { code: Close.AuthenticationFailed, reason: 'Authentication failed.' };

const isTokenGood = (world: World, token: string): boolean =>
  world.isTokenGood && token.replace(/^Bot /, '') === world.token;

export function readIdentify(world: World, d: unknown): Identified | Refused {
  const read = identify.safeParse(d);
  if (!read.success) return undecodable;
  const { token, intents, shard: named } = read.data;
  if (!isTokenGood(world, token)) return unknownToken;
  const shard = named === undefined ? onlyShard : { id: named[0], count: named[1] };
  if (shard.id < 0 || shard.id >= shard.count) return { code: Close.InvalidShard, reason: 'Invalid shard.' };
  if ((intents & privileged & ~world.privilegedIntents) !== 0) {
    return { code: Close.DisallowedIntents, reason: 'Disallowed intent(s).' };
  }
  const guilds = [...world.guilds.values()].filter(({ id, members }) => members.has(world.bot.id) && hears(shard, id));
  if (guilds.length > mostGuilds) return { code: Close.ShardingRequired, reason: 'Sharding required.' };
  return { intents, shard, guilds, isSharded: named !== undefined };
}

export function readResume(world: World, d: unknown): { readonly session: string; readonly seq: number } | Refused {
  const read = resume.safeParse(d);
  if (!read.success) return undecodable;
  const { token, session_id: session, seq } = read.data;
  return isTokenGood(world, token) ? { session, seq } : unknownToken;
}
