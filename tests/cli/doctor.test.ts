import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits as flags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { saveSubscription, suspendSubscription } from '../../src/archive/subscriptions.ts';
import type { Subscription } from '../../src/edition/subscription.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { type BlogServer, startBlogs } from '../servers/blogs.ts';
import { chatServers, longAgo } from './chat-servers.ts';
import { digest, emptyFolder } from './digest.ts';

const servers = chatServers();
const bothEnv = () => ({ ...servers.slackEnv(), ...servers.discordEnv() });

/** A list of blogs at these addresses: nothing leaves the machine. */
const folderWithList = (...feeds: readonly string[]): string => {
  const cwd = emptyFolder();
  const outlines = feeds.map(
    (feed, index) => `<outline type="rss" text="Blog ${index + 1}" xmlUrl="${feed}" htmlUrl="${new URL('/', feed)}"/>`,
  );
  writeFileSync(join(cwd, 'list.opml'), `<opml version="2.0"><body>${outlines.join('')}</body></opml>`);
  return cwd;
};

const nowhere = 'http://127.0.0.1:1/feed';

const aBlog = async (): Promise<BlogServer> => {
  const blog = await startBlogs();
  const item = `<item><title>One</title><link>${blog.url('/one')}</link></item>`;
  blog.on('/feed', { body: `<rss version="2.0"><channel><title>Blog</title>${item}</channel></rss>` });
  return blog;
};

const subscribe = async (cwd: string, ...subscriptions: readonly Partial<Subscription>[]): Promise<void> => {
  const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
  for (const one of subscriptions) await saveSubscription(archive, aSubscription(one), longAgo);
  await archive.close();
};

/** Editions are made before the channels get them, unless `env` has it otherwise. */
const doctor = (cwd: string, env: Readonly<Record<string, string>> = {}) =>
  digest(['doctor'], {
    cwd,
    env: { DIGEST_SOURCES: 'list.opml', DIGEST_PRIVATE_HOSTS: '127.0.0.1:1', DIGEST_AT: '04:00', ...env },
  });

