/** The loopback Slack lets the app be installed as Slack documents it, with the vendor's bolt and WebClient on the app's side. */
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silent } from './bolt-app.ts';
import { manualClock } from './clock.ts';
import type { SlackOptions, SlackServer } from './contract.ts';
import { type Installable, scopes, startInstallable } from './installable-app.ts';
import { startSlack } from './server.ts';
import type { Team } from './teams/contract.ts';

const clock = manualClock(Date.UTC(2026, 10, 30, 8));
const minute = 60_000;
const halfADay = 43_200;

let slack: SlackServer;
let team: Team;
let app: Installable;

const start = async (options: SlackOptions = {}, directInstall = true): Promise<void> => {
  slack = await startSlack({ clock, ...options });
  team = slack.addTeam({ name: 'Readers', isInstalled: false });
  app = await startInstallable(slack, () => {}, directInstall);
};

afterEach(async () => {
  await app.stop();
  await slack.close();
});

const clientOf = (token?: string) =>
  new WebClient(token, { slackApiUrl: slack.url, logger: silent, retryConfig: { retries: 0 } });

/** The vendor's code of a call that is refused. */
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return typeof error === 'object' && error !== null && 'data' in error ? error.data : error;
};

const client = () => ({ client_id: slack.clientId, client_secret: slack.clientSecret });
const access = (more: object) => clientOf().oauth.v2.access({ ...client(), ...more });
const refresh = (token: string | undefined) =>
  access({ grant_type: 'refresh_token', refresh_token: token ?? 'none was given' });
/** A code that a person has just allowed. */
const aCode = async () => (await team.visit(app.installUrl)).allow().code;
const exchange = async () => access({ code: await aCode(), redirect_uri: app.redirectUri });

describe('an installation', () => {
  it.each([
    ['leads on by itself', true],
    ['has a button', false],
  ])('gives the app a token of the team, from an install page that %s', async (_name, directInstall) => {
    await start({}, directInstall);
    const person = team.addUser();
    const page = await team.install(app.installUrl, person.id);
    expect(page).toMatchObject({ status: 200 });
    expect(app.installations.get(team.teamId)).toMatchObject({
      team: { id: team.teamId, name: 'Readers' },
      user: { id: person.id },
      bot: { token: team.botToken, scopes, userId: team.botUserId, id: team.botId },
      appId: slack.appId,
      isEnterpriseInstall: false,
    });
    expect(await clientOf(team.botToken).auth.test()).toMatchObject({ team_id: team.teamId, user_id: team.botUserId });
    expect(team.isInstalled).toBe(true);
  });

  it('grants the scopes that were asked for, and no others', async () => {
    await start();
    await team.install(app.installUrl);
    const channel = team.addChannel().id;
    expect(await clientOf(team.botToken).chat.postMessage({ channel, text: 'x' })).toMatchObject({ ok: true });
    expect(await refusal(clientOf(team.botToken).conversations.history({ channel }))).toMatchObject({
      error: 'missing_scope',
      provided: scopes.join(','),
    });
  });

  it('shows the person what the app asks for', async () => {
    await start();
    const consent = await team.visit(app.installUrl);
    expect(consent).toMatchObject({ scopes, redirectUri: app.redirectUri });
    expect(consent.state).not.toBe('');
  });

  it('gives nothing where the person denies it', async () => {
    await start();
    const denied = (await team.visit(app.installUrl)).deny();
    expect(new URL(denied.url).searchParams.get('error')).toBe('access_denied');
    expect(await denied.follow()).toMatchObject({ status: 500 });
    expect(slack.calls('oauth.v2.access')).toEqual([]);
    expect(app.installations.size).toBe(0);
  });

  it.each([
    ['the state is forged', { state: 'forged' }],
    ['there is no state', { state: '' }],
    ['the browser is another', { cookies: 'dropped' as const }],
  ])('bolt refuses to finish it where %s', async (_name, how) => {
    await start();
    const back = (await team.visit(app.installUrl)).allow();
    expect(await back.follow(how)).toMatchObject({ status: 400 });
    expect(slack.calls('oauth.v2.access')).toEqual([]);
  });

  it('takes no code twice', async () => {
    await start();
    const first = (await team.visit(app.installUrl)).allow();
    await first.follow();
    const again = (await team.visit(app.installUrl)).allow();
    expect(await again.follow({ code: first.code })).toMatchObject({ status: 500 });
    expect(slack.calls('oauth.v2.access').at(-1)?.answer?.body).toEqual({ ok: false, error: 'invalid_code' });
  });

  it('takes no code that is older than ten minutes', async () => {
    await start();
    const [early, late] = [await aCode(), await aCode()];
    clock.advance(10 * minute);
    expect(await access({ code: early, redirect_uri: app.redirectUri })).toMatchObject({ ok: true });
    clock.advance(1);
    expect(await refusal(access({ code: late, redirect_uri: app.redirectUri }))).toMatchObject({
      error: 'invalid_code',
    });
  });

  it('forgets the cookies of a browser that comes back too late', async () => {
    await start();
    const back = (await team.visit(app.installUrl)).allow();
    clock.advance(10 * minute);
    expect(await back.follow()).toMatchObject({ status: 400 });
  });
});

