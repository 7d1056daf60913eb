import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordPlatform } from '../../../src/chat/discord/platform.ts';
import { createRest } from '../../../src/chat/discord/rest.ts';
import type { PlatformError } from '../../../src/chat/platform.ts';
import { mostGuilds } from '../../servers/discord/shards.ts';
import { askIn, type ShardedBot, type ShardedStage, startShardedStage } from './sharded-stage.ts';

let stage: ShardedStage;
afterEach(() => stage.close());

const shardCount = 4;

/** Two bots, as in two processes. */
const startTwo = async (): Promise<readonly [ShardedBot, ShardedBot]> => {
  stage = await startShardedStage(shardCount);
  return await Promise.all([
    stage.startBot({ shards: [0, 1], shardCount }),
    stage.startBot({ shards: [2, 3], shardCount }),
  ]);
};

const requestsFor = (method: string) =>
  stage.discord.requests.filter(({ path, ...request }) => request.method === method && path.endsWith('/commands'));

const identify = 2;
const identified = () => stage.discord.gateway.received.flatMap(({ op, d }) => (op === identify ? [d] : []));
const guildsHeard = ({ conversation }: ShardedBot) => conversation.heard.map(({ place }) => place?.workspace);
const saying = ({ lines }: ShardedBot, words: string) => lines.filter(({ msg }) => msg === words);
const ids = (first: number, last: number) => stage.places.slice(first, last + 1).map(({ guild }) => guild.id);

