import { afterEach, describe, expect, it } from 'vitest';
import { planShards } from '../../../src/chat/discord/planning.ts';
import { createAnsweringRest } from '../../../src/chat/discord/rest.ts';
import { type DiscordOptions, type DiscordServer, startDiscord } from '../../servers/discord/server.ts';

let discord: DiscordServer | undefined;
afterEach(() => discord?.close());

const planWith = async (options: DiscordOptions, given?: Parameters<typeof planShards>[1]) => {
  discord = await startDiscord(options);
  return await planShards(createAnsweringRest(discord.token, discord.api), given);
};

describe('the shards that a process runs', () => {
  it('are as many as Discord recommends, and as many at a time as it lets start', async () => {
    expect(await planWith({ shards: 3, sessionStarts: { maxConcurrency: 2 } })).toEqual({
      ids: [0, 1, 2],
      count: 3,
      maxConcurrency: 2,
    });
  });

  it('are those that it was given, whatever Discord recommends', async () => {
    expect(await planWith({ shards: 3 }, { ids: [4, 5], count: 8 })).toEqual({
      ids: [4, 5],
      count: 8,
      maxConcurrency: 1,
    });
  });

  it('are not started where so many starts are not left, as that would cost the token', async () => {
    await expect(planWith({ shards: 3, sessionStarts: { maxConcurrency: 1, remaining: 2 } })).rejects.toMatchObject({
      code: 'rate-limited',
      reach: 'platform',
      retryAfter: 86_400_000,
      message: expect.stringContaining('2 more sessions today, and it needs 3'),
    });
  });
});
