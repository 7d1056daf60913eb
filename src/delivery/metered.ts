/** A platform whose calls are counted: what stands, what failed and why, and how often it asked for patience. */
import { type Platform, PlatformError } from '../chat/platform.ts';
import { second } from '../edition/duration.ts';
import type { Meter } from '../edition/meter.ts';

/** What is found after a call that was not answered was posted by it, and counts as such. */
export const metered = <Payload>(platform: Platform<Payload>, meter: Meter): Platform<Payload> => {
  const { name } = platform;

  const limited = (retryAfter = 0): void => meter.rateLimited(name, retryAfter / second);
  platform.onRateLimit?.(limited);

  const noteLimit = (error: unknown): void => {
    if (platform.onRateLimit === undefined && error instanceof PlatformError && error.code === 'rate-limited')
      limited(error.retryAfter);
  };

  return {
    ...platform,
    post: async (...call) => {
      try {
        const posted = await platform.post(...call);
        meter.partPosted(name);
        return posted;
      } catch (error) {
        noteLimit(error);
        meter.partFailed(name, error instanceof PlatformError ? error.code : 'unexpected');
        throw error;
      }
    },
    find: async (...call) => {
      try {
        const posted = await platform.find(...call);
        if (posted !== undefined) meter.partPosted(name);
        return posted;
      } catch (error) {
        noteLimit(error);
        throw error;
      }
    },
  };
};
