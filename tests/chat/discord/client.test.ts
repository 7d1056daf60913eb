import { Events, RESTEvents, Routes, SimpleIdentifyThrottler } from 'discord.js';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/chat/discord/client.ts';
import { createIdentifyThrottler } from '../../../src/chat/discord/identifying.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord/server.ts';

const logger = pino({ level: 'silent' });
const throttler = createIdentifyThrottler(new SimpleIdentifyThrottler(1), logger);

describe('the client', () => {
  let discord: DiscordServer;
  beforeAll(async () => {
    discord = await startDiscord();
  });
  afterEach(() => void vi.unstubAllEnvs());
  afterAll(() => discord.close());

  it('makes nobody wait for their answer because many asked in one second', async () => {
    const { rest } = createClient(discord.token, discord.api, logger, { id: 0, count: 1, throttler });
    const waits: unknown[] = [];
    rest.on(RESTEvents.RateLimited, wait => waits.push(wait));
    const answers = Array.from({ length: 120 }, (_, index) =>
      rest.patch(Routes.webhookMessage(discord.applicationId, `interaction-${index}`), {
        body: { content: 'An answer.' },
        auth: false,
      }),
    );
    const outcomes = await Promise.allSettled(answers);
    // Nobody asked in this test: Discord knows none of the tokens.
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(waits).toEqual([]);
    expect(discord.requests).toHaveLength(answers.length);
  });

  it('runs the shard that it was told to, whatever discord.js would read from the environment by itself', async () => {
    vi.stubEnv('SHARDS', '0-3');
    vi.stubEnv('SHARD_COUNT', '');
    const client = createClient(discord.token, discord.api, logger, { id: 0, count: 1, throttler });
    const up = new Promise(resolve => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await up;
    expect(discord.gateway.received).toMatchObject([{ op: 2, d: { shard: [0, 1] } }]);
    await client.destroy();
  });

  it('says once that it connects again however often that fails, and says it anew the next time', () => {
    const said: unknown[] = [];
    const heard = pino({ base: null }, { write: line => void said.push(JSON.parse(line).msg) });
    const client = createClient(discord.token, discord.api, heard, { id: 0, count: 1, throttler });
    const failThrice = () => {
      for (let tries = 0; tries < 3; tries++) client.emit(Events.ShardReconnecting, 0);
    };
    failThrice();
    client.emit(Events.ShardResume, 0, 2);
    failThrice();
    client.emit(Events.ShardReady, 0, undefined);
    failThrice();
    const again = 'connecting to Discord again';
    expect(said).toEqual([again, 'back at Discord, nothing missed', again, again]);
  });
});
