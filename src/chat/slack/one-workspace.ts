/** The bot in the one workspace whose token the operator set. */
import { PlatformError } from '../platform.ts';
import { createBot, type ListeningSettings, type SlackBot } from './bot.ts';
import { type ClientSettings, createSlackClient } from './client.ts';
import { type Connection, openHttp, openSocket } from './connection.ts';
import { type Identity, identify } from './identity.ts';
import { vendorLogger } from './log.ts';
import type { Managers } from './managers.ts';
import { missingScopes } from './scopes.ts';
import type { InWorkspace } from './workspaces.ts';

export interface SlackSettings extends ListeningSettings {
  /** Starts with `xoxb-`. */
  readonly botToken: string;
  /** Starts with `xapp-`: for Socket Mode, with the scope `connections:write`. */
  readonly appToken?: string;
  /** Where it is set, Slack calls over HTTP instead, at `/slack/events`. */
  readonly signingSecret?: string;
  /** For HTTP. */
  readonly port?: number;
}

const defaultPort = 3_000;

const connectionOf = (settings: SlackSettings): Connection => {
  const { botToken, appToken, signingSecret, port = defaultPort, door, apiUrl, logger } = settings;
  if (signingSecret !== undefined) {
    const slackLogger = vendorLogger(logger, [botToken, signingSecret]);
    return openHttp({ signingSecret, port, logger, slackLogger, ...(door && { door }) });
  }
  if (appToken?.startsWith('xapp-') !== true) {
    throw new PlatformError(
      'no-permission',
      'Slack cannot reach the bot: set an app-level token (xapp-…, with the scope connections:write) for Socket Mode, or a signing secret for HTTP.',
    );
  }
  return openSocket({ appToken, logger, ...(apiUrl === undefined ? {} : { apiUrl }) });
};

/** @throws PlatformError for a scope without which nothing works; others are missed with a warning. */
const checkScopes = (
  { scopes, workspaceName }: Identity,
  { managers = 'members', logger }: { readonly managers?: Managers; readonly logger: SlackSettings['logger'] },
): void => {
  const missing = scopes === undefined ? [] : missingScopes(scopes, managers);
  const required = missing.filter(({ isRequired }) => isRequired);
  if (required.length > 0) {
    const names = required.map(({ name, purpose }) => `${name} (${purpose})`).join(', ');
    throw new PlatformError(
      'no-permission',
      `The bot lacks scopes in ${workspaceName}: ${names}. Add them to the app and install it again.`,
    );
  }
  for (const { name, purpose } of missing) logger.warn({ scope: name }, `The bot lacks a scope in Slack, ${purpose}`);
};

export const createSlackBot = (settings: SlackSettings): SlackBot => {
  const { botToken, apiUrl, timeout, logger } = settings;
  const api: ClientSettings = {
    token: botToken,
    logger,
    ...(apiUrl !== undefined && { apiUrl }),
    ...(timeout !== undefined && { timeout }),
  };
  const client = createSlackClient(api);
  let inWorkspace: InWorkspace = { client, botName: '' };

  return createBot(
    settings,
    // Whichever it says: people of a workspace that shares a channel with it are answered by the same bot.
    async () => inWorkspace,
    async () => {
      const connection = connectionOf(settings);
      const identity = await identify(client);
      checkScopes(identity, settings);
      const { workspaceName: workspace, botName: bot } = identity;
      inWorkspace = { client, botName: bot };
      return {
        connection,
        opened: () => logger.info({ workspace, bot }, 'The bot is in Slack'),
        removed: async () =>
          logger.error(`The app was removed from ${workspace}: install it there again, and set its new token`),
      };
    },
  );
};
