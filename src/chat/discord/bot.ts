/** The Discord bot: connects, registers its commands where they changed, answers people, and posts. */
import { type Client, Events } from 'discord.js';
import type { Bot } from '../bot.ts';
import type { PlatformError } from '../platform.ts';
import { createClient } from './client.ts';
import { closedForGood, platformErrorOf } from './errors.ts';
import { createListener, type Listening } from './listening.ts';
import { createDiscordPlatform } from './platform.ts';
import { registerCommands } from './registration.ts';
import { createRest } from './rest.ts';

export interface DiscordBotParts extends Listening {
  readonly token: string;
  /** Address of the API, with or without its version; Discord's own by default. */
  readonly apiUrl?: string;
  /** Milliseconds after which a call that posts counts as unanswered; discord.js' 15 seconds by default. */
  readonly timeout?: number;
}

export const createDiscordBot = ({ token, apiUrl, timeout, ...listening }: DiscordBotParts): Bot => {
  const { conversation, logger } = listening;
  const client = createClient(token, apiUrl, logger);
  const posting = createRest(token, apiUrl, { ...(timeout !== undefined && { timeout }) });
  const hear = createListener({ answers: client.rest, callbacks: posting }, listening);
  const inHand = new Set<Promise<void>>();

  client.on(Events.InteractionCreate, interaction => {
    const answered = hear(interaction).finally(() => inHand.delete(answered));
    inHand.add(answered);
  });

  const ended = new Promise<PlatformError>(resolve => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(closedForGood(code)));
  });

  return {
    platform: createDiscordPlatform(posting),
    ended,

    async start() {
      try {
        const { application, guilds } = await connect(client, token, ended);
        const haveChanged = await registerCommands(client.rest, application.id, conversation.commands);
        logger.info({ guilds: guilds.cache.size, commandsRegistered: haveChanged }, 'listening on Discord');
      } catch (error) {
        await client.destroy();
        throw platformErrorOf(error, 'the bot itself');
      }
    },

    async stop() {
      client.removeAllListeners(Events.InteractionCreate);
      await Promise.all(inHand);
      await client.destroy();
    },
  };
};

/** Resolves once the gateway told of the guilds; discord.js keeps the connection up from then on, and resumes it. */
const connect = (client: Client, token: string, ended: Promise<PlatformError>): Promise<Client<true>> =>
  new Promise((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.login(token).catch(reject);
    void ended.then(reject);
  });
