/** A workspace installs the app in a browser, through whichever process, and nobody else does it for them. */
import { describe, expect, it } from 'vitest';
import { getInstallation, installedWorkspaces } from '../../src/archive/installations.ts';
import { engines, onSqlite } from '../engines.ts';
import type { Team } from '../servers/slack/teams/contract.ts';
import { type InstallsStage, startInstalls } from './slack-installs-stage.ts';
import { there } from './there.ts';

const installedIn = ({ processes }: InstallsStage): Promise<readonly string[]> =>
  installedWorkspaces(there(processes[0]).secrets.archive, 'slack');

const aTeam = ({ slack }: InstallsStage, name = 'Readers'): Team => slack.addTeam({ name, isInstalled: false });

describe.each(engines)('an install, on $engine', engine => {
  it('asks for what the bot uses, keeps the token encrypted, and says how to go on', async () => {
    const stage = await startInstalls({ engine });
    const team = aTeam(stage);
    const consent = await team.visit(stage.installUrl);
    expect(consent.scopes.toSorted()).toEqual(
      ['channels:history', 'channels:read', 'chat:write', 'commands', 'groups:history', 'groups:read'].toSorted(),
    );
    const page = await consent.allow().follow();
    expect(page.status).toBe(200);
    expect(page.html).toContain('Engineering @ Scale is in Readers');
    expect(page.html).toMatch(/\/invite @\w+/);
    expect(page.html).not.toContain(team.botToken);
    expect(await installedIn(stage)).toEqual([team.teamId]);
    const { secrets } = there(stage.processes[1]);
    const kept = await getInstallation(secrets, { platform: 'slack', workspace: team.teamId });
    expect(JSON.parse(there(kept).secret)).toMatchObject({ botToken: team.botToken, workspaceName: 'Readers' });
    const rows = await secrets.archive.db.selectFrom('installations').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(team.botToken);
  });
});

describe('an install that is not what it seems installs nothing, and says what to do', () => {
  const refused = async (stage: InstallsStage, page: { readonly status: number; readonly html: string }) => {
    expect(page.status).toBe(400);
    expect(page.html).toContain('The app was not installed');
    expect(page.html).toContain('href="install"');
    expect(page.html).not.toMatch(/Error|\.ts\b|\bat /);
    expect(stage.log()).toContain('The app was not installed in Slack');
  };

  it.each([
    ['with a state that somebody made up', { state: 'forged' }],
    ['with a state of our form that somebody made up', { state: 'AAAAAAAAAAAAAAAAAAAAAA.zzzzzzzz.AAAA' }],
    ['without a state', { state: '' }],
    ['without a code', { code: '' }],
    ['with a code that somebody made up', { code: '1.2.3' }],
    ['in another browser than it was begun in', { cookies: 'dropped' }],
  ] as const)('%s', async (_how, way) => {
    const stage = await startInstalls({ engine: onSqlite });
    const back = (await aTeam(stage).visit(stage.installUrl)).allow();
    await refused(stage, await back.follow(way));
    expect(await installedIn(stage)).toEqual([]);
  });

  it('with the state of another person, whose browser it is not', async () => {
    const stage = await startInstalls({ engine: onSqlite });
    const theirs = (await aTeam(stage, 'Theirs').visit(stage.installUrl)).allow();
    const mine = (await aTeam(stage, 'Mine').visit(stage.installUrl)).allow();
    await refused(stage, await mine.follow({ state: theirs.state, code: theirs.code }));
    expect(await installedIn(stage)).toEqual([]);
  });

  it('after ten minutes', async () => {
    const stage = await startInstalls({ engine: onSqlite });
    const back = (await aTeam(stage).visit(stage.installUrl)).allow();
    stage.clock.advance(10 * 60_000 + 1);
    await refused(stage, await back.follow());
    expect(await installedIn(stage)).toEqual([]);
  });

  it('for a second time, at whichever process', async () => {
    const stage = await startInstalls();
    const team = aTeam(stage);
    const consent = await team.visit(stage.installUrl);
    const first = consent.allow();
    await first.follow();
    const exchanges = stage.slack.count('oauth.v2.access');
    for (const back of [first, consent.allow(), consent.allow()]) await refused(stage, await back.follow());
    expect(stage.slack.count('oauth.v2.access')).toBe(exchanges);
    expect(await installedIn(stage)).toEqual([team.teamId]);
  });

  it.each([
    ['that Slack refuses', '?error=invalid_scope&state=1.2.3'],
    ['that somebody calls by hand', ''],
    ['of which the address is made up', '?code=%3Cscript%3E&state=%22'],
  ])('%s', async (_how, query) => {
    const stage = await startInstalls({ engine: onSqlite });
    const answer = await fetch(`${stage.url}/slack/oauth_redirect${query}`);
    await refused(stage, { status: answer.status, html: await answer.text() });
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(stage.slack.count('oauth.v2.access')).toBe(0);
    expect(await installedIn(stage)).toEqual([]);
  });

  it('that the person declines', async () => {
    const stage = await startInstalls({ engine: onSqlite });
    const page = await (await aTeam(stage).visit(stage.installUrl)).deny().follow();
    await refused(stage, page);
    expect(page.html).toContain('declined');
    expect(await installedIn(stage)).toEqual([]);
  });
});

describe('an install that fails', () => {
  it.each([
    ['gives no answer', { kind: 'reset', when: 'before' }],
    ['does not know the secret of the app', { kind: 'error', error: 'bad_client_secret' }],
  ] as const)(
    'as Slack %s keeps nothing, is told without details, and goes on when it is tried again',
    async (_why, fault) => {
      const stage = await startInstalls({ engine: onSqlite });
      const team = aTeam(stage);
      stage.slack.fail('oauth.v2.access', fault);
      const page = await team.install(stage.installUrl);
      expect(page.status).toBe(500);
      expect(page.html).toMatch(/could not be installed[\s\S]*log says/);
      expect(page.html).not.toMatch(/bad_client_secret|Error/);
      expect(stage.log()).toContain('The app could not be installed in Slack');
      expect(await installedIn(stage)).toEqual([]);
      expect(await team.install(stage.installUrl)).toMatchObject({ status: 200 });
    },
  );

  it('is not begun by any other path, method or page', async () => {
    const stage = await startInstalls({ engine: onSqlite });
    for (const [path, method] of [
      ['/slack/install', 'POST'],
      ['/slack/oauth_redirect', 'POST'],
      ['/slack/installed', 'GET'],
    ] as const) {
      expect((await fetch(`${stage.url}${path}`, { method })).status).toBe(404);
    }
  });

  it('shows the name of the workspace as text, whatever it is', async () => {
    const stage = await startInstalls({ engine: onSqlite });
    const page = await aTeam(stage, '<script>alert("&")</script>').install(stage.installUrl);
    expect(page.html).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;');
    expect(page.html).not.toContain('<script');
  });
});
