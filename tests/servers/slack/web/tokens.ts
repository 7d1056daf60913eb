/**
 * The tokens: whose they are, what they may do, until when, and which are refused.
 * https://docs.slack.dev/authentication/tokens and https://docs.slack.dev/authentication/using-token-rotation
 */
import type { Clock } from '../clock.ts';
import type { SlackOptions } from '../contract.ts';
import { app } from '../identity.ts';
import { SlackError } from '../slack-error.ts';

/** Seconds that a rotating bot token lives: twelve hours. */
export const lifetime = 43_200;

/** "Two active tokens" at most: where a refresh makes one more, the oldest is revoked. */
const mostActive = 2;

/** What the app holds in a team. */
export interface Installation {
  readonly teamId: string;
  readonly scopes: readonly string[];
  /** False once the team has removed the app. */
  readonly isInstalled: boolean;
  /** The newest, refused or not. */
  readonly botToken: string;
  /** Buys the next bot token, once; undefined where tokens last. */
  readonly refreshToken: string | undefined;
}

export interface Bearer {
  /** Undefined for the token of the app itself. */
  readonly teamId: string | undefined;
  readonly scopes: readonly string[];
}

export interface Tokens {
  /** @throws SlackError for a token that is missing, unknown, expired or revoked. */
  bearerOf(token: string | undefined): Bearer;
  /** What the app holds in a team; undefined where it was never installed. */
  installation(teamId: string): Installation | undefined;
  /**
   * Scopes add up over installations: none is taken away without the tokens being revoked. Lasting tokens stay the same.
   * https://docs.slack.dev/authentication/installing-with-oauth
   * @param lasting The token, where tokens last and this is the first.
   */
  install(teamId: string, scopes: readonly string[], lasting?: string): Installation;
  /**
   * The next pair. The refresh token is spent; the bot token before lives on until it expires. Slack lets a refresh token be
   * used again for a short while; how short is not said, so here it is not.
   * @throws SlackError `invalid_refresh_token`.
   */
  refresh(refreshToken: string): Installation;
  /** Refuses one token from now on, whatever it is. */
  revoke(token: string, error: string): void;
  /** Refuses all tokens of a team. Bot tokens are told `account_inactive`. */
  uninstall(teamId: string): void;
  /** Sets the scopes of a team's tokens. */
  grant(teamId: string, scopes: readonly string[]): void;
}

interface Held extends Installation {
  /** The bot tokens that are not revoked, oldest first. */
  readonly active: readonly string[];
}

export const createTokens = (
  clock: Clock,
  kind: NonNullable<SlackOptions['botTokens']>,
  appScopes: readonly string[] = ['connections:write'],
): Tokens => {
  const held = new Map<string, Held>();
  const issued = new Map<string, { readonly teamId: string; readonly expires: number }>();
  const refreshTokens = new Map<string, string>();
  const refused = new Map<string, string>();
  let serial = 0;

  const issue = (teamId: string, scopes: readonly string[], before: readonly string[], given?: string): Held => {
    serial += 1;
    const name = `made-up-${teamId}-${serial}`;
    const botToken = kind === 'rotating' ? `xoxe.xoxb-1-${name}` : (given ?? `xoxb-${name}`);
    const refreshToken = kind === 'rotating' ? `xoxe-1-${name}` : undefined;
    const expires = kind === 'rotating' ? clock.now() + lifetime * 1000 : Number.POSITIVE_INFINITY;
    issued.set(botToken, { teamId, expires });
    if (refreshToken !== undefined) refreshTokens.set(refreshToken, teamId);
    const active = [...before, botToken];
    for (const old of active.splice(0, Math.max(0, active.length - mostActive))) refused.set(old, 'token_revoked');
    const now: Held = { teamId, scopes, isInstalled: true, botToken, refreshToken, active };
    held.set(teamId, now);
    return now;
  };

  return {
    bearerOf(token) {
      if (token === undefined) throw new SlackError('not_authed');
      const error = refused.get(token);
      if (error !== undefined) throw new SlackError(error);
      if (token === app.appToken) return { teamId: undefined, scopes: appScopes };
      const known = issued.get(token);
      const installation = known && held.get(known.teamId);
      if (known === undefined || installation === undefined) throw new SlackError('invalid_auth');
      if (clock.now() >= known.expires) throw new SlackError('token_expired');
      return installation;
    },
    installation: teamId => held.get(teamId),
    install(teamId, asked, given) {
      const known = held.get(teamId);
      const before = known !== undefined && !refused.has(known.botToken) ? known : undefined;
      const scopes = [...new Set([...(before?.scopes ?? []), ...asked])];
      if (before === undefined || kind === 'rotating') return issue(teamId, scopes, before?.active ?? [], given);
      const wider = { ...before, scopes };
      held.set(teamId, wider);
      return wider;
    },
    refresh(refreshToken) {
      const teamId = refreshTokens.get(refreshToken);
      const before = teamId === undefined ? undefined : held.get(teamId);
      if (before === undefined) throw new SlackError('invalid_refresh_token');
      refreshTokens.delete(refreshToken);
      return issue(before.teamId, before.scopes, before.active);
    },
    revoke: (token, error) => void refused.set(token, error),
    uninstall(teamId) {
      const installation = held.get(teamId);
      if (installation === undefined) return;
      for (const token of installation.active) refused.set(token, 'account_inactive');
      for (const [token, team] of refreshTokens) if (team === teamId) refreshTokens.delete(token);
      held.set(teamId, { ...installation, isInstalled: false, refreshToken: undefined, active: [] });
    },
    grant(teamId, scopes) {
      const installation = held.get(teamId);
      if (installation !== undefined) held.set(teamId, { ...installation, scopes });
    },
  };
};
