/** Whether the bot is in a channel: `/digest` works everywhere, but it can only post where it was invited. */
import type { Logger } from 'pino';
import { type Block, type Message, paragraph } from '../message.ts';
import { channelNamed, slackCode, toPlatformError } from './errors.ts';
import type { InWorkspace } from './workspaces.ts';

/** `unknown` where Slack would not tell, such as for want of a scope. */
export type Presence = 'present' | 'absent' | 'unknown';

export interface Standing {
  readonly presence: Presence;
  /** By which people let it in; undefined where the bot may not even ask in that workspace. */
  readonly botName: string | undefined;
}

/** Never rejects. */
export const standingIn = async (
  find: () => Promise<InWorkspace>,
  channel: string,
  logger: Logger,
): Promise<Standing> => {
  try {
    const { client, botName } = await find();
    return { presence: await presenceIn(client, channel, logger), botName };
  } catch (error) {
    logger.warn({ err: error }, 'The bot cannot see whether it is in a channel of Slack');
    return { presence: 'unknown', botName: undefined };
  }
};

/** https://docs.slack.dev/reference/methods/conversations.info; a private channel without the bot does not exist for it. */
const presenceIn = async (client: InWorkspace['client'], channel: string, logger: Logger): Promise<Presence> => {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    return found?.is_member === false ? 'absent' : 'present';
  } catch (error) {
    if (slackCode(error) === 'channel_not_found') return 'absent';
    logger.warn(
      { err: toPlatformError(error, channelNamed(channel)) },
      'Slack did not say whether the bot is in the channel',
    );
    return 'unknown';
  }
};

const invite = (before: string, botName: Standing['botName'], after: string): Block => ({
  kind: 'paragraph',
  content: [
    { text: before },
    { text: botName === undefined ? '/invite' : `/invite @${botName}`, code: true },
    { text: after },
  ],
});

/** What to do so that the bot can post in the channel; nothing where it can. */
export const invitationBlocks = ({ presence, botName }: Standing): readonly Block[] => {
  switch (presence) {
    case 'present':
      return [];
    case 'absent':
      return [
        paragraph('I am not in this channel, so I cannot post here yet.'),
        invite('To let me in, type ', botName, '.'),
      ];
    case 'unknown':
      return [invite('I cannot see whether I am in this channel. If not, let me in: type ', botName, '.')];
  }
};

/** Instead of a form in a channel without the bot; `asked` is what opens the form. */
export const invitationFirst = (standing: Standing, asked: string): Message => ({
  blocks: [
    ...invitationBlocks(standing),
    { kind: 'actions', actions: [{ label: 'Go on', command: asked, style: 'primary' }] },
  ],
});
