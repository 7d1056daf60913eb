import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../src/chat/platform.ts';
import type { DiscordServer } from '../../servers/discord/server.ts';
import { type PostingStage, partsIn, startPosting } from './posting-stage.ts';

let stage: PostingStage;
let discord: DiscordServer;
let target: Target;

beforeEach(async () => {
  stage = await startPosting();
  ({ discord } = stage);
  target = stage.targetOf();
});

afterEach(() => discord.close());

const sends = (): number => discord.requests.filter(({ method }) => method === 'POST').length;

describe('a limit', () => {
  it.each([
    { scope: 'user' as const, reach: 'channel' },
    { scope: 'shared' as const, reach: 'channel' },
    { scope: 'global' as const, reach: 'platform' },
  ])('of scope $scope that lasts says how long, and holds the $reach', async ({ scope, reach }) => {
    discord.faults.on({ method: 'POST' }, { kind: 'rate-limit', retryAfter: 60, scope });
    const failure = await stage.post(target, 0).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'rate-limited', reach });
    expect(failure).toHaveProperty('retryAfter', expect.closeTo(60_000, -3));
    expect(sends()).toBe(1);
  });

  it('that is over soon is waited for within the call', async () => {
    discord.faults.on({ method: 'POST' }, { kind: 'rate-limit', retryAfter: 0.02 });
    await stage.post(target, 0);
    expect(partsIn(discord, target.channel)).toEqual(['What happened']);
  });

  it('is told of each time to whoever counts, waited for or not, and nothing else is', async () => {
    const heard: number[] = [];
    stage.platform.onRateLimit?.(retryAfter => heard.push(retryAfter));
    discord.faults.on({ method: 'POST' }, { kind: 'rate-limit', retryAfter: 1 });
    await stage.post(target, 0);
    discord.faults.on({ method: 'POST' }, { kind: 'rate-limit', retryAfter: 60 });
    await expect(stage.post(target, 1)).rejects.toThrow();
    expect(heard).toEqual([1_000, 60_000]);
  });

  it('that does not say for how long is not run into again and again (complaint 21, node-slack-sdk #1421)', async () => {
    discord.faults.on({ method: 'POST', times: 99 }, { kind: 'rate-limit', retryAfter: 1, headerless: true });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'rate-limited', retryAfter: undefined });
    expect(sends()).toBe(1);
  });
});

describe("an answer that is not Discord's", () => {
  it.each([
    { says: 'nothing', retryAfter: undefined, held: 600_000 },
    { says: 'an hour', retryAfter: 3_600, held: 3_600_000 },
  ])('is a ban of the address for $held ms where its 429 says $says, and holds all of Discord', async one => {
    const { retryAfter } = one;
    discord.faults.on(
      { method: 'POST' },
      { kind: 'page', status: 429, ...(retryAfter !== undefined && { retryAfter }) },
    );
    const ban = { code: 'rate-limited', reach: 'platform', retryAfter: one.held };
    await expect(stage.post(target, 0)).rejects.toMatchObject(ban);
    expect(sends()).toBe(1);
  });

  it('is no refusal of the part, which would be given up', async () => {
    discord.faults.on({ method: 'POST' }, { kind: 'page', status: 403 });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable', reach: 'platform' });
  });

  it('does not say that the bot was removed from the server', async () => {
    discord.faults.on({ method: 'POST' }, { kind: 'refuse', status: 403, code: 50_001, message: 'Missing Access' });
    discord.faults.on({ path: `/guilds/${stage.guild.id}` }, { kind: 'page', status: 403 });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('no answer', () => {
  it('is waited for no longer than was set', async () => {
    await discord.close();
    stage = await startPosting({ timeout: 1_000 });
    ({ discord } = stage);
    target = stage.targetOf();
    discord.faults.on({ method: 'POST' }, { kind: 'silence', when: 'after' });
    await expect(stage.post(target, 0)).rejects.toMatchObject({ code: 'unreachable' });
    expect(await stage.find(target, 0)).toBeDefined();
  });
});
