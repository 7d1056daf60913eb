/** What a channel of Discord gets, set by those who may: by the button under an edition, by commands, by a form. */
import { PermissionFlagsBits as Bits, ChannelType } from 'discord.js';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listSubscriptions } from '../../src/archive/subscriptions.ts';
import type { Edition } from '../../src/edition/edition.ts';
import type { Exchange } from '../servers/discord/exchange.ts';
import type { FieldValues } from '../servers/discord/filled-modal.ts';
import type { OptionValues } from '../servers/discord/person.ts';
import type { Message } from '../servers/discord/records.ts';
import { type DiscordStage, startStage } from './discord-stage.ts';
import { buttonsOf, isEphemeral, readMessage } from './discord-text.ts';
import { recordedEdition } from './recorded-edition.ts';

/** Discord's number for an answer that is a modal. */
const modal = 9;

let edition: Edition;
beforeAll(async () => {
  edition = await recordedEdition();
});

let stage: DiscordStage;
beforeEach(async () => {
  stage = await startStage([edition]);
});
afterEach(() => stage.close());

const textOf = async (exchange: Exchange): Promise<string> => {
  const answer = await exchange.answered();
  expect(isEphemeral(answer)).toBe(true);
  return readMessage(answer);
};

/** The answer to a command of a manager. */
const told = async (command: string, options: OptionValues = {}, channelId = stage.channel.id): Promise<string> =>
  textOf(await stage.manager.command(channelId, `digest-channel ${command}`, options));

const submitted = async (opened: Exchange, values: FieldValues): Promise<Exchange> => {
  expect(opened.callback.type).toBe(modal);
  return stage.manager.submit(opened, values);
};

const channels = async (): Promise<readonly string[]> =>
  (await listSubscriptions(stage.archive, {})).map(({ channel }) => channel);

const postedParent = async (): Promise<Message> => {
  await stage.deliver(stage.channel.id, edition);
  const [parent] = stage.discord.messages(stage.channel.id);
  if (parent === undefined) throw new Error('nothing was posted');
  return parent;
};

describe('the button under an edition', () => {
  it('asks a manager in a modal, and the channel gets what was filled in', async () => {
    const opened = await stage.manager.press(await postedParent(), 'Subscribe this channel');
    const exchange = await submitted(opened, {
      theme: 'zero trust, MCP\n',
      company: 'Cloudflare',
      at: '7:30',
      zone: 'Berlin',
      days: ['mon', 'wed'],
    });
    const text = await textOf(exchange);
    expect(text).toContain('Editions Monday and Wednesday at 07:30, Europe/Berlin.');
    expect(text).toContain('about Zero trust or Model Context Protocol or from Cloudflare');
    expect(await listSubscriptions(stage.archive, {})).toMatchObject([
      { channel: stage.channel.id, themes: ['zero-trust', 'mcp'], companies: ['Cloudflare'], at: '07:30' },
    ]);
  });

  it('tells others who may, and subscribes nothing', async () => {
    const text = await textOf(await stage.reader.press(await postedParent(), 'Subscribe this channel'));
    expect(text).toMatch(/^Only people who may manage this channel can change what it gets\./);
    expect(await channels()).toEqual([]);
  });

  it('means the channel, from its thread and from the post of a forum alike', async () => {
    const forum = stage.addChannel({ type: ChannelType.GuildForum });
    await stage.deliver(forum.id, edition);
    const [post] = stage.discord.threads(forum.id);
    const [parent] = stage.discord.messages(post?.id ?? '');
    if (parent === undefined) throw new Error('nothing was posted');
    await textOf(await submitted(await stage.manager.press(parent, 'Subscribe this channel'), {}));
    expect(await channels()).toEqual([forum.id]);
    stage.discord.moderator.archive(post?.id ?? '');
    await stage.restart();
    await textOf(await submitted(await stage.manager.press(parent, 'Subscribe this channel'), { at: '09:00' }));
    expect(await listSubscriptions(stage.archive, {})).toMatchObject([{ channel: forum.id, at: '09:00' }]);
  });
});

