/** What an app asks for at `/oauth/v2/authorize`. https://docs.slack.dev/authentication/installing-with-oauth#asking */

import { app } from '../identity.ts';
import { SlackError } from '../slack-error.ts';
import type { Reply } from '../web/api.ts';

export interface Asked {
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** Empty where the app sent none. */
  readonly state: string;
}

const scope = /^[a-z]+(?:[.:][a-z_]+)*$/;

/**
 * Slack takes the first of the app's registered addresses where `redirect_uri` is left out; here none is registered, so it
 * must be given. Tokens of people and installation in an organisation are not played here.
 * @throws SlackError `invalid_client_id`, `no_scopes`, `invalid_scope`, `bad_redirect_uri`.
 */
export const readAsked = (query: URLSearchParams): Asked => {
  if (query.get('client_id') !== app.clientId) throw new SlackError('invalid_client_id');
  const scopes = (query.get('scope') ?? '').split(/[,\s]+/).filter(one => one !== '');
  if (scopes.length === 0) throw new SlackError('no_scopes');
  if (!scopes.every(one => scope.test(one))) throw new SlackError('invalid_scope');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!/^https?:$/.test(URL.parse(redirectUri)?.protocol ?? '')) throw new SlackError('bad_redirect_uri');
  return { scopes, redirectUri, state: query.get('state') ?? '' };
};

/** Slack's page: it asks, or says why it cannot. */
export const authorizePage = (query: URLSearchParams): Reply => {
  try {
    const { scopes } = readAsked(query);
    return { status: 200, headers: {}, body: `<h1>${app.botName} asks for ${scopes.join(', ')}</h1>` };
  } catch (error) {
    if (error instanceof SlackError) return { status: 400, headers: {}, body: error.code };
    throw error;
  }
};
