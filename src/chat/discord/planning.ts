/** Which shards this process runs, and whether Discord lets so many be started. */
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { counted } from '../../edition/counted.ts';
import type { Shards } from '../../edition/shards.ts';
import { PlatformError } from '../platform.ts';

/** https://discord.com/developers/docs/events/gateway#get-gateway-bot */
const gateway = z.object({
  shards: z.int().min(1),
  session_start_limit: z.object({
    remaining: z.int(),
    /** Milliseconds. */
    reset_after: z.number(),
    max_concurrency: z.int().min(1),
  }),
});

export interface Plan extends Shards {
  /** How many shards may ask for a session at the same time. */
  readonly maxConcurrency: number;
}

/**
 * The shards that are given, else as many as Discord recommends.
 * @throws PlatformError `rate-limited` where fewer sessions may be started, as the bot would lose its token. What discord.js'
 *   REST client throws.
 */
export const planShards = async (rest: REST, given: Shards | undefined): Promise<Plan> => {
  const { shards: recommended, session_start_limit: limit } = gateway.parse(await rest.get(Routes.gatewayBot()));
  const { ids, count } = given ?? { ids: Array.from({ length: recommended }, (_, id) => id), count: recommended };
  if (limit.remaining < ids.length) {
    throw new PlatformError(
      'rate-limited',
      `Discord lets the bot start ${counted(limit.remaining, 'more session')} today, and it needs ${ids.length}. It is started too often: look in the log for why.`,
      { reach: 'platform', ...(limit.reset_after > 0 && { retryAfter: limit.reset_after }) },
    );
  }
  return { ids, count, maxConcurrency: limit.max_concurrency };
};
