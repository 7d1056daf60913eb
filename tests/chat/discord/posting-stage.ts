/** A digest of four parts on its way into a loopback Discord, through discord.js' own REST client. */
import type { RESTOptions } from 'discord.js';
import { createDiscordPlatform, type DiscordPost } from '../../../src/chat/discord/platform.ts';
import { createRest } from '../../../src/chat/discord/rest.ts';
import { type Block, heading, paragraph } from '../../../src/chat/message.ts';
import type { Part, Platform, Posted, Target } from '../../../src/chat/platform.ts';
import type { ChannelDescription } from '../../servers/discord/descriptions.ts';
import type { Guild } from '../../servers/discord/records.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord/server.ts';

export interface PostingStage {
  readonly discord: DiscordServer;
  readonly guild: Guild;
  readonly platform: Platform<DiscordPost>;
  /** Moves the server's clock on, by milliseconds. */
  pass(milliseconds: number): void;
  /** The server's time, ISO 8601. */
  now(): string;
  targetOf(description?: Partial<ChannelDescription>): Target;
  post(target: Target, ordinal: number): Promise<Posted>;
  /** All parts, each into the thread that the one before named. */
  postAll(target: Target, from?: number, to?: number): Promise<readonly Posted[]>;
  /** Looks for a part that was sent at `sentAt`, now by default. */
  find(target: Target, ordinal: number, sentAt?: string): Promise<Posted | undefined>;
}

/** @param actions Stand at the end of the first part. */
export const startPosting = async (
  options: Pick<Partial<RESTOptions>, 'timeout'> & { readonly actions?: Block } = {},
): Promise<PostingStage> => {
  const { actions, ...calling } = options;
  let later = 0;
  const now = (): number => Date.now() + later;
  const discord = await startDiscord({ now });
  const guild = discord.addGuild();
  const platform = createDiscordPlatform(createRest(discord.token, discord.api, calling));
  const blocks = [heading(1, 'Digest of the day'), paragraph('What happened @everyone')];
  const parts = platform.render({
    blocks: actions === undefined ? blocks : [...blocks, actions],
    thread: ['First', 'Second', 'Third'].map(text => ({ blocks: [paragraph(`${text} entry`)] })),
  });

  const part = (ordinal: number): Part<DiscordPost> => {
    const found = parts[ordinal];
    if (found === undefined) throw new Error(`no part ${ordinal}`);
    return found;
  };

  const post: PostingStage['post'] = (target, ordinal) => platform.post(target, part(ordinal), keyOf(ordinal));
  return {
    discord,
    guild,
    platform,
    pass(milliseconds) {
      later += milliseconds;
    },
    now: () => new Date(now()).toISOString(),
    targetOf: description => ({
      workspace: guild.id,
      channel: discord.addChannel(guild, { name: 'news', ...description }).id,
    }),
    post,
    async postAll(target, from = 0, to = parts.length) {
      const done: Posted[] = [];
      let { thread } = target;
      for (let ordinal = from; ordinal < to; ordinal += 1) {
        const one = await post({ ...target, ...(thread !== undefined && { thread }) }, ordinal);
        done.push(one);
        thread = one.thread;
      }
      return done;
    },
    find: (target, ordinal, sentAt = new Date(now()).toISOString()) => platform.find(target, keyOf(ordinal), sentAt),
  };
};

const keyOf = (ordinal: number): string => `edition/subscription/${ordinal}`;

/** Which part each message is; empty for another. */
export const partsIn = (discord: DiscordServer, channelId: string): readonly string[] =>
  discord
    .messages(channelId)
    .map(message => `${message.content}${JSON.stringify([message.components, message.embeds])}`)
    .map(text => ['What happened', 'First entry', 'Second entry', 'Third entry'].find(one => text.includes(one)) ?? '');
