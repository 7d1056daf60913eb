/** How often and how fast sessions may be started: https://docs.discord.com/developers/events/gateway#session-start-limit-object */
import type { JsonObject } from './records.ts';

/** How a test wants it. */
export interface SessionStartLimit {
  /** How many may be started in five seconds, each with another `shard_id % maxConcurrency`. */
  readonly maxConcurrency: number;
  /** How many more may be started in 24 hours; 1,000 by default. */
  readonly remaining?: number;
}

export interface SessionStarts {
  /** As `/gateway/bot` tells it. */
  tell(): JsonObject;
  /** Counts one that is asked for. `too-fast` is answered with an invalid session; `used-up` costs the bot its token. */
  ask(shardId: number): 'granted' | 'too-fast' | 'used-up';
}

/** Milliseconds. */
const window = 5_000;
const day = 86_400_000;
const total = 1_000;

/** @param limit Where a test names none, one at a time is told of and any are granted, as a test restarts its bot in no time. */
export function createSessionStarts(limit: SessionStartLimit | undefined, now: () => number): SessionStarts {
  const { maxConcurrency = 1 } = limit ?? {};
  const lastStarts = new Map<number, number>();
  let remaining = limit?.remaining ?? total;
  return {
    tell: () => ({ total, remaining, reset_after: day, max_concurrency: maxConcurrency }),
    ask(shardId) {
      const key = shardId % maxConcurrency;
      const isTooFast = limit !== undefined && now() - (lastStarts.get(key) ?? Number.NEGATIVE_INFINITY) < window;
      if (isTooFast) return 'too-fast';
      if (remaining === 0) return 'used-up';
      remaining -= 1;
      lastStarts.set(key, now());
      return 'granted';
    },
  };
}
