/** An edition on its way to the channels of Discord: what stands where in the end, and what is said where it cannot. */
import { PermissionFlagsBits as Bits, ChannelType, MessageFlags } from 'discord.js';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveryKey } from '../../src/archive/deliveries.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { defaultBotPermissions } from '../servers/discord/descriptions.ts';
import type { Message } from '../servers/discord/records.ts';
import { type DiscordStage, startStage } from './discord-stage.ts';
import { buttonsOf, liveIn, readMessage } from './discord-text.ts';
import { recordedEdition } from './recorded-edition.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await recordedEdition();
});

let stage: DiscordStage;
beforeEach(async () => {
  stage = await startStage([edition]);
});
afterEach(() => stage.close());

/** The thread's messages: a Deep Dive each, in their order, then the patterns, then the rest. */
const expectReplies = (replies: readonly Message[]): void => {
  expect(replies.slice(0, edition.deepDives.length).map(reply => readMessage(reply).split(' · ')[0])).toEqual(
    edition.deepDives.map(({ title }) => title),
  );
  const [patterns, rest, ...others] = replies.slice(edition.deepDives.length).map(readMessage);
  expect(patterns).toMatch(/^Patterns Across Companies\n/);
  expect(rest).toMatch(/^Also published\n/);
  expect(rest).toContain('Sources that could not be read\nSoundCloud Backstage Blog');
  expect(others).toEqual([]);
};

const expectParent = (parent: Message | undefined): void => {
  const text = parent === undefined ? '' : readMessage(parent);
  expect(text).toContain('Signal of the Day');
  expect(text).toContain(edition.signal.headline);
  expect(parent && buttonsOf(parent)).toEqual(['Subscribe this channel', 'Browse']);
};

describe('an edition', () => {
  it('is a thread in a text channel: the Signal with its buttons, then a reply for each Deep Dive, in order', async () => {
    expect(await stage.deliver(stage.channel.id, edition)).toBe('posted');
    const [parent, ...others] = stage.discord.messages(stage.channel.id);
    expectParent(parent);
    expect(others).toEqual([]);
    const [thread, ...threads] = stage.discord.threads(stage.channel.id);
    expect(thread?.name).toBe(edition.title);
    expect(threads).toEqual([]);
    expectReplies(stage.discord.messages(thread?.id ?? ''));
  });

  it('is a post in a forum', async () => {
    const forum = stage.addChannel({ type: ChannelType.GuildForum });
    await stage.deliver(forum.id, edition);
    const [post] = stage.discord.threads(forum.id);
    expect(post?.name).toBe(edition.title);
    const [parent, ...replies] = stage.discord.messages(post?.id ?? '');
    expectParent(parent);
    expectReplies(replies);
  });

  it('goes on from an announcement channel to the servers that follow it', async () => {
    const news = stage.addChannel({ type: ChannelType.GuildAnnouncement });
    await stage.deliver(news.id, edition);
    const [parent] = stage.discord.messages(news.id);
    expectParent(parent);
    expect((parent?.flags ?? 0) & MessageFlags.Crossposted).not.toBe(0);
    const [thread] = stage.discord.threads(news.id);
    expect(thread?.type).toBe(ChannelType.AnnouncementThread);
    expectReplies(stage.discord.messages(thread?.id ?? ''));
  });

  it('stands message after message in the chat of a voice channel, which has no threads', async () => {
    const voice = stage.addChannel({ type: ChannelType.GuildVoice });
    stage.discord.moderator.setRole(stage.guild.id, stage.guild.botRoleId, Bits.Connect | defaultBotPermissions);
    await stage.deliver(voice.id, edition);
    const [parent, ...replies] = stage.discord.messages(voice.id);
    expectParent(parent);
    expectReplies(replies);
  });

  it('is found again, part by part, by another process', async () => {
    await stage.deliver(stage.channel.id, edition);
    const [parent] = stage.discord.messages(stage.channel.id);
    const thread = parent?.threadId ?? '';
    await stage.restart();
    const target = { workspace: stage.guild.id, channel: stage.channel.id };
    const { platform } = stage.bot;
    const sentAt = new Date().toISOString();
    expect(await platform.find(target, keyOf(stage, 0), sentAt)).toEqual({ id: parent?.id, thread });
    const [, second] = stage.discord.messages(thread);
    expect(await platform.find({ ...target, thread }, keyOf(stage, 2), sentAt)).toEqual({ id: second?.id, thread });
    expect(await platform.find({ ...target, thread }, 'of nobody', sentAt)).toBeUndefined();
  });

  it('is posted once, though the answer to a part was lost and the bot started anew', async () => {
    const { faults } = stage.discord;
    faults.on({ method: 'POST', path: /messages$/, nth: 4 }, { kind: 'reset', when: 'after' });
    faults.on({ method: 'GET', path: /messages$/, times: 9 }, { kind: 'status', status: 503, when: 'before' });
    await expect(stage.deliver(stage.channel.id, edition)).rejects.toMatchObject({ code: 'unreachable' });
    faults.clear();
    await stage.restart();
    expect(await stage.deliver(stage.channel.id, edition)).toBe('posted');
    expect(stage.discord.messages(stage.channel.id)).toHaveLength(1);
    expectReplies(stage.discord.messages(stage.discord.threads(stage.channel.id)[0]?.id ?? ''));
  });

  it('pings nobody, and no text of a feed does anything of its own', async () => {
    await stage.deliver(stage.channel.id, edition);
    const { discord, channel } = stage;
    const all = [channel, ...discord.threads(channel.id)].flatMap(({ id }) => discord.messages(id));
    expect(all.flatMap(liveIn)).toEqual([]);
    expect(new Set(all.map(({ allowedMentions }) => JSON.stringify(allowedMentions)))).toEqual(
      new Set(['{"parse":[]}']),
    );
  });
});

