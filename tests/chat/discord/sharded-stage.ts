/** A loopback Discord with a server on each of several shards, and bots of ours that share these. */
import { pino } from 'pino';
import type { Bot } from '../../../src/chat/bot.ts';
import { createDiscordBot } from '../../../src/chat/discord/bot.ts';
import type { GivenShards } from '../../../src/edition/shards.ts';
import type { Person } from '../../servers/discord/person.ts';
import type { Channel, Guild } from '../../servers/discord/records.ts';
import { type DiscordOptions, type DiscordServer, startDiscord } from '../../servers/discord/server.ts';
import { guildIdOn } from '../../servers/discord/shards.ts';
import { type SmallConversation, smallConversation } from './small-conversation.ts';

/** A server of Discord's on one shard. */
export interface ShardedPlace {
  readonly guild: Guild;
  readonly channel: Channel;
  readonly reader: Person;
}

export interface ShardedBot {
  readonly bot: Bot;
  readonly conversation: SmallConversation;
  /** Of its log, in order. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

export interface ShardedStage {
  readonly discord: DiscordServer;
  /** One for each shard, in their order. */
  readonly places: readonly ShardedPlace[];
  /** A bot that was not started. */
  addBot(given?: GivenShards): ShardedBot;
  /** Started. */
  startBot(given?: GivenShards): Promise<ShardedBot>;
  close(): Promise<void>;
}

/** Shards whose sessions may all be started at once, where the options do not say otherwise. */
export const startShardedStage = async (shards: number, options: DiscordOptions = {}): Promise<ShardedStage> => {
  const discord = await startDiscord({ shards, sessionStarts: { maxConcurrency: shards }, ...options });
  const bots: Bot[] = [];
  const addBot = (given: GivenShards = {}): ShardedBot => {
    const conversation = smallConversation();
    const lines: Readonly<Record<string, unknown>>[] = [];
    const bot = createDiscordBot({
      token: discord.token,
      apiUrl: discord.api,
      conversation,
      keepCommand: async () => '0',
      recallCommand: async () => undefined,
      logger: pino({ base: null }, { write: line => void lines.push(JSON.parse(line)) }),
      ...given,
    });
    bots.push(bot);
    return { bot, conversation, lines };
  };
  return {
    discord,
    places: Array.from({ length: shards }, (_, id) => {
      const guild = discord.addGuild({ id: guildIdOn({ id, count: shards }) });
      return { guild, channel: discord.addChannel(guild, { name: 'news' }), reader: discord.addPerson(guild) };
    }),
    addBot,
    async startBot(given) {
      const added = addBot(given);
      await added.bot.start();
      return added;
    },
    async close() {
      await Promise.all(bots.map(bot => bot.stop()));
      await discord.close();
    },
  };
};

/** Asks for a digest, and resolves once the answer stands. */
export const askIn = async ({ reader, channel }: ShardedPlace) =>
  await (await reader.command(channel.id, 'digest')).answered();
