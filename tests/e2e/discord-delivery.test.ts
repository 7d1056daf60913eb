/** What keeps an edition from a channel of Discord: nothing is doubled, lost or out of order, and each person who can mend it is told, once. */
import { PermissionFlagsBits as Bits } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { listSubscriptions, saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { hastyClock } from '../hasty-clock.ts';
import type { Fault, FaultMatch } from '../servers/discord/faults.ts';
import type { RecordedRequest } from '../servers/discord/happenings.ts';
import type { Message } from '../servers/discord/records.ts';
import { dailyEdition, openingsOf } from './daily-edition.ts';
import { startStage } from './discord-stage.ts';
import { readMessage } from './discord-text.ts';
import { there } from './slack-stage.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** An hour after the time of the channel, whose edition is there. */
const aStage = async (timeout?: number) => {
  const clock = hastyClock('2026-04-01T09:00:00.000Z');
  const editions = [dailyEdition('2026-04-01')];
  const stage = await startStage(editions, { clock, ...(timeout !== undefined && { timeout }) });
  onTestFinished(stage.close);
  const { discord, guild, manager } = stage;

  const subscribe = async (overrides: Partial<Subscription>): Promise<void> => {
    const subscriber = manager.user.id;
    const subscription = aSubscription({ platform: 'discord', workspace: guild.id, subscriber, timeZone: 'UTC' });
    await saveSubscription(stage.archive, { ...subscription, ...overrides }, '2026-01-01T00:00:00Z');
  };
  const channel = stage.channel.id;
  await subscribe({ channel });
  return {
    stage,
    discord,
    guild,
    channel,
    subscribe,
    /** Makes another edition. */
    make: async (date: string): Promise<void> => {
      const at = `${date}T07:00:00.000Z`;
      await saveEdition(stage.archive, dailyEdition(date), { until: at, builtAt: at });
    },
    /** Delivers what is due, after so many milliseconds. */
    deliverAfter: async (milliseconds: number): Promise<void> => {
      await clock.pause(milliseconds);
      await stage.dispatcher.takeUp();
      await stage.dispatcher.idle();
    },
    status: async (): Promise<string> =>
      readMessage(await (await manager.command(channel, 'digest-about status')).answered()),
    subscriptionOf: async (where = channel) => there((await listSubscriptions(stage.archive, { channel: where }))[0]),
    /** The first line of each message: those of the channel itself, each with those of its thread. */
    threads: (where = channel): readonly (readonly string[])[] =>
      discord.messages(where).map(parent => [parent, ...discord.messages(parent.threadId ?? '')].map(firstLine)),
    /** What the bot wrote to the subscriber alone. */
    told: (): readonly string[] => discord.directMessages(manager.user.id).map(readMessage),
  };
};

const firstLine = (message: Message): string => there(readMessage(message).split('\n', 1)[0]);

/** Of all that is posted for an edition, the parent's thread included, the call so many. */
const posting = (nth: number): FaultMatch => ({ method: 'POST', path: /\/messages$/, nth });

const isFailedPost = ({ method, path, status }: RecordedRequest): boolean =>
  method === 'POST' && path.endsWith('/messages') && (status < 200 || status > 299);

describe('a channel that takes no edition', () => {
  it.each<[string, bigint]>([
    ['View Channel', Bits.ViewChannel],
    ['Send Messages', Bits.SendMessages],
    ['Create Public Threads', Bits.CreatePublicThreads],
    ['Send Messages in Threads', Bits.SendMessagesInThreads],
  ])(
    'is suspended and not unsubscribed, its subscriber told once which permission is missing, and it gets what it missed whole, once it may be posted: %s',
    async (name, denied) => {
      const { discord, channel, deliverAfter, threads, subscriptionOf, told, status } = await aStage();
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

  it('that was deleted is suspended, and its subscriber told once, with what to do', async () => {
    const { discord, channel, deliverAfter, subscriptionOf, told } = await aStage();
    discord.moderator.deleteChannel(channel);
    for (const later of [0, hour, day]) await deliverAfter(later);
    expect(told()).toEqual([expect.stringContaining('does not exist any more')]);
    expect(await subscriptionOf()).toHaveProperty('suspension');
  });

  it('for days gets the newest edition alone, and no flood of a backlog', async () => {
    const { discord, channel, make, deliverAfter, threads, told } = await aStage();
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
    const { discord, channel, make, deliverAfter, threads, told } = await aStage();
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
    const { stage, discord, subscribe, deliverAfter, threads, subscriptionOf } = await aStage();
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
    const { discord, channel, deliverAfter, threads, subscriptionOf, told } = await aStage();
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
    const { stage, discord, guild, channel, subscribe, deliverAfter, threads, subscriptionOf, told } = await aStage();
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

describe('an edition amid which Discord fails', () => {
  it.each<[string, Fault]>([
    ['429 with Retry-After', { kind: 'rate-limit', retryAfter: 0.05 }],
    ['429 without Retry-After', { kind: 'rate-limit', retryAfter: 0, headerless: true }],
    ['429 for all that the bot does', { kind: 'rate-limit', retryAfter: 0.05, scope: 'global' }],
    ['429 for all of it, of Cloudflare', { kind: 'page', status: 429, retryAfter: 90 }],
    ['500 before it was posted', { kind: 'status', status: 500, when: 'before' }],
    ['502 after it was posted', { kind: 'status', status: 502, when: 'after' }],
    ['a reset before it was posted', { kind: 'reset', when: 'before' }],
    ['a reset after it was posted', { kind: 'reset', when: 'after' }],
    ['no answer, and nothing posted', { kind: 'silence', when: 'before' }],
    ['no answer, though it was posted', { kind: 'silence', when: 'after' }],
  ])('has every part once and in order: %s', async (_, fault) => {
    for (const nth of [1, 3]) {
      const { discord, deliverAfter, threads } = await aStage(300);
      discord.faults.on(posting(nth), fault);
      await deliverAfter(0);
      expect(discord.requests.filter(isFailedPost)).toHaveLength(1);
      await deliverAfter(hour);
      expect(threads()).toEqual([openingsOf('2026-04-01')]);
    }
  });

  it.each<[string, Fault]>([
    ['before', { kind: 'status', status: 503, when: 'before' }],
    ['after', { kind: 'silence', when: 'after' }],
  ])('has one parent with one thread, where that is opened and not answered: %s', async (_, fault) => {
    const { discord, channel, deliverAfter, threads } = await aStage(300);
    discord.faults.on({ method: 'POST', path: /\/threads$/ }, fault);
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(discord.threads(channel)).toHaveLength(1);
  });

  it('leaves out a part that is refused for good, posts the rest, and the status names it', async () => {
    const { discord, deliverAfter, threads, status } = await aStage();
    discord.faults.on(posting(3), { kind: 'refuse', status: 400, code: 200_000, message: 'Blocked by automod' });
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01').toSpliced(2, 1)]);
    expect(await status()).toMatch(/Part 3 of the edition of 2026-04-01: .*Blocked by automod/);
  });
});

describe('an edition whose thread somebody changes amid it', () => {
  /** The first two messages stand. */
  const begun = async () => {
    const opened = await aStage();
    opened.discord.faults.on(posting(3), { kind: 'page', status: 429, retryAfter: 600 });
    await opened.deliverAfter(0);
    const [parent] = opened.discord.messages(opened.channel);
    expect(opened.threads()).toEqual([openingsOf('2026-04-01').slice(0, 2)]);
    return { ...opened, parent: there(parent), thread: there(parent?.threadId) };
  };

  it('is completed there where it was archived', async () => {
    const { discord, thread, deliverAfter, threads } = await begun();
    discord.moderator.archive(thread);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
  });

  it.each(['lock', 'lockOpen'] as const)('goes on in one other thread where it was locked: %s', async how => {
    const { stage, discord, thread, channel, deliverAfter } = await begun();
    discord.moderator[how](thread);
    await deliverAfter(hour);
    const all = discord.threads(channel).map(({ id }) => discord.messages(id).map(firstLine));
    expect(all).toEqual([openingsOf('2026-04-01').slice(1, 2), openingsOf('2026-04-01').slice(2)]);
    expect(stage.log.join('')).toContain(`thread ${thread} is locked`);
  });

  it('is left as it is where it was deleted, the status says why, and the next one has a thread again', async () => {
    const { discord, thread, make, deliverAfter, threads, status } = await begun();
    discord.moderator.deleteChannel(thread);
    await deliverAfter(hour);
    expect(await status()).toMatch(/Parts 3, 4 and 5 of the edition of 2026-04-01: .*was deleted/);
    await make('2026-04-02');
    await deliverAfter(day);
    expect(threads()).toEqual([openingsOf('2026-04-01').slice(0, 1), openingsOf('2026-04-02')]);
  });

  it('is completed in its thread, and not begun anew, where its first message was deleted', async () => {
    const { discord, parent, thread, deliverAfter, threads } = await begun();
    discord.moderator.deleteMessage(parent);
    await deliverAfter(hour);
    expect(threads()).toEqual([]);
    expect(discord.messages(thread).map(firstLine)).toEqual(openingsOf('2026-04-01').slice(1));
  });
});

describe('a channel that subscribes after the time of its edition', () => {
  it('has the edition of the day by the button, the next one the next morning, and no backlog', async () => {
    const { stage, make, deliverAfter, threads } = await aStage();
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
    const { stage, channel, deliverAfter, threads, subscriptionOf } = await aStage();
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