describe('a channel that takes no edition', () => {
  it.each([
    ['it cannot be seen', Bits.ViewChannel, ['View Channel']],
    ['nothing may be written', Bits.SendMessages, ['Send Messages']],
    [
      'no thread may be opened or written in',
      Bits.CreatePublicThreads | Bits.SendMessagesInThreads,
      ['Create Public Threads', 'Send Messages in Threads'],
    ],
  ])('names the permissions in full where %s, and is left without half an edition', async (_, denied, names) => {
    stage.discord.moderator.deny(stage.channel.id, denied);
    const failed = stage.deliver(stage.channel.id, edition);
    await expect(failed).rejects.toMatchObject({ code: 'no-permission' });
    for (const name of names) await expect(failed).rejects.toThrow(name);
    expect(stage.discord.messages(stage.channel.id)).toEqual([]);
  });

  it('gets it where it was left off, once it may be posted', async () => {
    const { discord, channel } = stage;
    discord.moderator.deny(channel.id, Bits.SendMessages | Bits.SendMessagesInThreads);
    await expect(stage.deliver(channel.id, edition)).rejects.toThrow('Send Messages');
    discord.moderator.deny(channel.id, 0n);
    expect(await stage.deliver(channel.id, edition)).toBe('posted');
    expectReplies(discord.messages(discord.threads(channel.id)[0]?.id ?? ''));
  });

  it('is told apart where it was deleted, and where the bot was removed from the server', async () => {
    const gone = stage.addChannel();
    stage.discord.moderator.deleteChannel(gone.id);
    await expect(stage.deliver(gone.id, edition)).rejects.toMatchObject({ code: 'channel-gone' });
    stage.discord.moderator.kick(stage.guild.id);
    await expect(stage.deliver(stage.channel.id, edition)).rejects.toMatchObject({
      code: 'revoked',
      message: expect.stringContaining('Invite it again'),
    });
  });

  it('is not blamed for a token that was revoked', async () => {
    stage.discord.revokeToken();
    await stage.bot.ended;
    await expect(stage.deliver(stage.channel.id, edition)).rejects.toMatchObject({
      code: 'revoked',
      message: expect.stringContaining('DISCORD_TOKEN'),
    });
    expect(stage.log.join('')).not.toContain(stage.discord.token);
  });
});

/** The key under which delivery posts a part. */
const keyOf = ({ guild, channel }: DiscordStage, ordinal: number): string =>
  `${deliveryKey({ platform: 'discord', workspace: guild.id, channel: channel.id, edition: edition.date })}/${ordinal}`;
