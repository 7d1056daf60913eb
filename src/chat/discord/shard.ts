/**
 * One connection to Discord, which hears a part of the bot's servers. Each has a client of its own: discord.js holds back what
 * a client hears until all of its shards are up, and people get no answer where one of them is in trouble.
 */
import { Events, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import type { PlatformError } from '../platform.ts';
import { within } from '../within.ts';
import { createClient } from './client.ts';
import { closedForGood } from './errors.ts';
import type { IdentifyThrottler } from './identifying.ts';
import { createSessionGate } from './session-gate.ts';

export interface ShardParts {
  readonly id: number;
  /** Of all processes together. */
  readonly count: number;
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly throttler: IdentifyThrottler;
  readonly onInteraction: (interaction: Interaction) => void;
  readonly logger: Logger;
}

export interface Connected {
  readonly applicationId: string;
  /** How many servers the shard has. */
  readonly guilds: number;
}

export interface Shard {
  readonly id: number;
  /**
   * Resolves once the gateway told of the shard's servers; discord.js keeps the connection up from then on, and resumes it.
   * @throws What discord.js throws; PlatformError where the connection was closed for good.
   */
  connect(): Promise<Connected>;
  /** Resolves with why, where Discord closed the connection for good. */
  readonly ended: Promise<PlatformError>;
  /** Hears nothing from now on. */
  deafen(): void;
  stop(): Promise<void>;
}

/** Milliseconds until the gate is reached or the connection is up, and until it is closed; it is left where Discord is silent. */
const connectPatience = 2_000;
const destroyPatience = 1_000;

export const createShard = ({ id, count, token, apiUrl, throttler, onInteraction, ...rest }: ShardParts): Shard => {
  const logger = rest.logger.child({ shard: id });
  const gate = createSessionGate(throttler);
  const client = createClient(token, apiUrl, logger, { id, count, throttler: gate });
  let connecting: Promise<unknown> = Promise.resolve();
  let leaving: Promise<void> | undefined;
  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.ShardReady, () => {
    throttler.succeeded(id);
    logger.info({ guilds: client.guilds.cache.size }, 'connected to Discord');
  });

  const ended = new Promise<PlatformError>(resolve => {
    client.once(Events.ShardDisconnect, ({ code }) => {
      logger.error({ code }, 'Discord closed the connection for good');
      resolve(closedForGood(code, { id, count }));
    });
  });

  const connect = (): Promise<Connected> =>
    new Promise((resolve, reject) => {
      client.once(Events.ClientReady, ({ application, guilds }) =>
        resolve({ applicationId: application.id, guilds: guilds.cache.size }),
      );
      client.login(token).catch(reject);
      void ended.then(reject);
    });

  const leave = async (): Promise<void> => {
    gate.close();
    await within(connectPatience, Promise.race([connecting, gate.reached()]));
    await within(destroyPatience, client.destroy());
  };

  return {
    id,
    ended,
    connect() {
      const connected = connect();
      connecting = connected.catch(() => undefined);
      return connected;
    },
    deafen: () => void client.removeAllListeners(Events.InteractionCreate),
    stop() {
      leaving ??= leave();
      return leaving;
    },
  };
};
