/** How long a workspace must take at least for what its channels get, by the documented limits. */
import type { RateLimit } from '../../src/chat/platform.ts';

/**
 * Milliseconds from the first message to the last, where each limit is used up: a rate, without bursts, of which vendors do
 * not say how large they may be.
 * @param parts Of the channels of one workspace.
 */
export const floorOf = (parts: readonly number[], limits: readonly RateLimit[]): number =>
  Math.max(
    0,
    ...limits.map(limit => {
      const messages = limit.per === 'channel' ? Math.max(...parts) : parts.reduce((sum, count) => sum + count, 0);
      return ((messages - 1) / limit.parts) * limit.within;
    }),
  );
