/** The bot in a loopback Slack as `run` puts it together: the real client, the real commands, an archive in a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createConversation } from '../../commands/conversation.ts';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { recordHealth } from '../../src/archive/health.ts';
import { botScopes } from '../../src/chat/slack/scopes.ts';
import { createDispatcher, type Dispatcher } from '../../src/delivery/dispatcher.ts';
import { deliveriesOnRequest } from '../../src/delivery/on-request.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { createBotIn, type RunningBot } from '../chat/slack/a-bot.ts';
import { type HastyClock, hastyClock } from '../hasty-clock.ts';
import { systemClock } from '../servers/slack/clock.ts';
import type { Message, SlackServer } from '../servers/slack/contract.ts';
import type { People } from '../servers/slack/people/contract.ts';
import { startSlack } from '../servers/slack/server.ts';
import { passing } from './passing.ts';
import { there } from './there.ts';

/** Two hours after the edition of the recorded day, a Wednesday. */
export const now = (): Date => new Date('2026-04-01T09:00:00.000Z');

export interface StageOptions {
  /** Goes for Slack, delivery and commands alike; otherwise these go by the machine's clock and `now`. */
  readonly clock?: HastyClock;
  /** Milliseconds after which a call counts as unanswered. */
  readonly timeout?: number;
}

/** How Slack reaches the bot. */
export type Transport = 'Socket Mode' | 'HTTP';

interface Running {
  readonly archive: Archive;
  readonly bot: RunningBot;
  readonly dispatcher: Dispatcher;
  readonly people: People;
}

export interface SlackStage {
  readonly slack: SlackServer;
  /** What runs at the moment. */
  readonly running: Running;
  /** Ends the bot and closes its archive, then starts another bot on the same file. */
  restart(): Promise<void>;
  /** What a person sees for `/digest WORDS`. */
  ask(words: string, by: { readonly user: string; readonly channel: string }): Promise<Message>;
  /** What a person sees for a button. */
  press(button: string, on: Message, user: string): Promise<Message>;
  close(): Promise<void>;
}

/** Starts the bot over an archive that has `editions`. */
export const startStage = async (
  editions: readonly Edition[],
  transport: Transport,
  options: StageOptions = {},
): Promise<SlackStage> => {
  const { clock } = options;
  const slack = await startSlack({
    scopes: botScopes.map(({ name }) => name),
    ...(clock && { clock: { now: passing(clock), after: systemClock.after } }),
  });
  const folder = mkdtempSync(join(tmpdir(), 'digest-e2e-'));
  const path = join(folder, 'archive.db');
  await fillArchive(path, editions);
  let running = await startBot(slack, path, transport, options);

  const end = async (): Promise<void> => {
    await running.bot.bot.stop();
    await running.archive.close();
  };
  return {
    slack,
    get running() {
      return running;
    },
    restart: async () => {
      await end();
      running = await startBot(slack, path, transport, options);
    },
    ask: async (words, by) => {
      const { shown } = await (await running.people.command(words, by)).answer();
      return there(shown);
    },
    press: async (button, on, user) => {
      const { shown } = await (await running.people.press(button, on, user)).answer();
      return there(shown);
    },
    close: async () => {
      await end();
      await slack.close();
      rmSync(folder, { recursive: true });
    },
  };
};

const fillArchive = async (path: string, editions: readonly Edition[]): Promise<void> => {
  const archive = await openArchive({ path });
  for (const edition of editions) {
    const at = `${edition.date}T07:00:00.000Z`;
    await saveEdition(archive, edition, { until: at, builtAt: at });
    await recordHealth(archive, edition.sources, at);
  }
  await archive.close();
};

const startBot = async (
  slack: SlackServer,
  path: string,
  transport: Transport,
  { clock, timeout }: StageOptions,
): Promise<Running> => {
  const archive = await openArchive({ path });
  const conversation = createConversation({
    archive,
    now: clock?.now ?? now,
    logger: pino({ level: 'silent' }),
    defaults: { at: '08:00', timeZone: 'UTC' },
    deliveries: deliveriesOnRequest({ archive, dispatcherOf: () => dispatcher, patience: 60_000 }),
  });
  const http = transport === 'HTTP' && { signingSecret: slack.signingSecret, port: 0 };
  const bot = createBotIn(slack, { conversation, ...http, ...(timeout !== undefined && { timeout }) });
  const dispatcher = createDispatcher({
    archive,
    platform: bot.bot.platform,
    // Messages bear the time of the server, and are looked for around the time of sending.
    clock: clock ?? hastyClock(new Date().toISOString()),
    logger: bot.logger,
    stopping: new AbortController().signal,
  });
  await bot.bot.start();
  if (!http) return { archive, bot, dispatcher, people: slack.people };
  const { port } = await bot.logged('Listening for requests of Slack');
  return { archive, bot, dispatcher, people: slack.peopleOverHttp(`http://127.0.0.1:${port}/slack/events`) };
};
