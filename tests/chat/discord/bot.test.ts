import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/chat/bot.ts';
import { createDiscordBot } from '../../../src/chat/discord/bot.ts';
import type { Message } from '../../servers/discord/records.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord/server.ts';
import { longCommand, type SmallConversation, smallConversation } from './small-conversation.ts';

let discord: DiscordServer;
let conversation: SmallConversation;
let lines: string[];
let kept: Map<string, string>;
let bots: Bot[];

const botWith = (changes: Parameters<typeof smallConversation>[0] = {}, token = discord.token): Bot => {
  conversation = smallConversation(changes);
  const bot = createDiscordBot({
    token,
    apiUrl: discord.api,
    conversation,
    keepCommand: async command => {
      kept.set(String(kept.size), command);
      return String(kept.size - 1);
    },
    recallCommand: async key => kept.get(key),
    logger: pino(
      { level: 'trace' },
      {
        write(line) {
          lines.push(line);
        },
      },
    ),
  });
  bots.push(bot);
  return bot;
};

const started = async (...given: Parameters<typeof botWith>): Promise<Bot> => {
  const bot = botWith(...given);
  await bot.start();
  return bot;
};

beforeEach(async () => {
  discord = await startDiscord();
  lines = [];
  kept = new Map();
  bots = [];
});

afterEach(async () => {
  await Promise.all(bots.map(bot => bot.stop()));
  await discord.close();
});

const textOf = (message: Message | undefined): string =>
  message ? `${message.content}${JSON.stringify(message.components)}` : '';
/** The message that `act` has changed. */
const edited = async (act: () => Promise<unknown>): Promise<Message> => {
  const [message] = await Promise.all([discord.next('edit'), act()]);
  return message;
};
const isEphemeral = ({ flags }: Message): boolean => (flags & MessageFlags.Ephemeral) !== 0;
const registrations = () =>
  discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));

const setUp = async (changes: Parameters<typeof smallConversation>[0] = {}) => {
  const guild = discord.addGuild();
  const channel = discord.addChannel(guild, { name: 'news' });
  const reader = discord.addPerson(guild, { name: 'reader' });
  const manager = discord.addPerson(guild, { name: 'manager', permissions: PermissionFlagsBits.ManageChannels });
  await started(changes);
  return { guild, channel, reader, manager };
};

describe('commands', () => {
  it('are registered on start, in one request, and not again when the bot starts once more', async () => {
    discord.addGuild();
    await started();
    expect(registrations()).toHaveLength(1);
    expect(discord.commands().map(({ name }) => name)).toEqual(['digest', 'digest-about', 'digest-channel']);
    await started();
    expect(registrations()).toHaveLength(1);
  });

  it('are registered again when they changed', async () => {
    discord.addGuild();
    await started();
    await started({ commands: conversation.commands.slice(0, 2) });
    expect(registrations()).toHaveLength(2);
  });
});

describe('/digest', () => {
  it('is answered to the person alone, after the answer was put off at once (complaint 22, slack #352, its like here)', async () => {
    const { guild, channel, reader } = await setUp();
    const exchange = await reader.command(channel.id, 'digest', { company: 'cloudflare', words: 'edge' });
    expect(exchange.callback.type).toBe(5);
    const answer = await exchange.answered();
    expect(isEphemeral(answer)).toBe(true);
    expect(textOf(answer)).toContain('cloudflare');
    expect(conversation.heard).toMatchObject([
      {
        asked: { command: '', options: { company: ['cloudflare'], words: ['edge'] } },
        person: { id: reader.user.id, mayManage: false },
        place: { platform: 'discord', workspace: guild.id, channel: channel.id },
      },
    ]);
  });

  it('completes what is typed', async () => {
    const { channel, reader } = await setUp();
    expect(await reader.complete(channel.id, 'digest', { company: 'clou' }, 'company')).toEqual([
      { name: 'company like clou', value: 'clou-value' },
    ]);
  });

  it('completes with no more and no longer choices than Discord takes, and with none on a fault', async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ label: 'l'.repeat(200), value: `${at}` }));
    const { channel, reader } = await setUp({
      suggest: async (_, typed) => {
        if (typed === 'broken') throw new Error('the archive is gone');
        return [{ label: 'too long', value: 'v'.repeat(101) }, ...many];
      },
    });
    const choices = await reader.complete(channel.id, 'digest', { company: 'x' }, 'company');
    expect(choices).toHaveLength(25);
    expect(choices.every(({ name }) => name.length === 100)).toBe(true);
    expect(await reader.complete(channel.id, 'digest', { company: 'broken' }, 'company')).toEqual([]);
  });

  it('says so where the answer failed, rather than think for ever', async () => {
    const { channel, reader } = await setUp({
      answer: async () => {
        throw new Error('a fault of ours');
      },
    });
    const answer = await (await reader.command(channel.id, 'digest')).answered();
    expect(textOf(answer)).toContain('Try again');
    expect(lines.join('')).toContain('a fault of ours');
  });

  it('names to the person the number under which the log has what failed, which the request bore', async () => {
    const asked: unknown[] = [];
    const { channel, reader } = await setUp({
      answer: async ({ requestId }) => {
        asked.push(requestId);
        throw new Error('a fault of ours');
      },
    });
    const answer = await (await reader.command(channel.id, 'digest')).answered();
    const number = /in the log under ([\da-f]{8})\./.exec(textOf(answer))?.[1];
    expect(asked).toEqual([number]);
    expect(lines.filter(line => JSON.parse(line).requestId === number)).toHaveLength(1);
  });

  it('is asked for the channel of a thread, since that is what has a digest', async () => {
    const { channel, reader } = await setUp();
    const thread = discord.moderator.startThread(channel.id, 'A thread');
    await (await reader.command(thread.id, 'digest')).answered();
    expect(conversation.heard[0]?.place?.channel).toBe(channel.id);
  });
});

