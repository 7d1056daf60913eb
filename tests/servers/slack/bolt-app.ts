/** The vendor's own framework, started against the loopback Slack, for the tests of the server itself. */
import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SlackServer } from './contract.ts';
import type { People } from './people/contract.ts';

/** For clients whose refusals are the point. */
export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

export interface Running {
  readonly people: People;
  /** Where it listens; empty in Socket Mode. */
  readonly address: string;
  stop(): Promise<void>;
}

export type Start = (slack: SlackServer, listen: (app: App) => void) => Promise<Running>;

export const startInSocketMode: Start = async (slack, listen) => {
  const clientOptions = { slackApiUrl: slack.url };
  // The client waits as long before it connects anew: short, but long enough for a busy machine to answer a ping.
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout: 500,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: slack.botToken, receiver, logger: silent, clientOptions });
  listen(app);
  await app.start();
  return { people: slack.people, address: '', stop: async () => void (await app.stop()) };
};

export const startOverHttp: Start = async (slack, listen) => {
  const app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    logger: silent,
    clientOptions: { slackApiUrl: slack.url },
  });
  listen(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const listening = server && 'address' in server ? server.address() : null;
  if (listening === null || typeof listening !== 'object') throw new Error('Bolt has no port.');
  const address = `http://127.0.0.1:${listening.port}/slack/events`;
  return { people: slack.peopleOverHttp(address), address, stop: async () => void (await app.stop()) };
};
