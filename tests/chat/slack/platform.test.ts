import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { heading, paragraph } from '../../../src/chat/message.ts';
import type { Part } from '../../../src/chat/platform.ts';
import { createSlackClient } from '../../../src/chat/slack/client.ts';
import type { SlackPayload } from '../../../src/chat/slack/payload.ts';
import { createSlackPlatform } from '../../../src/chat/slack/platform.ts';
import { renderSlack } from '../../../src/chat/slack/render.ts';
import { botScopes } from '../../../src/chat/slack/scopes.ts';
import { manualClock } from '../../servers/slack/clock.ts';
import type { SlackServer } from '../../servers/slack/contract.ts';
import { startSlack } from '../../servers/slack/server.ts';

const logger = pino({ level: 'silent' });

let slack: SlackServer;
const platformIn = ({ url, botToken }: SlackServer, settings: { token?: string; timeout?: number } = {}) => {
  const client = createSlackClient({ token: botToken, apiUrl: url, logger, ...settings });
  return createSlackPlatform(async () => client, logger);
};
const platformOf = (token = slack.botToken) => platformIn(slack, { token });

beforeAll(async () => {
  slack = await startSlack({ scopes: botScopes.map(({ name }) => name) });
});
afterAll(() => slack.close());

const message: Message = {
  blocks: [heading(1, 'Engineering @ Scale'), paragraph('One queue fewer.')],
  thread: [{ blocks: [paragraph('How the queue went.')] }],
};

const [parent, reply] = renderSlack(message);

const now = (): string => new Date().toISOString();

const targetIn = (channel: string, thread?: string) => ({
  workspace: slack.teamId,
  channel,
  ...(thread === undefined ? {} : { thread }),
});

const partOf = (part: Part<SlackPayload> | undefined): Part<SlackPayload> => {
  if (part === undefined) throw new TypeError('no part');
  return part;
};

describe('a part that is posted', () => {
  it('opens a thread or goes into it, without previews of its links, and is found again by its key', async () => {
    const { id: channel } = slack.addChannel();
    const platform = platformOf();
    const first = await platform.post(targetIn(channel), partOf(parent), '2026-11-25/7/0');
    const target = targetIn(channel, first.thread);
    const second = await platform.post(target, partOf(reply), '2026-11-25/7/1');

    expect(slack.messages(channel)).toMatchObject([{ ts: first.id, unfurlLinks: false, unfurlMedia: false }]);
    expect(slack.thread(channel, first.id)).toMatchObject([{ ts: first.id }, { ts: second.id, threadTs: first.id }]);
    expect(await platform.find(targetIn(channel), '2026-11-25/7/0', now())).toEqual({ id: first.id, thread: first.id });
    expect(await platform.find(target, '2026-11-25/7/1', now())).toEqual({ id: second.id, thread: first.id });
    expect(await platform.find(target, '2026-11-25/7/2', now())).toBeUndefined();
  });

  it('is found where the connection broke after it had arrived, and was not sent again in secret', async () => {
    const { id: channel } = slack.addChannel();
    const platform = platformOf();
    slack.fail('chat.postMessage', { kind: 'reset', when: 'after' });
    await expect(platform.post(targetIn(channel), partOf(parent), 'lost/answer')).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(slack.messages(channel)).toHaveLength(1);
    const found = await platform.find(targetIn(channel), 'lost/answer', now());
    expect(found?.id).toBe(slack.messages(channel)[0]?.ts);
  });

  it('is found where Slack took it and never answered', async () => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'hang', when: 'after' });
    const platform = platformIn(slack, { timeout: 50 });
    await expect(platform.post(targetIn(channel), partOf(parent), 'no/answer')).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(await platform.find(targetIn(channel), 'no/answer', now())).toMatchObject({
      id: slack.messages(channel)[0]?.ts,
    });
  });

  it('is found under hundreds of messages of people', async () => {
    const { id: channel } = slack.addChannel();
    const { id: user } = slack.addUser();
    const platform = platformOf();
    const { id } = await platform.post(targetIn(channel), partOf(parent), 'under/many');
    for (let count = 0; count < 250; count += 1) slack.say({ channel, user, text: `Message ${count}` });
    expect((await platform.find(targetIn(channel), 'under/many', now()))?.id).toBe(id);
  });
});

