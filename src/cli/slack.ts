/** Slack as the settings have it: in one workspace, whose token the operator set, or in each that installs the app. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { createHeard, type Heard } from '../archive/heard.ts';
import { checkKeys } from '../archive/installations.ts';
import type { Bot, Examine } from '../chat/bot.ts';
import type { Conversation } from '../chat/conversation.ts';
import type { Platform } from '../chat/platform.ts';
import type { Door } from '../chat/slack/connection.ts';
import type { SlackConfig, SlackOfMany } from '../config.ts';
import { hour } from '../edition/duration.ts';

interface Parts {
  readonly archive: Archive;
  readonly logger: Logger;
}

/** Longer than a response URL is good for, and than Slack repeats an event. */
const hearsFor = hour;

/** Of several processes each hears some of what people do: what one heard is no news to the others. */
const heardBy = ({ archive }: Parts): { readonly heard?: Heard } =>
  archive.engine.name === 'postgres' ? { heard: createHeard(archive, hearsFor) } : {};

const installs = ({ tokenKeys, ...slack }: SlackOfMany, { archive, logger }: Parts) => ({
  ...slack,
  secrets: { archive, keys: tokenKeys },
  logger,
});

export const createSlack = async (
  slack: SlackConfig,
  parts: Parts & { readonly conversation: Conversation; readonly door?: Door | undefined },
): Promise<Bot> => {
  const { conversation, logger, door } = parts;
  const hearing = { ...heardBy(parts), ...(door && { door }), conversation };
  if ('clientId' in slack) {
    const { createSlackBotForMany } = await import('../chat/slack/many-workspaces.ts');
    return createSlackBotForMany({ ...installs(slack, parts), ...hearing });
  }
  const { createSlackBot } = await import('../chat/slack/one-workspace.ts');
  return createSlackBot({ ...slack, ...hearing, logger });
};

export const createSlackExaminer = async (slack: SlackConfig, parts: Parts): Promise<Examine> => {
  if ('clientId' in slack) {
    const { examineInstalled } = await import('../chat/slack/examine-installed.ts');
    return examineInstalled(installs(slack, parts));
  }
  const { examineSlack } = await import('../chat/slack/examine.ts');
  return examineSlack({ ...slack, logger: parts.logger });
};

/** What posts there, without hearing anyone. Throws ArchiveError `wrong-key` where the keys are not those of what is kept. */
export const createSlackPoster = async (slack: SlackConfig, parts: Parts): Promise<Platform> => {
  const { createSlackPlatform } = await import('../chat/slack/platform.ts');
  const { logger } = parts;
  if ('clientId' in slack) {
    const { findInstalled } = await import('../chat/slack/installing/find-installed.ts');
    const settings = installs(slack, parts);
    await checkKeys(settings.secrets);
    const { workspaceOf } = findInstalled(settings);
    return createSlackPlatform(async workspace => (await workspaceOf(workspace)).client, logger);
  }
  const { createSlackClient } = await import('../chat/slack/client.ts');
  const { botToken, apiUrl } = slack;
  const client = createSlackClient({ token: botToken, logger, ...(apiUrl !== undefined && { apiUrl }) });
  return createSlackPlatform(async () => client, logger);
};
