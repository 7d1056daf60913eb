/** A bot that runs against a loopback Slack, with the scopes of the manifest, and what it logged. */
import pino, { type Logger } from 'pino';
import type { Bot } from '../../../src/chat/bot.ts';
import { createSlackBot, type SlackSettings } from '../../../src/chat/slack/one-workspace.ts';
import { botScopes } from '../../../src/chat/slack/scopes.ts';
import type { SlackServer } from '../../servers/slack/contract.ts';
import { startSlack } from '../../servers/slack/server.ts';
import { aConversation } from './a-conversation.ts';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly port?: number;
  readonly requestId?: string;
  readonly err?: { readonly message: string };
}

export interface RunningBot {
  readonly slack: SlackServer;
  readonly bot: Bot;
  readonly log: readonly LogLine[];
  readonly logger: Logger;
  /** Resolves with the first line that has `words`, be it written or to come. */
  logged(words: string): Promise<LogLine>;
  close(): Promise<void>;
}

const loggerInto = (log: LogLine[], onLine: () => void) =>
  pino(
    { level: 'debug' },
    {
      write: line => {
        log.push(JSON.parse(line));
        onLine();
      },
    },
  );

/** Not started yet. */
export const createBotIn = (slack: SlackServer, settings: Partial<SlackSettings> = {}): RunningBot => {
  const log: LogLine[] = [];
  const waiting = new Set<() => void>();
  const logger = loggerInto(log, () => {
    for (const look of waiting) look();
  });
  const bot = createSlackBot({
    botToken: slack.botToken,
    appToken: slack.appToken,
    apiUrl: slack.url,
    conversation: aConversation(),
    logger,
    ...settings,
  });
  return {
    slack,
    bot,
    log,
    logger,
    logged: words =>
      new Promise(resolve => {
        const look = (): void => {
          const line = log.find(({ msg }) => msg.includes(words));
          if (line === undefined) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      await bot.stop();
      await slack.close();
    },
  };
};

export const startBot = async (
  settings: Partial<SlackSettings> = {},
  scopes: readonly string[] = botScopes.map(({ name }) => name),
): Promise<RunningBot> => {
  const slack = await startSlack({ scopes });
  const running = createBotIn(slack, settings);
  await running.bot.start();
  return running;
};