describe('buttons', () => {
  it('page in place, in the message that only the person sees', async () => {
    const { channel, reader } = await setUp();
    const first = await (await reader.command(channel.id, 'digest')).answered();
    const second = await edited(() => reader.press(first, 'Next'));
    expect(second.id).toBe(first.id);
    expect(textOf(second)).toContain('page 2');
    expect(discord.ephemerals).toHaveLength(1);
  });

  it('share an answer with the channel, and leave the own one as it is', async () => {
    const { channel, reader } = await setUp();
    const first = await (await reader.command(channel.id, 'digest')).answered();
    const exchange = await reader.press(first, 'Share');
    const shared = await exchange.followup(0);
    expect(isEphemeral(shared)).toBe(false);
    expect(textOf(shared)).toContain('share kafka');
    expect(discord.messages(channel.id).map(({ id }) => id)).toEqual([shared.id]);
    expect(discord.ephemerals.map(({ id }) => id)).toEqual([first.id]);
  });

  it('on a message that all see are answered to the person alone', async () => {
    const { channel, reader } = await setUp();
    const first = await (await reader.command(channel.id, 'digest')).answered();
    const shared = await (await reader.press(first, 'Share')).followup(0);
    const answer = await (await reader.press(shared, 'Next')).answered();
    expect(answer.id).not.toBe(shared.id);
    expect(isEphemeral(answer)).toBe(true);
    expect(textOf(discord.messages(channel.id)[0])).toContain('share kafka');
  });

  it('mean the same after a restart, also where the command is longer than Discord takes', async () => {
    const { channel, reader } = await setUp();
    const first = await (await reader.command(channel.id, 'digest')).answered();
    await bots[0]?.stop();
    await started();
    await edited(() => reader.press(first, 'More'));
    expect(conversation.heard[0]?.asked).toBe(longCommand);
  });

  it('say so where their command is no longer kept', async () => {
    const { channel, reader } = await setUp();
    const first = await (await reader.command(channel.id, 'digest')).answered();
    kept.clear();
    const exchange = await reader.press(first, 'More');
    expect(textOf(await exchange.followup(0))).toContain('too old');
    expect(textOf(first)).toContain('You asked');
  });
});

describe('a form', () => {
  it('is a modal, for the button and for the command without options, and its answers are a command', async () => {
    const { guild, channel, manager } = await setUp();
    const asked = await manager.command(channel.id, 'digest-channel subscribe');
    expect(asked.callback.type).toBe(9);
    const exchange = await manager.submit(asked, {
      theme: ['storage'],
      company: 'Netflix, "Acme, Inc"\n Cloudflare; ',
    });
    await exchange.answered();
    expect(conversation.heard).toMatchObject([
      {
        asked: {
          command: 'subscribe',
          options: { theme: ['storage'], company: ['Netflix, "Acme, Inc"', 'Cloudflare'], at: ['08:00'] },
        },
        person: { id: manager.user.id, mayManage: true },
        place: { platform: 'discord', workspace: guild.id, channel: channel.id },
      },
    ]);
    const first = await (await manager.command(channel.id, 'digest')).answered();
    expect((await manager.press(first, 'Subscribe')).callback.type).toBe(9);
  });

  it('is judged by what its person may do as they send it in, not as they opened it', async () => {
    const { channel, manager } = await setUp();
    const opened = await manager.command(channel.id, 'digest-channel subscribe');
    discord.moderator.overwrite(channel.id, manager.user.id, { deny: PermissionFlagsBits.ManageChannels });
    await (await manager.submit(opened, { theme: ['storage'] })).answered();
    expect(conversation.heard).toMatchObject([
      { person: { id: manager.user.id, mayManage: false }, isSubmission: true },
    ]);
  });

  it('is not asked for where options were given', async () => {
    const { channel, manager } = await setUp();
    await (await manager.command(channel.id, 'digest-channel subscribe', { theme: 'kafka' })).answered();
    expect(conversation.heard[0]?.asked).toEqual({ command: 'subscribe', options: { theme: ['kafka'] } });
  });

  it('is done without where it cannot be made, and the request is answered instead', async () => {
    const { channel, manager } = await setUp({
      form: async () => {
        throw new Error('no form');
      },
    });
    await (await manager.command(channel.id, 'digest-channel subscribe')).answered();
    expect(conversation.heard).toHaveLength(1);
    expect(lines.join('')).toContain('no form');
  });

  it('changes nothing where it took too long to open, and can be tried again', async () => {
    const { promise: held, resolve } = Promise.withResolvers<void>();
    const { form } = smallConversation();
    const { channel, manager } = await setUp({
      form: async request => {
        await held;
        return form(request);
      },
    });
    const asked = await manager.command(channel.id, 'digest-channel subscribe');
    expect(asked.callback.type).toBe(5);
    resolve();
    const answer = await asked.answered();
    expect(textOf(answer)).toContain('nothing was changed');
    expect((await manager.press(answer, 'Try again')).callback.type).toBe(9);
    expect(conversation.heard).toEqual([]);
  });
});

