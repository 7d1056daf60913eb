import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { startSlack } from '../servers/slack/server.ts';
import { digest, emptyFolder } from './digest.ts';

/** A list of one blog that is nowhere: nothing leaves the machine. */
const folderWithList = (): string => {
  const cwd = emptyFolder();
  const outline = '<outline type="rss" text="Acme" xmlUrl="http://127.0.0.1:1/feed" htmlUrl="http://127.0.0.1:1/"/>';
  writeFileSync(join(cwd, 'list.opml'), `<opml version="2.0"><body>${outline}</body></opml>`);
  return cwd;
};

describe('doctor', () => {
  it('examines everything, says what to do about what is not well, and then fails', async () => {
    const slack = await startSlack();
    const [kept, gone] = [slack.addChannel(), slack.addChannel()];
    slack.removeBot(gone.id);
    const cwd = folderWithList();
    const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
    for (const { id: channel } of [kept, gone]) {
      await saveSubscription(archive, aSubscription({ workspace: slack.teamId, channel }), '2026-01-01T00:00:00Z');
    }
    await saveSubscription(archive, aSubscription({ platform: 'discord', channel: 'D1' }), '2026-01-01T00:00:00Z');
    await archive.close();
    const env = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.url,
      DIGEST_SOURCES: 'list.opml',
    };
    const { stdout, stderr, code } = await digest(['doctor'], { cwd, env });
    await slack.close();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok {5}The archive data\/archive\.db can be read and written\.$/m);
    expect(stdout).toMatch(/^ok {5}The clock agrees with /m);
    expect(stdout).toMatch(/^WRONG {2}None of 1 source can be read\.\n {7}\S/m);
    expect(stdout).toMatch(/^ok {5}The Slack bot token is that of /m);
    expect(stdout).toMatch(/^ok {5}The Slack app-level token opens Socket Mode\.$/m);
    expect(stdout.match(/^ok {5}The bot may post in Slack/gm)).toHaveLength(1);
    expect(stdout).toMatch(/^WRONG {2}The bot is not in Slack.*\n {7}Type \/invite /m);
    expect(stdout).toMatch(
      /^WRONG {2}1 channel of discord is subscribed, but discord has no token\.\n {7}Set DISCORD_TOKEN/m,
    );
    for (const secret of [slack.botToken, slack.appToken]) expect(stdout + stderr).not.toContain(secret);
  });

  it('examines the rest where the database cannot be used', async () => {
    const cwd = folderWithList();
    writeFileSync(join(cwd, 'broken.db'), 'no database '.repeat(100));
    const { stdout, code } = await digest(['doctor'], {
      cwd,
      env: { DATABASE_URL: 'broken.db', DIGEST_SOURCES: 'list.opml' },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^WRONG {2}The archive broken\.db cannot be used\.\n {7}\S/m);
    expect(stdout).toMatch(/^ok {5}No platform has a token/m);
  });
});
