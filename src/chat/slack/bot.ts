/** The bot in Slack: it hears `/digest`, buttons, forms and its home tab, and answers through the conversation it is given. */
import { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import type { Conversation } from '../conversation.ts';
import { type Platform, PlatformError } from '../platform.ts';
import { createAnswering } from './answering.ts';
import { clientOptions, createSlackClient } from './client.ts';
import { type Connection, openHttp, openSocket } from './connection.ts';
import { type Identity, identify } from './identity.ts';
import { type Listening, listen } from './listeners.ts';
import { vendorLogger } from './log.ts';
import { createRights, type Managers } from './managers.ts';
import type { SlackPayload } from './payload.ts';
import { createSlackPlatform } from './platform.ts';
import { missingScopes } from './scopes.ts';

export interface SlackSettings {
  /** Starts with `xoxb-`. */
  readonly botToken: string;
  /** Starts with `xapp-`: for Socket Mode, with the scope `connections:write`. */
  readonly appToken?: string;
  /** Where it is set, Slack calls over HTTP instead, at `/slack/events`. */
  readonly signingSecret?: string;
  /** For HTTP. */
  readonly port?: number;
  /** Where the Web API is, if not at Slack. */
  readonly apiUrl?: string;
  readonly conversation: Conversation;
  readonly logger: Logger;
  /** Default: `members`. */
  readonly managers?: Managers;
  /** Milliseconds that a form waits for what is wrong in it, before it closes and the answer follows. */
  readonly patience?: number;
  /** Milliseconds after which a call counts as unanswered. */
  readonly timeout?: number;
}

const defaultPort = 3_000;
/** Leaves a second of the three that Slack waits for the way there and back. */
const defaultPatience = 2_000;

const connectionOf = (settings: SlackSettings): Connection => {
  const { botToken, appToken, signingSecret, port = defaultPort, apiUrl, logger } = settings;
  if (signingSecret !== undefined) {
    const slackLogger = vendorLogger(logger, [botToken, signingSecret]);
    return openHttp({ signingSecret, port, logger, slackLogger });
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
const checkScopes = ({ scopes, workspaceName }: Identity, managers: Managers, logger: Logger): void => {
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

export const createSlackBot = (settings: SlackSettings): Bot & { readonly platform: Platform<SlackPayload> } => {
  const { botToken, apiUrl, timeout, conversation, logger } = settings;
  const { managers = 'members', patience = defaultPatience } = settings;
  const api = {
    token: botToken,
    logger,
    ...(apiUrl !== undefined && { apiUrl }),
    ...(timeout !== undefined && { timeout }),
  };
  const client = createSlackClient(api);
  let running: { readonly connection: Connection; readonly listening: Listening } | undefined;

  return {
    platform: createSlackPlatform(client, logger),
    // Whatever Slack closes is opened again, also after the token was made valid anew.
    ended: new Promise(() => {}),

    start: async () => {
      const connection = connectionOf(settings);
      const identity = await identify(client);
      checkScopes(identity, managers, logger);
      const { botId, botUserId, workspaceName, botName } = identity;
      const app = new App({
        token: botToken,
        // Told here, so that bolt asks for them neither again nor where no one hears of a failure.
        botId,
        botUserId,
        tokenVerificationEnabled: false,
        receiver: connection.receiver,
        convoStore: false,
        logger: vendorLogger(logger, [botToken]),
        clientOptions: clientOptions(api),
      });
      // A form has to be opened within the three seconds too, after it was seen whose it is and whether it is of use.
      const rightsOf = createRights({ managers, client, logger, patience: patience / 2, now: Date.now });
      const answering = createAnswering({ client, conversation, logger, rightsOf, patience, botName });
      running = { connection, listening: listen(app, { answering, conversation, logger }) };
      await connection.open();
      logger.info({ workspace: workspaceName, bot: botName }, 'The bot is in Slack');
    },

    stop: async () => {
      if (running === undefined) return;
      const { connection, listening } = running;
      running = undefined;
      // Forms in hand are acknowledged over the connection; what comes in meanwhile is answered as well.
      await listening.settled();
      await connection.close();
      await listening.settled();
    },
  };
};
