/** An install of the app as the archive has it; each test overrides what it is about. */
import type { Archive } from '../../../../src/archive/archive.ts';
import { type SecretArchive, saveInstallation } from '../../../../src/archive/installations.ts';
import { type Installation, writeInstallation } from '../../../../src/chat/slack/installing/installation.ts';

export const key = Buffer.alloc(32, 7);

export const withKey = (archive: Archive): SecretArchive => ({ archive, keys: [key] });

export const workspace = 'T1ACME';

export const anInstallation = (overrides: Partial<Installation> = {}): Installation => ({
  botToken: 'xoxb-1',
  botUserId: 'U1BOT',
  botName: 'digest',
  workspaceName: 'Acme',
  installer: 'U1',
  ...overrides,
});

export const install = (secrets: SecretArchive, overrides: Partial<Installation> = {}, team = workspace) =>
  saveInstallation(
    secrets,
    { platform: 'slack', workspace: team },
    writeInstallation(anInstallation(overrides)),
    '2026-04-01T09:00:00Z',
  );
