/** The workspaces that installed the app: a client for each, by the token that the archive has of it. */
import { ArchiveError } from '../../../archive/archive-error.ts';
import { second } from '../../../edition/duration.ts';
import { PlatformError } from '../../platform.ts';
import { type ClientSettings, createSlackClient } from '../client.ts';
import type { InWorkspace, WorkspaceOf } from '../workspaces.ts';
import type { CurrentInstallation } from './renewing.ts';

export interface Installed {
  readonly workspaceOf: WorkspaceOf;
  /** To be called where something else is kept of a workspace now. Other processes find that out in a while. */
  forget(workspace: string): void;
}

/** Milliseconds for which the archive is not asked again, and so for which another process's change may go unseen. */
const remembering = 30 * second;
/** Workspaces that are remembered; a client takes some 27 KB. */
const mostRemembered = 2_000;

interface Known extends InWorkspace {
  readonly token: string;
  readonly askedAt: number;
}

/**
 * @param current gives what is kept of a workspace, with a token that is good for longer than it is remembered.
 * @param now Milliseconds since 1970.
 */
export const createInstalled = (
  current: CurrentInstallation,
  api: Omit<ClientSettings, 'token'>,
  now: () => number,
): Installed => {
  /** The one that was asked for longest ago first. */
  const known = new Map<string, Known>();
  const asking = new Map<string, Promise<Known>>();

  const ask = async (workspace: string): Promise<Known> => {
    const askedAt = now();
    const installation = await current(workspace).catch((error: unknown) => {
      throw isLocked(error) ? locked(error) : error;
    });
    if (installation === undefined) throw notInstalled(workspace);
    const { botToken: token, botName } = installation;
    const before = known.get(workspace);
    const client = before?.token === token ? before.client : createSlackClient({ ...api, token });
    return { client, botName, token, askedAt };
  };

  const remember = (workspace: string, found: Known): void => {
    known.delete(workspace);
    known.set(workspace, found);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  };

  /** Many who ask at a time wait for one answer. What was forgotten meanwhile is not remembered. */
  const askOnce = (workspace: string): Promise<Known> => {
    const pending = ask(workspace).then(
      found => {
        if (asking.get(workspace) === pending) remember(workspace, found);
        return found;
      },
      (error: unknown) => {
        if (asking.get(workspace) === pending) known.delete(workspace);
        throw error;
      },
    );
    asking.set(workspace, pending);
    const done = (): void => {
      if (asking.get(workspace) === pending) asking.delete(workspace);
    };
    pending.then(done, done);
    return pending;
  };

  return {
    workspaceOf: async workspace => {
      const found = known.get(workspace);
      if (found !== undefined && Math.abs(now() - found.askedAt) < remembering) return found;
      return asking.get(workspace) ?? askOnce(workspace);
    },
    forget: workspace => {
      known.delete(workspace);
      asking.delete(workspace);
    },
  };
};

const notInstalled = (workspace: string): PlatformError =>
  new PlatformError(
    'revoked',
    `The app is not installed in the Slack workspace ${workspace}: somebody of it has to install it, at /slack/install.`,
    { reach: 'workspace' },
  );

const isLocked = (error: unknown): error is ArchiveError =>
  error instanceof ArchiveError && (error.code === 'wrong-key' || error.code === 'corrupt');

/** It concerns the workspace, and no other. */
const locked = (error: ArchiveError): PlatformError =>
  new PlatformError('revoked', error.message, { cause: error, reach: 'workspace' });
