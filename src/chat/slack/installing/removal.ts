/** What is done where a workspace removes the app, or has its token revoked: nothing of it is kept but what its channels want. */
import type { Logger } from 'pino';
import { getInstallation, removeInstallation, type SecretArchive } from '../../../archive/installations.ts';
import { suspendWorkspace } from '../../../archive/uninstalled.ts';
import { toPlatformError } from '../errors.ts';
import type { Installed } from './installed.ts';

export interface RemovalSettings {
  readonly secrets: SecretArchive;
  readonly installed: Installed;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Slack tells of it late at times, and of an old token where a new one is kept: the app may be installed again by then. So the
 * token that is kept is tried first.
 */
export const createRemoval = ({ secrets, installed, now, logger }: RemovalSettings) => {
  const { archive } = secrets;

  /** Whether the bot can work in the workspace; undefined where that cannot be told now. */
  const works = async (workspace: string): Promise<boolean | undefined> => {
    installed.forget(workspace);
    try {
      const { client } = await installed.workspaceOf(workspace);
      await client.auth.test();
      return true;
    } catch (error) {
      return toPlatformError(error).code === 'revoked' ? false : undefined;
    }
  };

  /** @param at When it was removed, in milliseconds since 1970. */
  return async (workspace: string, at: number): Promise<void> => {
    const identity = { platform: 'slack', workspace } as const;
    const saved = await getInstallation(secrets, identity);
    if (saved !== undefined) {
      if ((await works(workspace)) ?? at < Date.parse(saved.installedAt)) {
        logger.info({ workspace }, 'Slack told that the app was removed from a workspace in which it works: it stays');
        return;
      }
      // The trial may have renewed the token: it is of the same install then, and of another revision.
      const tried = await getInstallation(secrets, identity);
      const isAnother = tried !== undefined && tried.installedAt !== saved.installedAt;
      if (isAnother || (tried !== undefined && !(await removeInstallation(archive, tried)))) return;
      installed.forget(workspace);
    }
    const suspended = await suspendWorkspace(archive, identity, new Date(now()).toISOString());
    if (saved === undefined && suspended === 0) return;
    logger.warn({ workspace, suspended }, 'The app was removed from a workspace of Slack: its channels are suspended');
  };
};
