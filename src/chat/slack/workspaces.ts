/** The workspaces that the bot is in: one whose token the operator set, or each that installed the app. */
import type { WebClient } from '@slack/web-api';

/** The bot as it is in one of them. */
export interface InWorkspace {
  /** Calls with the token of this workspace, as `createSlackClient` makes it: one that never repeats a call by itself. */
  readonly client: WebClient;
  /** By which people invite the bot. */
  readonly botName: string;
}

/**
 * By the id of a workspace.
 * @throws PlatformError `revoked` where the app is not installed there, `unreachable`. ArchiveError where its token is kept
 *   in an archive that cannot be read.
 */
export type WorkspaceOf = (workspace: string) => Promise<InWorkspace>;

/** The client alone; throws as `WorkspaceOf` does. */
export type ClientOf = (workspace: string) => Promise<WebClient>;
