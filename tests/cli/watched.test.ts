/** What whoever watches over a run sees of it: a whole process, with the real clients of both platforms. */
import { describe, expect, it } from 'vitest';
import { linesAmiss, readExposition } from '../web/metrics/exposition.ts';
import { chatServers, folderWith, partsOfEdition } from './chat-servers.ts';
import { begin, type Running } from './digest.ts';

const servers = chatServers();
const operatorToken = 'operator-token-of-32-characters-';
const env = () => ({
  ...servers.slackEnv(),
  ...servers.discordEnv(),
  OPERATOR_TOKEN: operatorToken,
  LOG_LEVEL: 'debug',
});

const addressOf = async (run: Running) => `http://127.0.0.1:${await run.said(/"port":(\d+)/)}`;

describe('run, watched', () => {
  it('counts what it posts, what people look up and what is asked of its pages', async () => {
    const { slack, discord } = servers;
    const [one, other] = [servers.inSlack(), servers.inDiscord()];
    slack.fail('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
    // One is waited for by the bot, the other by the client of Discord.
    discord.faults.on({ method: 'POST', path: /messages$/ }, { kind: 'rate-limit', retryAfter: 1 });
    const run = begin(['run'], { cwd: await folderWith(one, other), env: env() });
    const address = await addressOf(run);
    await Promise.all([run.said(/"slack".*"posted".*Delivered/), run.said(/"discord".*"posted".*Delivered/)]);
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' });
    const by = { user: slack.addUser().id, channel: one.channel };
    await (await slack.people.command('company:acme', by)).answer();
    const headers = { 'X-Forwarded-For': '192.0.2.7', Authorization: `Bearer ${operatorToken}` };
    const told = await (await fetch(`${address}/metrics?token=${operatorToken}`, { headers })).text();
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect([code, linesAmiss(told)]).toEqual([0, []]);
    const { value, family } = readExposition(told);
    for (const platform of ['slack', 'discord']) {
      expect(value('digest_parts_posted_total', { platform })).toBe(partsOfEdition);
      expect(value('digest_subscriptions', { platform })).toBe(1);
      expect(value('digest_rate_limits_total', { platform })).toBe(1);
      expect(value('digest_rate_limit_seconds_total', { platform })).toBe(1);
    }
    expect(value('digest_last_edition_posting_age_seconds')).toBeGreaterThanOrEqual(0);
    expect(value('digest_jobs_dead', { kind: 'deliver-slack' })).toBe(0);
    expect(family('digest_lookup_duration_seconds')?.metrics[0]?.count).toBe(1);
    expect(stderr).toContain('"route":"/metrics"');
    expect(stderr).toContain('"command":"look-up"');
    expect(stderr).not.toContain(operatorToken);
  });

  it('is not ready before a platform hears it', async () => {
    const { slack } = servers;
    slack.fail('auth.test', { kind: 'hang', when: 'before' });
    const run = begin(['run'], { cwd: await folderWith(), env: { ...servers.slackEnv() } });
    const address = await addressOf(run);
    const answer = await fetch(`${address}/readyz`);
    const failing = [{ part: 'platforms', since: expect.stringMatching(/^\d{4}-.*Z$/) }];
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'unready', failing }]);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    run.kill('SIGTERM');
    await run.ended;
  });

  it('is not ready any more from when it is told to end, while it finishes what it has in hand', async () => {
    const { slack } = servers;
    slack.fail('chat.postMessage', { kind: 'hang', when: 'before' });
    const run = begin(['run'], { cwd: await folderWith(servers.inSlack()), env: { ...servers.slackEnv() } });
    const address = await addressOf(run);
    await slack.next('call', ({ method }) => method === 'chat.postMessage');
    run.kill('SIGTERM');
    await run.said(/Stopping/);
    const answer = await fetch(`${address}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ status: 'unready', failing: [{ part: 'process' }] });
    run.kill('SIGKILL');
    await run.ended;
  });
});

it('serve has the same for those who watch', async () => {
  const run = begin(['serve'], {});
  const address = await addressOf(run);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  const { value } = readExposition(await (await fetch(`${address}/metrics`)).text());
  expect([value('digest_archive_up'), value('digest_subscriptions', { platform: 'slack' })]).toEqual([1, 0]);
  run.kill('SIGTERM');
  expect((await run.ended).code).toBe(0);
});
