/** The bot in Slack: it hears `/digest`, buttons, forms and its home tab, and answers through the conversation it is given. */
import { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Heard } from '../../archive/heard.ts';
import type { Bot } from '../bot.ts';
import type { Conversation } from '../conversation.ts';
import type { Platform } from '../platform.ts';
import { createAnswering } from './answering.ts';
import type { Connection, Door } from './connection.ts';
import { atLeastOnce, heardHere } from './hearing.ts';
import { type Listening, type ListeningParts, listen } from './listeners.ts';
import { vendorLogger } from './log.ts';
import { createRights, type Managers } from './managers.ts';
import type { SlackPayload } from './payload.ts';
import { createSlackPlatform } from './platform.ts';
import type { WorkspaceOf } from './workspaces.ts';

/** What the bot is told, be it in one workspace or in many. */
export interface ListeningSettings {
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
  /** Where Slack calls over HTTP: the port on which it does, where others are heard there as well. */
  readonly door?: Door;
  /** Where several processes hear Slack: what any of them heard. Default: what this one did. */
  readonly heard?: Heard;
}

/** What the bot listens with, from one start to the next stop. */
export interface Opening {
  readonly connection: Connection;
  readonly removed: ListeningParts['removed'];
  /** Called once it listens. */
  readonly opened: () => void;
}

/** Leaves a second of the three that Slack waits for the way there and back. */
const defaultPatience = 2_000;

export interface SlackBot extends Bot {
  readonly platform: Platform<SlackPayload>;
}

/**
 * @param workspaceOf whose client posts, and answers what is asked in the workspace.
 * @param prepare is called at each start, and throws where it cannot be.
 */
export const createBot = (
  settings: ListeningSettings,
  workspaceOf: WorkspaceOf,
  prepare: () => Promise<Opening>,
): SlackBot => {
  const { apiUrl, conversation, logger, managers = 'members', patience = defaultPatience } = settings;
  const clientOf = async (workspace: string) => (await workspaceOf(workspace)).client;
  const heard = atLeastOnce(settings.heard ?? heardHere(), logger);
  let running: { readonly connection: Connection; readonly listening: Listening } | undefined;

  return {
    platform: createSlackPlatform(clientOf, logger),
    // Whatever Slack closes is opened again, also after the token was made valid anew.
    ended: new Promise(() => {}),

    start: async () => {
      const { connection, removed, opened } = await prepare();
      // Bolt is given no token: it would keep a client for each that it ever saw. `workspaceOf` has those that count.
      const app = new App({
        ...(!connection.isInstaller && { authorize: async ({ teamId = '' }) => ({ teamId }) }),
        ignoreSelf: false,
        receiver: connection.receiver,
        convoStore: false,
        logger: vendorLogger(logger, []),
      });
      // A form has to be opened within the three seconds too, after it was seen whose it is and whether it is of use.
      const rightsOf = createRights({ managers, clientOf, logger, patience: patience / 2, now: Date.now });
      const answering = { apiUrl, workspaceOf, conversation, logger, rightsOf, patience, heard };
      const answeringOf = (requestId: string) => createAnswering({ ...answering, requestId });
      running = { connection, listening: listen(app, { answeringOf, conversation, heard, removed, logger }) };
      await connection.open();
      opened();
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
