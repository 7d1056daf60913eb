/** The loopback Slack and Discord with their channels, and the archive of a bot that all of these subscribed to. */
import { join } from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import type { ArchiveAddress } from '../../src/edition/archive-address.ts';
import { emptyFolder } from '../cli/digest.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { createDatabase, type PostgresServer, startPostgres } from '../postgres/server.ts';
import { type DiscordServer, startDiscord } from '../servers/discord/server.ts';
import type { SlackServer } from '../servers/slack/contract.ts';
import { startSlack } from '../servers/slack/server.ts';
import type { Call } from './gate.ts';

export interface Place {
  /** Such as `discord-07`, for a seed to refer to. */
  readonly label: string;
  readonly platform: 'slack' | 'discord';
  readonly workspace: string;
  readonly channel: string;
  readonly isForum: boolean;
}

export interface Stage {
  readonly slack: SlackServer;
  readonly discord: DiscordServer;
  readonly places: readonly Place[];
  readonly archive: Archive;
  readonly address: ArchiveAddress;
  /** Where the archive is, if it is on a server. */
  readonly postgres: PostgresServer | undefined;
  /** For what is written beside. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Kinds of channels of Discord, in turn. */
const kinds = [
  ChannelType.GuildText,
  ChannelType.GuildForum,
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
] as const;
/** Servers of Discord that the channels are spread over. */
const guildCount = 2;
const longAgo = '2026-01-01T00:00:00Z';

export interface StageOptions {
  readonly engine: 'sqlite' | 'postgres';
  /** Half of them are of Slack. */
  readonly channels: number;
}

/** @param clock What time it is on the platforms. */
export const startStage = async ({ engine, channels }: StageOptions, clock: Clock): Promise<Stage> => {
  const now = () => Math.floor(clock.now().getTime());
  const after = (milliseconds: number, then: () => void) => {
    const off = new AbortController();
    void clock.pause(milliseconds, off.signal).then(() => off.signal.aborted || then());
    return () => off.abort();
  };
  const [slack, discord] = await Promise.all([startSlack({ clock: { now, after } }), startDiscord({ now })]);
  const guilds = Array.from({ length: guildCount }, () => discord.addGuild());
  const inSlack = Array.from({ length: Math.ceil(channels / 2) }, (_, index): Place => {
    const { id: channel } = slack.addChannel();
    return { label: labelOf('slack', index), platform: 'slack', workspace: slack.teamId, channel, isForum: false };
  });
  const inDiscord = Array.from({ length: Math.floor(channels / 2) }, (_, index): Place => {
    const guild = guilds[index % guildCount];
    const type = kinds[index % kinds.length];
    if (guild === undefined || type === undefined) throw new RangeError('There are too few servers or kinds.');
    const { id: channel } = discord.addChannel(guild, { name: `news-${index}`, type });
    const isForum = type === ChannelType.GuildForum;
    return { label: labelOf('discord', index), platform: 'discord', workspace: guild.id, channel, isForum };
  });
  const places = [...inSlack, ...inDiscord];
  const folder = emptyFolder();
  const postgres = engine === 'postgres' ? await startPostgres() : undefined;
  const address =
    postgres === undefined ? { path: join(folder, 'archive.db') } : { postgresUrl: await createDatabase(postgres.url) };
  const archive = await openArchive(address);
  for (const { platform, workspace, channel } of places) {
    const subscription = aSubscription({ platform, workspace, channel, at: '00:00', timeZone: 'UTC' });
    await saveSubscription(archive, subscription, longAgo);
  }
  return {
    slack,
    discord,
    places,
    archive,
    address,
    postgres,
    folder,
    close: async () => {
      await Promise.all([archive.close(), slack.close(), discord.close()]);
      await postgres?.close();
    },
  };
};

const labelOf = (platform: Place['platform'], index: number): string => `${platform}-${String(index).padStart(2, '0')}`;

/** The place that a call is about; `elsewhere` where it is about none. */
export const placeOf = (platform: Place['platform'], { path, body }: Call, { discord, places }: Stage): string => {
  const channel = platform === 'slack' ? new URLSearchParams(body).get('channel') : channelInPath(path, discord);
  return places.find(place => place.platform === platform && place.channel === channel)?.label ?? 'elsewhere';
};

/** Of a thread, the channel that it is in. */
const channelInPath = (path: string, discord: DiscordServer): string | undefined => {
  const [, id = ''] = /\/channels\/(\d+)/.exec(path) ?? [];
  const channel = discord.channel(id);
  return channel?.thread === undefined ? id : channel.parentId;
};

/** Whether a call posts something, rather than looks something up. */
export const isPost = ({ method, path }: Call): boolean =>
  path.startsWith('/api/v10/') ? method === 'POST' : path.endsWith('chat.postMessage');
