/**
 * From `/digest …` to the reply, through the vendors' real clients and the loopback servers, over 100,000 entries: beside
 * a command that replies with a constant, which shows what the clients and the servers take by themselves.
 */
import { ChannelType } from 'discord-api-types/v10';
import pino from 'pino';
import { createConversation } from '../commands/conversation.ts';
import { type Archive, openArchive } from '../src/archive/archive.ts';
import { keepCommand, keptCommand } from '../src/archive/kept-commands.ts';
import type { Bot } from '../src/chat/bot.ts';
import type { Conversation } from '../src/chat/conversation.ts';
import { createDiscordBot } from '../src/chat/discord/bot.ts';
import { paragraph } from '../src/chat/message.ts';
import { createSlackBot } from '../src/chat/slack/one-workspace.ts';
import { startDiscord } from '../tests/servers/discord/server.ts';
import { startSlack } from '../tests/servers/slack/server.ts';
import { quantile, rounded } from './figures.ts';
import { fillArchive } from './filled-archive.ts';

const repetitions = 300;
/** Before the clock counts: the engine compiles what runs often. */
const warmUps = 50;
/** Milliseconds. */
const limit = 50;

const lookups: readonly Readonly<Record<string, string>>[] = [
  { company: 'cloudflare' },
  { words: 'rareword' },
  { words: 'everywhere' },
  { company: 'cloudflare', words: 'everywhere' },
];

const logger = pino({ level: 'silent' });

/** Asks one look-up of a bot that answers by `conversation`, and resolves once the person sees the reply. */
type Ask = (options: Readonly<Record<string, string>>) => Promise<void>;
interface Chat {
  readonly ask: Ask;
  close(): Promise<void>;
}
type StartChat = (conversation: Conversation, archive: Archive) => Promise<Chat>;

/** Prints a table, and sets the exit code where a p99 is over the limit. */
export const run = async (): Promise<void> => {
  const archive = await openArchive({ path: ':memory:' });
  await fillArchive(archive);
  const conversation = createConversation({
    archive,
    now: () => new Date('2026-04-01T09:00:00Z'),
    logger,
    defaults: { at: '08:00', timeZone: 'UTC' },
  });
  const figures = [
    ...(await measure('slack', startInSlack, conversation, archive)),
    ...(await measure('discord', startInDiscord, conversation, archive)),
  ];
  await archive.close();
  console.table(figures);
  if (figures.some(({ p99 }) => p99 > limit)) {
    console.error(`A look-up takes more than ${limit} ms at the 99th percentile.`);
    process.exitCode = 1;
  }
};

const constant = (conversation: Conversation): Conversation => ({
  ...conversation,
  answer: async () => ({ message: { blocks: [paragraph('A constant.')] }, audience: 'person' }),
});

const measure = async (platform: string, start: StartChat, conversation: Conversation, archive: Archive) => {
  const baseline = await timesOf(start, constant(conversation), archive);
  const ours = await timesOf(start, conversation, archive);
  return lookups.map((options, index) => {
    const times = ours[index] ?? [];
    const constants = baseline[index] ?? [];
    return {
      platform,
      lookup: wordsOf(options),
      p50: rounded(quantile(times, 0.5)),
      p99: rounded(quantile(times, 0.99)),
      constantP50: rounded(quantile(constants, 0.5)),
      ratio: rounded(quantile(times, 0.5) / quantile(constants, 0.5)),
    };
  });
};

/** Milliseconds of each repetition of each look-up. */
const timesOf = async (start: StartChat, conversation: Conversation, archive: Archive): Promise<number[][]> => {
  const chat = await start(conversation, archive);
  const times: number[][] = lookups.map(() => []);
  for (let repetition = -warmUps; repetition < repetitions; repetition += 1) {
    for (const [index, options] of lookups.entries()) {
      const begun = performance.now();
      await chat.ask(options);
      if (repetition >= 0) times[index]?.push(performance.now() - begun);
    }
  }
  await chat.close();
  return times;
};

const wordsOf = ({ words, ...keyed }: Readonly<Record<string, string>>): string =>
  [...Object.entries(keyed).map(([key, value]) => `${key}:${value}`), words].filter(Boolean).join(' ');

const closing = (bot: Bot, server: { close(): Promise<void> }) => async (): Promise<void> => {
  await bot.stop();
  await server.close();
};

const startInSlack: StartChat = async conversation => {
  const slack = await startSlack();
  const user = slack.addUser().id;
  const channel = slack.addChannel().id;
  const { botToken, appToken, url: apiUrl } = slack;
  const bot = createSlackBot({ botToken, appToken, apiUrl, conversation, logger });
  await bot.start();
  return {
    ask: async options => {
      const interaction = await slack.people.command(wordsOf(options), { user, channel });
      await interaction.answer();
    },
    close: closing(bot, slack),
  };
};

const startInDiscord: StartChat = async (conversation, archive) => {
  const discord = await startDiscord({ rateLimits: [] });
  const guild = discord.addGuild();
  const channel = discord.addChannel(guild, { name: 'engineering', type: ChannelType.GuildText });
  const person = discord.addPerson(guild);
  const bot = createDiscordBot({
    token: discord.token,
    apiUrl: discord.api,
    conversation,
    logger,
    keepCommand: command => keepCommand(archive, command, new Date().toISOString()),
    recallCommand: id => keptCommand(archive, id),
  });
  await bot.start();
  return {
    ask: async options => {
      const exchange = await person.command(channel.id, 'digest', options);
      await exchange.answered();
    },
    close: closing(bot, discord),
  };
};
