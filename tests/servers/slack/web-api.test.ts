/** The Web API of the loopback Slack refuses what Slack refuses, with the vendor's codes, to the vendor's WebClient. */
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silent } from './bolt-app.ts';
import { manualClock } from './clock.ts';
import type { Channel, SlackOptions, SlackServer } from './contract.ts';
import { startSlack } from './server.ts';

const clock = manualClock(Date.UTC(2026, 10, 25, 8));
/** One more attempt, at once. */
const retryConfig = { retries: 1, minTimeout: 1, maxTimeout: 1 };
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const divider = { type: 'divider' as const };
const section = (length: number) => ({ type: 'section' as const, text: plain('x'.repeat(length)) });
const metadata = { event_type: 'part', event_payload: { key: '2026-11-25/1/0' } };

let slack: SlackServer;
let channel: Channel;
const clientOf = (token: string | undefined, options: WebClientOptions = {}) =>
  new WebClient(token, { slackApiUrl: slack.url, logger: silent, retryConfig: { retries: 0 }, ...options });

const start = async (options: SlackOptions = {}): Promise<WebClient> => {
  slack = await startSlack({ clock, ...options });
  channel = slack.addChannel();
  return clientOf(slack.botToken);
};

/** The vendor's code of a call that is refused, and what else was said. */
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return typeof error === 'object' && error !== null && 'data' in error ? error.data : error;
};

afterEach(() => slack.close());

