/** The Discord bot: connects, registers its commands where they changed, answers people, and posts. */
import { type Interaction, SimpleIdentifyThrottler } from 'discord.js';
import { type GivenShards, shardsOf } from '../../edition/shards.ts';
import type { Bot } from '../bot.ts';
import { PlatformError } from '../platform.ts';
import { platformErrorOf } from './errors.ts';
import { createIdentifyThrottler } from './identifying.ts';
import { createListener, type Listening } from './listening.ts';
import { planShards } from './planning.ts';
import { createDiscordPlatform } from './platform.ts';
import { registerCommands } from './registration.ts';
import { createAnsweringRest, createRest } from './rest.ts';
import { createShard, type Shard } from './shard.ts';

/** Without shards, one process runs as many as Discord recommends; with them, several processes share the servers. */
export interface DiscordBotParts extends Listening, GivenShards {
  readonly token: string;
  /** Address of the API, with or without its version; Discord's own by default. */
  readonly apiUrl?: string;
  /** Milliseconds after which a call that posts counts as unanswered; discord.js' 15 seconds by default. */
  readonly timeout?: number;
}

/** @throws RangeError where the shards cannot be used. */
export const createDiscordBot = (parts: DiscordBotParts): Bot => {
  const { token, apiUrl, timeout, shards, shardCount, ...listening } = parts;
  const given = shardsOf({ shards, shardCount });
  const { conversation, logger } = listening;
  const answers = createAnsweringRest(token, apiUrl);
  const posting = createRest(token, apiUrl, { ...(timeout !== undefined && { timeout }) });
  const hear = createListener({ answers, callbacks: posting }, listening);
  const { promise: ended, resolve: end } = Promise.withResolvers<PlatformError>();
  const inHand = new Set<Promise<void>>();
  let running: readonly Shard[] = [];
  let isStopped = false;

  const onInteraction = (interaction: Interaction): void => {
    const answered = hear(interaction).finally(() => inHand.delete(answered));
    inHand.add(answered);
  };

  /** All processes have the same commands: the one with the first shard registers them, before its other shards are up. */
  const connect = async (shard: Shard): Promise<{ readonly guilds: number; readonly commandsRegistered?: boolean }> => {
    const { applicationId, guilds } = await shard.connect();
    if (shard.id !== 0) return { guilds };
    return { guilds, commandsRegistered: await registerCommands(answers, applicationId, conversation.commands) };
  };

  const disconnect = async (): Promise<void> => void (await Promise.all(running.map(shard => shard.stop())));

  return {
    platform: createDiscordPlatform(posting),
    ended,

    async start() {
      try {
        const { ids, count, maxConcurrency } = await planShards(answers, given);
        if (isStopped) throw new PlatformError('unreachable', 'The bot was stopped before it was up.');
        const throttler = createIdentifyThrottler(new SimpleIdentifyThrottler(maxConcurrency), logger);
        running = ids.map(id => createShard({ id, count, token, apiUrl, throttler, onInteraction, logger }));
        for (const shard of running) void shard.ended.then(end);
        const up = await Promise.all(running.map(connect));
        const guilds = up.reduce((sum, one) => sum + one.guilds, 0);
        const { commandsRegistered } = up.find(one => one.commandsRegistered !== undefined) ?? {};
        logger.info({ shards: ids, shardCount: count, guilds, commandsRegistered }, 'listening on Discord');
      } catch (error) {
        for (const shard of running) shard.deafen();
        await disconnect();
        throw platformErrorOf(error, 'the bot itself');
      }
    },

    async stop() {
      isStopped = true;
      for (const shard of running) shard.deafen();
      await Promise.all(inHand);
      await disconnect();
    },
  };
};
