/**
 * Getting tokens, the next ones, and giving them back. https://docs.slack.dev/reference/methods/oauth.v2.access,
 * https://docs.slack.dev/authentication/using-token-rotation and https://docs.slack.dev/reference/methods/apps.uninstall
 */
import type { Fields } from '../contract.ts';
import { app, type TeamIdentity } from '../identity.ts';
import type { Method, TeamWorld } from '../methods/method.ts';
import { SlackError } from '../slack-error.ts';
import { flag, text } from '../web/arguments.ts';
import { type Installation, lifetime, type Tokens } from '../web/tokens.ts';
import type { Codes } from './codes.ts';

/** @throws SlackError `invalid_client_id`, `bad_client_secret`. */
const checkClient = (args: Fields): void => {
  if (text(args, 'client_id') !== app.clientId) throw new SlackError('invalid_client_id');
  if (text(args, 'client_secret') !== app.clientSecret) throw new SlackError('bad_client_secret');
};

const installationJson = (installation: Installation, team: TeamIdentity): Fields => ({
  access_token: installation.botToken,
  token_type: 'bot',
  scope: installation.scopes.join(','),
  bot_user_id: team.botUserId,
  app_id: app.appId,
  team: { id: team.teamId, name: team.teamName },
  enterprise: null,
  is_enterprise_install: false,
  ...(installation.refreshToken !== undefined && {
    refresh_token: installation.refreshToken,
    expires_in: lifetime,
  }),
});

export interface OAuth {
  /** Called without a token. */
  readonly open: Readonly<Record<string, (args: Fields) => Fields>>;
  /** Called with the token that is given back. */
  readonly more: Readonly<Record<string, Method>>;
}

/** @param removeApp Ends the installation in a team. */
export const createOAuth = (
  tokens: Tokens,
  codes: Codes,
  teamOf: (id: string) => TeamWorld,
  removeApp: (team: TeamWorld) => void,
): OAuth => {
  const access = (args: Fields): Fields => {
    checkClient(args);
    const grant = text(args, 'grant_type') || 'authorization_code';
    if (grant === 'refresh_token') {
      const next = tokens.refresh(text(args, 'refresh_token'));
      return installationJson(next, teamOf(next.teamId).team);
    }
    if (grant !== 'authorization_code') throw new SlackError('invalid_grant_type');
    const { teamId, userId, scopes } = codes.redeem(text(args, 'code'), text(args, 'redirect_uri'));
    const installation = tokens.install(teamId, scopes);
    return { ...installationJson(installation, teamOf(teamId).team), authed_user: { id: userId } };
  };

  /**
   * The bot leaves its channels and is deactivated, the app stays installed.
   * https://docs.slack.dev/reference/methods/auth.revoke
   */
  const revoke: Method = (args, { token, workspace }) => {
    if (flag(args, 'test')) return { revoked: false };
    tokens.revoke(token, 'account_inactive');
    workspace.leaveChannels();
    return { revoked: true };
  };

  const uninstall: Method = (args, world) => {
    checkClient(args);
    removeApp(world);
    return {};
  };

  return { open: { 'oauth.v2.access': access }, more: { 'auth.revoke': revoke, 'apps.uninstall': uninstall } };
};
