/** When a shard may ask Discord for a session: those of one process in turn, and more and more seldom where it is refused. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { IIdentifyThrottler } from 'discord.js';
import type { Logger } from 'pino';
import { minute, second } from '../../edition/duration.ts';

export interface IdentifyThrottler extends IIdentifyThrottler {
  /** To be told of each shard that got its session. */
  succeeded(shardId: number): void;
}

/** Resolves after so many milliseconds; rejects once it is aborted. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Milliseconds; a bot that asks for 1,000 sessions in a day loses its token, and one shard then asks for fewer than 300. */
const longestPause = 5 * minute;

const pauseFor: Pause = async (milliseconds, signal) => void (await sleep(milliseconds, undefined, { signal }));

/**
 * Of the shards with one `shard_id % max_concurrency`, one may ask in five seconds. discord.js keeps to that within a process,
 * and tries at once what was refused. Processes do not know of each other: of two that start together Discord refuses one,
 * whose next try is put off by a random time, so that the two do not meet for ever.
 * Source: https://discord.com/developers/docs/events/gateway#sharding-max-concurrency
 *
 * @param inTurn What keeps to the five seconds.
 */
export const createIdentifyThrottler = (
  inTurn: IIdentifyThrottler,
  logger: Logger,
  { pause = pauseFor, random = Math.random }: { readonly pause?: Pause; readonly random?: () => number } = {},
): IdentifyThrottler => {
  const refusals = new Map<number, number>();
  return {
    async waitForIdentify(shard, signal) {
      const refused = refusals.get(shard) ?? 0;
      refusals.set(shard, refused + 1);
      if (refused > 0) {
        const milliseconds = Math.min(longestPause, (1 + 4 * random()) * second * 2 ** (refused - 1));
        logger.warn({ shard, refused, milliseconds }, 'Discord gave a shard no session; it asks again after a while');
        await pause(milliseconds, signal);
      }
      await inTurn.waitForIdentify(shard, signal);
    },
    succeeded: shard => void refusals.delete(shard),
  };
};