describe('doctor', () => {
  it('finds all well, and one blog of two that fails is no fault', async () => {
    const blog = await aBlog();
    const cwd = folderWithList(blog.url('/feed'), nowhere);
    await subscribe(cwd, servers.inSlack(), servers.inDiscord());
    const permitted = { DIGEST_PRIVATE_HOSTS: `127.0.0.1:${blog.port}, 127.0.0.1:1` };
    const { stdout, code } = await doctor(cwd, { ...bothEnv(), ...permitted });
    await blog.close();
    expect(stdout).not.toContain('WRONG');
    expect(stdout).toMatch(/^ok {5}The archive data\/archive\.db can be read and written\.$/m);
    expect(stdout).toMatch(/^ok {5}The clock agrees with /m);
    expect(stdout).toMatch(/^ok {5}The Slack bot token is that of /m);
    expect(stdout).toMatch(/^ok {5}The Slack app-level token opens Socket Mode\.$/m);
    expect(stdout).toMatch(/^ok {5}The bot may post in Slack/m);
    expect(stdout).toMatch(/^ok {5}Discord: the token is that of bot /m);
    expect(stdout).toMatch(/^ok {5}Discord: channel .* can be posted in\.$/m);
    expect(stdout).toMatch(/^ok {5}No process delivers at the moment: `npm start` does\.$/m);
    expect(stdout).toMatch(/^ok {5}1 of 2 sources can be read\.\nnote {3}Blog 2 cannot be read\.\n {7}\S/m);
    expect(stdout).toMatch(/\n\nAll is well but for 1 note, which the bot can live with\.\n$/);
    expect(code).toBe(0);
  });

  it('asks a blog on this machine nothing, not even the time, unless the operator permits it', async () => {
    const blog = await aBlog();
    const { stdout, code } = await doctor(folderWithList(blog.url('/feed')), { DIGEST_PRIVATE_HOSTS: '' });
    await blog.close();
    const advice = `add 127\\.0\\.0\\.1:${blog.port} to DIGEST_PRIVATE_HOSTS`;
    expect(stdout).toMatch(new RegExp(`^WRONG  The clock could not be compared .*\\n.*${advice}`, 'm'));
    expect(stdout).toMatch(new RegExp(`^WRONG  None of 1 source can be read\\.\\n.*${advice}`, 'm'));
    expect(code).toBe(1);
    expect(blog.asked).toEqual([]);
  });

  it('notes that others can read the settings, with the command that mends it', async () => {
    const cwd = folderWithList(nowhere);
    await subscribe(cwd);
    writeFileSync(join(cwd, '.env'), 'DIGEST_AT=04:00\n');
    chmodSync(join(cwd, '.env'), 0o644);
    expect((await doctor(cwd)).stdout).toMatch(
      /^note {3}Others .* \.env, .*\n {7}Make that yours alone: chmod 600 \.env$/m,
    );
    chmodSync(join(cwd, '.env'), 0o600);
    expect((await doctor(cwd)).stdout).toMatch(
      /^ok {5}Nobody else on this machine can read \.env.* data\/archive\.db/m,
    );
  });

  it('says what is wrong in each channel and what to do, and fails', async () => {
    const { slack, discord } = servers;
    const [left, archived] = [servers.inSlack(), servers.inSlack()];
    slack.removeBot(left.channel);
    slack.archive(archived.channel);
    const [silent, gone] = [servers.inDiscord(), servers.inDiscord()];
    discord.moderator.deny(silent.channel, flags.SendMessagesInThreads | flags.CreatePublicThreads);
    discord.moderator.deleteChannel(gone.channel);
    const cwd = folderWithList(nowhere);
    await subscribe(cwd, left, archived, silent, gone);
    const { stdout, stderr, code } = await doctor(cwd, bothEnv());
    expect(stdout).toMatch(/^WRONG {2}The bot is not in Slack's .*\n {7}Type \/invite /m);
    expect(stdout).toMatch(/^WRONG {2}Slack's .* is archived\.\n {7}\S/m);
    expect(stdout).toMatch(
      new RegExp(
        `^WRONG  Discord: channel ${silent.channel} .*lacks Create Public Threads, Send Messages in Threads\\.\\n {7}\\S`,
        'm',
      ),
    );
    expect(stdout).toMatch(
      new RegExp(`^WRONG  Discord: channel ${gone.channel} cannot be posted in\\.\\n {7}\\S`, 'm'),
    );
    expect(stdout).toMatch(/^WRONG {2}None of 1 source can be read\.\n {7}\S/m);
    expect(stdout).toMatch(/\n\n5 things are wrong\.\n$/);
    expect(code).toBe(1);
    for (const secret of Object.values(bothEnv()).filter(value => !value.startsWith('http'))) {
      expect(stdout + stderr).not.toContain(secret);
    }
  });

  it('tells of a channel that is suspended, and of those that get their editions late', async () => {
    const cwd = folderWithList(nowhere);
    const { workspace, channel } = servers.inSlack();
    await subscribe(cwd, { workspace, channel });
    const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
    await suspendSubscription(archive, { platform: 'slack', workspace, channel }, 'It was archived.', longAgo);
    await archive.close();
    const { stdout } = await doctor(cwd, { ...servers.slackEnv(), DIGEST_AT: '09:00' });
    expect(stdout).toMatch(/^WRONG {2}Nothing could be posted in Slack channel \S+ since .*\n {7}It was archived\.$/m);
    expect(stdout).toMatch(/^note {3}1 channel is to get the edition before it is made, at 09:00, UTC: .*\n {7}\S/m);
  });

  it('says of each token that it is refused, and of a scope that it is missing', async () => {
    const { slack, discord } = servers;
    slack.grant(['chat:write', 'commands']);
    discord.revokeToken();
    const { stdout, code } = await doctor(folderWithList(nowhere), bothEnv());
    expect(stdout).toMatch(/^WRONG {2}The Slack bot token lacks the scope \S+, .*\n {7}Add \S+ under OAuth/m);
    expect(stdout).toMatch(/^WRONG {2}Discord: the bot cannot be examined\.\n {7}.*DISCORD_TOKEN/m);
    slack.revoke(slack.botToken, 'invalid_auth');
    slack.revoke(slack.appToken, 'invalid_auth');
    const revoked = await doctor(folderWithList(nowhere), servers.slackEnv());
    expect(revoked.stdout).toMatch(/^WRONG {2}The Slack bot token does not work\.\n {7}\S/m);
    expect(revoked.stdout).toMatch(/^WRONG {2}The Slack app-level token does not open Socket Mode\.\n {7}\S/m);
    expect([code, revoked.code]).toEqual([1, 1]);
  });

  it('says of a language model that cannot be asked what is missing', async () => {
    const env = { DIGEST_MODEL: 'anthropic:claude-haiku-4-5' };
    const { stdout, stderr, code } = await doctor(folderWithList(nowhere), env);
    // A server that loads its model first answers after a minute.
    expect(stderr).toContain('Asking the language models …\n');
    expect(stdout).toMatch(
      /^WRONG {2}anthropic:\S+ does not answer\.\n {7}.* without a key: set ANTHROPIC_API_KEY\.$/m,
    );
    expect(code).toBe(1);
  });

  it('says which setting is missing where channels of a platform without a token are subscribed', async () => {
    const cwd = folderWithList(nowhere);
    await subscribe(cwd, servers.inDiscord());
    const { stdout } = await doctor(cwd);
    expect(stdout).toMatch(/^ok {5}No platform has a token/m);
    expect(stdout).toMatch(
      /^WRONG {2}1 channel is subscribed in Discord, of which no token is set\.\n {7}Set DISCORD_TOKEN\.$/m,
    );
  });

  it.each([
    ['no database', 'broken.db'],
    ['below a file', 'broken.db/archive.db'],
  ])('examines the rest where the file of the archive is %s', async (_, path) => {
    const cwd = folderWithList(nowhere);
    writeFileSync(join(cwd, 'broken.db'), 'no database '.repeat(100));
    const { stdout, code } = await doctor(cwd, { ...servers.slackEnv(), DATABASE_URL: path });
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^WRONG  The archive ${path} cannot be used\\.\\n {7}\\S`, 'm'));
    expect(stdout).toMatch(/^ok {5}The Slack bot token is that of /m);
  });
});
