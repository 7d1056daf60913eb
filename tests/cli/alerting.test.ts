/** The channel that DIGEST_ALERTS names: whole processes, with the real clients of both platforms. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { recordHealth } from '../../src/archive/health.ts';
import type { ArchiveAddress } from '../../src/edition/archive-address.ts';
import { day, hour } from '../../src/edition/duration.ts';
import { anEdition } from '../an-edition.ts';
import { onPostgres } from '../engines.ts';
import { type BlogServer, startBlogs } from '../servers/blogs.ts';
import { chatServers, longAgo, subscribeIn } from './chat-servers.ts';
import { begin, digest, emptyFolder } from './digest.ts';

const servers = chatServers();
const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
/** So that the edition of the day was due two hours ago, whenever the test runs. */
const digestAt = ago(2 * hour).slice(11, 16);

let blog: BlogServer;
beforeEach(async () => {
  blog = await startBlogs();
});
afterEach(() => blog.close());

/** A folder whose list has one blog. */
const folderWithList = (): string => {
  const cwd = emptyFolder();
  const outline = `<outline type="rss" text="Blog 1" xmlUrl="${blog.url('/feed')}" htmlUrl="${blog.url('/')}"/>`;
  writeFileSync(join(cwd, 'list.opml'), `<opml version="2.0"><body>${outline}</body></opml>`);
  return cwd;
};

/** Its last edition is of days ago, as the blog has failed since. */
const bringInTrouble = async (address: ArchiveAddress): Promise<void> => {
  const archive = await openArchive(address);
  await saveEdition(archive, anEdition({ date: ago(4 * day).slice(0, 10) }), { until: longAgo, builtAt: longAgo });
  await archive.close();
  await recordFailure(address);
};

const recordFailure = async (address: ArchiveAddress): Promise<void> => {
  const archive = await openArchive(address);
  const failed = { name: 'Blog 1', status: 'failed', items: 0, reason: 'answered 500', since: ago(4 * day) } as const;
  await recordHealth(archive, [failed], ago(day));
  await archive.close();
};

const archiveIn = (cwd: string): ArchiveAddress => ({ path: join(cwd, 'data/archive.db') });

const folderInTrouble = async (): Promise<string> => {
  const cwd = folderWithList();
  await bringInTrouble(archiveIn(cwd));
  return cwd;
};

/** A channel that there is not. */
const nowhere = { slack: 'slack:C0NONE', discord: 'discord:1' };

const mendBlog = (): void => {
  const item = `<item><title>One</title><link>${blog.url('/one')}</link></item>`;
  blog.on('/feed', { body: `<rss version="2.0"><channel><title>Blog</title>${item}</channel></rss>` });
};

const settings = (alerts: string) => ({
  ...servers.slackEnv(),
  ...servers.discordEnv(),
  DIGEST_ALERTS: alerts,
  DIGEST_SOURCES: 'list.opml',
  DIGEST_PRIVATE_HOSTS: `127.0.0.1:${blog.port}`,
  DIGEST_AT: digestAt,
});

describe.each(['slack', 'discord'] as const)('the channel for alerts, in %s', platform => {
  const aChannel = () => (platform === 'slack' ? servers.inSlack() : servers.inDiscord());
  const saidIn = (channel: string): readonly string[] =>
    (platform === 'slack' ? servers.slack.messages(channel) : servers.discord.messages(channel)).map(message =>
      JSON.stringify(message),
    );
  const told = () => (platform === 'slack' ? servers.slackMessages(1) : servers.discordMessages(1));

  it('is told of a late edition and a blog that fails, once, and once that both are over', async () => {
    const { channel } = aChannel();
    const surroundings = { cwd: await folderInTrouble(), env: settings(`${platform}:${channel}`) };
    expect((await digest(['run'], { ...surroundings, endedAfter: told() })).code).toBe(0);
    const [late = '', ...others] = saidIn(channel);
    expect(others).toEqual([]);
    expect(late).toContain('is late: it was to be made');
    expect(late).toContain('Blog 1 has failed for three days: answered 500');

    mendBlog();
    expect((await digest(['build'], surroundings)).code).toBe(0);
    expect((await digest(['run'], { ...surroundings, endedAfter: told() })).code).toBe(0);
    const [, over = '', ...more] = saidIn(channel);
    expect(more).toEqual([]);
    expect(over).toContain('is there.');
    expect(over).toContain('Blog 1 can be read again.');

    const again = begin(['run'], surroundings);
    await Promise.all([again.said(/Listening in Slack/), again.said(/Listening in Discord/)]);
    again.kill('SIGTERM');
    await again.ended;
    expect(saidIn(channel)).toHaveLength(2);
  });

  it('holds nothing up where it cannot be reached, and the log says what it would have been told', async () => {
    const surroundings = { cwd: await folderInTrouble(), env: settings(nowhere[platform]) };
    const { cwd } = surroundings;
    mendBlog();
    await digest(['build'], surroundings);
    await recordFailure(archiveIn(cwd));
    const { channel, ...place } = aChannel();
    await subscribeIn(archiveIn(cwd), { channel, ...place });
    const run = begin(['run'], surroundings);
    await Promise.all([run.said(/The channel for alerts cannot be told/), run.said(/Delivered/)]);
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('Blog 1 has failed for three days');
    expect(saidIn(channel)).not.toEqual([]);
  });

  it('is looked at by the doctor', async () => {
    const { channel } = aChannel();
    const cwd = await folderInTrouble();
    mendBlog();
    const well = await digest(['doctor'], { cwd, env: settings(`${platform}:${channel}`) });
    expect(well.stdout).toMatch(
      platform === 'slack' ? /^ok +The bot may post in Slack's/m : /^ok +Discord: channel \d+ .* can be posted in/m,
    );
    const ill = await digest(['doctor'], { cwd, env: settings(nowhere[platform]) });
    expect(ill.stdout).toMatch(/^WRONG +(Slack's|Discord:) channel \S+ cannot be (examined|posted in)\./m);
    expect(ill.code).toBe(1);
  });
});

it('is told once by two processes that share a Postgres', async () => {
  const { channel } = servers.inSlack();
  const place = await onPostgres.createPlace();
  if ('path' in place.address) throw new Error('This is about processes that share a server.');
  await bringInTrouble(place.address);
  const env = { ...settings(`slack:${channel}`), DATABASE_URL: place.address.postgresUrl };
  const workers = [1, 2].map(() => begin(['run', '--role', 'worker'], { cwd: folderWithList(), env }));
  await Promise.all([
    ...workers.map(worker => worker.said(/makes editions and delivers them/)),
    servers.slackMessages(1),
  ]);
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));
  await place.remove();
  // Of two that look at once, each may tell some of it.
  const told = servers.slack.messages(channel).map(message => JSON.stringify(message));
  for (const news of ['is late', 'Blog 1 has failed']) expect(told.filter(text => text.includes(news))).toHaveLength(1);
});
