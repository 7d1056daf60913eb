/**
 * A process of the bot that runs some of its shards, for a test to fork: `discord-shard-process.ts API TOKEN SHARDS COUNT`.
 * It tells its parent that it is up, answers with the name of its shards, and stops when its parent lets it go.
 */
import { once } from 'node:events';
import { pino } from 'pino';
import { createDiscordBot } from '../../src/chat/discord/bot.ts';
import { paragraph } from '../../src/chat/message.ts';
import { shardList } from '../../src/edition/setting-forms.ts';
import { smallConversation } from '../chat/discord/small-conversation.ts';

const [apiUrl = '', token = '', shards = '', shardCount = ''] = process.argv.slice(2);
const bot = createDiscordBot({
  token,
  apiUrl,
  shards: shardList.parse(shards),
  shardCount: Number(shardCount),
  conversation: smallConversation({
    answer: async () => ({ message: { blocks: [paragraph(`Shards ${shards} say so`)] }, audience: 'person' }),
  }),
  keepCommand: async () => '0',
  recallCommand: async () => undefined,
  logger: pino({ level: 'silent' }),
});
const letGo = once(process, 'disconnect');
await bot.start();
process.send?.('up');
await letGo;
await bot.stop();
