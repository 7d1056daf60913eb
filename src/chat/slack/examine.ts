/** Examines Slack for the doctor: the tokens, what they may do, and each channel. Every finding says what to do. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Examine, Finding } from '../bot.ts';
import type { Place } from '../conversation.ts';
import { createSlackClient } from './client.ts';
import { channelNamed, toPlatformError } from './errors.ts';
import { type Identity, identify } from './identity.ts';
import type { Managers } from './managers.ts';
import { missingScopes } from './scopes.ts';

export interface ExaminedSettings {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly apiUrl?: string;
  readonly managers?: Managers;
  readonly logger: Logger;
}

export const well = (what: string): Finding => ({ isWell: true, what });
export const wrong = (what: string, remedy: string): Finding => ({ isWell: false, what, remedy });

const unreachable = (what: string, error: unknown, where?: string): Finding =>
  wrong(what, toPlatformError(error, where).message);

export const examineScopes = ({ scopes }: Identity, managers: Managers): readonly Finding[] => {
  if (scopes === undefined) return [];
  const missing = missingScopes(scopes, managers);
  if (missing.length === 0) return [well('The Slack bot token has every scope that the bot uses.')];
  return missing.map(({ name, purpose }) =>
    wrong(
      `The Slack bot token lacks the scope ${name}, ${purpose}.`,
      `Add ${name} under OAuth & Permissions, then install the app in the workspace again.`,
    ),
  );
};

/** https://docs.slack.dev/reference/methods/apps.connections.open */
const examineSocket = async (client: WebClient): Promise<Finding> => {
  try {
    await client.apps.connections.open({});
    return well('The Slack app-level token opens Socket Mode.');
  } catch (error) {
    return unreachable('The Slack app-level token does not open Socket Mode.', error);
  }
};

export const examineChannel = async (client: WebClient, { channel }: Place, botName: string): Promise<Finding> => {
  try {
    const { channel: found = {} } = await client.conversations.info({ channel });
    const name = found.name === undefined ? channel : `#${found.name}`;
    if (found.is_archived) return wrong(`Slack's ${name} is archived.`, 'Bring it back, or unsubscribe it.');
    if (found.is_member === false && found.is_im !== true) {
      return wrong(`The bot is not in Slack's ${name}.`, `Type /invite @${botName} there.`);
    }
    if (found.is_read_only || found.is_thread_only) {
      return wrong(`The bot may not post in Slack's ${name}.`, 'Ask an owner of the workspace to let it post there.');
    }
    return well(`The bot may post in Slack's ${name}.`);
  } catch (error) {
    return unreachable(`Slack's channel ${channel} cannot be examined.`, error, channelNamed(channel));
  }
};

const withoutToken = wrong(
  'Slack has no way to reach the bot.',
  'Set SLACK_APP_TOKEN to an app-level token with the scope connections:write, or SLACK_SIGNING_SECRET to be called over HTTP.',
);

export const examineSlack = (settings: ExaminedSettings): Examine => {
  const { botToken, appToken, signingSecret, apiUrl, managers = 'members', logger } = settings;
  const address = apiUrl === undefined ? {} : { apiUrl };

  const examineWayIn = async (): Promise<Finding> => {
    if (signingSecret !== undefined) return well('Slack calls over HTTP, as a signing secret is set.');
    if (appToken === undefined) return withoutToken;
    return examineSocket(createSlackClient({ token: appToken, logger, ...address }));
  };

  return async channels => {
    const client = createSlackClient({ token: botToken, logger, ...address });
    const wayIn = await examineWayIn();
    const identity = await identify(client).catch(toPlatformError);
    if (identity instanceof Error) return [wrong('The Slack bot token does not work.', identity.message), wayIn];
    const findings = [well(`The Slack bot token is that of ${identity.botName} in ${identity.workspaceName}.`)];
    // One by one: Slack takes some fifty of these calls a minute.
    for (const channel of channels) findings.push(await examineChannel(client, channel, identity.botName));
    return [...findings.slice(0, 1), ...examineScopes(identity, managers), wayIn, ...findings.slice(1)];
  };
};
