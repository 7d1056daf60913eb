/** Who the bot is in its workspace, by its token. */
import type { WebClient } from '@slack/web-api';
import { toPlatformError } from './errors.ts';

export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly workspace: string;
  readonly workspaceName: string;
  /** Scopes of the token; undefined where Slack did not say. */
  readonly scopes: readonly string[] | undefined;
}

/**
 * Asks Slack. https://docs.slack.dev/reference/methods/auth.test
 * @throws PlatformError `revoked` for a token that is refused, `unreachable`, `rate-limited`.
 */
export const identify = async (client: WebClient): Promise<Identity> => {
  try {
    const {
      bot_id = '',
      user_id = '',
      user = '',
      team_id = '',
      team = '',
      response_metadata,
    } = await client.auth.test();
    return {
      botId: bot_id,
      botUserId: user_id,
      botName: user,
      workspace: team_id,
      workspaceName: team,
      scopes: response_metadata?.scopes,
    };
  } catch (error) {
    throw toPlatformError(error);
  }
};
