import { type REST, Routes } from 'discord.js';
import { PermissionFlagsBits as Bits, ChannelType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { embed, layout, text } from './bodies.ts';
import { codeOf, known, send, start } from './started.ts';

describe('messages', () => {
  it('sends nothing twice under an enforced nonce, for minutes', async () => {
    let later = 0;
    const { server, rest, channel } = await start({ now: () => Date.now() + later });
    const body = { content: 'x', nonce: 'edition/1', enforce_nonce: true };
    const first = await send(rest, channel.id, body);
    expect((await send(rest, channel.id, body)).id).toBe(first.id);
    expect(server.messages(channel.id)).toHaveLength(1);
    await send(rest, channel.id, { ...body, enforce_nonce: false });
    later = 10 * 60_000;
    await send(rest, channel.id, body);
    expect(server.messages(channel.id)).toHaveLength(3);
    expect(await rest.get(Routes.channelMessages(channel.id))).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ nonce: 'edition/1' })]),
    );
  });

  it('makes no message under the enforced nonce of one that was deleted, for minutes', async () => {
    const { server, rest, channel } = await start();
    const body = { content: 'x', nonce: 'edition/1', enforce_nonce: true };
    const { id } = await send(rest, channel.id, body);
    await rest.delete(Routes.channelMessage(channel.id, id));
    expect(await codeOf(send(rest, channel.id, body))).toBe(10008);
    expect(server.messages(channel.id)).toEqual([]);
  });

  it('lists the newest first, before and after an id', async () => {
    const { rest, channel } = await start();
    const [first, second, third] = [
      await send(rest, channel.id, { content: '1' }),
      await send(rest, channel.id, { content: '2' }),
      await send(rest, channel.id, { content: '3' }),
    ];
    const list = async (query: Record<string, string>) => {
      const found = await rest.get(Routes.channelMessages(channel.id), { query: new URLSearchParams(query) });
      return Array.isArray(found) ? found.map(({ content }) => content) : found;
    };
    expect(await list({})).toEqual(['3', '2', '1']);
    expect(await list({ before: third.id, limit: '1' })).toEqual(['2']);
    expect(await list({ after: first.id })).toEqual(['3', '2']);
    expect(await list({ around: second.id, limit: '2' })).toEqual(['3', '2', '1']);
    expect(await codeOf(list({ limit: '101' }))).toBe(50035);
  });

  it('keeps IS_COMPONENTS_V2 through edits, with its rules', async () => {
    const { server, rest, channel } = await start();
    const { id } = await send(rest, channel.id, layout(text(3)));
    expect(await codeOf(rest.patch(Routes.channelMessage(channel.id, id), { body: { content: 'x' } }))).toBe(50035);
    await rest.patch(Routes.channelMessage(channel.id, id), { body: { components: [text(5)], flags: 0 } });
    expect(server.messages(channel.id)[0]).toMatchObject({
      flags: MessageFlags.IsComponentsV2,
      components: [{ content: 'xxxxx' }],
    });
  });

  it('crossposts in announcement channels only, once', async () => {
    const { server, guild, rest, channel } = await start();
    const news = server.addChannel(guild, { name: 'news', type: ChannelType.GuildAnnouncement });
    const crosspost = async (channelId: string) => {
      const { id } = await send(rest, channelId, { content: 'x' });
      return () => rest.post(Routes.channelMessageCrosspost(channelId, id));
    };
    expect(await codeOf((await crosspost(channel.id))())).toBe(50024);
    const again = await crosspost(news.id);
    await again();
    expect(server.messages(news.id)[0]?.flags).toBe(MessageFlags.Crossposted);
    expect(await codeOf(again())).toBe(40033);
  });

  it('keeps what may ping, and refuses to name pings twice', async () => {
    const { server, rest, channel } = await start();
    await send(rest, channel.id, { content: '@everyone', allowed_mentions: { parse: [] } });
    expect(server.messages(channel.id)[0]?.allowedMentions).toEqual({ parse: [] });
    const twice = { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } };
    expect(await codeOf(send(rest, channel.id, twice))).toBe(50035);
  });

  it('replies only to what is there', async () => {
    const { rest, channel } = await start();
    expect(await codeOf(send(rest, channel.id, { content: 'x', message_reference: { message_id: '1' } }))).toBe(50035);
    const { id } = await send(rest, channel.id, { content: 'x' });
    expect(await send(rest, channel.id, { content: 'y', message_reference: { message_id: id } })).toMatchObject({
      type: 19,
    });
  });
});

describe('permissions are those of the channel', () => {
  it.each<[string, bigint, object, number]>([
    ['View Channel', Bits.ViewChannel, { content: 'x' }, 50001],
    ['Send Messages', Bits.SendMessages, { content: 'x' }, 50013],
    ['Embed Links', Bits.EmbedLinks, embed({}), 50013],
  ])('without %s', async (_name, permission, body, code) => {
    const { server, rest, channel } = await start();
    server.moderator.deny(channel.id, permission);
    expect(await codeOf(send(rest, channel.id, body))).toBe(code);
  });

  it('a member’s overwrite beats the role’s, the role’s that of everyone', async () => {
    const { server, guild, rest, channel } = await start();
    server.moderator.overwrite(channel.id, guild.id, { deny: Bits.SendMessages });
    expect(await codeOf(send(rest, channel.id, { content: 'x' }))).toBe(50013);
    server.moderator.overwrite(channel.id, guild.botRoleId, { allow: Bits.SendMessages });
    await send(rest, channel.id, { content: 'x' });
    server.moderator.deny(channel.id, Bits.SendMessages);
    expect(await codeOf(send(rest, channel.id, { content: 'x' }))).toBe(50013);
  });

  it('a list without Read Message History is empty', async () => {
    const { server, rest, channel } = await start();
    await send(rest, channel.id, { content: 'x' });
    server.moderator.deny(channel.id, Bits.ReadMessageHistory);
    expect(await rest.get(Routes.channelMessages(channel.id))).toEqual([]);
  });

  it('an unknown channel, an unknown message, a guild that the bot was kicked from', async () => {
    const { server, guild, rest, channel } = await start();
    expect(await codeOf(rest.get(Routes.channel('1')))).toBe(10003);
    expect(await codeOf(rest.get(Routes.channelMessage(channel.id, '1')))).toBe(10008);
    server.moderator.kick(guild.id);
    expect(await codeOf(send(rest, channel.id, { content: 'x' }))).toBe(50001);
  });
});

describe('a direct message', () => {
  const open = (rest: REST, recipient_id: string) => rest.post(Routes.userChannels(), { body: { recipient_id } });

  it('goes into one channel with a person, in no guild', async () => {
    const { server, rest, ada } = await start();
    const channel = known(await open(rest, ada.user.id));
    expect(channel).toMatchObject({ type: ChannelType.DM, recipients: [{ id: ada.user.id }] });
    expect(known(await open(rest, ada.user.id)).id).toBe(channel.id);
    await send(rest, channel.id, { content: 'x' });
    expect(server.directMessages(ada.user.id)).toMatchObject([{ content: 'x' }]);
  });

  it('is refused by those who closed theirs, and without a guild in common; nobody has none', async () => {
    const { guild, rest, ada } = await start();
    const { id } = known(await open(rest, ada.user.id));
    ada.closeDirectMessages();
    expect(await codeOf(send(rest, id, { content: 'x' }))).toBe(50007);
    guild.members.delete(ada.user.id);
    expect(await codeOf(send(rest, id, { content: 'x' }))).toBe(50278);
    expect(await codeOf(open(rest, '1'))).toBe(50033);
  });
});
