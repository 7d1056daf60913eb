/** Slack for the setup: the app that is to be made, and the bot by its token. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Account, SeenChannel } from '../account.ts';
import { createSlackClient } from './client.ts';
import { toPlatformError } from './errors.ts';
import { examineChannel, examineScopes } from './examine.ts';
import { identify } from './identity.ts';
import type { Managers } from './managers.ts';
import { createSlackPlatform } from './platform.ts';

export interface SlackAccountSettings {
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
  readonly managers?: Managers;
}

/**
 * Opens Slack's form for a new app with everything filled in.
 * https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests#creating_apps
 */
export const manifestLink = (manifest: object): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;

const clientOf = (token: string, { apiUrl, logger }: SlackAccountSettings): WebClient =>
  createSlackClient({ token, logger, ...(apiUrl !== undefined && { apiUrl }) });

/** @throws PlatformError where the token is refused, or Slack cannot be reached. */
export const slackAccount = async (botToken: string, settings: SlackAccountSettings): Promise<Account> => {
  const client = clientOf(botToken, settings);
  const identity = await identify(client);
  const { botName, workspace, workspaceName } = identity;
  return {
    who: `${botName} in ${workspaceName}`,
    lacks: examineScopes(identity, settings.managers ?? 'members').filter(({ isWell }) => !isWell),
    platform: createSlackPlatform(async () => client, settings.logger),
    channels: () => channelsOf(client, workspace),
    examine: place => examineChannel(client, place, botName),
  };
};

/**
 * Whether the app-level token opens Socket Mode. https://docs.slack.dev/reference/methods/apps.connections.open
 * @throws PlatformError where it does not.
 */
export const tryAppToken = async (appToken: string, settings: SlackAccountSettings): Promise<void> => {
  try {
    await clientOf(appToken, settings).apps.connections.open({});
  } catch (error) {
    throw toPlatformError(error);
  }
};

/** Channels in an answer: Slack recommends no more than 200. https://docs.slack.dev/reference/methods/conversations.list */
const pageSize = 200;
/** More than anybody looks through. */
const mostPages = 10;

const channelsOf = async (client: WebClient, workspace: string): Promise<readonly SeenChannel[]> => {
  const found: SeenChannel[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const asked = { types: 'public_channel,private_channel', exclude_archived: true, limit: pageSize };
    const answer = client.conversations.list({ ...asked, ...(cursor !== undefined && { cursor }) });
    const { channels = [], response_metadata } = await answer.catch((error: unknown) => {
      throw toPlatformError(error);
    });
    for (const { id, name = id } of channels) {
      if (id !== undefined) found.push({ platform: 'slack', workspace, channel: id, name: `#${name}` });
    }
    cursor = response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return found.toSorted((one, other) => one.name.localeCompare(other.name));
};
