/** What keeps editions from a channel of Discord: it is suspended and not unsubscribed, and who can mend it is told, once. */
import { PermissionFlagsBits as Bits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { listSubscriptions } from '../../src/archive/subscriptions.ts';
import { openingsOf } from './daily-edition.ts';
import { posting, startDelivering } from './discord-delivering.ts';
import { readMessage } from './discord-text.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('a channel that takes no edition', () => {
  it.each<[string, bigint]>([
    ['View Channel', Bits.ViewChannel],
    ['Send Messages', Bits.SendMessages],
    ['Create Public Threads', Bits.CreatePublicThreads],
    ['Send Messages in Threads', Bits.SendMessagesInThreads],
  ])(
    'is suspended and not unsubscribed, its subscriber told once which permission is missing, and it gets what it missed whole, once it may be posted: %s',
    async (name, denied) => {
      const { discord, channel, deliverAfter, threads, subscriptionOf, told, status } = await startDelivering();
      const before = await subscriptionOf();
      discord.moderator.deny(channel, denied);
      await deliverAfter(0);
      expect(await subscriptionOf()).toMatchObject({
        ...before,
        suspension: { since: expect.stringContaining('2026-04-01T09:00'), reason: expect.stringContaining(name) },
      });
      expect(await status()).toMatch(new RegExp(`Nothing could be posted since Wednesday 1 April at 09:00: .*${name}`));
      await deliverAfter(hour);
      expect(told()).toEqual([expect.stringContaining(name)]);

      discord.moderator.deny(channel, 0n);
      await deliverAfter(2 * hour);
      await deliverAfter(6 * hour);
      expect(threads()).toEqual([openingsOf('2026-04-01')]);
      expect(await subscriptionOf()).toEqual(before);
      expect(await status()).not.toContain('What is wrong');
    },
  );

  it.each<[string, bigint]>([
    ['Embed Links', Bits.EmbedLinks],
    ['Read Message History', Bits.ReadMessageHistory],
  ])('is none that lacks a permission which nothing needs while all goes well: %s', async (_, denied) => {
    const { discord, channel, deliverAfter, threads, subscriptionOf } = await startDelivering();
    discord.moderator.deny(channel, denied);
    await deliverAfter(0);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(await subscriptionOf()).not.toHaveProperty('suspension');
  });

  it('that was deleted is suspended, and its subscriber told once, with what to do', async () => {
    const { discord, channel, deliverAfter, subscriptionOf, told } = await startDelivering();
    discord.moderator.deleteChannel(channel);
    for (const later of [0, hour, day]) await deliverAfter(later);
    expect(told()).toEqual([expect.stringContaining('does not exist any more')]);
    expect(await subscriptionOf()).toHaveProperty('suspension');
  });

  it('for days gets the newest edition alone, and no flood of a backlog', async () => {
    const { discord, channel, make, deliverAfter, threads, told } = await startDelivering();
    discord.moderator.deny(channel, Bits.SendMessages);
    await deliverAfter(0);
    for (const date of ['2026-04-02', '2026-04-03']) {
      await make(date);
      await deliverAfter(day);
    }
    discord.moderator.deny(channel, 0n);
    await deliverAfter(6 * hour);
    expect(threads()).toEqual([openingsOf('2026-04-03')]);
    expect(told()).toHaveLength(1);
  });

  it('in threads alone gets no further first message each day, and its subscriber no further word', async () => {
    const { discord, channel, make, deliverAfter, threads, told } = await startDelivering();
    discord.moderator.deny(channel, Bits.SendMessagesInThreads);
    await deliverAfter(0);
    for (const date of ['2026-04-02', '2026-04-03']) {
      await make(date);
      await deliverAfter(day);
    }
    expect(threads()).toEqual([openingsOf('2026-04-01').slice(0, 1)]);
    expect(told()).toHaveLength(1);
    discord.moderator.deny(channel, 0n);
    await deliverAfter(6 * hour);
    await deliverAfter(minute);
    expect(threads()).toEqual([openingsOf('2026-04-01'), openingsOf('2026-04-03')]);
  });

  it('costs nobody else anything where its subscriber takes no direct messages', async () => {
    const { stage, discord, subscribe, deliverAfter, threads, subscriptionOf } = await startDelivering();
    const closed = stage.addChannel().id;
    await subscribe({ channel: closed, subscriber: stage.reader.user.id });
    stage.reader.closeDirectMessages();
    discord.moderator.deny(closed, Bits.SendMessages);
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(await subscriptionOf(closed)).toHaveProperty('suspension');
    expect(stage.log.filter(line => line.includes('could not be told'))).toHaveLength(1);
  });

  it('of which it cannot be read whether a part arrived is suspended and names that permission, and doubles nothing', async () => {
    const { discord, channel, deliverAfter, threads, subscriptionOf, told } = await startDelivering();
    discord.moderator.deny(channel, Bits.ReadMessageHistory);
    discord.faults.on(posting(3), { kind: 'reset', when: 'after' });
    await deliverAfter(0);
    expect(await subscriptionOf()).toHaveProperty(
      'suspension.reason',
      expect.stringContaining('lacks Read Message History'),
    );
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01').slice(0, 3)]);
    expect(told()).toHaveLength(1);
    discord.moderator.deny(channel, 0n);
    await deliverAfter(2 * hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
  });
});