describe('a part is looked for around the time at which it was sent', () => {
  const start = Date.UTC(2026, 10, 25, 8);
  const minute = 60_000;
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

  const inCalm = async (act: (calm: SlackServer, clock: ReturnType<typeof manualClock>) => Promise<void>) => {
    const clock = manualClock(start);
    const calm = await startSlack({ clock });
    try {
      await act(calm, clock);
    } finally {
      await calm.close();
    }
  };

  it('so that a channel that never rests does not have to be read back to its beginning', () =>
    inCalm(async (calm, clock) => {
      const { id: channel } = calm.addChannel();
      const { id: user } = calm.addUser();
      const platform = platformIn(calm);
      const target = targetIn(channel);
      const { id } = await platform.post(target, partOf(parent), 'long/ago');
      clock.advance(120 * minute);
      for (let count = 0; count < 250; count += 1) calm.say({ channel, user, text: `Message ${count}` });
      expect((await platform.find(target, 'long/ago', at(start)))?.id).toBe(id);
      expect(await platform.find(target, 'never/sent', at(start))).toBeUndefined();
      expect(calm.calls('conversations.history')).toHaveLength(2);
    }));

  it.each([
    ['ahead', 59],
    ['behind', -59],
  ])('though our clock is %s', (_how, minutes) =>
    inCalm(async calm => {
      const { id: channel } = calm.addChannel();
      const platform = platformIn(calm);
      const first = await platform.post(targetIn(channel), partOf(parent), 'p/0');
      const target = targetIn(channel, first.thread);
      const second = await platform.post(target, partOf(reply), 'p/1');
      const sentAt = at(start + minutes * minute);
      expect((await platform.find(targetIn(channel), 'p/0', sentAt))?.id).toBe(first.id);
      expect((await platform.find(target, 'p/1', sentAt))?.id).toBe(second.id);
    }),
  );

  it('in a thread of hundreds of replies, past the first page', () =>
    inCalm(async (calm, clock) => {
      const { id: channel } = calm.addChannel();
      const { id: user } = calm.addUser();
      const platform = platformIn(calm);
      const { thread } = await platform.post(targetIn(channel), partOf(parent), 't/0');
      for (let count = 0; count < 450; count += 1) calm.say({ channel, user, text: `Reply ${count}`, thread });
      clock.advance(120 * minute);
      const target = targetIn(channel, thread);
      for (let count = 0; count < 250; count += 1) calm.say({ channel, user, text: `Later ${count}`, thread });
      const { id } = await platform.post(target, partOf(reply), 't/1');
      expect((await platform.find(target, 't/1', at(clock.now())))?.id).toBe(id);
      expect(calm.calls('conversations.replies')).toHaveLength(2);
    }));

  it('and is not said to be lost where more was written than can be looked through', () =>
    inCalm(async calm => {
      const { id: channel } = calm.addChannel();
      const { id: user } = calm.addUser();
      for (let count = 0; count < 3_001; count += 1) calm.say({ channel, user, text: `Message ${count}` });
      await expect(platformIn(calm).find(targetIn(channel), 'far/away', at(start))).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringContaining('is not known'),
      });
    }));
});

describe('where the operator declined the scopes to read, nobody will know what became of a part', () => {
  const blind = async (kind: 'public' | 'private', thread?: string): Promise<unknown> => {
    const poor = await startSlack({ scopes: ['commands', 'chat:write'] });
    try {
      const { id: channel } = poor.addChannel({ kind });
      return await platformIn(poor)
        .find(targetIn(channel, thread), 'x/0', now())
        .catch((error: unknown) => error);
    } finally {
      await poor.close();
    }
  };

  it.each([
    ['public', undefined, 'channels:history'],
    ['public', '1700000000.000001', 'channels:history'],
    ['private', undefined, 'groups:history'],
  ] as const)('%s, thread %s: the scope is named', async (kind, thread, scope) => {
    expect(await blind(kind, thread)).toMatchObject({ code: 'unreadable', message: expect.stringContaining(scope) });
  });

  it.each([
    ['conversations.history', 'not_in_channel', 'not-in-channel'],
    ['conversations.history', 'token_revoked', 'revoked'],
    ['conversations.history', 'access_denied', 'no-permission'],
    ['conversations.history', 'internal_error', 'unreachable'],
  ] as const)('but %s that is refused by %s is %s', async (method, error, code) => {
    const { id: channel } = slack.addChannel();
    slack.fail(method, { kind: 'error', error });
    await expect(platformOf().find(targetIn(channel), 'x/0', now())).rejects.toMatchObject({ code });
  });
});

