/** Buckets of rate limits, as Discord's headers describe them: https://docs.discord.com/developers/topics/rate-limits */
import { createHash } from 'node:crypto';

export interface RateLimit {
  readonly method: string;
  /** As the documentation writes it: `/channels/{channel.id}/messages`. */
  readonly route: string;
  readonly limit: number;
  /** Seconds until a bucket is full again. */
  readonly window: number;
}

/** Requests a second to all routes together, but those of interactions. */
const globalLimit = 50;
/** Where a test says nothing. */
const wide = { limit: 10_000, window: 1 };

export interface Passage {
  readonly isAllowed: boolean;
  readonly isGlobal: boolean;
  /** Seconds, where it is not allowed. */
  readonly retryAfter: number;
  readonly headers: Readonly<Record<string, string>>;
}

interface Window {
  startedAt: number;
  used: number;
}

/** Counts a request; `resource` is the channel, guild or webhook that it concerns. */
export type CountRequest = (request: {
  readonly method: string;
  readonly route: string;
  readonly resource: string;
  readonly isInteraction: boolean;
}) => Passage;

export function createRateLimits(limits: readonly RateLimit[], now: () => number): CountRequest {
  const windows = new Map<string, Window>();

  /** The window that is open for `key`, and how many milliseconds of it are left. */
  const open = (key: string, seconds: number): { window: Window; left: number } => {
    const at = now();
    const known = windows.get(key);
    const isOver = known === undefined || at - known.startedAt >= seconds * 1_000;
    const window = isOver ? { startedAt: at, used: 0 } : known;
    windows.set(key, window);
    return { window, left: window.startedAt + seconds * 1_000 - at };
  };

  return ({ method, route, resource, isInteraction }) => {
    if (!isInteraction) {
      const { window, left } = open('global', 1);
      if (window.used >= globalLimit)
        return refused(true, left, { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' });
      window.used += 1;
    }
    const { limit, window: seconds } = limits.find(one => one.method === method && one.route === route) ?? wide;
    const { window, left } = open(`${method} ${route} ${resource}`, seconds);
    const isAllowed = window.used < limit;
    if (isAllowed) window.used += 1;
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(limit - window.used),
      'X-RateLimit-Reset': ((now() + left) / 1_000).toFixed(3),
      'X-RateLimit-Reset-After': (left / 1_000).toFixed(3),
      'X-RateLimit-Bucket': createHash('md5').update(`${method} ${route}`).digest('hex'),
    };
    return isAllowed
      ? { isAllowed, isGlobal: false, retryAfter: 0, headers }
      : refused(false, left, { ...headers, 'X-RateLimit-Scope': 'user' });
  };
}

const refused = (isGlobal: boolean, left: number, headers: Readonly<Record<string, string>>): Passage => ({
  isAllowed: false,
  isGlobal,
  retryAfter: left / 1_000,
  headers: { ...headers, 'Retry-After': String(Math.ceil(left / 1_000)) },
});