describe('the connection', () => {
  it('comes back by itself, and a command that came meanwhile is answered', async () => {
    const { channel, reader } = await setUp();
    const resumed = discord.next('gateway', ({ kind }) => kind === 'resumed');
    discord.gateway.drop();
    const exchange = reader.command(channel.id, 'digest', { words: 'meanwhile' });
    await resumed;
    expect(textOf(await (await exchange).answered())).toContain('meanwhile');
  });

  it('asks for no privileged intent', async () => {
    await setUp();
    expect(discord.gateway.received.find(({ op }) => op === 2)?.d).toMatchObject({ intents: 1 });
  });
});

describe('an answer', () => {
  it.each(['before', 'after'] as const)(
    'is given where Discord failed %s it was put off, instead of thinking for ever',
    async when => {
      const { channel, reader } = await setUp();
      discord.faults.on({ method: 'POST', path: /callback$/ }, { kind: 'status', status: 500, when });
      expect(textOf(await (await reader.command(channel.id, 'digest')).answered())).toContain('You asked');
    },
  );

  it('is not given twice where an older process of the bot still runs', async () => {
    const { channel, reader } = await setUp();
    const first = conversation;
    await started();
    const both = discord.next('request', ({ path, status }) => path.endsWith('/callback') && status === 400);
    await (await reader.command(channel.id, 'digest')).answered();
    await both;
    expect(first.heard.length + conversation.heard.length).toBe(1);
    expect(discord.ephemerals).toHaveLength(1);
  });

  it('in hand is given before the bot stops', async () => {
    const release = Promise.withResolvers<void>();
    const { channel, reader } = await setUp({
      answer: async () => {
        await release.promise;
        return { message: { blocks: [{ kind: 'paragraph', content: [{ text: 'at last' }] }] }, audience: 'person' };
      },
    });
    const exchange = await reader.command(channel.id, 'digest');
    const stopped = bots[0]?.stop();
    release.resolve();
    await stopped;
    expect(textOf(exchange.answer)).toContain('at last');
  });

  it('that Discord refuses as it was rendered is shown more plainly', async () => {
    const { channel, reader } = await setUp();
    discord.faults.on(
      { method: 'PATCH', path: /@original$/ },
      { kind: 'refuse', status: 400, code: 50_035, message: 'Invalid Form Body' },
    );
    const answer = await (await reader.command(channel.id, 'digest', { words: 'plainly' })).answered();
    expect(JSON.stringify([answer.content, answer.embeds])).toContain('plainly');
  });

  it('of many parts is followed by the others, for the same person alone', async () => {
    const { channel, reader } = await setUp({
      answer: async () => ({
        message: { blocks: [1, 2, 3].map(at => ({ kind: 'paragraph', content: [{ text: `${at} `.repeat(1_500) }] })) },
        audience: 'person',
      }),
    });
    const exchange = await reader.command(channel.id, 'digest');
    const second = await exchange.followup(0);
    expect(isEphemeral(second)).toBe(true);
    expect(discord.messages(channel.id)).toEqual([]);
  });
});

describe('a token', () => {
  it('that is revoked while the bot runs ends it, with what to do', async () => {
    await setUp();
    discord.revokeToken();
    expect(await bots[0]?.ended).toMatchObject({ code: 'revoked', message: expect.stringContaining('DISCORD_TOKEN') });
  });

  it('that Discord refuses is told to the operator, with what to do', async () => {
    await expect(botWith({}, 'MTIz.wrong.token').start()).rejects.toMatchObject({
      code: 'revoked',
      message: expect.stringContaining('DISCORD_TOKEN'),
    });
  });

  it('never stands in the log', async () => {
    const { channel, reader } = await setUp();
    await (await reader.command(channel.id, 'digest')).answered();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toContain(discord.token);
  });
});
