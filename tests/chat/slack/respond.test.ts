import { createServer } from 'node:http';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paragraph } from '../../../src/chat/message.ts';
import { renderSlack } from '../../../src/chat/slack/render.ts';
import { respond } from '../../../src/chat/slack/respond.ts';

const logger = pino({ level: 'silent' });

/** What the response URL answers, in order; then `ok`. */
let refusals: { status: number; body: string; location?: string }[] = [];
let taken: Record<string, unknown>[] = [];

const server = createServer(async (request, response) => {
  const body = JSON.parse((await request.setEncoding('utf8').toArray()).join(''));
  const refusal = refusals.shift();
  if (refusal === undefined) taken.push(body);
  const location = refusal?.location;
  const headers = { 'retry-after': '0', ...(location !== undefined && { location }) };
  response.writeHead(refusal?.status ?? 200, headers).end(refusal?.body ?? 'ok');
});

let url: string;
let apiUrl: string;
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  apiUrl = `http://127.0.0.1:${address.port}/api`;
  url = `http://127.0.0.1:${address.port}/commands/sEcReT`;
});
afterAll(() => void server.close());
beforeEach(() => {
  refusals = [];
  taken = [];
});

const payloads = (...texts: readonly string[]) =>
  texts.flatMap(text =>
    renderSlack({ blocks: [{ kind: 'heading', level: 1, content: [{ text }] }, paragraph(text)] }).map(
      ({ payload }) => payload,
    ),
  );

const to = (settings: { replaces?: boolean; audience?: 'person' | 'channel' } = {}) =>
  ({ url, audience: 'person', replaces: false, thread: undefined, ...settings }) as const;

describe('an answer through a response URL', () => {
  it('replaces once, and what follows is new', async () => {
    await respond(to({ replaces: true }), payloads('One.', 'Two.'), { apiUrl, logger });
    expect(taken).toMatchObject([
      { replace_original: true, response_type: 'ephemeral' },
      { replace_original: false, response_type: 'ephemeral' },
    ]);
  });

  it.each([
    ['a word', 'invalid_blocks'],
    ['an object', '{"ok":false,"error":"invalid_blocks"}'],
  ])('that is refused for its blocks by %s is given more plainly', async (_form, body) => {
    refusals = [
      { status: 400, body },
      { status: 400, body },
    ];
    await respond(to(), payloads('Kept.'), { apiUrl, logger });
    expect(JSON.stringify(taken)).toContain('Kept.');
  });

  it('that is refused with status 200 is no success', async () => {
    refusals = [{ status: 200, body: '{"ok":false,"error":"expired_url"}' }];
    await expect(respond(to(), payloads('Late.'), { apiUrl, logger })).rejects.toMatchObject({ code: 'refused' });
  });

  it.each([
    [404, 'expired_url'],
    [404, 'used_url'],
    [500, '<html>Oops</html>'],
    [429, 'rate_limited'],
  ])('that is too late or fails says so without the URL, which is a secret: %i %s', async (status, body) => {
    refusals = Array.from({ length: 3 }, () => ({ status, body }));
    const failure = await respond(to(), payloads('Late.'), { apiUrl, logger }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'refused' });
    expect(String(failure)).not.toContain('sEcReT');
  });

  it.each([
    [429, 'person'],
    [429, 'channel'],
    [503, 'person'],
  ] as const)('that Slack has no time for (%i) reaches the %s a moment later', async (status, audience) => {
    refusals = [
      { status, body: 'rate_limited' },
      { status, body: '' },
    ];
    await respond(to({ audience }), payloads('Patience.'), { apiUrl, logger });
    expect(JSON.stringify(taken)).toContain('Patience.');
  });

  it('that Slack may have shown to the channel when it failed is not shown twice', async () => {
    refusals = [{ status: 503, body: '' }];
    await expect(respond(to({ audience: 'channel' }), payloads('Once.'), { apiUrl, logger })).rejects.toMatchObject({
      code: 'refused',
    });
    expect(taken).toEqual([]);
  });

  it('that nobody takes is unreachable', async () => {
    const nowhere = { ...to(), url: 'http://127.0.0.1:1/' };
    const there = { apiUrl: nowhere.url, logger };
    await expect(respond(nowhere, payloads('Lost.'), there)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it.each([
    ['a host of its own', (port: string) => `http://localhost:${port}/sEcReT`],
    ['another port', () => 'http://127.0.0.1:1/sEcReT'],
    ['Slack without TLS', () => 'http://hooks.slack.com/commands/sEcReT'],
    ['another host of Slack', () => 'https://files.slack.com/sEcReT'],
    ['a host that begins as Slack', () => 'https://hooks.slack.com.attacker.example/sEcReT'],
    ['a host after the name of Slack', (port: string) => `http://hooks.slack.com@127.0.0.1:${port}/sEcReT`],
    ['the metadata of a cloud', () => 'http://169.254.169.254/sEcReT'],
    ['a file', () => 'file:///sEcReT'],
    ['nothing', () => 'sEcReT'],
  ])('is sent to Slack and nowhere else: not to %s', async (_what, make) => {
    const elsewhere = { ...to(), url: make(new URL(apiUrl).port) };
    const failure = await respond(elsewhere, payloads('Kept.'), { apiUrl, logger }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'refused' });
    expect(String(failure)).not.toContain('sEcReT');
    expect(taken).toEqual([]);
  });

  it('is sent to this machine only where SLACK_API_URL says that the API is here', async () => {
    await expect(respond(to(), payloads('Kept.'), { logger })).rejects.toMatchObject({ code: 'refused' });
    expect(taken).toEqual([]);
  });

  it('follows no redirect', async () => {
    refusals = [{ status: 307, body: '', location: '/elsewhere' }];
    await expect(respond(to(), payloads('Kept.'), { apiUrl, logger })).rejects.toMatchObject({ code: 'refused' });
    expect(taken).toEqual([]);
  });
});