describe('a server that removed the bot', () => {
  it('stops only itself, is told of once in the log, and goes on when the bot is invited again', async () => {
    const { stage, discord, guild, channel, subscribe, deliverAfter, threads, subscriptionOf, told } =
      await startDelivering();
    const other = discord.addGuild();
    const elsewhere = discord.addChannel(other, { name: 'news' }).id;
    await subscribe({ workspace: other.id, channel: elsewhere });
    discord.moderator.kick(guild.id);
    for (const later of [0, minute, minute]) await deliverAfter(later);
    expect(threads(elsewhere)).toEqual([openingsOf('2026-04-01')]);
    expect(threads()).toEqual([]);
    const opened = stage.log.filter(line => line.includes('Nothing is tried in this workspace'));
    expect(opened).toEqual([expect.stringContaining('Invite it again')]);
    expect(await subscriptionOf(channel)).not.toHaveProperty('suspension');
    expect(told()).toEqual([]);

    discord.moderator.invite(guild.id);
    await deliverAfter(15 * minute);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(threads(elsewhere)).toHaveLength(1);
  });
});

describe('a channel that subscribes after the time of its edition', () => {
  it('has the edition of the day by the button, the next one the next morning, and no backlog', async () => {
    const { stage, make, deliverAfter, threads } = await startDelivering();
    const { id } = stage.addChannel();
    const asked = await stage.manager.command(id, 'digest-channel subscribe', { at: '08:00', zone: 'UTC' });
    const answer = await asked.answered();
    await deliverAfter(hour);
    expect(threads(id)).toEqual([]);
    const posted = stage.discord.next('edit', message => readMessage(message).includes('is posted'));
    await stage.manager.press(answer, "Post today's edition now");
    await posted;
    await deliverAfter(hour);
    expect(threads(id)).toEqual([openingsOf('2026-04-01')]);
    await make('2026-04-02');
    await deliverAfter(day);
    expect(threads(id)).toEqual([openingsOf('2026-04-01'), openingsOf('2026-04-02')]);
  });
});

describe('a channel that subscribes twice', () => {
  it('has changed what it gets, and gets it once', async () => {
    const { stage, channel, deliverAfter, threads, subscriptionOf } = await startDelivering();
    const options = { theme: 'databases', at: '11:00', zone: 'UTC' };
    await (await stage.manager.command(channel, 'digest-channel subscribe', options)).answered();
    expect(await listSubscriptions(stage.archive, { channel })).toHaveLength(1);
    expect(await subscriptionOf()).toMatchObject({ themes: ['databases'], at: '11:00' });
    await deliverAfter(hour);
    expect(threads()).toEqual([]);
    await deliverAfter(2 * hour);
    await deliverAfter(hour);
    expect(threads()).toHaveLength(1);
  });
});
