import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/chat/bot.ts';
import { type ExaminedSettings, examineSlack } from '../../../src/chat/slack/examine.ts';
import { adminsScope, botScopes } from '../../../src/chat/slack/scopes.ts';
import type { SlackOptions, SlackServer } from '../../servers/slack/contract.ts';
import { startSlack } from '../../servers/slack/server.ts';

const logger = pino({ level: 'silent' });

let slack: SlackServer;
afterEach(() => slack.close());

const start = async (options: SlackOptions = {}): Promise<void> => {
  slack = await startSlack({ scopes: botScopes.map(({ name }) => name), ...options });
};

const examine = (channels: readonly string[], settings: Partial<ExaminedSettings> = {}): Promise<readonly Finding[]> =>
  examineSlack({ botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.url, logger, ...settings })(
    channels.map(channel => ({ platform: 'slack', workspace: slack.teamId, channel })),
  );

const faults = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ isWell }) => !isWell);

describe('the doctor looks at Slack', () => {
  it('and finds all well', async () => {
    await start();
    const { id, name } = slack.addChannel();
    const findings = await examine([id]);
    expect(faults(findings)).toEqual([]);
    expect(findings).toHaveLength(4);
    expect(findings.at(-1)?.what).toContain(`#${name}`);
  });

  it('and names each scope that is missing, what it is for and where to add it', async () => {
    await start({ scopes: ['commands', 'chat:write', 'channels:read', 'groups:read', 'channels:history'] });
    expect(faults(await examine([]))).toEqual([
      {
        isWell: false,
        what: expect.stringMatching(/groups:history.*private channel/),
        remedy: expect.stringContaining('OAuth & Permissions'),
      },
    ]);
  });

  it('and names the scope that SLACK_MANAGERS=admins needs, where it is set', async () => {
    await start();
    expect(faults(await examine([], { managers: ['U024BE7LH'] }))).toEqual([]);
    expect(faults(await examine([], { managers: 'admins' }))).toEqual([
      {
        isWell: false,
        what: expect.stringMatching(/users:read.*SLACK_MANAGERS=admins.*nobody/),
        remedy: expect.stringMatching(/Add users:read under OAuth & Permissions/),
      },
    ]);
    slack.grant([...botScopes.map(({ name }) => name), adminsScope.name]);
    expect(faults(await examine([], { managers: 'admins' }))).toEqual([]);
  });

  it.each([
    ['archived', { isArchived: true }, /archived/, /unsubscribe/],
    ['without the bot', { isMember: false }, /not in/, /\/invite @engineering_at_scale/],
    ['private and without the bot', { isMember: false, kind: 'private' }, /cannot be examined/, /\/invite/],
  ] as const)('and says what to do about a channel that is %s', async (_how, channel, what, remedy) => {
    await start();
    expect(faults(await examine([slack.addChannel().id, slack.addChannel(channel).id]))).toEqual([
      { isWell: false, what: expect.stringMatching(what), remedy: expect.stringMatching(remedy) },
    ]);
  });

  it('and says what to do about a channel that does not exist', async () => {
    await start();
    expect(faults(await examine(['C0GONE']))).toEqual([
      { isWell: false, what: expect.stringContaining('C0GONE'), remedy: expect.stringContaining('unsubscribe') },
    ]);
  });

  it('and stops at a token that was revoked', async () => {
    await start();
    slack.revoke(slack.botToken);
    expect(faults(await examine([slack.addChannel().id]))).toEqual([
      { isWell: false, what: 'The Slack bot token does not work.', remedy: expect.stringContaining('install the app') },
    ]);
  });

  it('and finds an app-level token that opens nothing', async () => {
    await start({ appScopes: [] });
    expect(faults(await examine([]))).toEqual([
      {
        isWell: false,
        what: expect.stringContaining('Socket Mode'),
        remedy: expect.stringContaining('connections:write'),
      },
    ]);
  });

  it('and finds that there is no way in', async () => {
    await start();
    const findings = await examineSlack({ botToken: slack.botToken, apiUrl: slack.url, logger })([]);
    expect(faults(findings)).toEqual([
      { isWell: false, what: expect.stringContaining('no way'), remedy: expect.stringContaining('SLACK_APP_TOKEN') },
    ]);
  });

  it('and never rejects, though Slack gives no answer', async () => {
    await start();
    const findings = await examine(['C1'], { apiUrl: 'http://127.0.0.1:1/api/' });
    expect(faults(findings).map(({ remedy }) => remedy)).toEqual([
      expect.stringContaining('no answer'),
      expect.stringContaining('no answer'),
    ]);
  });
});
