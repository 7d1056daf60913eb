/** The bots of the platforms that the settings name, and what examines these; a vendor's library is loaded where it is used. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { keepCommand, keptCommand } from '../archive/kept-commands.ts';
import type { Bot, Examine } from '../chat/bot.ts';
import type { Conversation } from '../chat/conversation.ts';
import type { ThreadOptions } from '../chat/edition-thread.ts';
import type { Platform } from '../chat/platform.ts';
import type { Door } from '../chat/slack/connection.ts';
import type { Config } from '../config.ts';
import { createSlack, createSlackExaminer, createSlackPoster } from './slack.ts';
import type { BotMakers } from './starting.ts';

type Tokens = Pick<Config, 'slack' | 'discord'>;

export interface BotParts {
  readonly archive: Archive;
  readonly conversation: Conversation;
  readonly now: () => Date;
  readonly logger: Logger;
  /** On which Slack is heard, where it calls over HTTP. */
  readonly door?: Door | undefined;
}

/** What makes a bot of each platform that the settings name, not started yet. */
export const createBotMakers = ({ slack, discord }: Tokens, parts: BotParts): BotMakers => {
  const { archive, now, door: _, ...listening } = parts;
  const makers = new Map<Platform['name'], () => Promise<Bot>>();
  if (slack) makers.set('slack', () => createSlack(slack, parts));
  if (discord) {
    makers.set('discord', async () => {
      const { createDiscordBot } = await import('../chat/discord/bot.ts');
      return createDiscordBot({
        ...discord,
        ...listening,
        keepCommand: command => keepCommand(archive, command, now().toISOString()),
        recallCommand: key => keptCommand(archive, key),
      });
    });
  }
  return makers;
};

/** What examines each platform that the settings name. */
export const createExaminers = async (
  { slack, discord }: Tokens,
  logger: Logger,
  archive: Archive,
): Promise<ReadonlyMap<Platform['name'], Examine>> => {
  const examiners = new Map<Platform['name'], Examine>();
  if (slack) examiners.set('slack', await createSlackExaminer(slack, { archive, logger }));
  if (discord) examiners.set('discord', (await import('../chat/discord/examine.ts')).examineDiscord(discord));
  return examiners;
};

/** What the settings say of the threads that are posted. */
export const threadOptions = ({ publicUrl }: Pick<Config, 'publicUrl'>): ThreadOptions =>
  publicUrl === undefined ? {} : { publicUrl };

/** What posts on each platform that the settings name, without hearing anyone. */
export const createPlatforms = async (
  { slack, discord }: Tokens,
  logger: Logger,
  archive: Archive,
): Promise<readonly Platform[]> => {
  const platforms: Platform[] = [];
  if (slack) platforms.push(await createSlackPoster(slack, { archive, logger }));
  if (discord) {
    const { createRest } = await import('../chat/discord/rest.ts');
    const { createDiscordPlatform } = await import('../chat/discord/platform.ts');
    platforms.push(createDiscordPlatform(createRest(discord.token, discord.apiUrl)));
  }
  return platforms;
};
