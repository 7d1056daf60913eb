/** How events of Slack reach the bot: over a websocket that it opens (Socket Mode), or as signed HTTP requests. */
import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Receiver, type Logger as SlackLogger, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { minute } from '../../edition/duration.ts';
import { createAllowance } from '../allowance.ts';
import { PlatformError } from '../platform.ts';
import { clientOptions } from './client.ts';
import { toPlatformError } from './errors.ts';
import type { Installer } from './installing/installer.ts';
import { keepOpen } from './keep-open.ts';
import { vendorLogger } from './log.ts';

export interface Connection {
  readonly receiver: Receiver;
  /** Whether the app can be installed over it; then bolt asks of a request's workspace there. */
  readonly isInstaller: boolean;
  /** @throws PlatformError */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds that Slack is given to take leave. */
const farewell = 2_000;

/** Resolves when `closing` does, or after the farewell. */
const atMost = async (closing: Promise<unknown>): Promise<void> => {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, farewell);
  await Promise.race([closing, late]);
  clearTimeout(timer);
};

/**
 * Needs no public address. Bolt's own reconnecting is off: it leaves the bot deaf for five seconds at each of the
 * reconnects that Slack asks for every few hours, and a failure while it reconnects ends the process.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export const openSocket = (settings: {
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly logger: Logger;
}): Connection => {
  const { appToken, apiUrl, logger } = settings;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: vendorLogger(logger, [appToken]),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: clientOptions({ token: appToken, logger, ...(apiUrl === undefined ? {} : { apiUrl }) }),
    },
    // What fails in a listener is logged by the app's error handler; an envelope is never acknowledged for it.
    processEventErrorHandler: async ({ error }) => {
      logger.error({ err: error }, 'An event of Slack could not be handled');
      return false;
    },
  });
  const { client } = receiver;
  const kept = keepOpen(() => client.start().catch((error: unknown) => Promise.reject(toPlatformError(error))), logger);
  client.on('disconnected', kept.wasClosed);
  return {
    receiver,
    isInstaller: false,
    open: kept.open,
    close: async () => {
      kept.close();
      await atMost(client.disconnect());
    },
  };
};

/** The path to which all requests of Slack go. */
export const eventsPath = '/slack/events';

/** The manifest has Socket Mode on and no address: Slack calls none before it is told. */
const whatSlackNeeds = `In the app's settings turn Socket Mode off, and give https://YOUR.HOST${eventsPath} as the address of /digest, of interactivity, of its select menus and of events.`;

/** A port on which others are heard as well. */
export interface Door {
  readonly port: number;
  /** Hands over what comes to `path` and below it. */
  mount(path: string, listener: RequestListener): void;
  unmount(path: string): void;
}

/** Bytes. The largest that Slack sends is a form with what stands in it, and some hundred thousand. */
const longestBody = 1024 * 1024;

/** Of requests that are refused, which anybody can send without end, a few are told of, and then one a minute. */
const tellingFew = (logger: SlackLogger): SlackLogger => {
  const stopwatch = (): number => performance.now();
  const told = createAllowance({ atOnce: 20, interval: minute, mostNames: 1, stopwatch });
  return {
    ...logger,
    warn: (...messages) => {
      if (told.wait('') > 0) return;
      told.take('');
      logger.warn(...messages);
    },
  };
};

/** Above all paths of Slack's: its events, and the installing. */
const mountPath = '/slack';

/**
 * Bolt refuses requests that are unsigned, wrongly signed (compared in constant time) or older than five minutes; one that is sent
 * again within them is told by what it is about (`listeners.ts`).
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const openHttp = (settings: {
  readonly signingSecret: string;
  readonly port: number;
  readonly door?: Door;
  readonly logger: Logger;
  readonly slackLogger: SlackLogger;
  /** Where any workspace may install the app. */
  readonly installer?: Installer;
}): Connection => {
  const { signingSecret, port, door, logger, slackLogger, installer } = settings;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    bodyLimit: longestBody,
    logger: tellingFew(slackLogger),
    ...installer,
  });
  let isOpen = false;
  const told = (listening: number): void =>
    logger.info({ port: listening, path: eventsPath }, `Listening for requests of Slack. ${whatSlackNeeds}`);
  if (door !== undefined) {
    return {
      receiver,
      isInstaller: installer !== undefined,
      open: async () => {
        door.mount(mountPath, receiver.requestListener);
        told(door.port);
      },
      close: async () => door.unmount(mountPath),
    };
  }
  return {
    receiver,
    isInstaller: installer !== undefined,
    open: async () => {
      try {
        const address = (await receiver.start(port)).address();
        isOpen = true;
        told(typeof address === 'object' && address !== null ? address.port : port);
      } catch (cause) {
        throw new PlatformError('no-port', `Port ${port} cannot be listened on for Slack: set PORT to another.`, {
          cause,
        });
      }
    },
    close: async () => {
      if (isOpen) await atMost(receiver.stop());
      isOpen = false;
    },
  };
};
