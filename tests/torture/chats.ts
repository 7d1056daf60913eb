/** The loopback Slack and Discord with the channels that the bot is in. */
import { ChannelType } from 'discord-api-types/v10';
import type { Clock } from '../../src/delivery/clock.ts';
import type { Guild } from '../servers/discord/records.ts';
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

export interface Chats {
  readonly slack: SlackServer;
  readonly discord: DiscordServer;
  /** Servers of Discord. */
  readonly guilds: readonly Guild[];
  readonly places: readonly Place[];
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

export interface ChatsOptions {
  /** Half of them are of Slack. */
  readonly channels: number;
  /** What time it is on the platforms. */
  readonly clock: Clock;
  /** Origin at which Slack's response URLs are reached. Default: the server's own. */
  readonly responseOrigin?: () => string;
}

export const startChats = async ({ channels, clock, ...reached }: ChatsOptions): Promise<Chats> => {
  const now = () => Math.floor(clock.now().getTime());
  const after = (milliseconds: number, then: () => void) => {
    const off = new AbortController();
    void clock.pause(milliseconds, off.signal).then(() => off.signal.aborted || then());
    return () => off.abort();
  };
  const [slack, discord] = await Promise.all([
    startSlack({ clock: { now, after }, ...reached }),
    startDiscord({ now }),
  ]);
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
  return {
    slack,
    discord,
    guilds,
    places,
    close: async () => void (await Promise.all([slack.close(), discord.close()])),
  };
};

const labelOf = (platform: Place['platform'], index: number): string => `${platform}-${String(index).padStart(2, '0')}`;

/** The place that a call is about; `elsewhere` where it is about none. */
export const placeOf = (platform: Place['platform'], { path, body }: Call, { discord, places }: Chats): string => {
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
