import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { Finding } from '../../../src/chat/bot.ts';
import { examineInstalled } from '../../../src/chat/slack/examine-installed.ts';
import type { Managers } from '../../../src/chat/slack/managers.ts';
import { botScopes } from '../../../src/chat/slack/scopes.ts';
import type { ArchivePlace } from '../../archive/contract/place.ts';
import { onSqlite } from '../../engines.ts';
import type { SlackServer } from '../../servers/slack/contract.ts';
import { startSlack } from '../../servers/slack/server.ts';
import type { Team } from '../../servers/slack/teams/contract.ts';
import { install, key } from './installing/an-installation.ts';

const logger = pino({ level: 'silent' });

let slack: SlackServer;
let place: ArchivePlace;
let archive: Archive;

beforeEach(async () => {
  slack = await startSlack({ scopes: botScopes.map(({ name }) => name) });
  place = await onSqlite.createPlace();
  archive = await place.open();
});
afterEach(async () => {
  await slack.close();
  await archive.close();
  await place.remove();
});

const examine = (
  channels: readonly { readonly team: Team; readonly channel: string }[] = [],
  { keys = key, managers = 'members' }: { readonly keys?: Buffer; readonly managers?: Managers } = {},
): Promise<readonly Finding[]> => {
  const { clientId, clientSecret, url: apiUrl } = slack;
  const secrets = { archive, keys: [keys] as const };
  return examineInstalled({ clientId, clientSecret, apiUrl, secrets, managers, logger })(
    channels.map(({ team, channel }) => ({ platform: 'slack', workspace: team.teamId, channel })),
  );
};

const aTeam = async (): Promise<Team> => {
  const team = slack.addTeam();
  await install({ archive, keys: [key] }, { botToken: team.botToken }, team.teamId);
  return team;
};

const faults = (findings: readonly Finding[]) => findings.filter(({ isWell }) => !isWell);

describe('the doctor looks at Slack where any workspace may install the app', () => {
  it('and says where to, while none has', async () => {
    expect(await examine()).toEqual([{ isWell: true, what: expect.stringMatching(/No workspace.*\/slack\/install/) }]);
  });

  it('and finds all well', async () => {
    const [acme, globex] = [await aTeam(), await aTeam()];
    const findings = await examine([
      { team: acme, channel: acme.addChannel({ name: 'reading' }).id },
      { team: globex, channel: globex.addChannel().id },
    ]);
    expect(faults(findings)).toEqual([]);
    expect(findings[0]?.what).toContain('installed in 2 workspaces of Slack; all is well in 2 of the 2 workspaces');
    expect(findings[1]?.what).toContain('#reading');
    expect(findings).toHaveLength(3);
  });

  it('and tries twenty of many, and says so', async () => {
    for (let count = 0; count < 23; count += 1) await aTeam();
    const team = await aTeam();
    const channels = Array.from({ length: 25 }, () => ({ team, channel: team.addChannel().id }));
    const findings = await examine(channels);
    expect(findings[0]?.what).toContain('in 24 workspaces of Slack; all is well in 20 of the 20 workspaces');
    expect(findings.at(-1)?.what).toContain('5 more channels of Slack were not looked at');
    expect(slack.count('auth.test')).toBe(20);
    expect(slack.count('conversations.info')).toBe(20);
  });

  it('and names a workspace whose token is refused, and what a token may not do', async () => {
    const [gone, poor] = [await aTeam(), await aTeam()];
    slack.revoke(gone.botToken);
    poor.grant(['commands', 'chat:write']);
    const findings = faults(await examine());
    expect(findings[0]).toMatchObject({
      what: expect.stringContaining(gone.teamId),
      remedy: expect.stringContaining('install the app'),
    });
    expect(findings.slice(1).map(({ what }) => what)).toEqual(
      ['channels:read', 'groups:read', 'channels:history', 'groups:history'].map(scope =>
        expect.stringMatching(new RegExp(`scope ${scope} in .*${poor.teamId}`)),
      ),
    );
  });

  it('and names the scope that administrators alone need', async () => {
    await aTeam();
    expect(faults(await examine([], { managers: 'admins' }))).toEqual([
      { isWell: false, what: expect.stringContaining('users:read'), remedy: expect.stringContaining('/slack/install') },
    ]);
  });

  it('and says which key is missing, asks Slack nothing, and changes nothing', async () => {
    await aTeam();
    const findings = await examine([], { keys: Buffer.alloc(32, 8) });
    expect(findings).toEqual([
      {
        isWell: false,
        what: expect.stringContaining('cannot open'),
        remedy: expect.stringContaining('DIGEST_TOKEN_KEY'),
      },
    ]);
    expect(slack.count()).toBe(0);
    expect(faults(await examine())).toEqual([]);
  });

  it('and says of a channel whose workspace removed the app what to do', async () => {
    const team = slack.addTeam();
    expect(faults(await examine([{ team, channel: 'C1' }]))).toEqual([
      { isWell: false, what: expect.stringContaining('C1'), remedy: expect.stringContaining('/slack/install') },
    ]);
  });

  it('and never rejects, though the archive is closed', async () => {
    await archive.close();
    expect(faults(await examine())).toHaveLength(1);
    archive = await place.open();
  });
});