describe('complaint 14: invalid_blocks loses no post', () => {
  it.each([1, 2])('refused %i times, it is posted in a plainer form, and the note says so', async times => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' }, { times });
    const posted = await platformOf().post(targetIn(channel), partOf(parent), 'plainer/0');
    expect(posted.note).toContain('plainer/0');
    expect(posted.note).toContain('invalid_blocks');
    const [stands] = slack.messages(channel);
    expect(JSON.stringify([stands?.text, stands?.blocks])).toContain('One queue fewer.');
    expect((await platformOf().find(targetIn(channel), 'plainer/0', now()))?.id).toBe(posted.id);
  });

  it('is refused for good only in its plainest form', async () => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'error', error: 'msg_blocks_too_long' }, { times: 3 });
    await expect(platformOf().post(targetIn(channel), partOf(parent), 'never/0')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining(channel),
    });
  });
});

/** Each that chat.postMessage documents, and a few of other methods. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
describe('an error says what to do about which channel, and for what else the call would fail', () => {
  it.each([
    ['not_in_channel', 'not-in-channel', 'channel', /\/invite/],
    ['channel_not_found', 'channel-gone', 'channel', /does not exist, or is private/],
    ['is_archived', 'channel-archived', 'channel', /archived/],
    ['access_denied', 'no-permission', 'channel', /owner of the workspace/],
    ['channel_is_limited_access', 'no-permission', 'channel', /owner of the workspace/],
    ['ekm_access_denied', 'no-permission', 'channel', /owner of the workspace/],
    ['no_permission', 'no-permission', 'channel', /owner of the workspace/],
    ['restricted_action', 'no-permission', 'channel', /owner of the workspace/],
    ['restricted_action_non_threadable_channel', 'no-permission', 'channel', /owner of the workspace/],
    ['restricted_action_read_only_channel', 'no-permission', 'channel', /owner of the workspace/],
    ['restricted_action_thread_only_channel', 'no-permission', 'channel', /owner of the workspace/],
    ['user_is_restricted', 'no-permission', 'channel', /owner of the workspace/],
    ['accesslimited', 'no-permission', 'workspace', /organisation/],
    ['enterprise_is_restricted', 'no-permission', 'workspace', /organisation/],
    ['team_access_not_granted', 'no-permission', 'workspace', /organisation/],
    ['two_factor_setup_required', 'no-permission', 'workspace', /organisation/],
    ['messages_tab_disabled', 'no-permission', 'workspace', /Messages tab/],
    ['missing_scope', 'no-permission', 'workspace', /scope/],
    ['not_allowed_token_type', 'no-permission', 'workspace', /xoxb-/],
    ['account_inactive', 'revoked', 'workspace', /install the app/],
    ['invalid_auth', 'revoked', 'workspace', /install the app/],
    ['not_authed', 'revoked', 'workspace', /install the app/],
    ['token_expired', 'revoked', 'workspace', /install the app/],
    ['token_revoked', 'revoked', 'workspace', /install the app/],
    ['message_limit_exceeded', 'rate-limited', 'workspace', /wait a moment/],
    ['rate_limited', 'rate-limited', 'workspace', /wait a moment/],
    ['ratelimited', 'rate-limited', 'workspace', /wait a moment/],
    ['fatal_error', 'unreachable', 'channel', /try again/],
    ['internal_error', 'unreachable', 'channel', /try again/],
    ['request_timeout', 'unreachable', 'channel', /try again/],
    ['service_unavailable', 'unreachable', 'channel', /try again/],
    ['org_login_required', 'unreachable', 'workspace', /organisation/],
    ['team_added_to_org', 'unreachable', 'workspace', /organisation/],
    ['cannot_reply_to_message', 'refused', 'channel', /thread/],
    ['restricted_action_thread_locked', 'refused', 'channel', /thread/],
    ['thread_not_found', 'refused', 'channel', /thread/],
    ['metadata_too_large', 'refused', 'channel', /metadata_too_large/],
    ['something_new', 'refused', 'channel', /something_new/],
  ])('%s is %s, of the %s', async (error, code, reach, words) => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'error', error });
    await expect(platformOf().post(targetIn(channel), partOf(parent), 'x/0')).rejects.toMatchObject({
      code,
      reach,
      message: expect.stringMatching(words),
    });
  });

  it('a channel is named', async () => {
    const { id: channel } = slack.addChannel({ isMember: false });
    await expect(platformOf().post(targetIn(channel), partOf(parent), 'x/0')).rejects.toMatchObject({
      code: 'not-in-channel',
      message: expect.stringContaining(channel),
    });
  });

  it.each([
    ['with a page instead of an answer', { kind: 'status', status: 503 }],
    ['before anything was done', { kind: 'reset', when: 'before' }],
  ] as const)('a failure %s is unreachable', async (_when, fault) => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', fault);
    await expect(platformOf().post(targetIn(channel), partOf(parent), 'x/0')).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});

describe('complaint 21: a 429 crashes nothing (node-slack-sdk #1421)', () => {
  it.each([
    ['that says how long', 7, 7_000],
    ['without Retry-After', undefined, 30_000],
  ])('%s', async (_how, seconds, retryAfter) => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'rate-limited', ...(seconds === undefined ? {} : { retryAfter: seconds }) });
    await expect(platformOf().post(targetIn(channel), partOf(parent), 'x/0')).rejects.toMatchObject({
      code: 'rate-limited',
      // Slack lets no token of the workspace call the method meanwhile.
      reach: 'workspace',
      retryAfter,
    });
  });
});

describe('a person who is told something', () => {
  const words = (messages: readonly unknown[]): string => JSON.stringify(messages);

  it('reads all of it in their own messages with the app, for which no scope but chat:write is needed', async () => {
    const poor = await startSlack({ scopes: ['commands', 'chat:write'] });
    try {
      const { id } = poor.addUser();
      await platformIn(poor).tell({ workspace: poor.teamId, id }, message);
      const answers = poor.calls('chat.postMessage').map(({ answer }) => answer?.body);
      const [channel] = new Set(answers.map(body => String(body?.channel)));
      expect(channel).toMatch(/^D/);
      const told = poor.messages(channel ?? '');
      expect(told).toHaveLength(2);
      expect(words(told.slice(0, 1))).toContain('One queue fewer.');
      expect(words(told.slice(1))).toContain('How the queue went.');
    } finally {
      await poor.close();
    }
  });

  it('is told in a plainer form what Slack refuses', async () => {
    const { id } = slack.addUser();
    slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    await platformOf().tell({ workspace: slack.teamId, id }, { blocks: [paragraph('It is archived.')] });
    const { answer } = slack.calls('chat.postMessage').at(-1) ?? {};
    expect(words(slack.messages(String(answer?.body.channel)))).toContain('It is archived.');
  });

  it('who left the workspace is named', async () => {
    await expect(platformOf().tell({ workspace: slack.teamId, id: 'U0GONE' }, message)).rejects.toMatchObject({
      code: 'channel-gone',
      message: expect.stringContaining('U0GONE'),
    });
  });

  it.each([
    ['messages_tab_disabled', 'no-permission', /App Home/],
    ['token_revoked', 'revoked', /install the app/],
    ['fatal_error', 'unreachable', /direct messages with/],
    ['ratelimited', 'rate-limited', /direct messages with/],
  ])('cannot be by %s: %s', async (error, code, sentence) => {
    const { id } = slack.addUser();
    slack.fail('chat.postMessage', { kind: 'error', error });
    await expect(platformOf().tell({ workspace: slack.teamId, id }, message)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(sentence),
    });
  });
});

it('the limits of posting are those that Slack documents', () => {
  expect(platformOf().limits).toEqual([
    { per: 'channel', parts: 1, within: 1_000 },
    { per: 'workspace', parts: 300, within: 60_000 },
  ]);
});

it('no error holds the token', async () => {
  const { id: channel } = slack.addChannel();
  const failure = await platformOf('xoxb-wrong')
    .post(targetIn(channel), partOf(parent), 'x/0')
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'revoked' });
  expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('xoxb-wrong');
});
