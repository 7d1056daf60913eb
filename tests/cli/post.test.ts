import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openArchive } from '../../src/archive/archive.ts';
import { deliveryKey, planDeliveries, postponeDelivery } from '../../src/archive/deliveries.ts';
import { markStanding } from '../../src/archive/parts.ts';
import { suspendSubscription } from '../../src/archive/subscriptions.ts';
import { chatServers, folderWith, longAgo, partsOfEdition, today } from './chat-servers.ts';
import { digest } from './digest.ts';

const servers = chatServers();

const dryRunSchema = z.array(
  z.looseObject({
    parts: z.array(z.object({ key: z.string(), place: z.string(), state: z.string(), payload: z.looseObject({}) })),
  }),
);

describe('post --dry-run', () => {
  it('says what would go where and when, on both platforms, and posts nothing', async () => {
    const [one, two, other] = [servers.inSlack(), servers.inSlack(), servers.inDiscord()];
    const cwd = await folderWith(one, { ...two, companies: ['Nobody'] }, other);
    const run = await digest(['post', '--dry-run'], { cwd, env: servers.slackEnv() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [title, ...lines] = run.stdout.trimEnd().split('\n');
    expect(title).toBe(`Engineering @ Scale — ${today}`);
    expect(lines.filter(line => !line.startsWith(' '))).toEqual([
      expect.stringMatching(
        `^discord ${other.channel} \\(in ${other.workspace}\\): due since .* at 00:00, UTC, 5 parts$`,
      ),
      expect.stringMatching(`^slack ${one.channel} \\(in ${one.workspace}\\): due since .* at 00:00, UTC, 5 parts$`),
      expect.stringMatching(
        `^slack ${two.channel} \\(in ${two.workspace}\\): due since .*, nothing, as it is a quiet day$`,
      ),
    ]);
    expect(lines.filter(line => /^ +1 {2}parent {2}.*Engineering @/.test(line))).toHaveLength(2);
    expect(lines.filter(line => /^ +\d {2}reply {3}\S/.test(line))).toHaveLength(2 * (partsOfEdition - 1));
    expect(servers.slack.calls()).toEqual([]);
  });

  it('says so where no channel is subscribed', async () => {
    const run = await digest(['post', '--dry-run'], { cwd: await folderWith() });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^Error: No channel is subscribed\. /);
  });

  it('gives as JSON the very parts that would be sent, and keeps nothing', async () => {
    const one = servers.inSlack();
    const surroundings = { cwd: await folderWith(one), env: servers.slackEnv() };
    const dryRun = async () => {
      const { stdout } = await digest(['post', '--dry-run', '--format', 'json'], surroundings);
      return dryRunSchema.parse(JSON.parse(stdout));
    };
    const [planned] = await dryRun();
    expect(planned).toMatchObject({
      ...one,
      edition: today,
      state: 'waiting',
      when: expect.stringMatching(/^due since/),
    });
    expect(await dryRun()).toEqual([planned]);
    await digest(['post'], surroundings);
    const sent = servers.slack.calls('chat.postMessage').map(({ args }) => args);
    expect(sent).toMatchObject(planned?.parts.map(({ payload: { blocks, text } }) => ({ blocks, text })) ?? []);
    expect(sent.map(({ metadata }) => metadata)).toMatchObject(
      planned?.parts.map(({ key }) => ({ event_payload: { key } })) ?? [],
    );
    const [posted] = await dryRun();
    expect(posted).toMatchObject({
      state: 'posted',
      parts: planned?.parts.map(part => ({ ...part, state: 'posted' })),
    });
  });

  it('shows how far a channel came, and why it waits', async () => {
    const one = servers.inSlack();
    const cwd = await folderWith(one);
    const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
    const parts = [
      { place: 'parent', payload: { text: 'As it was planned' } },
      { place: 'reply', payload: { text: 'Its reply' } },
    ] as const;
    const key = deliveryKey({ ...one, edition: today });
    await planDeliveries(archive, [{ edition: today, parts, channels: [one] }], longAgo);
    await markStanding(archive, { key, ordinal: 0 }, { id: '1', thread: '1' }, longAgo);
    await postponeDelivery(archive, key, { problem: 'The channel is archived.', retryAt: `${today}T23:00:00Z` });
    await suspendSubscription(archive, one, 'The channel is archived.', longAgo);
    await archive.close();
    const { stdout } = await digest(['post', '--dry-run'], { cwd });
    expect(stdout).toMatch(
      /goes on at .* at 23:00, UTC \(The channel is archived\.\), 1 of 2 parts posted, suspended: The/,
    );
    expect(stdout).toMatch(/ 1 {2}parent {2}As it was planned \(posted\)\n +2 {2}reply {3}Its reply\n$/);
  });

  it('needs no token', async () => {
    expect(await digest(['post', '--dry-run'], { cwd: await folderWith(servers.inSlack()) })).toMatchObject({
      code: 0,
    });
  });
});

describe('post', () => {
  it('posts once, however often it is called', async () => {
    const one = servers.inSlack();
    const surroundings = { cwd: await folderWith(one), env: servers.slackEnv() };
    expect(await digest(['post'], surroundings)).toMatchObject({
      code: 0,
      stdout: `The edition of ${today} stands in 1 channel.\n`,
    });
    expect(await digest(['post'], surroundings)).toMatchObject({ code: 0 });
    expect(servers.slack.messages(one.channel)).toHaveLength(1);
    expect((await digest(['post', '--dry-run'], surroundings)).stdout).toMatch(
      /: delivered on .*, UTC, 5 of 5 parts posted\n$/,
    );
  });

  it('leaves it to a process that delivers already, so that nothing is posted twice', async () => {
    const one = servers.inSlack();
    const cwd = await folderWith(one);
    const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
    const lock = await archive.acquireDeliveryLock();
    const run = await digest(['post'], { cwd, env: servers.slackEnv() });
    lock?.release();
    await archive.close();
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^Error: Another process delivers from this archive, .* Stop it before you post/);
    expect(servers.slack.calls()).toEqual([]);
  });

  it('names each channel that it cannot reach, and fails', async () => {
    const [one, other] = [servers.inSlack(), servers.inDiscord()];
    servers.slack.archive(one.channel);
    const run = await digest(['post'], { cwd: await folderWith(one, other), env: servers.slackEnv() });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`slack ${one.channel} (in ${one.workspace}): `);
    expect(run.stderr).toContain(`discord ${other.channel} (in ${other.workspace}): DISCORD_TOKEN is not set.`);
  });

  it('links to the web where PUBLIC_URL says', async () => {
    const one = servers.inSlack();
    const env = { ...servers.slackEnv(), PUBLIC_URL: 'https://digest.example.org/' };
    await digest(['post'], { cwd: await folderWith(one), env });
    const posted = JSON.stringify(servers.slack.messages(one.channel)[0]?.blocks);
    expect(posted).toContain(`https://digest.example.org/${today}`);
  });

  it.each([
    ['there is no edition', [], /^Error: There is no edition\. Make it first with `build`\.\n$/],
    ['there is none of the date', ['--date', '2020-01-01'], /^Error: There is no edition of 2020-01-01\. .*\n$/],
    ['the date is none', ['--date', '2026-02-30'], /^Error: "2026-02-30" is not a date of the calendar\. .*\n$/],
    ['the date is a word', ['--date', 'yesterday', '--dry-run'], /^Error: "yesterday" is not a date .*\n$/],
  ])('says so in one line where %s', async (_, options, message) => {
    const run = await digest(['post', ...options]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(message);
  });
});
