import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../../src/archive/archive.ts';
import { getInstallation } from '../../../../src/archive/installations.ts';
import { getSubscription, saveSubscription } from '../../../../src/archive/subscriptions.ts';
import { findInstalled } from '../../../../src/chat/slack/installing/find-installed.ts';
import { createRemoval } from '../../../../src/chat/slack/installing/removal.ts';
import type { ArchivePlace } from '../../../archive/contract/place.ts';
import { aSubscription } from '../../../delivery/a-subscription.ts';
import { onSqlite } from '../../../engines.ts';
import type { Fault, SlackServer } from '../../../servers/slack/contract.ts';
import { startSlack } from '../../../servers/slack/server.ts';
import { install, withKey } from './an-installation.ts';

const logger = pino({ level: 'silent' });
/** When `install` has it that the app was. */
const installedAt = Date.parse('2026-04-01T09:00:00Z');

let slack: SlackServer;
let place: ArchivePlace;
let archive: Archive;

beforeEach(async () => {
  slack = await startSlack();
  place = await onSqlite.createPlace();
  archive = await place.open();
  await install(withKey(archive), { botToken: slack.botToken }, slack.teamId);
  await saveSubscription(archive, aSubscription({ workspace: slack.teamId }), '2026-01-01T00:00:00Z');
});
afterEach(async () => {
  await slack.close();
  await archive.close();
  await place.remove();
});

/** As a process hears of it. */
const hear = (at = installedAt + 1): Promise<void> => {
  const { clientId, clientSecret, url: apiUrl } = slack;
  const secrets = withKey(archive);
  const installed = findInstalled({ clientId, clientSecret, apiUrl, secrets, logger });
  return createRemoval({ secrets, installed, now: () => installedAt + 2, logger })(slack.teamId, at);
};
const workspace = () => ({ platform: 'slack', workspace: slack.teamId }) as const;
const isInstalled = async () => (await getInstallation(withKey(archive), workspace())) !== undefined;
const isSuspended = async () =>
  (await getSubscription(archive, { ...workspace(), channel: 'C1' }))?.suspension !== undefined;

describe('a workspace that Slack tells of as one that removed the app', () => {
  it('loses its token, and its channels wait, where Slack takes the token no longer', async () => {
    slack.revoke(slack.botToken, 'account_inactive');
    await hear();
    expect([await isInstalled(), await isSuspended()]).toEqual([false, true]);
  });

  it('does so once, though two processes hear of it, and each of both events', async () => {
    slack.revoke(slack.botToken);
    await Promise.all([hear(), hear(), hear()]);
    await hear();
    expect([await isInstalled(), await isSuspended()]).toEqual([false, true]);
  });

  it('does so where the token is refused, however late the event comes', async () => {
    slack.revoke(slack.botToken);
    await hear(installedAt - 60_000);
    expect(await isInstalled()).toBe(false);
  });

  it('keeps everything where the token works: it was installed again', async () => {
    await hear();
    expect([await isInstalled(), await isSuspended()]).toEqual([true, false]);
  });

  it.each<[string, Fault]>([
    ['does not answer', { kind: 'reset', when: 'before' }],
    ['has too many calls', { kind: 'rate-limited', retryAfter: 60 }],
    ['fails', { kind: 'status', status: 503 }],
  ])('is judged by when that was, where Slack %s', async (_how, fault) => {
    slack.fail('auth.test', fault);
    await hear(installedAt - 60_000);
    expect(await isInstalled()).toBe(true);
    slack.fail('auth.test', fault);
    await hear(installedAt + 60_000);
    expect([await isInstalled(), await isSuspended()]).toEqual([false, true]);
  });
});
