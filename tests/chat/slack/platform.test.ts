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
import type { SlackServer } from '../../servers/slack/contract.ts';
import { startSlack } from '../../servers/slack/server.ts';

const logger = pino({ level: 'silent' });

let slack: SlackServer;
const platformOf = (token = slack.botToken) =>
  createSlackPlatform(createSlackClient({ token, apiUrl: slack.url, logger }), logger);

beforeAll(async () => {
  slack = await startSlack({ scopes: botScopes.map(({ name }) => name) });
});
afterAll(() => slack.close());

const message: Message = {
  blocks: [heading(1, 'Engineering @ Scale'), paragraph('One queue fewer.')],
  thread: [{ blocks: [paragraph('How the queue went.')] }],
};

const [parent, reply] = renderSlack(message);

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
    expect(await platform.find(targetIn(channel), '2026-11-25/7/0')).toEqual({ id: first.id, thread: first.id });
    expect(await platform.find(target, '2026-11-25/7/1')).toEqual({ id: second.id, thread: first.id });
    expect(await platform.find(target, '2026-11-25/7/2')).toBeUndefined();
  });

  it('is found where the connection broke after it had arrived, and was not sent again in secret', async () => {
    const { id: channel } = slack.addChannel();
    const platform = platformOf();
    slack.fail('chat.postMessage', { kind: 'reset', when: 'after' });
    await expect(platform.post(targetIn(channel), partOf(parent), 'lost/answer')).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(slack.messages(channel)).toHaveLength(1);
    const found = await platform.find(targetIn(channel), 'lost/answer');
    expect(found?.id).toBe(slack.messages(channel)[0]?.ts);
  });

  it('is found under hundreds of messages of people', async () => {
    const { id: channel } = slack.addChannel();
    const { id: user } = slack.addUser();
    const platform = platformOf();
    const { id } = await platform.post(targetIn(channel), partOf(parent), 'under/many');
    for (let count = 0; count < 250; count += 1) slack.say({ channel, user, text: `Message ${count}` });
    expect((await platform.find(targetIn(channel), 'under/many'))?.id).toBe(id);
  });

  it('is not said to be lost where there is more than can be looked through', async () => {
    const { id: channel } = slack.addChannel();
    const { id: user } = slack.addUser();
    for (let count = 0; count < 1_001; count += 1) slack.say({ channel, user, text: `Message ${count}` });
    await expect(platformOf().find(targetIn(channel), 'far/away')).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('invalid_blocks loses no post', () => {
  it.each([1, 2])('refused %i times, it is posted in a plainer form, and the note says so', async times => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' }, { times });
    const posted = await platformOf().post(targetIn(channel), partOf(parent), 'plainer/0');
    expect(posted.note).toContain('plainer/0');
    expect(posted.note).toContain('invalid_blocks');
    const [stands] = slack.messages(channel);
    expect(JSON.stringify([stands?.text, stands?.blocks])).toContain('One queue fewer.');
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

describe('an error says what to do about which channel', () => {
  it.each([
    ['not_in_channel', 'not-in-channel', /\/invite/],
    ['channel_not_found', 'channel-gone', /does not exist, or is private/],
    ['is_archived', 'channel-archived', /archived/],
    ['restricted_action_read_only_channel', 'no-permission', /owner of the workspace/],
    ['token_revoked', 'revoked', /install the app/],
    ['account_inactive', 'revoked', /install the app/],
    ['ratelimited', 'rate-limited', /wait a moment/],
    ['fatal_error', 'unreachable', /try again/],
    ['something_new', 'refused', /something_new/],
  ])('%s is %s', async (error, code, words) => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'error', error });
    await expect(platformOf().post(targetIn(channel), partOf(parent), 'x/0')).rejects.toMatchObject({
      code,
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

  it('a scope that is missing is named', async () => {
    const poor = await startSlack({ scopes: ['commands', 'chat:write'] });
    try {
      const { id: channel } = poor.addChannel();
      const platform = createSlackPlatform(
        createSlackClient({ token: poor.botToken, apiUrl: poor.url, logger }),
        logger,
      );
      await expect(platform.find({ workspace: poor.teamId, channel }, 'x/0')).rejects.toMatchObject({
        code: 'no-permission',
        message: expect.stringContaining('channels:history'),
      });
    } finally {
      await poor.close();
    }
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

describe('a 429 crashes nothing (node-slack-sdk 1421)', () => {
  it.each([
    ['that says how long', 7, 7_000],
    ['without Retry-After', undefined, 30_000],
  ])('%s', async (_how, seconds, retryAfter) => {
    const { id: channel } = slack.addChannel();
    slack.fail('chat.postMessage', { kind: 'rate-limited', ...(seconds === undefined ? {} : { retryAfter: seconds }) });
    await expect(platformOf().post(targetIn(channel), partOf(parent), 'x/0')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfter,
    });
  });
});

it('no error holds the token', async () => {
  const { id: channel } = slack.addChannel();
  const failure = await platformOf('xoxb-wrong')
    .post(targetIn(channel), partOf(parent), 'x/0')
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'revoked' });
  expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('xoxb-wrong');
});
