import { type REST, Routes } from 'discord.js';
import { PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { DiscordServer } from './server.ts';
import { codeOf, known, send, start } from './started.ts';

/** A thread on a message of the bot's, as a digest opens it. */
async function threadIn(rest: REST, channelId: string) {
  const { id } = await send(rest, channelId, { content: 'parent' });
  return known(await rest.post(Routes.threads(channelId, id), { body: { name: 'digest' } }));
}

const forumOf = (server: DiscordServer, guild: Parameters<DiscordServer['addChannel']>[0], isTagRequired: boolean) =>
  server.addChannel(guild, { name: 'forum', type: ChannelType.GuildForum, tags: ['daily'], isTagRequired });

describe('threads', () => {
  it('a thread has its message’s id, and a message one thread (160004)', async () => {
    const { server, rest, channel } = await start();
    const thread = await threadIn(rest, channel.id);
    expect(thread.id).toBe(server.messages(channel.id)[0]?.id);
    expect(await codeOf(rest.post(Routes.threads(channel.id, thread.id), { body: { name: 'again' } }))).toBe(160004);
    await send(rest, thread.id, { content: 'reply' });
    expect(server.messages(thread.id).map(({ content }) => content)).toEqual(['reply']);
    expect(server.threads(channel.id).map(({ name }) => name)).toEqual(['digest']);
  });

  it('a name over 100 characters is refused', async () => {
    const { rest, channel } = await start();
    const { id } = await send(rest, channel.id, { content: 'parent' });
    expect(await codeOf(rest.post(Routes.threads(channel.id, id), { body: { name: 'x'.repeat(101) } }))).toBe(50035);
  });

  it('sending to an archived thread opens it again', async () => {
    const { server, rest, channel } = await start();
    const thread = await threadIn(rest, channel.id);
    const { id } = await send(rest, thread.id, { content: 'one' });
    server.moderator.archive(thread.id);
    expect(await codeOf(rest.patch(Routes.channelMessage(thread.id, id), { body: { content: 'two' } }))).toBe(50083);
    await send(rest, thread.id, { content: 'three' });
    expect(server.channel(thread.id)?.thread?.isArchived).toBe(false);
  });

  it('a locked and archived thread takes nothing (50083), but from who manages threads', async () => {
    const { server, guild, rest, channel } = await start();
    const thread = await threadIn(rest, channel.id);
    server.moderator.lock(thread.id);
    expect(await codeOf(send(rest, thread.id, { content: 'x' }))).toBe(50083);
    expect(await codeOf(rest.patch(Routes.channel(thread.id), { body: { archived: false } }))).toBe(50083);
    const role = guild.roles.get(guild.botRoleId)?.permissions ?? 0n;
    server.moderator.setRole(guild.id, guild.botRoleId, role | Bits.ManageThreads);
    await send(rest, thread.id, { content: 'x' });
    expect(server.messages(thread.id)).toHaveLength(1);
  });

  it('a locked thread that is open takes nothing either (160005)', async () => {
    const { server, rest, channel } = await start();
    const thread = await threadIn(rest, channel.id);
    server.moderator.lockOpen(thread.id);
    expect(await codeOf(send(rest, thread.id, { content: 'x' }))).toBe(160005);
  });

  it('asks Send Messages in Threads, not Send Messages (50013)', async () => {
    const { server, rest, channel } = await start();
    const thread = await threadIn(rest, channel.id);
    server.moderator.deny(channel.id, Bits.SendMessages);
    await send(rest, thread.id, { content: 'x' });
    server.moderator.deny(channel.id, Bits.SendMessagesInThreads);
    expect(await codeOf(send(rest, thread.id, { content: 'x' }))).toBe(50013);
  });

  it('asks Create Public Threads to start one (50013)', async () => {
    const { server, rest, channel } = await start();
    server.moderator.deny(channel.id, Bits.CreatePublicThreads);
    expect(await codeOf(threadIn(rest, channel.id))).toBe(50013);
  });

  it('one on no message is private unless it says otherwise', async () => {
    const { server, rest, channel } = await start();
    const start11 = { body: { name: 'open', type: ChannelType.PublicThread } };
    expect(known(await rest.post(Routes.threads(channel.id), start11))).toMatchObject({
      type: ChannelType.PublicThread,
    });
    const plain = known(await rest.post(Routes.threads(channel.id), { body: { name: 'closed' } }));
    expect(server.channel(plain.id)?.type).toBe(ChannelType.PrivateThread);
  });

  it('lists those that are active, and those that are archived', async () => {
    const { server, guild, rest, channel } = await start();
    const one = await threadIn(rest, channel.id);
    const other = await threadIn(rest, channel.id);
    server.moderator.archive(one.id);
    expect(await rest.get(Routes.guildActiveThreads(guild.id))).toMatchObject({ threads: [{ id: other.id }] });
    expect(await rest.get(Routes.channelThreads(channel.id, 'public'))).toMatchObject({
      threads: [{ id: one.id, thread_metadata: { archived: true } }],
      has_more: false,
    });
  });

  it('the bot is a member of its own, and joins another’s', async () => {
    const { server, rest, channel } = await start();
    const own = await threadIn(rest, channel.id);
    expect(await rest.get(Routes.threadMembers(own.id))).toMatchObject([{ user_id: server.bot.id }]);
    const other = server.moderator.startThread(channel.id, 'chat');
    expect(await codeOf(rest.get(Routes.threadMembers(other.id, server.bot.id)))).toBe(10007);
    await rest.put(Routes.threadMembers(other.id, '@me'));
    expect(await rest.get(Routes.threadMembers(other.id, server.bot.id))).toMatchObject({ user_id: server.bot.id });
  });
});

describe('a forum', () => {
  const post = (rest: REST, forumId: string, more: object = {}) =>
    rest.post(Routes.threads(forumId), { body: { name: 'digest', message: { content: 'parent' }, ...more } });

  it('takes posts, and no messages (50008)', async () => {
    const { server, guild, rest } = await start();
    const forum = forumOf(server, guild, false);
    expect(await codeOf(send(rest, forum.id, { content: 'x' }))).toBe(50008);
    const made = known(await post(rest, forum.id));
    expect(made.message).toMatchObject({ id: made.id, content: 'parent' });
    await send(rest, made.id, { content: 'reply' });
    expect(server.messages(made.id).map(({ content }) => content)).toEqual(['parent', 'reply']);
  });

  it('asks for a tag where it requires one (40067), and for one that it has', async () => {
    const { server, guild, rest } = await start();
    const forum = forumOf(server, guild, true);
    expect(await codeOf(post(rest, forum.id))).toBe(40067);
    expect(await codeOf(post(rest, forum.id, { applied_tags: ['1'] }))).toBe(50035);
    await post(rest, forum.id, { applied_tags: [forum.tags[0]?.id] });
    expect(server.threads(forum.id)[0]?.thread?.appliedTags).toEqual([forum.tags[0]?.id]);
  });
});
