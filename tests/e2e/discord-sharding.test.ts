/** The bot's shards over several processes, which know nothing of each other. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askIn, type ShardedPlace, type ShardedStage, startShardedStage } from '../chat/discord/sharded-stage.ts';
import type { RecordedRequest } from '../servers/discord/happenings.ts';
import type { DiscordOptions } from '../servers/discord/server.ts';
import { readMessage } from './discord-text.ts';

const program = join(import.meta.dirname, 'discord-shard-process.ts');

interface ShardProcess {
  /** Resolves once it hears people. */
  readonly up: Promise<unknown>;
  /** Lets it finish, as a rolling restart does. Resolves with its exit code. */
  stop(): Promise<number>;
  /** As if the machine was lost. */
  kill(): Promise<unknown>;
}

const startProcess = ({ api, token }: ShardedStage['discord'], shards: string, count: number): ShardProcess => {
  const child = fork(program, [api, token, shards, String(count)], { execArgv: [] });
  const ended = once(child, 'exit');
  return {
    up: Promise.race([once(child, 'message'), ended.then(([code]) => Promise.reject(new Error(`exit code ${code}`)))]),
    async stop() {
      child.disconnect();
      const [code] = await ended;
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const onStage = async (
  shards: number,
  options: DiscordOptions,
  act: (stage: ShardedStage) => Promise<void>,
): Promise<void> => {
  const stage = await startShardedStage(shards, options);
  try {
    await act(stage);
  } finally {
    await stage.close();
  }
};

const identify = 2;

const said = async (places: readonly ShardedPlace[]): Promise<readonly string[]> =>
  (await Promise.all(places.map(askIn))).map(message => readMessage(message).split('\n')[0] ?? '');

const isRegistration = ({ method, path }: RecordedRequest): boolean => method === 'PUT' && path.endsWith('/commands');

// At the same time, as discord.js waits for Discord's five seconds between two times of identifying.
describe.concurrent('processes that share the shards', () => {
  it('answer each person once, and one that was lost is missed by the servers of its own shards alone', () => {
    let late = 0;
    return onStage(4, { now: () => Date.now() + late }, async stage => {
      const { discord, places } = stage;
      const kept = startProcess(discord, '0-1', 4);
      const lost = startProcess(discord, '2,3', 4);
      await Promise.all([kept.up, lost.up]);
      const answers = ['Shards 0-1 say so', 'Shards 0-1 say so', 'Shards 2,3 say so', 'Shards 2,3 say so'];
      expect(await said(places)).toEqual(answers);
      expect(discord.ephemerals).toHaveLength(4);
      expect(discord.requests.filter(isRegistration)).toHaveLength(1);

      await lost.kill();
      expect(await said(places.slice(0, 2))).toEqual(answers.slice(0, 2));
      // So long that sessions of the same shards may be started again.
      late = 5_000;
      const again = startProcess(discord, '2,3', 4);
      await again.up;
      expect(await said(places)).toEqual(answers);
      expect(discord.requests.filter(isRegistration)).toHaveLength(1);
      expect(await Promise.all([kept.stop(), again.stop()])).toEqual([0, 0]);
      expect(discord.gateway.connections).toBe(0);
    });
  });

  it('start at the same time, and the one that Discord refuses comes after the other', () =>
    onStage(2, { sessionStarts: { maxConcurrency: 1 } }, async stage => {
      const { discord, places } = stage;
      const refused = discord.next('gateway', ({ kind }) => kind === 'invalid');
      const processes = [startProcess(discord, '0', 2), startProcess(discord, '1', 2)];
      await refused;
      await Promise.all(processes.map(({ up }) => up));
      expect(await said(places)).toEqual(['Shards 0 say so', 'Shards 1 say so']);
      expect(discord.gateway.received.filter(({ op }) => op === identify)).toHaveLength(3);
      expect(await Promise.all(processes.map(({ stop }) => stop()))).toEqual([0, 0]);
    }));

  it('go on while one that lost its session asks for another in its turn, as if it was the first', () =>
    onStage(2, {}, async stage => {
      const [one] = await Promise.all([0, 1].map(id => stage.startBot({ shards: [id], shardCount: 2 })));
      const ready = stage.discord.next('gateway', ({ kind }) => kind === 'ready');
      stage.discord.gateway.drop(0);
      stage.discord.gateway.forget(0);
      expect(await said(stage.places.slice(1))).toEqual(['You asked {"command":"","options":{}}']);
      expect(await ready).toMatchObject({ shard: 0 });
      expect(await said(stage.places)).toHaveLength(2);
      expect(one?.lines.filter(({ msg }) => String(msg).includes('no session'))).toEqual([]);
    }));
});
