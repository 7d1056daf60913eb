/** The tokens, their scopes, and which are refused. */
import { identity } from '../identity.ts';
import { SlackError } from '../slack-error.ts';
import type { Tokens } from './api.ts';
import { allScopes } from './scopes.ts';

export interface TokenStore extends Tokens {
  revoke(token: string, error: string): void;
  grant(scopes: readonly string[]): void;
}

export const createTokens = (
  botScopes: readonly string[] = allScopes,
  appScopes: readonly string[] = ['connections:write'],
): TokenStore => {
  const scopes = new Map<string, readonly string[]>([
    [identity.botToken, botScopes],
    [identity.appToken, appScopes],
  ]);
  const refused = new Map<string, string>();
  return {
    scopesOf(token) {
      if (token === undefined) throw new SlackError('not_authed');
      const error = refused.get(token);
      if (error !== undefined) throw new SlackError(error);
      const granted = scopes.get(token);
      if (granted === undefined) throw new SlackError('invalid_auth');
      return granted;
    },
    revoke: (token, error) => void refused.set(token, error),
    grant: granted => void scopes.set(identity.botToken, granted),
  };
};