describe('shards of two processes', () => {
  it('answer each person once, from the process that runs the shard of their server', async () => {
    const [one, other] = await startTwo();
    await Promise.all(stage.places.map(askIn));
    expect(guildsHeard(one).toSorted()).toEqual(ids(0, 1));
    expect(guildsHeard(other).toSorted()).toEqual(ids(2, 3));
    expect(stage.discord.ephemerals).toHaveLength(shardCount);
    expect(stage.discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(shardCount);
  });

  it('register the commands once, by the process with the first shard', async () => {
    const [one, other] = await startTwo();
    expect([requestsFor('GET').length, requestsFor('PUT').length]).toEqual([1, 1]);
    expect(saying(one, 'listening on Discord')).toMatchObject([{ commandsRegistered: true }]);
    expect(saying(other, 'listening on Discord')[0]).not.toHaveProperty('commandsRegistered');
  });

  it('name themselves and their servers in the log', async () => {
    const [, other] = await startTwo();
    stage.discord.addGuild();
    expect(saying(other, 'listening on Discord')).toMatchObject([{ shards: [2, 3], shardCount, guilds: 2 }]);
    expect(saying(other, 'connected to Discord')).toEqual(
      expect.arrayContaining([expect.objectContaining({ shard: 2, guilds: 1 }), expect.objectContaining({ shard: 3 })]),
    );
  });

  it('know the channel of a thread on any shard, as it is that which has a digest', async () => {
    const [, other] = await startTwo();
    const place = stage.places.at(-1);
    if (place === undefined) throw new TypeError('no shard');
    const { id } = stage.discord.moderator.startThread(place.channel.id, 'A thread');
    await (await place.reader.command(id, 'digest')).answered();
    expect(other.conversation.heard[0]?.place).toMatchObject({ channel: place.channel.id });
  });
});

describe('the shards of one process', () => {
  it('are as many as Discord recommends where it is not told', async () => {
    stage = await startShardedStage(3);
    const only = await stage.startBot();
    await Promise.all(stage.places.map(askIn));
    expect(guildsHeard(only).toSorted()).toEqual(ids(0, 2));
    expect(identified()).toMatchObject([{ shard: [0, 3] }, { shard: [1, 3] }, { shard: [2, 3] }]);
  });

  it('go on while one is cut off, which resumes and then answers what came meanwhile', async () => {
    const [one] = await startTwo();
    const resumed = stage.discord.next('gateway', ({ kind }) => kind === 'resumed');
    stage.discord.gateway.drop(1);
    const [first, cut, ...others] = stage.places.map(askIn);
    await Promise.all([first, ...others]);
    expect(await Promise.race([cut?.then(() => 'answered'), 'waiting'])).toBe('waiting');
    expect(await resumed).toMatchObject({ shard: 1 });
    await cut;
    expect(saying(one, 'connecting to Discord again')).toMatchObject([{ shard: 1 }]);
    expect(await Promise.race([one.bot.ended, 'running'])).toBe('running');
  });

  it('answer each as soon as it is up, while others still wait for their turn', async () => {
    stage = await startShardedStage(2, { sessionStarts: { maxConcurrency: 1 } });
    const { bot } = stage.addBot();
    const registered = stage.discord.next('request', ({ method }) => method === 'PUT');
    const starting = bot.start();
    await registered;
    await Promise.all(stage.places.slice(0, 1).map(askIn));
    // Of the second, discord.js waits for five seconds.
    expect(await Promise.race([starting.then(() => 'up'), 'starting'])).toBe('starting');
  });

  it.each([
    ['connected', 0],
    ['ready', 1],
  ] as const)(
    'leave where the bot is stopped while one is but %s, and ask for no session any more',
    async (kind, sessions) => {
      stage = await startShardedStage(2, { sessionStarts: { maxConcurrency: 1 } });
      const { bot } = stage.addBot();
      const onItsWay = stage.discord.next('gateway', turn => turn.kind === kind);
      bot.start().catch(() => undefined);
      await onItsWay;
      await bot.stop();
      expect(stage.discord.gateway.connections).toBe(0);
      expect(identified()).toHaveLength(sessions);
    },
  );

  it('leave where the commands cannot be registered, one that waits for its turn too', async () => {
    stage = await startShardedStage(2, { sessionStarts: { maxConcurrency: 1 } });
    stage.discord.faults.on({ path: /commands$/, times: 3 }, { kind: 'status', status: 503, when: 'before' });
    await expect(stage.startBot()).rejects.toMatchObject({ code: 'unreachable' });
    expect(stage.discord.gateway.connections).toBe(0);
  });

  it.each([
    [4010, 'SHARD_COUNT'],
    [4011, '2,500 servers'],
    [4013, 'Update the bot'],
    [4014, 'Update the bot'],
  ])('end the bot where Discord closes one for good (%i), which is named with what to do', async (code, remedy) => {
    const [one, other] = await startTwo();
    stage.discord.gateway.close(code, 2);
    const error = await other.bot.ended;
    expect(error).toMatchObject({ code: 'refused', reach: 'platform', message: expect.stringContaining(remedy) });
    expect(error.message).toContain(`shard 2 of 4 for good (${code})`);
    expect(saying(other, 'Discord closed the connection for good')).toMatchObject([{ shard: 2, code }]);
    expect(await Promise.race([one.bot.ended, 'running'])).toBe('running');
    // Whatever becomes of the process, nobody is left without an answer before.
    await Promise.all([0, 1, 3].flatMap(id => stage.places[id] ?? []).map(askIn));
  });

  it('are too few for more servers than Discord allows each, which is told with what to do', async () => {
    stage = await startShardedStage(1);
    for (let guilds = 1; guilds <= mostGuilds; guilds += 1) stage.discord.addGuild();
    const error: PlatformError = await stage.startBot({ shards: [0], shardCount: 1 }).then(
      () => expect.unreachable('started'),
      reason => reason,
    );
    expect(error).toMatchObject({ code: 'refused', message: expect.stringMatching(/4011.*larger SHARD_COUNT/) });
  });

  it('that cannot be are refused before anything is called', async () => {
    stage = await startShardedStage(1);
    expect(() => stage.addBot({ shards: [4], shardCount: 4 })).toThrow(/SHARDS names 4/);
    expect(() => stage.addBot({ shards: [0] })).toThrow(/SHARD_COUNT/);
    expect(stage.discord.requests).toEqual([]);
  });
});

it('a process without shards posts in the servers of all, and is connected to none', async () => {
  stage = await startShardedStage(shardCount);
  const platform = createDiscordPlatform(createRest(stage.discord.token, stage.discord.api));
  const parts = platform.render({ blocks: [{ kind: 'paragraph', content: [{ text: 'A digest' }] }] });
  for (const { guild, channel } of stage.places) {
    for (const part of parts)
      await platform.post({ workspace: guild.id, channel: channel.id }, part, `key ${guild.id}`);
  }
  expect(stage.places.map(({ channel }) => stage.discord.messages(channel.id).length)).toEqual([1, 1, 1, 1]);
  expect(stage.discord.gateway.connections).toBe(0);
});
