/** Which shard hears of what: https://docs.discord.com/developers/events/gateway#sharding */
import type { JsonObject } from './records.ts';

/** One of `count` shards, as a session was identified. */
export interface Shard {
  readonly id: number;
  readonly count: number;
}

/** What a session is that says nothing of shards. */
export const onlyShard: Shard = { id: 0, count: 1 };

/** The most guilds that one session may have. */
export const mostGuilds = 2_500;

/** What has no guild goes to the first shard. */
export const shardOf = (guildId: string | undefined, count: number): number =>
  guildId === undefined || guildId === '' ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));

export const hears = ({ id, count }: Shard, guildId: string | undefined): boolean => shardOf(guildId, count) === id;

/** An id that puts a guild on this shard; another for each ordinal. */
export const guildIdOn = ({ id, count }: Shard, ordinal = 0): string =>
  (BigInt((ordinal + 1_000_000) * count + id) << 22n).toString();

/** The events that are about a guild itself. */
const ofGuilds = ['GUILD_CREATE', 'GUILD_UPDATE', 'GUILD_DELETE'];

/** The guild of an event's data, where it has one. */
export function guildIn(event: string, { id, guild_id: guildId }: JsonObject): string | undefined {
  const known = ofGuilds.includes(event) ? id : guildId;
  return typeof known === 'string' ? known : undefined;
}
