import { ChannelType, PermissionFlagsBits as flags, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../src/chat/message.ts';
import type { DiscordServer } from '../../servers/discord/server.ts';
import { type PostingStage, partsIn, startPosting } from './posting-stage.ts';

let stage: PostingStage;
let discord: DiscordServer;

beforeEach(async () => {
  stage = await startPosting();
  ({ discord } = stage);
});

afterEach(() => discord.close());

const hour = 3_600_000;

/** Others write so many messages, all at once. */
const chatter = (channel: string, count: number): void => {
  const person = discord.addPerson(stage.guild);
  for (let index = 0; index < count; index += 1) person.say(channel, `message ${index}`);
};

const lists = (): number =>
  discord.requests.filter(({ method, path }) => method === 'GET' && /messages$/.test(path)).length;

const kinds = [
  { where: 'a text channel', type: ChannelType.GuildText as const },
  { where: 'a forum', type: ChannelType.GuildForum as const },
];

describe('a part that may have arrived', () => {
  it.each(kinds)('is found in $where by what it bears, and nothing is found that is not there', async ({ type }) => {
    const target = stage.targetOf({ type });
    const [parent, first] = await stage.postAll(target, 0, 2);
    const inThread = { ...target, thread: parent?.thread ?? '' };
    expect(await stage.find(target, 0)).toEqual({ id: parent?.id, thread: parent?.thread });
    expect(await stage.find(inThread, 1)).toEqual({ id: first?.id, thread: parent?.thread });
    expect(await stage.find(inThread, 2)).toBeUndefined();
    expect(await stage.find(target, 9)).toBeUndefined();
  });

  it('is found at once in a channel in which thousands of messages followed', async () => {
    const target = stage.targetOf();
    const sentAt = stage.now();
    const { id } = await stage.post(target, 0);
    stage.pass(2 * hour);
    chatter(target.channel, 1_500);
    expect(await stage.find(target, 0, sentAt)).toMatchObject({ id });
    expect(lists()).toBe(1);
  });

  it('is found behind hundreds of messages of the same hour', async () => {
    const target = stage.targetOf();
    chatter(target.channel, 350);
    const { id } = await stage.post(target, 0);
    expect(await stage.find(target, 0)).toMatchObject({ id });
  });

  it('is not taken for lost, and posted twice, where more was posted about that time than is read', async () => {
    const target = stage.targetOf();
    chatter(target.channel, 1_200);
    const sentAt = stage.now();
    await stage.post(target, 0);
    await expect(stage.find(target, 0, sentAt)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('is known to be lost in a channel that is busy at other times', async () => {
    const target = stage.targetOf();
    chatter(target.channel, 1_200);
    stage.pass(2 * hour);
    const sentAt = stage.now();
    stage.pass(2 * hour);
    chatter(target.channel, 1_200);
    expect(await stage.find(target, 0, sentAt)).toBeUndefined();
  });

  it.each([
    ...kinds.map(kind => ({ ...kind, bits: flags.ReadMessageHistory, lacks: 'Read Message History' })),
    ...kinds.map(kind => ({ ...kind, bits: flags.ViewChannel, lacks: 'View Channel' })),
  ])('is not taken for lost in $where that lists nothing without $lacks', async ({ type, bits, lacks }) => {
    const target = stage.targetOf({ type });
    await stage.post(target, 0);
    discord.moderator.deny(target.channel, bits);
    const failure = { code: 'no-permission', message: expect.stringContaining(lacks) };
    await expect(stage.find(target, 0)).rejects.toMatchObject(failure);
  });

  it('is not taken for lost in a thread whose channel may no longer be read', async () => {
    const target = stage.targetOf();
    const [parent] = await stage.postAll(target, 0, 2);
    discord.moderator.deny(target.channel, flags.ReadMessageHistory);
    const inThread = { ...target, thread: parent?.thread ?? '' };
    await expect(stage.find(inThread, 1)).rejects.toMatchObject({ code: 'no-permission' });
  });

  it('is found in the thread in which the digest goes on where its own was locked', async () => {
    const target = stage.targetOf();
    const { thread } = await stage.post(target, 0);
    discord.moderator.lock(thread);
    const reply = await stage.post({ ...target, thread }, 1);
    expect(reply.thread).not.toBe(thread);
    expect(await stage.find({ ...target, thread }, 1)).toMatchObject({ id: reply.id, thread: reply.thread });
    expect(await stage.find({ ...target, thread }, 2)).toBeUndefined();
  });

  it('is found in a forum behind hundreds of posts that were archived since', async () => {
    const forum = stage.targetOf({ type: ChannelType.GuildForum });
    const sentAt = stage.now();
    const { thread } = await stage.post(forum, 0);
    discord.moderator.archive(thread);
    stage.pass(hour);
    for (let index = 0; index < 250; index += 1) {
      stage.pass(1_000);
      discord.moderator.archive(discord.moderator.startThread(forum.channel, `Post ${index}`).id);
    }
    expect(await stage.find(forum, 0, sentAt)).toMatchObject({ thread });
  });

  it('is not looked for in what a forum archived before it was sent', async () => {
    const forum = stage.targetOf({ type: ChannelType.GuildForum });
    for (let index = 0; index < 250; index += 1) {
      discord.moderator.archive(discord.moderator.startThread(forum.channel, `Post ${index}`).id);
    }
    stage.pass(3 * hour);
    expect(await stage.find(forum, 0)).toBeUndefined();
    expect(discord.requests.filter(({ path }) => path.endsWith('/archived/public'))).toHaveLength(1);
  });
});

const refusedForm = { kind: 'refuse', status: 400, code: 50_035, message: 'Invalid Form Body' } as const;
const buttons: Block = {
  kind: 'actions',
  actions: [
    { label: 'Help', command: 'help' },
    { label: 'Read', href: 'https://example.org/post' },
  ],
};

describe('a part in a plainer form', () => {
  const refuse = (channel: string, times: number): void =>
    discord.faults.on({ method: 'POST', path: `/channels/${channel}/messages`, times }, refusedForm);

  it('is found though nothing in it is a component', async () => {
    const target = stage.targetOf();
    refuse(target.channel, 1);
    const { id } = await stage.post(target, 0);
    expect(discord.messages(target.channel)).toMatchObject([{ components: [], embeds: [{}] }]);
    expect(await stage.find(target, 0)).toMatchObject({ id });
    expect(await stage.find(target, 1)).toBeUndefined();
  });

  it.each([1, 2])('is found where %i forms with buttons were refused, and keeps its link', async times => {
    await discord.close();
    stage = await startPosting({ actions: buttons });
    ({ discord } = stage);
    const target = stage.targetOf();
    refuse(target.channel, times);
    const { id } = await stage.post(target, 0);
    expect(JSON.stringify(discord.messages(target.channel))).toContain('https://example.org/post');
    expect(await stage.find(target, 0)).toMatchObject({ id });
  });

  it('is one message always, so that none is left by halves', async () => {
    const target = stage.targetOf();
    const [part] = stage.platform.render({
      blocks: Array.from({ length: 2 }, () => ({
        kind: 'paragraph' as const,
        content: [{ text: 'word '.repeat(390) }],
      })),
    });
    if (part === undefined) throw new Error('no part');
    refuse(target.channel, 1);
    await stage.platform.post(target, part, 'a key');
    expect(discord.messages(target.channel)).toHaveLength(1);
  });
});

describe('a parent that was posted, and nothing after it', () => {
  it('gets the thread that it was about to get, under the title of the edition', async () => {
    const target = stage.targetOf();
    discord.faults.on({ method: 'POST', path: /threads$/ }, { kind: 'status', status: 503, when: 'before' });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
    const found = await stage.find(target, 0);
    expect(discord.threads(target.channel)).toMatchObject([{ id: found?.thread, name: 'Digest of the day' }]);
  });

  it('gets its thread under that title in its plainer form too', async () => {
    const target = stage.targetOf();
    discord.faults.on({ method: 'POST', path: /messages$/ }, refusedForm);
    discord.faults.on({ method: 'POST', path: /threads$/ }, { kind: 'reset', when: 'before' });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
    await stage.find(target, 0);
    expect(discord.threads(target.channel)).toMatchObject([{ name: 'Digest of the day' }]);
  });

  it('is published where that was left undone, and only once', async () => {
    const target = stage.targetOf({ type: ChannelType.GuildAnnouncement });
    discord.faults.on({ method: 'POST', path: /threads$/ }, { kind: 'reset', when: 'after' });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
    await stage.find(target, 0);
    expect((discord.messages(target.channel)[0]?.flags ?? 0) & MessageFlags.Crossposted).not.toBe(0);
    expect(await stage.find(target, 0)).not.toHaveProperty('note');
    expect(discord.requests.filter(({ path }) => path.endsWith('/crosspost'))).toHaveLength(1);
  });

  it('is not said to be unsent where its thread has to wait for a limit, as it would be sent again', async () => {
    const target = stage.targetOf();
    discord.faults.on({ method: 'POST', path: /threads$/, times: 2 }, { kind: 'rate-limit', retryAfter: 200 });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(stage.find(target, 0)).rejects.toMatchObject({ code: 'rate-limited', reach: 'channel' });
    expect(await stage.find(target, 0)).toMatchObject({ thread: discord.threads(target.channel)[0]?.id });
    expect(partsIn(discord, target.channel)).toEqual(['What happened']);
  });

  it('is not said to be unsent where it could not be taken back', async () => {
    const target = stage.targetOf();
    discord.moderator.deny(target.channel, flags.CreatePublicThreads);
    discord.faults.on({ method: 'DELETE' }, { kind: 'status', status: 500, when: 'before' });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('can be posted again within the minutes of its nonce where it was taken back', async () => {
    const target = stage.targetOf();
    discord.moderator.deny(target.channel, flags.CreatePublicThreads);
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'no-permission' });
    discord.moderator.deny(target.channel, 0n);
    await stage.post(target, 0);
    expect(partsIn(discord, target.channel)).toEqual(['What happened']);
  });
});
