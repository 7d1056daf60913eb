/** The command line where any workspace may install the app in Slack: `run`, `post` and `doctor` over what the archive has of them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { install, key } from '../chat/slack/installing/an-installation.ts';
import type { Team } from '../servers/slack/teams/contract.ts';
import { chatServers, folderWith, partsOfEdition } from './chat-servers.ts';
import { begin, digest } from './digest.ts';

const servers = chatServers();

const envWith = (keys: string) => {
  const { clientId, clientSecret, signingSecret, url } = servers.slack;
  return {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: url,
    DIGEST_TOKEN_KEY: keys,
    PORT: '0',
  };
};
const env = () => envWith(key.toString('base64'));

/** A folder whose archive has two workspaces, and an edition that is due in a channel of each. */
const folderWithTwo = async () => {
  const teams = [servers.slack.addTeam(), servers.slack.addTeam()];
  const places = teams.map(team => ({ team, channel: team.addChannel().id }));
  const cwd = await folderWith(...places.map(({ team, channel }) => ({ workspace: team.teamId, channel })));
  const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
  for (const { botToken, teamId } of teams) {
    await install({ archive, keys: [key] }, { botToken }, teamId);
  }
  await archive.close();
  return { cwd, places };
};

const threadIn = ({ team, channel }: { readonly team: Team; readonly channel: string }) =>
  team.thread(channel, team.messages(channel)[0]?.ts ?? '');

describe('the bot in many workspaces of Slack', () => {
  it('runs, posts in each by its own token, says where the app is installed, and shows no token', async () => {
    const { cwd, places } = await folderWithTwo();
    const posted = servers.slackMessages(2 * partsOfEdition);
    const run = await digest(['run'], { cwd, env: { ...env(), LOG_LEVEL: 'trace' }, endedAfter: posted });
    expect(run.code).toBe(0);
    for (const place of places) expect(threadIn(place)).toHaveLength(partsOfEdition);
    expect(run.stderr).toContain(
      'The bot is in 2 workspaces of Slack. Others install it at https://YOUR.HOST/slack/install',
    );
    expect(run.stderr).not.toMatch(/xox[a-z]-/);
    expect(run.stderr).not.toContain(servers.slack.clientSecret);
  });

  it('posts what it is told to', async () => {
    const { cwd, places } = await folderWithTwo();
    const run = await digest(['post'], { cwd, env: env() });
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('stands in 2 channels') });
    for (const place of places) expect(threadIn(place)).toHaveLength(partsOfEdition);
  });

  it.each([['run'], ['post']])(
    'does not %s with another key: it says which to set, and nothing is changed',
    async word => {
      const { cwd, places } = await folderWithTwo();
      const run = await digest([word], { cwd, env: envWith(Buffer.alloc(32, 8).toString('hex')) });
      expect(run.code).toBe(1);
      expect(run.stderr).toMatch(/DIGEST_TOKEN_KEY=NEW,OLD\)\. Nothing was changed\./);
      expect(run.stderr).not.toMatch(/\bat .*\.ts:/);
      expect((await digest(['post'], { cwd, env: env() })).code).toBe(0);
      for (const place of places) expect(threadIn(place)).toHaveLength(partsOfEdition);
    },
  );

  it('answers over HTTP, and leads who wants to install it to Slack', async () => {
    const { cwd, places } = await folderWithTwo();
    const [{ team, channel } = { team: servers.slack, channel: '' }] = places;
    const run = begin(['run'], { cwd, env: env() });
    const port = await run.said(/"port":(\d+),.*Listening for requests of Slack/);
    const people = team.peopleOverHttp(`http://127.0.0.1:${port}/slack/events`);
    const asked = await people.command('status', { user: team.addUser().id, channel });
    expect((await asked.answer()).shown).toBeDefined();
    const { status, headers } = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: 'manual' });
    expect(status).toBe(302);
    expect(headers.get('location')).toMatch(new RegExp(`^${servers.slack.authorizeUrl}\\?.*client_id=`));
    run.kill('SIGTERM');
    await run.ended;
  });
});
