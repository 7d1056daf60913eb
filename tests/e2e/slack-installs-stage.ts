/**
 * The bot in many workspaces of a loopback Slack, as several processes behind one address run it: each has an archive, a log
 * and a port of its own, and a balancer gives every request to the next.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { createConversation } from '../../commands/conversation.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { createHeard } from '../../src/archive/heard.ts';
import type { SecretArchive } from '../../src/archive/installations.ts';
import type { SealingKeys } from '../../src/archive/sealed.ts';
import type { SlackBot } from '../../src/chat/slack/bot.ts';
import { createSlackBotForMany, type ManyWorkspacesSettings } from '../../src/chat/slack/many-workspaces.ts';
import { createDispatcher, type Dispatcher } from '../../src/delivery/dispatcher.ts';
import { deliveriesOnRequest } from '../../src/delivery/on-request.ts';
import type { ArchivePlace } from '../archive/contract/place.ts';
import { onPostgres, type TestedEngine } from '../engines.ts';
import { hastyClock } from '../hasty-clock.ts';
import { type ManualClock, manualClock } from '../servers/slack/clock.ts';
import type { SlackOptions, SlackServer } from '../servers/slack/contract.ts';
import { startSlack } from '../servers/slack/server.ts';
import type { Team } from '../servers/slack/teams/contract.ts';
import { dailyEdition } from './daily-edition.ts';
import { there } from './there.ts';

export const key = Buffer.alloc(32, 7);

export interface Process {
  readonly bot: SlackBot;
  readonly secrets: SecretArchive;
  readonly dispatcher: Dispatcher;
  /** Where it alone is. */
  readonly url: string;
}

export interface InstallsStage {
  readonly slack: SlackServer;
  /** Of Slack and of the bot. */
  readonly clock: ManualClock;
  /** Where the balancer is. */
  readonly url: string;
  readonly installUrl: string;
  readonly processes: readonly Process[];
  /** What all processes logged, as text. */
  log(): string;
  /** Starts one more process. */
  start(settings?: StartSettings): Promise<Process>;
  /** A workspace that has installed the app, by somebody of it, with a channel that the bot is in. */
  installed(name: string): Promise<{ readonly team: Team; readonly user: string; readonly channel: string }>;
}

type StartSettings = Partial<Pick<ManyWorkspacesSettings, 'managers'>> & { readonly keys?: SealingKeys };

export interface StageOptions extends StartSettings {
  readonly slack?: SlackOptions;
  readonly engine?: TestedEngine;
  /** Default: two. */
  readonly processes?: number;
}

/** Gives each request to the next of `targets`. */
const startBalancer = async (targets: () => readonly string[]) => {
  let turn = 0;
  const forward = (asked: IncomingMessage, answer: ServerResponse): void => {
    const all = targets();
    const target = new URL(asked.url ?? '/', there(all[turn++ % all.length]));
    const { method = 'GET', headers } = asked;
    const passed = request(target, { method, headers }, response => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  };
  const server = createServer(forward).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: originOf(server.address()),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const originOf = (address: ReturnType<ReturnType<typeof createServer>['address']>): string => {
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return `http://127.0.0.1:${address.port}`;
};

const fillArchive = async (place: ArchivePlace): Promise<void> => {
  const archive = await place.open();
  const at = '2026-04-01T07:00:00.000Z';
  await saveEdition(archive, dailyEdition('2026-04-01'), { until: at, builtAt: at });
  await archive.close();
};

/** Ends with the test, in whose log no secret may stand. */
export const startInstalls = async (options: StageOptions = {}): Promise<InstallsStage> => {
  const clock = manualClock(Date.now());
  const slack = await startSlack({ clock, ...options.slack });
  const place = await (options.engine ?? onPostgres).createPlace();
  await fillArchive(place);
  const lines: string[] = [];
  const processes: Process[] = [];
  const balancer = await startBalancer(() => processes.map(({ url }) => url));

  const start = async ({ keys = [key], ...settings }: StartSettings = {}): Promise<Process> => {
    const archive = await place.open();
    onTestFinished(() => archive.close());
    const started = await startProcess(
      { archive, keys },
      { slack, clock, lines, redirectTo: balancer.url, ...settings },
    );
    onTestFinished(() => started.bot.stop());
    processes.push(started);
    return started;
  };

  onTestFinished(async () => {
    await balancer.close();
    await slack.close();
    await place.remove();
    checkLog(lines.join(''), slack);
  });
  const { processes: many = 2, slack: _, engine: __, ...settings } = options;
  for (let count = 0; count < many; count += 1) await start(settings);
  const installUrl = `${balancer.url}/slack/install`;
  return {
    slack,
    clock,
    url: balancer.url,
    installUrl,
    processes,
    log: () => lines.join(''),
    start,
    installed: async name => {
      const team = slack.addTeam({ name, isInstalled: false });
      const user = team.addUser().id;
      await team.install(installUrl, user);
      return { team, user, channel: team.addChannel().id };
    },
  };
};

interface Surroundings extends Pick<ManyWorkspacesSettings, 'managers'> {
  readonly slack: SlackServer;
  readonly clock: ManualClock;
  readonly lines: string[];
  readonly redirectTo: string;
}

const startProcess = async (
  secrets: SecretArchive,
  { slack, clock, lines, redirectTo, ...settings }: Surroundings,
): Promise<Process> => {
  const { archive } = secrets;
  const own: { readonly msg: string; readonly port?: number }[] = [];
  const logger = pino(
    { level: 'trace' },
    {
      write: line => {
        lines.push(line);
        own.push(JSON.parse(line));
      },
    },
  );
  const now = clock.now;
  const conversation = createConversation({
    archive,
    now: () => new Date('2026-04-01T09:00:00.000Z'),
    logger,
    defaults: { at: '08:00', timeZone: 'UTC' },
    deliveries: deliveriesOnRequest({ archive, dispatcherOf: () => dispatcher, patience: 60_000 }),
  });
  const { clientId, clientSecret, signingSecret, url: apiUrl } = slack;
  const bot = createSlackBotForMany({
    clientId,
    clientSecret,
    signingSecret,
    apiUrl,
    redirectUrl: `${redirectTo}/slack/oauth_redirect`,
    secrets,
    heard: createHeard(archive, 60_000),
    port: 0,
    now,
    conversation,
    logger,
    ...settings,
  });
  const dispatcher = createDispatcher({
    archive,
    platform: bot.platform,
    clock: hastyClock('2026-04-01T09:00:00.000Z'),
    logger,
    stopping: new AbortController().signal,
  });
  await bot.start();
  const { port } = there(own.find(({ msg }) => msg.startsWith('Listening for requests of Slack')));
  return { bot, secrets, dispatcher, url: `http://127.0.0.1:${port}` };
};

/** @throws Error naming a secret that stands in the log. */
const checkLog = (log: string, { clientSecret, signingSecret }: SlackServer): void => {
  const known = [clientSecret, signingSecret, key.toString('hex'), key.toString('base64')];
  const shown = known.filter(secret => log.includes(secret));
  const tokens = log.match(/\bxox[a-z](?:\.xox[a-z])?-[\w-]+/g) ?? [];
  if (shown.length > 0 || tokens.length > 0) throw new Error(`The log shows ${[...shown, ...tokens].join(', ')}.`);
};
