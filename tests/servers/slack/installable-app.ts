/** The vendor's own framework with OAuth, for many teams, started against the loopback Slack. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { App, HTTPReceiver, type Installation } from '@slack/bolt';
import type { InstallProvider } from '@slack/oauth';
import { silent } from './bolt-app.ts';
import type { SlackServer } from './contract.ts';

export interface Installable {
  readonly installUrl: string;
  readonly redirectUri: string;
  readonly eventsUrl: string;
  readonly installer: InstallProvider;
  /** By team. */
  readonly installations: Map<string, Installation>;
  stop(): Promise<void>;
}

export const scopes = ['chat:write', 'commands'];

/** @param directInstall Whether the install page leads on to Slack by itself. */
export const startInstallable = async (
  slack: SlackServer,
  listen: (app: App) => void = () => {},
  directInstall = true,
): Promise<Installable> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The app has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  const redirectUri = `${origin}/slack/oauth_redirect`;

  const installations = new Map<string, Installation>();
  const clientOptions = { slackApiUrl: slack.url, retryConfig: { retries: 0 } };
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    clientId: slack.clientId,
    clientSecret: slack.clientSecret,
    stateSecret: 'made-up-state-secret',
    redirectUri,
    scopes,
    logger: silent,
    installationStore: {
      storeInstallation: async installation => void installations.set(installation.team?.id ?? '', installation),
      async fetchInstallation({ teamId = '' }) {
        const found = installations.get(teamId);
        if (found === undefined) throw new Error(`The app is not installed in ${teamId}.`);
        return found;
      },
      deleteInstallation: async ({ teamId = '' }) => void installations.delete(teamId),
    },
    installerOptions: {
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl: slack.authorizeUrl,
      directInstall,
      clientOptions,
    },
  });
  const app = new App({ receiver, logger: silent, clientOptions });
  listen(app);
  server.on('request', receiver.requestListener);
  const { installer } = receiver;
  if (installer === undefined) throw new Error('Bolt made no installer.');
  return {
    installUrl: `${origin}/slack/install`,
    redirectUri,
    eventsUrl: `${origin}/slack/events`,
    installer,
    installations,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
