/** The made-up app and its secrets, the team that is there from the start, and ids that never repeat. */
import type { Clock } from './clock.ts';

export const app = {
  appId: 'A0LOOPBACK',
  appToken: 'xapp-made-up-app-token',
  signingSecret: 'made-up-signing-secret',
  clientId: '1111111111.2222222222',
  clientSecret: 'made-up-client-secret',
  botName: 'engineering_at_scale',
} as const;

/** A workspace, and the app's bot in it. */
export interface TeamIdentity {
  readonly teamId: string;
  readonly teamName: string;
  /** Of `https://DOMAIN.slack.com/`. */
  readonly teamDomain: string;
  readonly botId: string;
  readonly botUserId: string;
}

export const firstTeam: TeamIdentity = {
  teamId: 'T0LOOPBACK',
  teamName: 'Loopback',
  teamDomain: 'loopback',
  botId: 'B0LOOPBACK',
  botUserId: 'U0BOT',
};

export const firstBotToken = 'xoxb-made-up-bot-token';

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
