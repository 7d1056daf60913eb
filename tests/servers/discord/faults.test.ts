import { HTTPError, REST, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { codeOf, send, start } from './started.ts';

const messages = /\/messages$/;

describe('faults on demand', () => {
  it('only the n-th matching request fails', async () => {
    const { server, rest, channel } = await start();
    server.faults.on(
      { method: 'POST', path: messages, nth: 2 },
      { kind: 'refuse', status: 403, code: 50013, message: 'Missing Permissions' },
    );
    await send(rest, channel.id, { content: '1' });
    await rest.get(Routes.channelMessages(channel.id));
    expect(await codeOf(send(rest, channel.id, { content: '2' }))).toBe(50013);
    await send(rest, channel.id, { content: '3' });
    expect(server.messages(channel.id).map(({ content }) => content)).toEqual(['1', '3']);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a 502 %s the effect', async (when, count) => {
    const { server, rest, channel } = await start();
    server.faults.on({ path: messages }, { kind: 'status', status: 502, when });
    await expect(send(rest, channel.id, { content: 'x' })).rejects.toThrow(HTTPError);
    expect(server.messages(channel.id)).toHaveLength(count);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a connection that is cut %s the effect', async (when, count) => {
    const { server, rest, channel } = await start();
    server.faults.on({ path: messages }, { kind: 'reset', when });
    await expect(send(rest, channel.id, { content: 'x' })).rejects.toThrow();
    expect(server.messages(channel.id)).toHaveLength(count);
    expect(server.requests.at(-1)?.status).toBe(0);
  });

  it('a request that is never answered, though it took effect', async () => {
    const { server, channel } = await start();
    server.faults.on({ path: messages }, { kind: 'silence', when: 'after' });
    const impatient = new REST({ api: server.api, retries: 0, timeout: 50 }).setToken(server.token);
    await expect(send(impatient, channel.id, { content: 'x' })).rejects.toThrow(/abort/i);
    expect(server.messages(channel.id)).toHaveLength(1);
  });

  it('a page that is not of Discord’s making', async () => {
    const { server, channel } = await start();
    server.faults.on({ path: messages }, { kind: 'page', status: 429, retryAfter: 60 });
    const answer = await fetch(`${server.api}/v10/channels/${channel.id}/messages`, { method: 'POST' });
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
      429,
      '60',
      expect.stringContaining('text/plain'),
    ]);
    expect(await answer.text()).toBe('error code: 1015');
  });

  it('a 429 is waited out by the client, and the message sent once', async () => {
    const { server, rest, channel } = await start();
    server.faults.on({ path: messages, times: 2 }, { kind: 'rate-limit', retryAfter: 0.02 });
    await send(rest, channel.id, { content: 'x' });
    expect(server.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(server.messages(channel.id)).toHaveLength(1);
  });
});

describe('rate limits', () => {
  const post = (api: string, token: string, channelId: string) =>
    fetch(`${api}/v10/channels/${channelId}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bot ${token}`,
        'content-type': 'application/json',
        'user-agent': 'DiscordBot (test, 1)',
      },
      body: JSON.stringify({ content: 'x' }),
    });

  it('a bucket a channel, told in headers, full again after its window', async () => {
    let later = 0;
    const { server, guild, channel } = await start({
      now: () => 1_800_000_000_000 + later,
      rateLimits: [{ method: 'POST', route: '/channels/{channel.id}/messages', limit: 1, window: 5 }],
    });
    const other = server.addChannel(guild, { name: 'other' });
    const first = await post(server.api, server.token, channel.id);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-ratelimit-limit': '1',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '5.000',
      'x-ratelimit-bucket': expect.any(String),
    });
    const second = await post(server.api, server.token, channel.id);
    expect([second.status, second.headers.get('retry-after'), second.headers.get('x-ratelimit-scope')]).toEqual([
      429,
      '5',
      'user',
    ]);
    expect(await second.json()).toMatchObject({ retry_after: 5, global: false });
    expect((await post(server.api, server.token, other.id)).status).toBe(200);
    later = 5_000;
    expect((await post(server.api, server.token, channel.id)).status).toBe(200);
  });

  it('50 requests a second over all routes', async () => {
    const { server, channel } = await start({ now: () => 1_800_000_000_000 });
    const statuses: number[] = [];
    for (let count = 0; count < 50; count += 1)
      statuses.push((await post(server.api, server.token, channel.id)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const over = await post(server.api, server.token, channel.id);
    expect([over.status, over.headers.get('x-ratelimit-global')]).toEqual([429, 'true']);
  });

  it('refuses a wrong token, an unknown route and a client without a proper agent', async () => {
    const { server, rest, channel } = await start();
    expect((await post(server.api, 'another', channel.id)).status).toBe(401);
    expect((await fetch(`${server.api}/v10/users/@me`)).status).toBe(403);
    await expect(rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
  });
});
