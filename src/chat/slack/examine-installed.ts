/** Examines Slack for the doctor where any workspace may install the app: the key, some of the tokens, and some of the channels. */
import { checkKeys, installedWorkspaces } from '../../archive/installations.ts';
import { counted } from '../../edition/counted.ts';
import type { Examine, Finding } from '../bot.ts';
import type { Place } from '../conversation.ts';
import { examineChannel, well, wrong } from './examine.ts';
import { identify } from './identity.ts';
import { findInstalled, type InstalledSettings } from './installing/find-installed.ts';
import { installPath } from './installing/installer.ts';
import type { Managers } from './managers.ts';
import { missingScopes } from './scopes.ts';
import type { WorkspaceOf } from './workspaces.ts';

export interface ExaminedInstallsSettings extends InstalledSettings {
  readonly managers?: Managers;
}

/** Workspaces and channels that are looked at: each takes a call, and there may be thousands. */
const most = 20;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Undefined where all is well. */
const examineKeys = async ({ secrets }: ExaminedInstallsSettings): Promise<Finding | undefined> => {
  try {
    await checkKeys(secrets);
    return undefined;
  } catch (error) {
    return wrong('The bot cannot open what it keeps of the workspaces of Slack.', reasonOf(error));
  }
};

/** What is wrong with one; nothing where the bot can do there what it is to. */
const examineWorkspace = async (
  workspaceOf: WorkspaceOf,
  workspace: string,
  managers: Managers,
): Promise<readonly Finding[]> => {
  try {
    const { scopes, workspaceName } = await identify((await workspaceOf(workspace)).client);
    const missing = scopes === undefined ? [] : missingScopes(scopes, managers);
    return missing.map(({ name, purpose }) =>
      wrong(
        `The bot lacks the scope ${name} in ${workspaceName} (${workspace}), ${purpose}.`,
        `Have the app installed there again, at ${installPath}.`,
      ),
    );
  } catch (error) {
    return [wrong(`The bot cannot work in the Slack workspace ${workspace}.`, reasonOf(error))];
  }
};

const examineWorkspaces = async (
  workspaceOf: WorkspaceOf,
  workspaces: readonly string[],
  managers: Managers,
): Promise<readonly Finding[]> => {
  if (workspaces.length === 0) return [well(`No workspace of Slack has installed the app yet, at ${installPath}.`)];
  const tried = workspaces.slice(0, most);
  const findings: (readonly Finding[])[] = [];
  // One by one, as each is a call to the same server.
  for (const workspace of tried) findings.push(await examineWorkspace(workspaceOf, workspace, managers));
  const working = findings.filter(wrongs => wrongs.length === 0).length;
  const share = `${working} of the ${counted(tried.length, 'workspace')} that were tried`;
  return [
    well(`The app is installed in ${counted(workspaces.length, 'workspace')} of Slack; all is well in ${share}.`),
    ...findings.flat(),
  ];
};

const examineChannels = async (workspaceOf: WorkspaceOf, channels: readonly Place[]): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const channel of channels.slice(0, most)) {
    try {
      const { client, botName } = await workspaceOf(channel.workspace);
      findings.push(await examineChannel(client, channel, botName));
    } catch (error) {
      findings.push(wrong(`Slack's channel ${channel.channel} cannot be examined.`, reasonOf(error)));
    }
  }
  const rest = channels.length - findings.length;
  return rest === 0 ? findings : [...findings, well(`${counted(rest, 'more channel')} of Slack were not looked at.`)];
};

export const examineInstalled = (settings: ExaminedInstallsSettings): Examine => {
  const { secrets, managers = 'members' } = settings;
  return async channels => {
    try {
      const workspaces = await installedWorkspaces(secrets.archive, 'slack');
      const locked = await examineKeys(settings);
      if (locked !== undefined) return [locked];
      const { workspaceOf } = findInstalled(settings);
      return [
        ...(await examineWorkspaces(workspaceOf, workspaces, managers)),
        ...(await examineChannels(workspaceOf, channels)),
      ];
    } catch (error) {
      return [wrong('The workspaces that installed the app in Slack cannot be examined.', reasonOf(error))];
    }
  };
};
