/** The tokens of many workspaces: they expire and are renewed, and are encrypted with a key that may be replaced. */
import { describe, expect, it } from 'vitest';
import type { Fields } from '../servers/slack/contract.ts';
import { fieldsOf } from '../servers/slack/fields.ts';
import { archiveOf, ask, deliver, type Installed, subscribed } from './slack-installs.ts';
import { type InstallsStage, key, startInstalls } from './slack-installs-stage.ts';

const hour = 3_600_000;

describe('tokens that expire', () => {
  const refreshes = (stage: InstallsStage) =>
    stage.slack.calls('oauth.v2.access').filter(({ args }) => args.grant_type === 'refresh_token');
  const rotating = (processes = 2) => startInstalls({ slack: { botTokens: 'rotating' }, processes });
  const bodyOf = ({ answer }: { answer: { body: Fields } | undefined }): Fields => fieldsOf(answer?.body);
  const statuses = (stage: InstallsStage, where: Installed) =>
    Promise.all(
      stage.processes.map(({ bot }) =>
        bot.platform.tell(
          { workspace: where.team.teamId, id: where.user },
          {
            blocks: [{ kind: 'paragraph', content: [{ text: 'Hello' }] }],
          },
        ),
      ),
    );

  it('are renewed before they do, once, though all processes need them at once; for days', async () => {
    const stage = await rotating(4);
    const acme = await stage.installed('Acme');
    for (let times = 1; times <= 6; times += 1) {
      stage.clock.advance(11 * hour);
      await statuses(stage, acme);
      expect(refreshes(stage)).toHaveLength(times);
    }
    expect(refreshes(stage).every(call => bodyOf(call).ok)).toBe(true);
    expect(stage.slack.calls('chat.postMessage').every(call => bodyOf(call).ok)).toBe(true);
  });

  it('are renewed after they did, by one process while the others wait for it', async () => {
    const stage = await rotating(3);
    const acme = await stage.installed('Acme');
    stage.clock.advance(48 * hour);
    await statuses(stage, acme);
    expect(refreshes(stage)).toHaveLength(1);
    expect(stage.slack.calls('chat.postMessage').map(bodyOf)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ ok: true })),
    );
  });

  it('stay in use while they cannot be renewed, which is said, and are renewed later', async () => {
    const stage = await rotating(1);
    const acme = await stage.installed('Acme');
    stage.slack.fail('oauth.v2.access', { kind: 'error', error: 'internal_error' });
    stage.clock.advance(11 * hour);
    await statuses(stage, acme);
    expect(stage.log()).toContain('could not be renewed; it is tried again');
    stage.clock.advance(60_000);
    await statuses(stage, acme);
    expect(refreshes(stage).map(call => bodyOf(call).ok)).toEqual([false, true]);
  });

  it('that expired and cannot be renewed are said to be those of no workspace of ours, once Slack says so', async () => {
    const stage = await rotating(1);
    const acme = await stage.installed('Acme');
    stage.slack.fail('oauth.v2.access', { kind: 'error', error: 'invalid_refresh_token' });
    stage.clock.advance(13 * hour);
    await expect(statuses(stage, acme)).rejects.toMatchObject({
      code: 'revoked',
      reach: 'workspace',
      message: expect.stringMatching(/invalid_refresh_token.*install the app in the workspace again/),
    });
    await statuses(stage, acme);
  });
});

describe('a key that is not the one', () => {
  const [other, next] = [Buffer.alloc(32, 8), Buffer.alloc(32, 9)];

  it('keeps the bot from starting, is said with what to do, and changes nothing', async () => {
    const stage = await startInstalls({ processes: 1 });
    const acme = await stage.installed('Acme');
    const before = await archiveOf(stage).db.selectFrom('installations').selectAll().execute();
    await expect(stage.start({ keys: [other] })).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringMatching(new RegExp(`${acme.team.teamId}.*DIGEST_TOKEN_KEY`)),
    });
    expect(await archiveOf(stage).db.selectFrom('installations').selectAll().execute()).toEqual(before);
    expect(await ask(stage, acme, 'status')).toContain('gets no editions');
  });

  it('is replaced by another without a stop: old and new, new and old, new', async () => {
    const stage = await startInstalls({ processes: 1, keys: [key, next] });
    const acme = await stage.installed('Acme');
    await subscribed(stage, acme);
    await stage.start({ keys: [next, key] });
    const last = await stage.start({ keys: [next] });
    await deliver(last);
    expect(acme.team.messages(acme.channel)).toHaveLength(1);
    const globex = await stage.installed('Globex');
    await subscribed(stage, globex);
    for (const process of stage.processes) await deliver(process);
    expect(globex.team.messages(globex.channel)).toHaveLength(1);
  });
});
