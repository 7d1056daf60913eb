/** Has Slack give new tokens for a refresh token, which is good for one time. https://docs.slack.dev/reference/methods/oauth.v2.access */
import { WebClient } from '@slack/web-api';
import { PlatformError } from '../../platform.ts';
import { type ClientSettings, clientOptions } from '../client.ts';
import { slackCode, toPlatformError } from '../errors.ts';
import type { Tokens } from './installation.ts';

/** What Slack knows the app by. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** @throws PlatformError `revoked` where the refresh token is spent or was revoked, `unreachable`. */
export type Exchange = (refreshToken: string) => Promise<Required<Tokens>>;

/** @param now Milliseconds since 1970. */
export const createExchange = (
  { clientId, clientSecret }: AppCredentials,
  api: Omit<ClientSettings, 'token'>,
  now: () => number,
): Exchange => {
  const credentials = { client_id: clientId, client_secret: clientSecret };
  const client = new WebClient(undefined, clientOptions({ ...api, token: clientSecret }));
  return async refreshToken => {
    const askedAt = now();
    const asked = { ...credentials, grant_type: 'refresh_token', refresh_token: refreshToken } as const;
    const { access_token, refresh_token, expires_in } = await client.oauth.v2.access(asked).catch((error: unknown) => {
      throw refusal(error);
    });
    if (access_token === undefined || refresh_token === undefined || expires_in === undefined) {
      throw new PlatformError('unreachable', 'Slack gave no new token for the refresh token.', { reach: 'workspace' });
    }
    return { botToken: access_token, refreshToken: refresh_token, expiresAt: askedAt + expires_in * 1_000 };
  };
};

/** Slack's word for a refresh token that is spent or was revoked. */
const spent = 'invalid_refresh_token';

const refusal = (error: unknown): PlatformError =>
  slackCode(error) === spent
    ? new PlatformError(
        'revoked',
        `Slack gives no new token for the one that was kept (${spent}): install the app in the workspace again.`,
        { cause: error, reach: 'workspace' },
      )
    : toPlatformError(error);
