import { ChannelType, PermissionFlagsBits as flags, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../servers/discord/faults.ts';
import type { Guild } from '../../servers/discord/records.ts';
import type { DiscordServer } from '../../servers/discord/server.ts';
import { type PostingStage, partsIn, startPosting } from './posting-stage.ts';

let discord: DiscordServer;
let guild: Guild;
let targetOf: PostingStage['targetOf'];
let post: PostingStage['post'];
let postAll: PostingStage['postAll'];
let find: PostingStage['find'];

beforeEach(async () => {
  ({ discord, guild, targetOf, post, postAll, find } = await startPosting());
});

afterEach(() => discord.close());

const textsIn = (channelId: string): readonly string[] => partsIn(discord, channelId);

const replies = ['First entry', 'Second entry', 'Third entry'];

describe('a digest', () => {
  it('is a message with a thread of its title, into which the replies go in order', async () => {
    const target = targetOf();
    const [parent] = await postAll(target);
    expect(textsIn(target.channel)).toEqual(['What happened']);
    expect(discord.threads(target.channel).map(({ name }) => name)).toEqual(['Digest of the day']);
    expect(textsIn(parent?.thread ?? '').filter(text => text !== '')).toEqual(replies);
  });

  it('is published to the servers that follow an announcement channel', async () => {
    const target = targetOf({ type: ChannelType.GuildAnnouncement });
    const [parent] = await postAll(target);
    const published = discord.requests.find(({ path }) => path.endsWith('/crosspost'));
    expect(published).toMatchObject({
      path: `/channels/${target.channel}/messages/${parent?.id}/crosspost`,
      status: 200,
    });
    expect(parent?.note).toBeUndefined();
  });

  it('stands in an announcement channel also where it cannot be published, with a note', async () => {
    const target = targetOf({ type: ChannelType.GuildAnnouncement });
    discord.faults.on({ path: /crosspost$/ }, { kind: 'rate-limit', retryAfter: 3_000 });
    const posted = await postAll(target);
    expect(posted).toHaveLength(4);
    expect(posted[0]?.note).toContain('not published');
  });

  it.each<Fault>([
    { kind: 'status', status: 503, when: 'before' },
    { kind: 'status', status: 500, when: 'after' },
    { kind: 'reset', when: 'before' },
    { kind: 'reset', when: 'after' },
  ])('is published once though the first call for that fails by $kind $when', async fault => {
    const target = targetOf({ type: ChannelType.GuildAnnouncement });
    discord.faults.on({ path: /crosspost$/ }, fault);
    const posted = await post(target, 0);
    expect(posted.note).toBeUndefined();
    const [message] = discord.messages(target.channel);
    expect((message?.flags ?? 0) & MessageFlags.Crossposted).not.toBe(0);
  });

  it('is asked to be published three times at most, where no answer comes', async () => {
    const target = targetOf({ type: ChannelType.GuildAnnouncement });
    discord.faults.on({ path: /crosspost$/, times: 9 }, { kind: 'status', status: 503, when: 'before' });
    const posted = await post(target, 0);
    expect(posted.note).toContain('not published');
    expect(discord.requests.filter(({ path }) => path.endsWith('/crosspost'))).toHaveLength(3);
  });

  it('is a post in a forum', async () => {
    const target = targetOf({ type: ChannelType.GuildForum });
    const [parent] = await postAll(target);
    expect(discord.threads(target.channel).map(({ id, name }) => [id, name])).toEqual([
      [parent?.thread, 'Digest of the day'],
    ]);
    expect(textsIn(parent?.thread ?? '')).toEqual(['What happened', ...replies]);
  });

  it('gets the first tag of a forum that requires one, and says so', async () => {
    const target = targetOf({ type: ChannelType.GuildForum, tags: ['reading', 'other'], isTagRequired: true });
    expect((await post(target, 0)).note).toContain('"reading"');
  });

  it.each([ChannelType.GuildVoice as const])('stands in a row where there are no threads (kind %s)', async type => {
    const target = targetOf({ type });
    discord.moderator.overwrite(target.channel, guild.botRoleId, { allow: flags.Connect });
    await postAll(target);
    expect(textsIn(target.channel)).toEqual(['What happened', ...replies]);
  });

  it('stands in a row in a thread that was subscribed', async () => {
    const { channel } = targetOf();
    const thread = discord.moderator.startThread(channel, 'Reading');
    await postAll({ workspace: guild.id, channel: thread.id });
    expect(textsIn(thread.id).filter(text => text !== '')).toEqual(['What happened', ...replies]);
  });

  it('pings nobody (complaint 12, MonitoRSS #396)', async () => {
    const target = targetOf();
    const [parent] = await postAll(target);
    const all = [...discord.messages(target.channel), ...discord.messages(parent?.thread ?? '')];
    expect(
      all.filter(({ author }) => author.id === discord.bot.id).every(one => one.allowedMentions !== undefined),
    ).toBe(true);
    expect(all[0]?.allowedMentions).toEqual({ parse: [] });
  });
});

describe('a part', () => {
  it('that Discord refuses is posted more plainly, and that is noted (complaint 14, publish-release-info-action #55)', async () => {
    const target = targetOf();
    discord.faults.on(
      { method: 'POST', path: `/channels/${target.channel}/messages` },
      { kind: 'refuse', status: 400, code: 50_035, message: 'Invalid Form Body' },
    );
    const posted = await post(target, 0);
    expect(textsIn(target.channel)).toEqual(['What happened']);
    expect(posted.note).toContain('plainer');
  });

  it('that Discord refuses in every form fails alone, by name', async () => {
    const target = targetOf();
    discord.faults.on(
      { method: 'POST', path: `/channels/${target.channel}/messages`, times: 9 },
      { kind: 'refuse', status: 400, code: 50_035, message: 'Invalid Form Body' },
    );
    await expect(post(target, 0)).rejects.toMatchObject({ code: 'refused' });
  });

  it('posted again within minutes stands once, as its nonce is the same', async () => {
    const target = targetOf();
    const first = await post(target, 0);
    expect(await post(target, 0)).toEqual(first);
    expect(discord.messages(target.channel)).toHaveLength(1);
  });

  it('is not sent again by the client itself after a fault that may have come after it arrived', async () => {
    const target = targetOf({ type: ChannelType.GuildForum });
    discord.faults.on({ method: 'POST', path: /threads$/ }, { kind: 'status', status: 502, when: 'after' });
    await expect(post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
    expect(discord.threads(target.channel)).toHaveLength(1);
    expect((await find(target, 0))?.thread).toBe(discord.threads(target.channel)[0]?.id);
  });
});

describe('a thread', () => {
  it('that is archived is opened by what is sent (complaint 24, discord-api-docs #5517)', async () => {
    const target = targetOf();
    const { thread } = await post(target, 0);
    discord.moderator.archive(thread);
    const [reply] = await postAll({ ...target, thread }, 1, 2);
    expect(reply?.thread).toBe(thread);
    expect(textsIn(thread)).toContain('First entry');
  });

  it.each([
    { where: 'a text channel', type: ChannelType.GuildText as const },
    { where: 'an announcement channel', type: ChannelType.GuildAnnouncement as const },
    { where: 'a forum', type: ChannelType.GuildForum as const },
  ])(
    'of $where that is locked is followed by one new thread, and that is noted (complaint 24, discord-api-docs #6884)',
    async ({ type }) => {
      const target = targetOf({ type });
      const { thread } = await post(target, 0);
      discord.moderator.lock(thread);
      const [first, second] = await postAll({ ...target, thread }, 1, 3);
      expect(first?.note).toContain('locked');
      expect(first?.thread).not.toBe(thread);
      expect(second?.thread).toBe(first?.thread);
      expect(textsIn(first?.thread ?? '').filter(text => text !== '')).toEqual(['First entry', 'Second entry']);
      expect(await postAll({ ...target, thread }, 3, 4)).toMatchObject([{ thread: first?.thread }]);
    },
  );

  it('that was deleted costs the rest of this digest, and not the subscription (complaint 25, RSS-to-Telegram FAQ)', async () => {
    const target = targetOf();
    const { thread } = await post(target, 0);
    discord.moderator.deleteChannel(thread);
    await expect(post({ ...target, thread }, 1)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('what stands in the way', () => {
  it.each([
    { lacks: 'Send Messages', bits: flags.SendMessages },
    { lacks: 'Create Public Threads', bits: flags.CreatePublicThreads },
    { lacks: 'View Channel', bits: flags.ViewChannel },
  ])('is named in full: $lacks (discord-mcp #60), and nothing is left half done', async ({ lacks, bits }) => {
    const target = targetOf();
    discord.moderator.deny(target.channel, bits);
    await expect(postAll(target)).rejects.toMatchObject({
      code: 'no-permission',
      message: expect.stringContaining(lacks),
    });
    expect(discord.messages(target.channel)).toEqual([]);
  });

  it('complaint 23: is named in full in a thread: Send Messages in Threads', async () => {
    const target = targetOf();
    const { thread } = await post(target, 0);
    discord.moderator.deny(target.channel, flags.SendMessagesInThreads);
    await expect(post({ ...target, thread }, 1)).rejects.toMatchObject({
      code: 'no-permission',
      message: expect.stringContaining('Send Messages in Threads'),
    });
  });

  it('may be that the channel is gone, or the bot removed, or the token refused', async () => {
    const gone = targetOf();
    discord.moderator.deleteChannel(gone.channel);
    await expect(post(gone, 0)).rejects.toMatchObject({ code: 'channel-gone' });
    const kicked = targetOf();
    discord.moderator.kick(guild.id);
    await expect(post(kicked, 0)).rejects.toMatchObject({
      code: 'revoked',
      reach: 'workspace',
      message: expect.stringContaining('Invite'),
    });
    discord.revokeToken();
    await expect(post(kicked, 0)).rejects.toMatchObject({
      code: 'revoked',
      reach: 'platform',
      message: expect.stringContaining('token'),
    });
  });

  it.each(['reset' as const, 'status' as const])('may be the network: %s', async kind => {
    const target = targetOf();
    discord.faults.on(
      { method: 'POST' },
      kind === 'reset' ? { kind, when: 'before' } : { kind, when: 'before', status: 500 },
    );
    await expect(post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
