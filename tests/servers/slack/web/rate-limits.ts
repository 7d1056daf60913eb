/**
 * Slack's documented rates: a tier a method; of messages one a second in a channel with short bursts, and "several
 * hundred" a minute in the workspace. https://docs.slack.dev/apis/web-api/rate-limits
 */
import type { Clock } from '../clock.ts';

interface Rate {
  readonly perMinute: number;
  /** How many at once after a rest. */
  readonly burst: number;
}

/** "20+ per minute" and so on: the server grants what is promised and no more. */
const tiers = {
  1: { perMinute: 1, burst: 1 },
  2: { perMinute: 20, burst: 20 },
  3: { perMinute: 50, burst: 50 },
  4: { perMinute: 100, burst: 100 },
} as const satisfies Record<number, Rate>;

const rates: Readonly<Record<string, Rate>> = {
  'apps.connections.open': tiers[1],
  'chat.delete': tiers[3],
  'chat.postEphemeral': tiers[4],
  'chat.update': tiers[3],
  'conversations.history': tiers[3],
  'conversations.info': tiers[3],
  'conversations.join': tiers[3],
  'conversations.list': tiers[2],
  'conversations.replies': tiers[3],
  'team.info': tiers[3],
  'users.info': tiers[4],
  'views.open': tiers[4],
  'views.publish': tiers[4],
  'views.push': tiers[4],
  'views.update': tiers[4],
};

/** "1 per second, short bursts >1 allowed": how short is not said, so few. */
const perChannel: Rate = { perMinute: 60, burst: 3 };

/** "Several hundred messages per minute" is no number; three hundred is our reading. */
const perWorkspace: Rate = { perMinute: 300, burst: 300 };

export interface RateLimits {
  /** Seconds to wait, whole; undefined where the call may pass. Each team is counted on its own. */
  take(method: string, channel: string, team?: string): number | undefined;
}

/** What counts a call, each under a key of its own. */
const ratesOf = (method: string, channel: string): readonly (readonly [key: string, rate: Rate])[] => {
  if (method === 'chat.postMessage') {
    return [
      [`${method} ${channel}`, perChannel],
      [method, perWorkspace],
    ];
  }
  const rate = rates[method];
  return rate === undefined ? [] : [[method, rate]];
};

export const createRateLimits = (clock: Clock): RateLimits => {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return {
    take(method, channel, team = '') {
      const now = clock.now();
      const counted = ratesOf(method, channel).map(([name, rate]) => {
        const key = `${team} ${name}`;
        const before = buckets.get(key) ?? { left: rate.burst, at: now };
        return { key, rate, left: Math.min(rate.burst, before.left + ((now - before.at) / 60_000) * rate.perMinute) };
      });
      const wait = Math.max(0, ...counted.map(({ left, rate }) => ((1 - left) / rate.perMinute) * 60));
      const mayPass = wait === 0;
      for (const { key, left } of counted) buckets.set(key, { left: mayPass ? left - 1 : left, at: now });
      return mayPass ? undefined : Math.max(1, Math.ceil(wait));
    },
  };
};
