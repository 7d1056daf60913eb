/** Many teams in one loopback Slack: each call, event and limit belongs to one of them, as the vendor's clients see it. */
import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silent } from './bolt-app.ts';
import { manualClock, systemClock } from './clock.ts';
import type { Message, SlackOptions, SlackServer } from './contract.ts';
import { type Installable, startInstallable } from './installable-app.ts';
import { startSlack } from './server.ts';
import type { Team } from './teams/contract.ts';

const clock = manualClock(Date.UTC(2026, 10, 30, 8));
let slack: SlackServer;
let one: Team;
let other: Team;

const start = async (options: SlackOptions = {}): Promise<void> => {
  slack = await startSlack({ clock, ...options });
  one = slack.addTeam({ name: 'One' });
  other = slack.addTeam({ name: 'Other' });
};
afterEach(() => slack.close());

const clientOf = (token: string) =>
  new WebClient(token, {
    slackApiUrl: slack.url,
    logger: silent,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
const post = (team: Team, channel: string, more: object = {}) =>
  clientOf(team.botToken).chat.postMessage({ channel, text: 'x', ...more });

/** The vendor's code of a call that is refused. */
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return typeof error === 'object' && error !== null && 'data' in error ? error.data : error;
};

describe('a team', () => {
  beforeEach(() => start());

  it('is told by its token', async () => {
    for (const team of [one, other, slack])
      expect(await clientOf(team.botToken).auth.test()).toMatchObject({
        team: team.teamName,
        team_id: team.teamId,
        user_id: team.botUserId,
        bot_id: team.botId,
      });
    expect(new Set([one, other, slack].flatMap(team => [team.teamId, team.botUserId, team.botToken])).size).toBe(9);
  });

  it('has channels, messages and people of its own', async () => {
    const channel = one.addChannel().id;
    const user = one.addUser().id;
    expect(await post(one, channel)).toMatchObject({
      message: { team: one.teamId, user: one.botUserId, bot_id: one.botId },
    });
    expect(one.messages(channel)).toMatchObject([{ text: 'x', author: one.botUserId }]);

    const stranger = clientOf(other.botToken);
    expect(await refusal(post(other, channel))).toMatchObject({ error: 'channel_not_found' });
    expect(await refusal(stranger.conversations.history({ channel }))).toMatchObject({ error: 'channel_not_found' });
    expect(await refusal(stranger.users.info({ user }))).toMatchObject({ error: 'user_not_found' });
    expect(await stranger.conversations.list()).toMatchObject({ channels: [] });
    expect(() => other.channel(channel)).toThrow('channel_not_found');
  });

  it('is asked for by its id', () => {
    expect(slack.team(other.teamId)).toBe(other);
    expect(() => slack.team('T0NONE')).toThrow('There is no team T0NONE');
  });

  it('loses and gains scopes on its own', async () => {
    one.grant(['team:read']);
    expect(await refusal(post(one, one.addChannel().id))).toMatchObject({ error: 'missing_scope' });
    expect(await post(other, other.addChannel().id)).toMatchObject({ ok: true });
  });

  it('is not called by the token of the app', async () => {
    const asApp = clientOf(slack.appToken);
    expect(await refusal(asApp.auth.test())).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refusal(clientOf(one.botToken).apps.connections.open())).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });
});

it('limits count the calls of a team, whatever others do', async () => {
  await start({ rateLimits: 'enforced' });
  const [here, there] = [one.addChannel().id, other.addChannel().id];
  for (let count = 0; count < 3; count += 1) await post(one, here);
  await expect(post(one, here)).rejects.toMatchObject({ retryAfter: 1 });
  expect(await post(other, there)).toMatchObject({ ok: true });
  for (let count = 0; count < 49; count += 1) await clientOf(one.botToken).team.info();
  await clientOf(one.botToken).team.info();
  await expect(clientOf(one.botToken).team.info()).rejects.toMatchObject({ retryAfter: 2 });
  expect(await clientOf(other.botToken).team.info()).toMatchObject({ team: { id: other.teamId } });
});

