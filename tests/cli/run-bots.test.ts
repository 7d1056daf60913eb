import { join } from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { anEdition } from '../an-edition.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { type DiscordServer, startDiscord } from '../servers/discord/server.ts';
import type { SlackServer } from '../servers/slack/contract.ts';
import { startSlack } from '../servers/slack/server.ts';
import { digest, emptyFolder } from './digest.ts';

const longAgo = '2026-01-01T00:00:00Z';
/** Parent, two Deep Dives, patterns, the rest. */
const partsOfEdition = 5;

let slack: SlackServer;
let discord: DiscordServer;
beforeEach(async () => {
  [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
});
afterEach(() => Promise.all([slack.close(), discord.close()]));

const slackEnv = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.url,
});
const discordEnv = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api });

/** A folder whose archive has today's edition, due since midnight in the channels that are given. */
const folderWith = async (...subscriptions: readonly Partial<Subscription>[]): Promise<string> => {
  const cwd = emptyFolder();
  const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
  const date = new Date().toISOString().slice(0, 10);
  await saveEdition(archive, anEdition({ date }), { until: longAgo, builtAt: longAgo });
  for (const one of subscriptions) {
    await saveSubscription(archive, aSubscription({ at: '00:00', timeZone: 'UTC', ...one }), longAgo);
  }
  await archive.close();
  return cwd;
};

const inSlack = () => ({ platform: 'slack', workspace: slack.teamId, channel: slack.addChannel().id }) as const;
const inDiscord = () => {
  const guild = discord.addGuild();
  const { id } = discord.addChannel(guild, { name: 'news', type: ChannelType.GuildText });
  return { platform: 'discord', workspace: guild.id, channel: id } as const;
};

const slackMessages = async (count: number): Promise<void> => {
  for (let posted = 0; posted < count; posted++) await slack.next('message');
};
const discordMessages = (count: number): Promise<unknown> => {
  let posted = 0;
  return discord.next('message', () => ++posted === count);
};

describe('run, with the tokens of both platforms', () => {
  it('posts what is due as a thread on each, and ends in order when it is told to', async () => {
    const [one, other] = [inSlack(), inDiscord()];
    const cwd = await folderWith(one, other);
    const posted = Promise.all([slackMessages(partsOfEdition), discordMessages(partsOfEdition)]);
    const run = await digest(['run'], { cwd, env: { ...slackEnv(), ...discordEnv() }, endedAfter: posted });
    expect(run.stderr).toContain('Subscribed: 1 channel of Discord and 1 channel of Slack.');
    expect(run.stderr).toContain('Due now: 1 channel of Discord and 1 channel of Slack.');
    expect(run.stderr).toMatch(/The next edition is made on \w+ \d+ \w+ at 08:00, UTC\./);
    for (const label of ['Slack', 'Discord']) {
      expect(run.stderr).toContain(`Listening in ${label}: type /digest there.`);
    }
    expect(run.code).toBe(0);
    const [parent] = slack.messages(one.channel);
    expect(slack.thread(one.channel, parent?.ts ?? '')).toHaveLength(partsOfEdition);
    const [thread] = discord.threads(other.channel);
    expect(discord.messages(thread?.id ?? '')).toHaveLength(partsOfEdition - 1);
  });

  it('shows no token in its log', async () => {
    const cwd = await folderWith();
    const env = { ...slackEnv(), ...discordEnv(), LOG_LEVEL: 'trace' };
    const listening = Promise.all([slack.next('connection'), discord.next('gateway', ({ kind }) => kind === 'ready')]);
    const run = await digest(['run'], { cwd, env, endedAfter: listening });
    for (const secret of [slack.botToken, slack.appToken, discord.token]) expect(run.stderr).not.toContain(secret);
    expect(run.stderr).toContain('"level"');
  });

  it('goes on with one where the other refuses its token', async () => {
    const one = inSlack();
    const cwd = await folderWith(one);
    discord.revokeToken();
    const run = await digest(['run'], {
      cwd,
      env: { ...slackEnv(), ...discordEnv() },
      endedAfter: slackMessages(partsOfEdition),
    });
    expect(run.stderr).toContain('Discord could not be started, the rest goes on: ');
    expect(run.code).toBe(0);
  });

  it('ends with one clear line where no token works', async () => {
    slack.revoke(slack.botToken, 'invalid_auth');
    const run = await digest(['run'], { env: slackEnv() });
    expect(run.stderr).toMatch(/^Error: No platform could be started\. Slack: .*\n$/m);
    expect(run.stderr).not.toContain(slack.botToken);
    expect(run.code).toBe(1);
  });
});

describe('post', () => {
  it('says what would go where and when, and posts nothing', async () => {
    const [one, other] = [inSlack(), inDiscord()];
    const run = await digest(['post', '--dry-run'], { cwd: await folderWith(one, other), env: slackEnv() });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(`slack ${one.channel} (in ${one.workspace}): due since `);
    expect(run.stdout).toContain(`discord ${other.channel} (in ${other.workspace}): due since `);
    expect(run.stdout.match(/reply .* characters/g)).toHaveLength(2 * (partsOfEdition - 1));
    expect(slack.calls()).toEqual([]);
  });

  it('posts once, however often it is called', async () => {
    const one = inSlack();
    const surroundings = { cwd: await folderWith(one), env: slackEnv() };
    expect(await digest(['post'], surroundings)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 channel'),
    });
    expect(await digest(['post'], surroundings)).toMatchObject({ code: 0 });
    expect(slack.messages(one.channel)).toHaveLength(1);
    expect((await digest(['post', '--dry-run'], surroundings)).stdout).toContain(': delivered, ');
  });

  it('names each channel that it cannot reach, and fails', async () => {
    const [one, other] = [inSlack(), inDiscord()];
    slack.archive(one.channel);
    const run = await digest(['post'], { cwd: await folderWith(one, other), env: slackEnv() });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`slack ${one.channel} (in ${one.workspace}): `);
    expect(run.stderr).toContain('1 channel of a platform whose token is not set.');
  });

  it.each([
    ['no edition', [], /There is no edition/],
    ['no edition of the date', ['--date', '2020-01-01'], /There is no edition of 2020-01-01/],
  ])('says so where there is %s', async (_, options, message) => {
    const run = await digest(['post', ...options]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(message);
  });

  it('says so where no channel is subscribed', async () => {
    const run = await digest(['post', '--dry-run'], { cwd: await folderWith() });
    expect(run.stderr).toContain('No channel is subscribed.');
  });
});
