/**
 * The tokens of a workspace, renewed before they expire: by one process at a time, as a refresh token is good for one time and
 * whoever loses what Slack gave for it has lost the workspace. https://docs.slack.dev/authentication/using-token-rotation
 */
import type { Logger } from 'pino';
import {
  beginRefreshing,
  changeInstallation,
  endRefreshing,
  getInstallation,
  type SavedInstallation,
  type SecretArchive,
} from '../../../archive/installations.ts';
import { hour, minute, second } from '../../../edition/duration.ts';
import { PlatformError } from '../../platform.ts';
import type { Exchange } from './exchange.ts';
import { type Installation, readInstallation, writeInstallation } from './installation.ts';

export interface RenewingSettings {
  readonly secrets: SecretArchive;
  readonly exchange: Exchange;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly logger: Logger;
}

/** How long before it expires a token is renewed, of the twelve hours that it lasts: time for several tries. */
const ahead = 2 * hour;
/** A token that expires sooner is not given out. */
const leastLife = minute;
/** A process that died while it renewed a token keeps others from it for so long. It is longer than any call. */
const longestRenewal = minute;
/** How often and how long to wait for another process that renews a token that has expired. */
const looks = { most: 60, pause: second / 2 };
/** How often to try to keep what Slack gave, a second between. */
const mostTriesToKeep = 60;

/** As `getInstallation`, with a token that is good for a while. Throws PlatformError `revoked` or `unreachable`, ArchiveError. */
export type CurrentInstallation = (workspace: string) => Promise<Installation | undefined>;

export const createRenewing = (settings: RenewingSettings): CurrentInstallation => {
  const { secrets, exchange, now, pause, logger } = settings;
  const { archive } = secrets;

  const isToBeRenewed = ({ refreshToken, expiresAt }: Installation): boolean =>
    refreshToken !== undefined && expiresAt !== undefined && expiresAt - now() < ahead;
  const isGood = ({ expiresAt = Number.POSITIVE_INFINITY }: Installation): boolean => expiresAt - now() > leastLife;

  /** What Slack gave is nowhere else: an archive that cannot be reached for a moment is waited for. */
  const keep = async (saved: SavedInstallation, renewed: Installation): Promise<boolean> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await changeInstallation(secrets, saved, writeInstallation(renewed), new Date(now()).toISOString());
      } catch (error) {
        if (tries === mostTriesToKeep) throw error;
        logger.error(
          { err: error, workspace: saved.workspace },
          'A new token of Slack cannot be kept; it is tried again',
        );
        await pause(second);
      }
    }
  };

  const renew = async (saved: SavedInstallation, installation: Installation): Promise<Installation | undefined> => {
    const { workspace } = saved;
    try {
      const renewed = { ...installation, ...(await exchange(installation.refreshToken ?? '')) };
      if (!(await keep(saved, renewed))) return await current(workspace);
      logger.info({ workspace }, 'The token of a workspace of Slack was renewed');
      return renewed;
    } catch (error) {
      await endRefreshing(archive, saved);
      if (!(error instanceof PlatformError) || !isGood(installation)) throw error;
      const until = new Date(installation.expiresAt ?? 0).toISOString();
      logger.error(
        { err: error, workspace, until },
        'The token of a workspace of Slack could not be renewed; it is tried again',
      );
      return installation;
    }
  };

  const current = async (workspace: string): Promise<Installation | undefined> => {
    for (let look = 1; ; look += 1) {
      const saved = await getInstallation(secrets, { platform: 'slack', workspace });
      if (saved === undefined) return undefined;
      const installation = readInstallation(saved.secret, workspace);
      if (!isToBeRenewed(installation)) return installation;
      if (await beginRefreshing(archive, saved, longestRenewal)) return renew(saved, installation);
      if (isGood(installation)) return installation;
      if (look === looks.most) throw expired(workspace);
      await pause(looks.pause);
    }
  };

  return current;
};

const expired = (workspace: string): PlatformError =>
  new PlatformError(
    'unreachable',
    `The token of the Slack workspace ${workspace} has expired, and another process has not renewed it yet: try again in a while.`,
    { reach: 'workspace' },
  );
