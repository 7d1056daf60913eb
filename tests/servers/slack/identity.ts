/** The made-up workspace, app and secrets, and ids that never repeat. */
import type { Clock } from './clock.ts';

export const identity = {
  botToken: 'xoxb-made-up-bot-token',
  appToken: 'xapp-made-up-app-token',
  signingSecret: 'made-up-signing-secret',
  teamId: 'T0LOOPBACK',
  teamName: 'Loopback',
  teamDomain: 'loopback',
  appId: 'A0LOOPBACK',
  botId: 'B0LOOPBACK',
  botUserId: 'U0BOT',
  botName: 'engineering_at_scale',
} as const;

export interface Ids {
  /** `PREFIX` with a number that was not given before. */
  next(prefix: string): string;
  /** A message's `ts`: seconds with six decimals, later than any before. */
  timestamp(): string;
}

export const createIds = (clock: Clock): Ids => {
  let last = 0;
  let count = 0;
  return {
    next(prefix) {
      count += 1;
      return `${prefix}${String(count).padStart(6, '0')}`;
    },
    timestamp() {
      last = Math.max(clock.now() * 1000, last + 1);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
  };
};