describe('people of many teams, over HTTP', () => {
  let app: Installable;
  let heard: string[];
  const listen = (bolt: App): void => {
    bolt.command('/digest', async ({ ack, command, client, context }) => {
      await ack();
      await client.chat.postMessage({ channel: command.channel_id, text: `${command.team_id} ${context.teamId}` });
    });
    bolt.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
    });
    bolt.event('app_uninstalled', async ({ event, body }) => void heard.push(`${event.type} ${body.team_id}`));
    bolt.event('tokens_revoked', async ({ event, body }) => {
      heard.push(`${event.type} ${body.team_id} ${event.tokens.bot?.join()}`);
    });
  };
  beforeEach(async () => {
    // Bolt checks the time of a signature by the machine's clock.
    await start({ clock: systemClock });
    heard = [];
    app = await startInstallable(slack, listen);
    for (const team of [one, other]) await team.install(app.installUrl);
  });
  afterEach(() => app.stop());
  const uninstall = (team: Team, first?: 'app_uninstalled') =>
    team.peopleOverHttp(app.eventsUrl).uninstall(...(first === undefined ? [] : [first]));

  it('are answered in their team, by its token', async () => {
    for (const team of [one, other]) {
      const channel = team.addChannel().id;
      await team.peopleOverHttp(app.eventsUrl).command('', { user: team.addUser().id, channel });
      await slack.next('message');
      expect(team.messages(channel)).toMatchObject([{ text: `${team.teamId} ${team.teamId}`, author: team.botUserId }]);
    }
  });

  it('see a home tab of their own', async () => {
    const user = other.addUser().id;
    await other.peopleOverHttp(app.eventsUrl).openHome(user);
    await slack.next('view');
    expect(other.home(user)?.blocks).toHaveLength(1);
    expect(one.home(user)).toBeUndefined();
  });

  it.each([
    ['tokens_revoked', undefined],
    ['app_uninstalled', 'app_uninstalled' as const],
  ])('remove the app from their team alone, and %s is told first', async (_name, first) => {
    await uninstall(one, first);
    const told = [`tokens_revoked ${one.teamId} ${one.botUserId}`, `app_uninstalled ${one.teamId}`];
    expect(heard).toEqual(first === undefined ? told : told.toReversed());
    expect(await refusal(clientOf(one.botToken).auth.test())).toMatchObject({ error: 'account_inactive' });
    expect([one.isInstalled, other.isInstalled]).toEqual([false, true]);
    expect(await clientOf(other.botToken).auth.test()).toMatchObject({ ok: true });
  });

  it('get the app anew, with another token and the scopes that are asked for now', async () => {
    one.grant(['chat:write', 'team:read']);
    const [channel, before] = [one.addChannel({ kind: 'private' }).id, one.botToken];
    await uninstall(one);
    await one.install(app.installUrl);
    expect(one.botToken).not.toBe(before);
    expect(one.isInstalled).toBe(true);
    expect(await refusal(clientOf(before).auth.test())).toMatchObject({ error: 'account_inactive' });
    expect(await refusal(clientOf(one.botToken).team.info())).toMatchObject({ error: 'missing_scope' });
    // It left its channels with the app.
    expect(await refusal(post(one, channel))).toMatchObject({ error: 'channel_not_found' });
    one.inviteBot(channel);
    expect(await post(one, channel)).toMatchObject({ ok: true });
  });
});

describe('an app gives up its tokens', () => {
  const client = () => ({ client_id: slack.clientId, client_secret: slack.clientSecret });

  it('one by one', async () => {
    await start();
    expect(await clientOf(one.botToken).auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect(await clientOf(one.botToken).auth.revoke()).toMatchObject({ revoked: true });
    expect(await refusal(clientOf(one.botToken).auth.test())).toMatchObject({ error: 'account_inactive' });
    expect(await clientOf(other.botToken).auth.test()).toMatchObject({ ok: true });
  });

  it('of a team, with those that would buy new ones', async () => {
    await start({ botTokens: 'rotating' });
    const [token, refresh_token] = [one.botToken, one.refreshToken];
    const removing = clientOf(token).apps.uninstall({ ...client(), client_secret: 'wrong' });
    expect(await refusal(removing)).toMatchObject({ error: 'bad_client_secret' });
    expect(await clientOf(token).apps.uninstall(client())).toMatchObject({ ok: true });
    expect(await refusal(clientOf(token).auth.test())).toMatchObject({ error: 'account_inactive' });
    const refreshing = new WebClient(undefined, { slackApiUrl: slack.url, logger: silent }).oauth.v2.access({
      ...client(),
      grant_type: 'refresh_token',
      refresh_token,
    });
    expect(await refusal(refreshing)).toMatchObject({ error: 'invalid_refresh_token' });
    expect(one).toMatchObject({ isInstalled: false, refreshToken: '' });
  });
});

describe('where only outlines are kept', () => {
  const metadata = { event_type: 'part', event_payload: { key: 'e/s/0' } };
  let seen: Message[];
  beforeEach(async () => {
    seen = [];
    await start({ keeps: 'outlines', onMessage: message => seen.push(message) });
  });

  it('messages are seen whole once, and stand without text and blocks', async () => {
    const channel = one.addChannel().id;
    const { ts } = await post(one, channel, { blocks: [{ type: 'divider' }], metadata });
    await post(one, channel, { thread_ts: ts });
    expect(seen).toMatchObject([
      { channel, ts, text: 'x', blocks: [{ type: 'divider' }], metadata },
      { channel, threadTs: ts, text: 'x' },
    ]);
    expect(one.thread(channel, ts ?? '')).toMatchObject([
      { text: '', blocks: [], metadata },
      { text: '', threadTs: ts },
    ]);
    expect(await clientOf(one.botToken).conversations.replies({ channel, ts: ts ?? '' })).toMatchObject({
      messages: [{ ts, reply_count: 1 }, { thread_ts: ts }],
    });
  });

  it('calls are counted and not kept', async () => {
    await post(one, one.addChannel().id);
    await refusal(post(other, 'C0NONE'));
    await clientOf(one.botToken).auth.test();
    expect([slack.count(), slack.count('chat.postMessage'), slack.count('views.open')]).toEqual([3, 2, 0]);
    expect(slack.calls()).toEqual([]);
  });

  it('happenings are handed out to those who wait already', async () => {
    const channel = one.addChannel().id;
    await post(one, channel, { text: 'missed' });
    const next = slack.next('message');
    await post(one, channel, { text: 'awaited' });
    expect(await next).toMatchObject({ text: 'awaited' });
  });
});