describe('what an app asks for', () => {
  beforeEach(() => start());

  it.each([
    ['invalid_client_id', { client_id: '3.4' }],
    ['no_scopes', { scope: '' }],
    ['invalid_scope', { scope: 'chat:write,Everything!' }],
    ['bad_redirect_uri', { redirect_uri: '' }],
    ['bad_redirect_uri', { redirect_uri: 'javascript:alert(1)' }],
  ])('is refused on the page: %s', async (code, wrong) => {
    const asked = { client_id: slack.clientId, scope: 'chat:write', redirect_uri: app.redirectUri, ...wrong };
    const page = await fetch(`${slack.authorizeUrl}?${new URLSearchParams(asked)}`);
    expect([page.status, await page.text()]).toEqual([400, code]);
  });

  it('leads nowhere from a page without a button', async () => {
    await expect(team.visit(`${new URL(slack.url).origin}/nothing`)).rejects.toThrow('does not lead to');
  });
});

describe('a code is exchanged', () => {
  beforeEach(() => start());

  it.each([
    ['invalid_client_id', { client_id: '3.4' }],
    ['bad_client_secret', { client_secret: 'wrong' }],
    ['bad_redirect_uri', { redirect_uri: 'https://elsewhere.example/' }],
    ['bad_redirect_uri', { redirect_uri: undefined }],
    ['invalid_code', { code: 'guessed' }],
    ['invalid_grant_type', { grant_type: 'password' }],
    ['invalid_refresh_token', { grant_type: 'refresh_token', refresh_token: 'xoxe-1-guessed' }],
  ])('for nothing: %s', async (error, wrong) => {
    const asked = { code: await aCode(), redirect_uri: app.redirectUri, ...wrong };
    expect(await refusal(access(asked))).toMatchObject({ ok: false, error });
    expect(team.isInstalled).toBe(false);
  });

  it('for a token, where the client names itself in the header', async () => {
    const basic = Buffer.from(`${slack.clientId}:${slack.clientSecret}`).toString('base64');
    const answer = await fetch(`${slack.url}oauth.v2.access`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ code: await aCode(), redirect_uri: app.redirectUri }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, access_token: team.botToken, token_type: 'bot' });
  });

  it('for the same token with more scopes, where the app is installed already', async () => {
    const first = await exchange();
    team.grant(['team:read']);
    expect(await exchange()).toMatchObject({
      access_token: first.access_token,
      scope: 'team:read,chat:write,commands',
    });
  });
});

describe('a token that rotates', () => {
  beforeEach(() => start({ botTokens: 'rotating' }));

  it('comes with its lifetime and a refresh token', async () => {
    expect(await exchange()).toMatchObject({
      access_token: expect.stringMatching(/^xoxe\.xoxb-/),
      refresh_token: expect.stringMatching(/^xoxe-/),
      expires_in: halfADay,
    });
  });

  it('is refused after twelve hours', async () => {
    const { access_token } = await exchange();
    clock.advance(halfADay * 1000 - 1);
    expect(await clientOf(access_token).auth.test()).toMatchObject({ ok: true });
    clock.advance(1);
    expect(await refusal(clientOf(access_token).auth.test())).toMatchObject({ error: 'token_expired' });
  });

  it('lives on beside the next one, while its refresh token is spent', async () => {
    const first = await exchange();
    const second = await refresh(first.refresh_token);
    expect(second).toMatchObject({ team: { id: team.teamId }, bot_user_id: team.botUserId, expires_in: halfADay });
    for (const { access_token } of [first, second])
      expect(await clientOf(access_token).auth.test()).toMatchObject({ team_id: team.teamId });
    expect(await refusal(refresh(first.refresh_token))).toMatchObject({ error: 'invalid_refresh_token' });
    expect(team).toMatchObject({ botToken: second.access_token, refreshToken: second.refresh_token });
  });

  it('is the oldest of three no more', async () => {
    const first = await exchange();
    const second = await refresh(first.refresh_token);
    const third = await refresh(second.refresh_token);
    expect(await refusal(clientOf(first.access_token).auth.test())).toMatchObject({ error: 'token_revoked' });
    for (const { access_token } of [second, third])
      expect(await clientOf(access_token).auth.test()).toMatchObject({ ok: true });
  });

  it('can be bought after the one before has expired', async () => {
    const first = await exchange();
    clock.advance(30 * 24 * 60 * minute);
    const { access_token } = await refresh(first.refresh_token);
    expect(await clientOf(access_token).auth.test()).toMatchObject({ ok: true });
  });

  it('is renewed by bolt where it is about to expire', async () => {
    await team.install(app.installUrl);
    const installation = app.installations.get(team.teamId);
    if (installation?.bot === undefined) throw new Error('Nothing was stored.');
    const { token } = installation.bot;
    installation.bot.expiresAt = Math.floor(Date.now() / 1000) + 60;
    const query = { teamId: team.teamId, enterpriseId: undefined, isEnterpriseInstall: false };
    const { botToken } = await app.installer.authorize(query);
    expect(botToken).toBe(team.botToken);
    expect(botToken).not.toBe(token);
  });
});