describe('messages', () => {
  let client: WebClient;
  beforeEach(async () => {
    client = await start();
  });
  const post = (more: object) => client.chat.postMessage({ channel: channel.id, text: 'x', ...more });

  it.each([
    ['channel_not_found', { channel: 'C0NONE' }],
    ['no_text', { text: '' }],
    ['invalid_blocks', { blocks: Array.from({ length: 51 }, () => divider) }],
    ['invalid_blocks_format', { blocks: 'not blocks' }],
    ['msg_blocks_too_long', { blocks: Array.from({ length: 5 }, () => section(2500)) }],
    ['thread_not_found', { thread_ts: '1700000000.000001' }],
    ['invalid_thread_ts', { thread_ts: 'yesterday' }],
    ['invalid_metadata_format', { metadata: { event_type: 'a.b', event_payload: {} } }],
    ['metadata_too_large', { metadata: { event_type: 'a', event_payload: { text: 'x'.repeat(20_000) } } }],
  ])('are refused: %s', async (error, more) => {
    expect(await refusal(post(more))).toMatchObject({ ok: false, error });
    expect(slack.messages(channel.id)).toEqual([]);
  });

  it('are refused with the place of what is wrong', async () => {
    expect(await refusal(post({ blocks: [section(3001)] }))).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: [
          '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
          '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
        ],
      },
    });
  });

  it('are refused in a channel that is archived, gone, or without the bot', async () => {
    slack.archive(channel.id);
    expect(await refusal(post({}))).toMatchObject({ error: 'is_archived' });
    slack.unarchive(channel.id);
    slack.grant(['chat:write']);
    slack.removeBot(channel.id);
    expect(await refusal(post({}))).toMatchObject({ error: 'not_in_channel' });
    slack.grant(['chat:write', 'chat:write.public']);
    expect(await post({})).toMatchObject({ ok: true });
    slack.deleteChannel(channel.id);
    expect(await refusal(post({}))).toMatchObject({ error: 'channel_not_found' });
    const secret = slack.addChannel({ kind: 'private', isMember: false });
    expect(await refusal(post({ channel: secret.id }))).toMatchObject({ error: 'channel_not_found' });
  });

  it('are cut at 40,000 characters, with a warning', async () => {
    const answer = await post({ text: 'x'.repeat(40_001) });
    expect(answer.response_metadata?.warnings).toEqual(['message_truncated']);
    expect(slack.messages(channel.id)[0]?.text).toHaveLength(40_000);
  });

  it('make a thread, in order, and are read back with their metadata where it is asked for', async () => {
    const { ts = '' } = await post({ metadata, blocks: [divider] });
    await post({ text: 'one', thread_ts: ts });
    await post({ text: 'two', thread_ts: ts, reply_broadcast: true });
    expect(slack.thread(channel.id, ts).map(({ text }) => text)).toEqual(['x', 'one', 'two']);
    expect(slack.messages(channel.id)[0]?.blocks).toMatchObject([{ type: 'divider', block_id: expect.any(String) }]);

    const history = await client.conversations.history({ channel: channel.id, include_all_metadata: true });
    expect(history.messages).toMatchObject([{ text: 'two' }, { text: 'x', metadata, reply_count: 2 }]);
    const silent = await client.conversations.history({ channel: channel.id });
    expect(silent.messages?.[1]?.metadata).toEqual({ event_type: 'part' });

    const first = await client.conversations.replies({ channel: channel.id, ts, limit: 2 });
    expect(first.messages?.map(({ text }) => text)).toEqual(['x', 'one']);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await client.conversations.replies({ channel: channel.id, ts, limit: 2, cursor });
    expect(rest).toMatchObject({ has_more: false, messages: [{ text: 'two' }] });
    const since = await client.conversations.history({ channel: channel.id, oldest: ts });
    expect(since.messages).toMatchObject([{ text: 'two' }]);
    expect(await refusal(client.conversations.replies({ channel: channel.id, ts: '1.000001' }))).toMatchObject({
      error: 'thread_not_found',
    });
  });

  /** https://docs.slack.dev/reference/methods/conversations.history, https://docs.slack.dev/reference/methods/conversations.replies */
  it.each<[{ oldest?: number; latest?: number; inclusive?: boolean }, readonly string[]]>([
    [{}, ['0', '1', '2', '3']],
    [{ oldest: 1 }, ['2', '3']],
    [{ latest: 2 }, ['0', '1']],
    [{ oldest: 0, latest: 3 }, ['1', '2']],
    [{ oldest: 0, latest: 3, inclusive: true }, ['0', '1', '2', '3']],
    [{ inclusive: true }, ['0', '1', '2', '3']],
  ])('are read back between %j', async ({ oldest, latest, inclusive = false }, expected) => {
    const { ts = '' } = await post({ text: 'parent' });
    const said = (thread?: string) =>
      [0, 1, 2, 3].map(nth => {
        clock.advance(1000);
        return slack.say({ channel: channel.id, user: 'U0', text: `${nth}`, ...(thread && { thread }) });
      });
    const between = (messages: readonly { readonly ts: string }[]) => ({
      channel: channel.id,
      inclusive,
      ...(oldest !== undefined && { oldest: messages[oldest]?.ts ?? '' }),
      ...(latest !== undefined && { latest: messages[latest]?.ts ?? '' }),
    });
    const replies = await client.conversations.replies({ ts, ...between(said(ts)) });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['parent', ...expected]);
    const history = await client.conversations.history(between(said()));
    const read = history.messages?.map(({ text }) => text).filter(text => text !== 'parent');
    expect(read).toEqual(expected.toReversed());
  });

  it('go to a person by their id, with no scope but chat:write, in the one conversation that is opened for it', async () => {
    slack.grant(['chat:write']);
    const { id } = slack.addUser();
    const first = await post({ channel: id });
    const second = await post({ channel: id, text: 'y' });
    expect(first.channel).toMatch(/^D/);
    expect(second.channel).toBe(first.channel);
    expect(slack.messages(first.channel ?? '').map(({ text }) => text)).toEqual(['x', 'y']);
    for (const gone of ['U0NONE', slack.addUser({ isDeleted: true }).id]) {
      expect(await refusal(post({ channel: gone }))).toMatchObject({ error: 'channel_not_found' });
    }
  });

  it('are changed by the bot if they are its own', async () => {
    const { ts = '' } = await post({ metadata });
    await client.chat.update({ channel: channel.id, ts, text: 'y' });
    expect(slack.messages(channel.id)).toMatchObject([{ text: 'y', isEdited: true, metadata }]);
    const long = client.chat.update({ channel: channel.id, ts, text: 'x'.repeat(4001) });
    expect(await refusal(long)).toMatchObject({ error: 'msg_too_long' });
    const said = slack.say({ channel: channel.id, user: slack.addUser().id, text: 'mine' });
    const foreign = client.chat.update({ channel: channel.id, ts: said.ts, text: 'y' });
    expect(await refusal(foreign)).toMatchObject({ error: 'cant_update_message' });
  });

  it('are ephemeral for one person', async () => {
    const user = slack.addUser();
    await client.chat.postEphemeral({ channel: channel.id, user: user.id, text: 'x' });
    expect(slack.ephemerals(channel.id)).toMatchObject([{ onlyFor: user.id }]);
    expect((await client.conversations.history({ channel: channel.id })).messages).toEqual([]);
  });
});

describe('tokens and scopes', () => {
  it.each([
    ['not_authed', undefined],
    ['invalid_auth', 'xoxb-another'],
  ])('are refused: %s', async (error, token) => {
    await start();
    expect(await refusal(clientOf(token).auth.test())).toMatchObject({ error });
  });

  it.each(['token_revoked', 'account_inactive'] as const)('are refused once revoked: %s', async error => {
    const client = await start();
    slack.revoke(slack.botToken, error);
    expect(await refusal(client.auth.test())).toMatchObject({ error });
  });

  it('say what is needed and what is provided', async () => {
    const client = await start({ scopes: ['chat:write', 'channels:read'] });
    expect((await client.auth.test()).response_metadata?.scopes).toEqual(['chat:write', 'channels:read']);
    expect(await client.conversations.info({ channel: channel.id })).toMatchObject({ ok: true });
    expect(await refusal(client.conversations.history({ channel: channel.id }))).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
      provided: 'chat:write,channels:read',
    });
  });

  it('keep the app token and the bot token apart', async () => {
    const client = await start();
    expect(await refusal(client.apps.connections.open())).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refusal(clientOf(slack.appToken).auth.test())).toMatchObject({ error: 'not_allowed_token_type' });
  });
});

