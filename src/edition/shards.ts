/**
 * The shards of a Discord bot, of which each hears a part of its servers, and those that one process runs:
 * https://discord.com/developers/docs/events/gateway#sharding
 */

/** As settings name them; neither leaves it to Discord, which recommends a number for a single process. */
export interface GivenShards {
  readonly shards?: readonly number[] | undefined;
  readonly shardCount?: number | undefined;
}

export interface Shards {
  /** Those that this process runs, from 0 on. */
  readonly ids: readonly number[];
  /** Of all processes together. */
  readonly count: number;
}

/** What is wrong with them and what to do, as a sentence without its full stop; undefined where they can be used. */
export const shardsProblem = ({ shards, shardCount }: GivenShards): string | undefined => {
  if (shards === undefined && shardCount === undefined) return undefined;
  if (shards === undefined) {
    return 'SHARD_COUNT needs SHARDS beside it, the shards of this process, such as 0-1; without both, one process runs as many as Discord recommends';
  }
  if (shardCount === undefined) {
    return 'SHARDS needs SHARD_COUNT beside it, the number of shards of all processes together, the same for each of them';
  }
  if (!Number.isSafeInteger(shardCount) || shardCount < 1)
    return `SHARD_COUNT is ${shardCount}, not a whole number from 1 on`;
  if (shards.length === 0) return 'SHARDS names no shard: name those of this process, such as 0-1';
  const wrong = shards.find(id => !Number.isSafeInteger(id) || id < 0 || id >= shardCount);
  if (wrong !== undefined) {
    return `SHARDS names ${wrong}, and those of a SHARD_COUNT of ${shardCount} are 0 to ${shardCount - 1}: correct either`;
  }
  const again = shards.find((id, index) => shards.indexOf(id) !== index);
  return again === undefined ? undefined : `SHARDS names ${again} more than once: name each shard once`;
};

/**
 * Undefined where none are given.
 * @throws RangeError with what to do, where they cannot be used.
 */
export const shardsOf = (given: GivenShards): Shards | undefined => {
  const problem = shardsProblem(given);
  if (problem !== undefined) throw new RangeError(`${problem}.`);
  const { shards, shardCount } = given;
  return shards === undefined || shardCount === undefined ? undefined : { ids: shards, count: shardCount };
};
