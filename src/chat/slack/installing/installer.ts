/**
 * Lets any workspace install the app: `/slack/install` leads to Slack, which asks the person and sends them back to
 * `/slack/oauth_redirect`. https://docs.slack.dev/authentication/installing-with-oauth
 */
import type { IncomingMessage } from 'node:http';
import type { HTTPReceiverOptions, InstallationStore, Installation as SlackInstallation } from '@slack/bolt';
import type { Logger } from 'pino';
import { createHeard } from '../../../archive/heard.ts';
import { type SecretArchive, saveInstallation } from '../../../archive/installations.ts';
import { resumeWorkspace } from '../../../archive/uninstalled.ts';
import { installRedirectPath } from '../../../edition/setting-forms.ts';
import { type ClientSettings, clientOptions, createSlackClient } from '../client.ts';
import { slackCode, toPlatformError } from '../errors.ts';
import { identify } from '../identity.ts';
import type { Managers } from '../managers.ts';
import { wantedScopes } from '../scopes.ts';
import type { AppCredentials } from './exchange.ts';
import { InstallError } from './install-error.ts';
import { writeInstallation } from './installation.ts';
import type { Installed } from './installed.ts';
import { deniedPage, failedPage, installedPage, notInstalledPage, type Page, showPage } from './pages.ts';
import { createStateStore, stateLifetime } from './state.ts';

export interface InstallerSettings extends AppCredentials {
  readonly secrets: SecretArchive;
  readonly installed: Installed;
  /** Where Slack sends people back to; the address in the app's settings where it is absent. */
  readonly redirectUrl?: string;
  readonly managers: Managers;
  readonly api: Omit<ClientSettings, 'token'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
}

/** What bolt's receiver is given, so that it lets the app be installed. */
export type Installer = Pick<
  HTTPReceiverOptions,
  'clientId' | 'clientSecret' | 'scopes' | 'redirectUri' | 'installationStore' | 'installerOptions'
>;

export const installPath = '/slack/install';

/** Of Slack itself; elsewhere it stands beside the Web API, as there. */
const authorizePath = '../oauth/v2/authorize';

export const createInstaller = (settings: InstallerSettings): Installer => {
  const { clientId, clientSecret, secrets, installed, redirectUrl, managers, api, now, logger } = settings;
  const scopes = wantedScopes(managers).map(({ name }) => name);
  const redirect = redirectUrl === undefined ? {} : { redirectUri: redirectUrl };

  const keep = async ({ team, bot, user, isEnterpriseInstall }: SlackInstallation): Promise<void> => {
    if (isEnterpriseInstall || team === undefined) {
      throw new InstallError(
        'It can be installed in a workspace, and not in a whole organisation: choose one of its workspaces.',
      );
    }
    if (bot === undefined) throw new Error('Slack gave no token of a bot: does the app have a bot user?');
    const { id: workspace } = team;
    const { token, refreshToken, expiresAt } = bot;
    const { botName, botUserId, workspaceName } = await identify(createSlackClient({ ...api, token }));
    const kept = {
      botToken: token,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(expiresAt !== undefined && { expiresAt: expiresAt * 1_000 }),
      botUserId,
      botName,
      workspaceName,
      installer: user.id,
    };
    const identity = { platform: 'slack', workspace } as const;
    await saveInstallation(secrets, identity, writeInstallation(kept), new Date(now()).toISOString());
    installed.forget(workspace);
    const resumed = await resumeWorkspace(secrets.archive, identity);
    logger.info(
      { workspace, name: workspaceName, by: user.id, resumed },
      'The app was installed in a workspace of Slack',
    );
  };

  const installationStore: InstallationStore = {
    storeInstallation: keep,
    // Bolt asks of each request whose it is, and gets no token: `Installed` has the client that answers.
    fetchInstallation: async ({ teamId = '' }) => ({
      team: { id: teamId },
      enterprise: undefined,
      user: { token: undefined, scopes: undefined, id: '' },
    }),
  };

  const pageAfter = (error: Error, request: IncomingMessage): Page => {
    const page = pageOf(error, declinedWith(request));
    if (page.status < 500) logger.warn({ reason: reasonOf(error) }, 'The app was not installed in Slack');
    else
      logger.error(
        { err: slackCode(error) === undefined ? error : toPlatformError(error) },
        'The app could not be installed in Slack',
      );
    return page;
  };

  return {
    clientId,
    clientSecret,
    scopes,
    ...redirect,
    installationStore,
    installerOptions: {
      installPath,
      redirectUriPath: installRedirectPath,
      directInstall: true,
      stateStore: createStateStore({
        clientSecret,
        asked: { scopes, ...redirect },
        heard: createHeard(secrets.archive, 2 * stateLifetime),
        now,
      }),
      // No other host of the domain can set a cookie of this name: https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix
      stateCookieName: '__Host-slack-install',
      stateCookieExpirationSeconds: stateLifetime / 1_000,
      clientOptions: clientOptions({ ...api, token: clientSecret }),
      ...(api.apiUrl !== undefined && {
        authorizationUrl: new URL(authorizePath, api.apiUrl.replace(/(?<!\/)\/*$/, '/')).href,
      }),
      callbackOptions: {
        successAsync: async ({ team }, _asked, _request, response) => {
          const { id = '', name = id } = team ?? {};
          showPage(response, installedPage(name, (await installed.workspaceOf(id)).botName));
        },
        failureAsync: async (error, _asked, request, response) => showPage(response, pageAfter(error, request)),
      },
    },
  };
};

/** What Slack sent the person back with, where it let nothing be installed. */
const declinedWith = ({ url = '' }: IncomingMessage): string | undefined =>
  new URLSearchParams(url.split('?', 2)[1]).get('error') ?? undefined;

/** Codes of `InstallProvider`: there is no state or no code, or the state is not that of the browser's cookie. */
const strayCodes: ReadonlySet<string> = new Set([
  'slack_oauth_invalid_state',
  'slack_oauth_missing_code',
  'slack_oauth_missing_state',
]);

/** Slack's words for a code that was used, is too old, or was never given out. */
const spentCodes: ReadonlySet<string> = new Set(['code_already_used', 'code_expired', 'invalid_code']);

const pageOf = (error: Error, declined: string | undefined): Page => {
  if (declined === 'access_denied') return deniedPage;
  if (declined !== undefined) return notInstalledPage('Slack did not let it be installed.');
  if (error instanceof InstallError) return notInstalledPage(error.message);
  if ('code' in error && typeof error.code === 'string' && strayCodes.has(error.code)) {
    return notInstalledPage(
      'This install was not begun in this browser, or more than ten minutes ago, or was gone through before.',
    );
  }
  if (spentCodes.has(slackCode(error) ?? ''))
    return notInstalledPage('Slack takes the code of this install no longer.');
  return failedPage;
};

const reasonOf = (error: Error): string => slackCode(error) ?? error.message;