describe('people and channels', () => {
  it('are told', async () => {
    const client = await start();
    const user = slack.addUser({ tz: 'Asia/Kolkata', isAdmin: true });
    slack.addChannel({ isArchived: true });
    slack.addChannel({ kind: 'private', isMember: false });
    expect((await client.users.info({ user: user.id })).user).toMatchObject({ tz: 'Asia/Kolkata', is_admin: true });
    expect(await refusal(client.users.info({ user: 'U0NONE' }))).toMatchObject({ error: 'user_not_found' });
    const types = 'public_channel,private_channel';
    const { channels } = await client.conversations.list({ types, exclude_archived: true });
    expect(channels?.map(({ id }) => id)).toEqual([channel.id]);
    expect((await client.team.info()).team?.id).toBe(slack.teamId);
  });

  it('can be joined', async () => {
    const client = await start();
    slack.removeBot(channel.id);
    expect(await refusal(client.conversations.history({ channel: channel.id }))).toMatchObject({
      error: 'not_in_channel',
    });
    await client.conversations.join({ channel: channel.id });
    expect(slack.channel(channel.id).isMember).toBe(true);
  });
});

describe('rates, where they are enforced', () => {
  it('are one message a second a channel after a short burst, and a tier a method', async () => {
    const client = await start({ rateLimits: 'enforced' });
    const strict = clientOf(slack.botToken, { rejectRateLimitedCalls: true });
    const post = (id: string) => strict.chat.postMessage({ channel: id, text: 'x' });
    for (let count = 0; count < 3; count += 1) await post(channel.id);
    await expect(post(channel.id)).rejects.toMatchObject({ retryAfter: 1 });
    await post(slack.addChannel().id);
    clock.advance(1000);
    await post(channel.id);
    await expect(post(channel.id)).rejects.toMatchObject({ retryAfter: 1 });
    for (let count = 0; count < 20; count += 1) await client.conversations.list();
    await expect(strict.conversations.list()).rejects.toMatchObject({ retryAfter: 3 });
  });
});

describe('faults', () => {
  const answered = async (client: WebClient) => (await client.chat.postMessage({ channel: channel.id, text: 'x' })).ok;

  it('429 with Retry-After is retried by the client', async () => {
    await start();
    slack.fail('chat.postMessage', { kind: 'rate-limited', retryAfter: 0 });
    expect(await answered(clientOf(slack.botToken, { retryConfig }))).toBe(true);
    expect(slack.calls('chat.postMessage').map(({ answer }) => answer?.status)).toEqual([429, 200]);
  });

  it('429 without Retry-After is not', async () => {
    await start();
    slack.fail('chat.postMessage', { kind: 'rate-limited' });
    await expect(answered(clientOf(slack.botToken, { retryConfig }))).rejects.toThrow('valid timeout');
    expect(slack.calls('chat.postMessage')).toHaveLength(1);
  });

  it('500, and an error by name, at the call that was asked for', async () => {
    const client = await start();
    slack.fail('chat.postMessage', { kind: 'status', status: 500 }, { call: 2, times: 2 });
    slack.fail('*', { kind: 'error', error: 'fatal_error' }, { call: 4 });
    expect(await answered(client)).toBe(true);
    await expect(answered(client)).rejects.toMatchObject({ statusCode: 500 });
    await expect(answered(client)).rejects.toMatchObject({ statusCode: 500 });
    expect(await refusal(client.auth.test())).toMatchObject({ error: 'fatal_error' });
    expect(slack.messages(channel.id)).toHaveLength(1);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a connection that breaks %s the effect', async (when, posted) => {
    const client = await start();
    slack.fail('chat.postMessage', { kind: 'reset', when });
    await expect(answered(client)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.messages(channel.id)).toHaveLength(posted);
    expect(slack.calls('chat.postMessage')).toMatchObject([{ answer: undefined }]);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('no answer at all, %s the effect', async (when, posted) => {
    await start();
    slack.fail('chat.postMessage', { kind: 'hang', when });
    const patience = new AbortController();
    const impatient = clientOf(slack.botToken, {
      fetch: (url, init) => fetch(url, { ...init, signal: patience.signal }),
    });
    const answer = expect(answered(impatient)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    await slack.next('call');
    expect(slack.messages(channel.id)).toHaveLength(posted);
    patience.abort();
    await answer;
  });
});
