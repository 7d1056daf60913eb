/** The app as it is installed in each workspace of the loopback: its token in the archive, encrypted. */
import type { Archive } from '../../src/archive/archive.ts';
import { type SecretArchive, saveInstallation } from '../../src/archive/installations.ts';
import { writeInstallation } from '../../src/chat/slack/installing/installation.ts';
import { app } from '../../tests/servers/slack/identity.ts';
import type { CrowdedWorkspace } from './loopback.ts';
import { dueAt } from './morning.ts';

/** What a process needs to find the tokens. The key is for made-up tokens. */
export const secretsIn = (archive: Archive): SecretArchive => ({ archive, keys: [new Uint8Array(32).fill(7)] });

export const installEverywhere = async (archive: Archive, workspaces: readonly CrowdedWorkspace[]): Promise<void> => {
  for (const { id, token } of workspaces) {
    const secret = writeInstallation({
      botToken: token,
      botUserId: 'U0BOT',
      botName: app.botName,
      workspaceName: id,
      installer: 'U1',
    });
    await saveInstallation(secretsIn(archive), { platform: 'slack', workspace: id }, secret, dueAt);
  }
};
