import { ChannelType, PermissionFlagsBits as flags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineDiscord, inviteLink } from '../../../src/chat/discord/examine.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord/server.ts';

let discord: DiscordServer;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.close());

const examine = (
  channels: readonly { readonly workspace: string; readonly channel: string }[],
  token = discord.token,
) => examineDiscord({ token, apiUrl: discord.api })(channels.map(one => ({ platform: 'discord', ...one })));

describe('the doctor', () => {
  it('finds all well where it is, and names the bot and its servers', async () => {
    const guild = discord.addGuild({ name: 'Readers' });
    const { id } = discord.addChannel(guild, { name: 'news' });
    const findings = await examine([{ workspace: guild.id, channel: id }]);
    expect(findings.every(({ isWell }) => isWell)).toBe(true);
    expect(findings.map(({ what }) => what).join()).toMatch(/Readers.*news/);
  });

  it('names each permission that a channel lacks for posting (complaint 23, discord-mcp #60)', async () => {
    const guild = discord.addGuild();
    const { id } = discord.addChannel(guild, { name: 'news' });
    discord.moderator.deny(id, flags.SendMessagesInThreads | flags.EmbedLinks);
    const findings = await examine([{ workspace: guild.id, channel: id }]);
    expect(findings.at(-1)).toMatchObject({
      isWell: false,
      what: expect.stringContaining('lacks Send Messages in Threads, Embed Links'),
    });
  });

  it.each([
    { fault: 'is of a kind without messages', type: ChannelType.GuildCategory as const, told: 'takes no messages' },
    { fault: 'was deleted', isDeleted: true, told: 'cannot be posted in' },
  ])('says so of a channel that $fault', async ({ type, isDeleted, told }) => {
    const guild = discord.addGuild();
    const { id } = discord.addChannel(guild, { name: 'news', ...(type === undefined ? {} : { type }) });
    if (isDeleted) discord.moderator.deleteChannel(id);
    const [, , finding] = await examine([{ workspace: guild.id, channel: id }]);
    expect(finding).toMatchObject({ isWell: false, what: expect.stringContaining(told), remedy: expect.anything() });
  });

  it('invites a bot that is nowhere, with what it needs and no more', async () => {
    const [, finding] = await examine([]);
    expect(finding).toMatchObject({
      isWell: false,
      remedy: expect.stringContaining(inviteLink(discord.applicationId)),
    });
  });

  it('says what to do about a token that is refused', async () => {
    expect(await examine([], 'MTIz.wrong.token')).toMatchObject([
      { isWell: false, remedy: expect.stringContaining('DISCORD_TOKEN') },
    ]);
  });
});