describe('/digest-channel', () => {
  it('subscribes, tells who gets what, changes what is said alone, and unsubscribes', async () => {
    const subscribed = await told('subscribe', { theme: 'zero trust', at: '8:15', days: 'mon-fri' });
    expect(subscribed).toMatch(
      /^This channel is subscribed\nEditions Monday to Friday at 08:15, UTC\.\nNext edition: /,
    );
    expect(await told('subscriptions')).toContain('about Zero trust, Monday to Friday at 08:15, UTC');
    expect(await told('subscribe', { at: '09:00' })).toContain('Time: 09:00, was 08:15');
    expect(await told('subscriptions')).toContain('about Zero trust, Monday to Friday at 09:00, UTC');
    expect(await told('unsubscribe')).toContain('This channel gets no more editions.');
    expect(await told('unsubscribe')).toBe(
      'This channel gets no editions. Say /digest-channel subscribe to change that.',
    );
    expect(await channels()).toEqual([]);
  });

  it('takes two themes in one option', async () => {
    await told('subscribe', { theme: 'zero trust, mcp' });
    expect(await listSubscriptions(stage.archive, {})).toMatchObject([{ themes: ['zero-trust', 'mcp'] }]);
  });

  it('is not for people who may not manage channels', async () => {
    await expect(stage.reader.command(stage.channel.id, 'digest-channel subscribe')).rejects.toThrow('not for reader');
  });

  it.each<[OptionValues, RegExp]>([
    [{ theme: 'zero-thrust' }, /zero-trust|Zero trust/],
    [{ at: '25:00' }, /"25:00" is no time of day: say one from 00:00 to 23:59\./],
    [{ zone: 'Atlantis' }, /No time zone is called "Atlantis"\./],
    [{ days: 'someday' }, /"someday" is no weekday/],
    [{ company: 'x'.repeat(6_000) }, /at most 100 characters/],
  ])('says what cannot be meant by %j', async (options, said) => {
    expect(await told('subscribe', options)).toMatch(said);
  });

  it('warns at once, by the names of the permissions, where nothing could be posted', async () => {
    stage.discord.moderator.deny(stage.channel.id, Bits.CreatePublicThreads | Bits.SendMessagesInThreads);
    const warned =
      "The bot cannot post here yet: it lacks the permissions Create Public Threads, Send Messages in Threads. Give them to its role in the channel's settings.";
    expect(await told('subscribe', { at: '09:00' })).toContain(warned);
    expect(await channels()).toEqual([stage.channel.id]);
    stage.discord.moderator.deny(stage.channel.id, 0n);
    expect(await told('subscribe', { at: '09:00' })).not.toContain('cannot post');
  });

  it('answers in a channel where the bot may do nothing at all', async () => {
    stage.discord.moderator.deny(stage.channel.id, ~0n & ((1n << 53n) - 1n));
    expect(await told('subscribe', { at: '09:00' })).toContain('it lacks the permissions View Channel, ');
  });
});

describe('a modal that was filled in with nonsense', () => {
  it('names all that is wrong, and opens again', async () => {
    const opened = await stage.manager.command(stage.channel.id, 'digest-channel subscribe');
    const exchange = await submitted(opened, { theme: 'zero-thrust', at: 'noon-ish', zone: 'Atlantis', company: ',,' });
    const text = await textOf(exchange);
    expect(text).toContain('"noon-ish" is no time of day');
    expect(text).toContain('No time zone is called "Atlantis".');
    expect(text).toContain('No company is called "".');
    expect(await channels()).toEqual([]);
    const again = await stage.manager.press(await exchange.answered(), 'Try again');
    expect(await textOf(await submitted(again, { at: '07:00' }))).toContain('This channel is subscribed');
  });
});

describe('"Post today\'s edition now"', () => {
  it('posts it once, however often it is pressed', async () => {
    const exchange = await stage.manager.command(stage.channel.id, 'digest-channel subscribe', { at: '09:00' });
    const answer = await exchange.answered();
    expect(buttonsOf(answer)).toEqual(["Post today's edition now", 'Change', 'Unsubscribe']);
    const posted = stage.discord.next('edit');
    await Promise.all([1, 2].map(() => stage.manager.press(answer, "Post today's edition now")));
    expect(readMessage(await posted)).toContain(`The edition of ${edition.date} is posted.`);
    expect(stage.discord.messages(stage.channel.id)).toHaveLength(1);
  });

  it('names what it lacks where it cannot', async () => {
    const exchange = await stage.manager.command(stage.channel.id, 'digest-channel subscribe', { at: '09:00' });
    const answer = await exchange.answered();
    stage.discord.moderator.deny(stage.channel.id, Bits.SendMessages);
    const [failed] = await Promise.all([
      stage.discord.next('edit'),
      stage.manager.press(answer, "Post today's edition now"),
    ]);
    expect(readMessage(failed)).toContain('Send Messages');
  });
});
