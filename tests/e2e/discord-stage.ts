/** The bot in a loopback Discord as `run` puts it together: the real client, the real commands, an archive in a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { createConversation } from '../../commands/conversation.ts';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { recordHealth } from '../../src/archive/health.ts';
import { keepCommand, keptCommand } from '../../src/archive/kept-commands.ts';
import type { Outcome } from '../../src/archive/tables.ts';
import type { Bot } from '../../src/chat/bot.ts';
import { createDiscordBot } from '../../src/chat/discord/bot.ts';
import { createDispatcher, type Dispatcher } from '../../src/delivery/dispatcher.ts';
import { deliveriesOnRequest } from '../../src/delivery/on-request.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { type HastyClock, hastyClock } from '../hasty-clock.ts';
import type { ChannelDescription } from '../servers/discord/descriptions.ts';
import type { Person } from '../servers/discord/person.ts';
import type { Channel, Guild, Message } from '../servers/discord/records.ts';
import { type DiscordOptions, type DiscordServer, startDiscord } from '../servers/discord/server.ts';
import { readMessage } from './discord-text.ts';
import { passing } from './passing.ts';

/** The morning of the recorded day, a Wednesday. */
export const now = (): Date => new Date('2026-04-01T09:00:00.000Z');

export interface StageOptions extends DiscordOptions {
  /** Goes for Discord, delivery and commands alike; otherwise these go by the machine's clock and `now`. */
  readonly clock?: HastyClock;
  /** Milliseconds after which a call that posts counts as unanswered. */
  readonly timeout?: number;
}

export interface Running {
  readonly archive: Archive;
  readonly bot: Bot;
  readonly dispatcher: Dispatcher;
}

export interface DiscordStage extends Running {
  readonly discord: DiscordServer;
  readonly guild: Guild;
  /** A text channel. */
  readonly channel: Channel;
  /** May not manage channels. */
  readonly reader: Person;
  readonly manager: Person;
  /** Lines of the log, JSON. */
  readonly log: readonly string[];
  /**
   * Resolves with the last message for one person alone that says so, once there is one: an answer may take several, and its
   * buttons are in the last.
   */
  shown(said: string): Promise<Message>;
  /** Resolves with the next line of the log that says so. */
  logged(what: string): Promise<string>;
  addChannel(description?: Partial<ChannelDescription>): Channel;
  /** Brings an edition to a channel, as is done when its time has come. Throws what it could not go on for. */
  deliver(channelId: string, edition: Edition): Promise<Outcome | undefined>;
  /** Ends the bot and its archive; another is started on the same file. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the bot over an archive of `editions`. */
export const startStage = async (editions: readonly Edition[], options: StageOptions = {}): Promise<DiscordStage> => {
  const { clock } = options;
  const discord = await startDiscord({ ...(clock && { now: passing(clock) }), ...options });
  const guild = discord.addGuild();
  const channel = discord.addChannel(guild, { name: 'engineering' });
  const reader = discord.addPerson(guild, { name: 'reader' });
  const manager = discord.addPerson(guild, { name: 'manager', permissions: PermissionFlagsBits.ManageChannels });
  const folder = mkdtempSync(join(tmpdir(), 'digest-e2e-'));
  const path = join(folder, 'archive.db');
  const log = createLog();
  await fill(path, editions);
  let present = await run(path, discord, log.logger, options);

  const end = async (): Promise<void> => {
    await present.bot.stop();
    await present.archive.close();
  };
  return {
    get archive() {
      return present.archive;
    },
    get bot() {
      return present.bot;
    },
    get dispatcher() {
      return present.dispatcher;
    },
    discord,
    guild,
    channel,
    reader,
    manager,
    log: log.lines,
    logged: log.next,
    shown: said => shown(discord, said),
    addChannel: description => discord.addChannel(guild, { name: 'another', ...description }),
    deliver: async (channelId, edition) => {
      const subscription = aSubscription({ platform: 'discord', workspace: guild.id, channel: channelId });
      const { outcome, error } = await present.dispatcher.bring({ subscription, edition: edition.date });
      if (error) throw error;
      return outcome;
    },
    restart: async () => {
      await end();
      present = await run(path, discord, log.logger, options);
    },
    close: async () => {
      await end();
      await discord.close();
      rmSync(folder, { recursive: true });
    },
  };
};

const shown = async (discord: DiscordServer, said: string): Promise<Message> => {
  const found = discord.ephemerals.findLast(message => readMessage(message).includes(said));
  if (found !== undefined) return found;
  await Promise.race([discord.next('edit'), discord.next('message')]);
  return await shown(discord, said);
};

const fill = async (path: string, editions: readonly Edition[]): Promise<void> => {
  const archive = await openArchive({ path });
  for (const edition of editions) {
    const at = `${edition.date}T07:00:00.000Z`;
    await saveEdition(archive, edition, { until: at, builtAt: at });
    await recordHealth(archive, edition.sources, at);
  }
  await archive.close();
};

const run = async (
  path: string,
  discord: DiscordServer,
  logger: pino.Logger,
  { clock, timeout }: StageOptions,
): Promise<Running> => {
  const archive = await openArchive({ path });
  const conversation = createConversation({
    archive,
    now: clock?.now ?? now,
    logger,
    defaults: { at: '08:00', timeZone: 'UTC' },
    deliveries: deliveriesOnRequest({ archive, dispatcherOf: () => dispatcher, patience: 60_000 }),
  });
  const bot = createDiscordBot({
    token: discord.token,
    apiUrl: discord.api,
    ...(timeout !== undefined && { timeout }),
    conversation,
    keepCommand: command => keepCommand(archive, command, now().toISOString()),
    recallCommand: key => keptCommand(archive, key),
    logger,
  });
  const dispatcher = createDispatcher({
    archive,
    platform: bot.platform,
    // Messages bear the time of the server, and are looked for around the time of sending.
    clock: clock ?? hastyClock(new Date().toISOString()),
    logger,
    stopping: new AbortController().signal,
  });
  await bot.start();
  return { archive, bot, dispatcher };
};

/** A log that can be waited for. */
const createLog = () => {
  const lines: string[] = [];
  const waiting = new Map<string, (line: string) => void>();
  const write = (line: string): void => {
    lines.push(line);
    for (const [what, resolve] of waiting) if (line.includes(what)) resolve(line);
  };
  return {
    lines,
    logger: pino({ level: 'debug' }, { write }),
    next: (what: string) => new Promise<string>(resolve => waiting.set(what, resolve)),
  };
};
