/** A loopback Slack and Discord for each test, and a folder whose archive has an edition for channels of theirs. */
import { join } from 'node:path';
import { ChannelType, MessageType } from 'discord-api-types/v10';
import { afterEach, beforeEach } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import type { ArchiveAddress } from '../../src/edition/archive-address.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { anEdition } from '../an-edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { type DiscordServer, startDiscord } from '../servers/discord/server.ts';
import type { SlackServer } from '../servers/slack/contract.ts';
import { startSlack } from '../servers/slack/server.ts';
import { emptyFolder } from './digest.ts';

/** Parent, two Deep Dives, patterns, the rest. */
export const partsOfEdition = 5;
export const longAgo = '2026-01-01T00:00:00Z';
/** One day for all of a file, as midnight may pass in a test: what is due stays so for days. */
export const today = new Date().toISOString().slice(0, 10);

interface Servers {
  readonly slack: SlackServer;
  readonly discord: DiscordServer;
}

/** Started before each test and closed after it. */
export const chatServers = () => {
  let servers: Servers | undefined;
  const present = (): Servers => {
    if (servers === undefined) throw new Error('The servers run within a test only.');
    return servers;
  };
  beforeEach(async () => {
    const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
    servers = { slack, discord };
  });
  afterEach(async () => {
    const { slack, discord } = present();
    await Promise.all([slack.close(), discord.close()]);
  });

  return {
    get slack() {
      return present().slack;
    },
    get discord() {
      return present().discord;
    },
    /** Settings for Socket Mode. */
    slackEnv: () => {
      const { slack } = present();
      return { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.url };
    },
    discordEnv: () => {
      const { discord } = present();
      return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api };
    },
    /** A new channel that the bot is in. */
    inSlack: () => {
      const { slack } = present();
      return { platform: 'slack', workspace: slack.teamId, channel: slack.addChannel().id } as const;
    },
    inDiscord: () => {
      const { discord } = present();
      const guild = discord.addGuild();
      const { id } = discord.addChannel(guild, { name: 'news', type: ChannelType.GuildText });
      return { platform: 'discord', workspace: guild.id, channel: id } as const;
    },
    /** Resolves once so many messages more were posted. */
    slackMessages: async (count: number): Promise<void> => {
      for (let posted = 0; posted < count; posted++) await present().slack.next('message');
    },
    discordMessages: (count: number): Promise<unknown> => {
      let posted = 0;
      // Discord itself writes the first line of a thread.
      const isPosted = ({ type }: { readonly type: MessageType }) => type !== MessageType.ThreadStarterMessage;
      return present().discord.next('message', message => isPosted(message) && ++posted === count);
    },
  };
};

/** Today's edition, due since midnight in the channels that are given. */
export const fillArchive = async (
  address: ArchiveAddress,
  ...subscriptions: readonly Partial<Subscription>[]
): Promise<void> => {
  const archive = await openArchive(address);
  const edition = anEdition({ date: today, title: `Engineering @ Scale — ${today}` });
  await saveEdition(archive, edition, { until: longAgo, builtAt: longAgo });
  await archive.close();
  await subscribeIn(address, ...subscriptions);
};

/** Channels for which it has been due since midnight. */
export const subscribeIn = async (
  address: ArchiveAddress,
  ...subscriptions: readonly Partial<Subscription>[]
): Promise<void> => {
  const archive = await openArchive(address);
  for (const one of subscriptions) {
    await saveSubscription(archive, aSubscription({ at: '00:00', timeZone: 'UTC', ...one }), longAgo);
  }
  await archive.close();
};

/** A folder whose archive has that. */
export const folderWith = async (...subscriptions: readonly Partial<Subscription>[]): Promise<string> => {
  const cwd = emptyFolder();
  await fillArchive({ path: join(cwd, 'data/archive.db') }, ...subscriptions);
  return cwd;
};
