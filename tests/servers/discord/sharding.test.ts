import { Client, Events, GatewayIntentBits, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayTurn } from './happenings.ts';
import { addressOf, identify, plain } from './plain-connection.ts';
import type { DiscordServer } from './server.ts';
import { guildIdOn, mostGuilds, type Shard } from './shards.ts';
import { start } from './started.ts';

const count = 4;
const on = (id: number): Shard => ({ id, count });

const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
});

/** The real client of some shards, which answers each command with its own name. */
const clientOf = async (server: DiscordServer, shards: readonly number[], name: string): Promise<Client<true>> => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: [...shards],
    shardCount: count,
    rest: { api: server.api, retries: 0 },
  });
  clients.push(client);
  client.on(Events.InteractionCreate, interaction => {
    if (interaction.isChatInputCommand()) void interaction.reply(name);
  });
  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
  await client.login(server.token);
  return await ready;
};

/** A server with a guild on each of four shards, and a person in each. */
const spread = async () => {
  const { server, rest, guild: elsewhere } = await start({ shards: count, sessionStarts: { maxConcurrency: count } });
  server.moderator.kick(elsewhere.id);
  await rest.put(Routes.applicationCommands(server.applicationId), {
    body: [{ name: 'digest', description: 'Looks up' }],
  });
  const places = [0, 1, 2, 3].map(id => {
    const guild = server.addGuild({ id: guildIdOn(on(id)) });
    return { guild, channel: server.addChannel(guild, { name: 'news' }), reader: server.addPerson(guild) };
  });
  return { server, places };
};

type Place = Awaited<ReturnType<typeof spread>>['places'][number];

const ask = ({ reader, channel }: Place) => reader.command(channel.id, 'digest');

const opened = async (server: DiscordServer) => {
  const connection = plain(addressOf(server.api));
  await connection.opened;
  return connection;
};

/** How an identify ended. */
const identified = async (server: DiscordServer, shard: readonly [number, number]): Promise<GatewayTurn> => {
  const { send } = await opened(server);
  const outcome = server.next('gateway', ({ kind }) => ['ready', 'invalid', 'refused'].includes(kind));
  send(identify(server.token, 1, shard));
  return await outcome;
};

describe('a shard', () => {
  it('is told of its own guilds alone, and of what happens in these', async () => {
    const { server, places } = await spread();
    const connection = await opened(server);
    const ready = server.next('gateway', ({ kind }) => kind === 'ready');
    connection.send(identify(server.token, 1, [2, count]));
    expect(await ready).toMatchObject({ shard: 2 });
    for (const { channel } of places) server.moderator.deleteChannel(channel.id);
    const joined = [0, 1, 2, 3].map(id => server.addGuild({ id: guildIdOn(on(id), 1) }));
    const told = server.next('gateway', ({ kind }) => kind === 'heartbeat');
    connection.send({ op: 1, d: null });
    await told;
    await connection.next();
    const own = places[2];
    expect(connection.frames).toMatchObject([
      { op: 10 },
      { t: 'READY', d: { shard: [2, count], guilds: [{ id: own?.guild.id }] } },
      { t: 'GUILD_CREATE', d: { id: own?.guild.id } },
      { t: 'CHANNEL_DELETE', d: { id: own?.channel.id } },
      { t: 'GUILD_CREATE', d: { id: joined[2]?.id } },
      { op: 11 },
    ]);
  });

  it.each([
    [4, 4],
    [-1, 4],
    [0, 0],
  ])('%i of %i there is none: closed with 4010', async (...shard) => {
    const { server } = await start();
    expect(await identified(server, shard)).toMatchObject({ kind: 'refused', code: 4010 });
  });

  it(`has at most ${mostGuilds} guilds: closed with 4011 otherwise`, async () => {
    const { server } = await start();
    // One is there already.
    for (let ordinal = 1; ordinal < mostGuilds; ordinal += 1) server.addGuild();
    expect(await identified(server, [0, 1])).toMatchObject({ kind: 'ready' });
    server.addGuild();
    expect(await identified(server, [0, 1])).toMatchObject({ kind: 'refused', code: 4011 });
    expect(await identified(server, [0, 2])).toMatchObject({ kind: 'ready' });
  });
});

describe('clients with other shards', () => {
  it('are each asked by the people of their own guilds, and each person gets one answer', async () => {
    const { server, places } = await spread();
    const [one, other] = await Promise.all([clientOf(server, [0, 1], 'one'), clientOf(server, [2, 3], 'other')]);
    expect([...one.guilds.cache.keys(), ...other.guilds.cache.keys()]).toEqual(places.map(({ guild }) => guild.id));
    const answers = await Promise.all(places.map(ask));
    expect(answers.map(({ answer }) => answer?.content)).toEqual(['one', 'one', 'other', 'other']);
    expect(places.map(({ channel }) => server.messages(channel.id).length)).toEqual([1, 1, 1, 1]);
  });

  it('resume the session of the shard that was cut, while the other shards answer', async () => {
    const { server, places } = await spread();
    await Promise.all([clientOf(server, [0, 1], 'one'), clientOf(server, [2, 3], 'other')]);
    const resumed = server.next('gateway', ({ kind }) => kind === 'resumed');
    server.gateway.drop(1);
    const answers = places.map(ask);
    const [first, cut, third] = answers;
    await Promise.all([first, third]);
    expect(await Promise.race([resumed, 'still away'])).toBe('still away');
    expect(await resumed).toMatchObject({ shard: 1 });
    expect((await cut)?.answer?.content).toBe('one');
  });

  it('leave people of a guild whose shard nobody runs without an answer', async () => {
    const { server, places } = await spread();
    await clientOf(server, [0, 1], 'one');
    const outcomes = await Promise.allSettled(places.map(ask));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    await Promise.all(places.slice(2).map(place => expect(ask(place)).rejects.toThrow('no bot is connected')));
  });
});

describe('starting sessions', () => {
  it('is recommended and limited as the test wants it, and each start counts', async () => {
    const { server, rest } = await start({ shards: 9, sessionStarts: { maxConcurrency: 3, remaining: 7 } });
    await identified(server, [0, 9]);
    expect(await rest.get(Routes.gatewayBot())).toMatchObject({
      shards: 9,
      session_start_limit: { total: 1_000, remaining: 6, max_concurrency: 3 },
    });
  });

  it('is refused within five seconds of another with the same key, and granted after', async () => {
    let late = 0;
    const { server } = await start({ sessionStarts: { maxConcurrency: 2 }, now: () => Date.now() + late });
    expect(await identified(server, [0, count])).toMatchObject({ kind: 'ready' });
    expect(await identified(server, [1, count])).toMatchObject({ kind: 'ready' });
    expect(await identified(server, [2, count])).toMatchObject({ kind: 'invalid' });
    late = 5_000;
    expect(await identified(server, [2, count])).toMatchObject({ kind: 'ready' });
  });

  it('more often than is left costs the token', async () => {
    const { server, rest } = await start({ sessionStarts: { maxConcurrency: 2, remaining: 1 } });
    await identified(server, [0, 2]);
    expect(await identified(server, [1, 2])).toMatchObject({ kind: 'refused', code: 4004 });
    await expect(rest.get(Routes.user())).rejects.toMatchObject({ status: 401 });
  });
});
