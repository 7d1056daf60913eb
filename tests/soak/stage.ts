/** All that is around the bot: loopback chats behind gates that spoil calls, blogs that publish, its folder and its settings. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { writeOpml } from '../../src/sources/catalogue/opml-writer.ts';
import { emptyFolder } from '../cli/digest.ts';
import { type Chats, type Place, startChats } from '../torture/chats.ts';
import type { Draw } from '../torture/draw.ts';
import { type Call, type Fate, type Gate, startGate } from '../torture/gate.ts';
import { type Blogs, type BlogsOptions, startBlogs } from './blogs.ts';
import { subscriptionOf } from './channels.ts';
import type { SteeredClock } from './steered-clock.ts';

export interface Subscribed {
  readonly at: Place;
  readonly subscription: Subscription;
}

export interface Stage {
  readonly chats: Chats;
  readonly blogs: Blogs;
  readonly subscribed: readonly Subscribed[];
  readonly archive: Archive;
  readonly folder: string;
  /** The environment in which the bot runs. */
  readonly env: Readonly<Record<string, string>>;
  /** Resolves once no call to a chat is under way. */
  idle(): Promise<void>;
  isIdle(): boolean;
  close(): Promise<void>;
}

export interface StageOptions extends Pick<BlogsOptions, 'from' | 'until'> {
  readonly draw: Draw;
  readonly clock: SteeredClock;
  /** Half of them are of Slack. */
  readonly channels: number;
  readonly fateOfCall: (platform: Place['platform'], call: Call, chats: Chats) => Fate;
  readonly fateOfReading: BlogsOptions['fateOf'];
  /** Resolves when the bot is dead. */
  readonly kill: () => Promise<void>;
}

/** Editions are made when it is six in UTC. */
export const makingAt = '06:00';
const longAgo = '2026-01-01T00:00:00Z';

export const startStage = async (options: StageOptions): Promise<Stage> => {
  const { clock, channels, fateOfCall, fateOfReading, kill, ...publishing } = options;
  const [chats, blogs] = await Promise.all([
    startChats({ channels, clock, responseOrigin: (): string => toSlack.origin }),
    startBlogs({ ...publishing, clock, fateOf: fateOfReading }),
  ]);
  const gateTo = (platform: Place['platform'], address: string): Promise<Gate> =>
    startGate({
      origin: new URL(address).origin,
      clock,
      fateOf: call => fateOfCall(platform, call, chats),
      kill,
      stall: () => {},
    });
  const { slack, discord } = chats;
  const [toSlack, toDiscord]: readonly [Gate, Gate] = await Promise.all([
    gateTo('slack', slack.url),
    gateTo('discord', discord.api),
  ]);
  const gates = [toSlack, toDiscord];
  const closing = new AbortController();
  void keepPinging(slack, clock, closing.signal);

  const folder = emptyFolder();
  const [path, sources] = [join(folder, 'archive.db'), join(folder, 'sources.opml')];
  await writeFile(sources, writeOpml(blogs.sources));
  const archive = await openArchive({ path });
  const subscribed = chats.places.map((at, index) => ({ at, subscription: subscriptionOf(at, index) }));
  for (const { subscription } of subscribed) await saveSubscription(archive, subscription, longAgo);

  return {
    ...{ chats, blogs, subscribed, archive, folder },
    env: {
      ...{ TZ: 'UTC', DIGEST_AT: makingAt, DATABASE_URL: path, DIGEST_SOURCES: sources },
      DIGEST_PRIVATE_HOSTS: blogs.hosts.join(','),
      SLACK_API_URL: `${toSlack.origin}/api/`,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      DISCORD_API_URL: `${toDiscord.origin}/api`,
      DISCORD_TOKEN: discord.token,
    },
    idle: async () => void (await Promise.all(gates.map(gate => gate.idle()))),
    isIdle: () => gates.every(gate => gate.isIdle()),
    close: async () => {
      closing.abort();
      await archive.close();
      await Promise.all([...gates.map(gate => gate.close()), blogs.close(), chats.close()]);
    },
  };
};

/** Milliseconds. A client of Slack that hears nothing for half a minute takes its connection for lost. */
const betweenPings = 10_000;

const keepPinging = async (slack: Chats['slack'], clock: SteeredClock, closing: AbortSignal): Promise<void> => {
  while (!closing.aborted) {
    for (const connection of slack.connections) void connection.ping().catch(() => {});
    await clock.pause(betweenPings, closing);
  }
};
