/** The bot in every workspace that installs it: over HTTP alone, by as many processes as stand behind one address. */
import { ArchiveError } from '../../archive/archive-error.ts';
import { checkKeys, encryptAnew, installedWorkspaces, type SecretArchive } from '../../archive/installations.ts';
import { counted } from '../../edition/counted.ts';
import { PlatformError } from '../platform.ts';
import { createBot, type ListeningSettings, type SlackBot } from './bot.ts';
import { openHttp } from './connection.ts';
import { apiOf, findInstalled, type InstalledSettings } from './installing/find-installed.ts';
import { createInstaller, installPath } from './installing/installer.ts';
import { createRemoval } from './installing/removal.ts';
import { vendorLogger } from './log.ts';

export interface ManyWorkspacesSettings extends InstalledSettings, ListeningSettings {
  readonly signingSecret: string;
  readonly port: number;
  /** Where Slack sends people back to who install the app; the address in its settings where it is absent. */
  readonly redirectUrl?: string;
}

/** All that is kept can be opened, before anything is installed over what another key encrypted. */
const openAll = async (secrets: SecretArchive): Promise<readonly string[]> => {
  await checkKeys(secrets);
  await encryptAnew(secrets);
  return installedWorkspaces(secrets.archive, 'slack');
};

/** The archive may be there again in a while, when the bot is started once more. */
const isOut = (error: unknown): error is ArchiveError =>
  error instanceof ArchiveError && (error.code === 'unreachable' || error.code === 'busy');

/** Throws ArchiveError `wrong-key` from `start`, where DIGEST_TOKEN_KEY is not the key of what is kept. */
export const createSlackBotForMany = (settings: ManyWorkspacesSettings): SlackBot => {
  const { secrets, clientSecret, signingSecret, port, door, logger, managers = 'members', now = Date.now } = settings;
  const installed = findInstalled(settings);

  return createBot(settings, installed.workspaceOf, async () => {
    const workspaces = await openAll(secrets).catch((error: unknown) => {
      throw isOut(error) ? new PlatformError('unreachable', error.message, { cause: error, reach: 'platform' }) : error;
    });
    const installer = createInstaller({ ...settings, managers, now, installed, api: apiOf(settings) });
    const slackLogger = vendorLogger(logger, [clientSecret, signingSecret]);
    return {
      connection: openHttp({ signingSecret, port, logger, slackLogger, installer, ...(door && { door }) }),
      opened: () =>
        logger.info(
          `The bot is in ${counted(workspaces.length, 'workspace')} of Slack. Others install it at https://YOUR.HOST${installPath}`,
        ),
      removed: createRemoval({ secrets, installed, now, logger }),
    };
  });
};
