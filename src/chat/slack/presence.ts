/** Whether the bot is in a channel: `/digest` works everywhere, but it can only post where it was invited. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { type Block, type Message, paragraph } from '../message.ts';
import { channelNamed, slackCode, toPlatformError } from './errors.ts';

/** `unknown` where Slack would not tell, such as for want of a scope. */
export type Presence = 'present' | 'absent' | 'unknown';

/** https://docs.slack.dev/reference/methods/conversations.info; a private channel without the bot does not exist for it. */
export const presenceIn = async (client: WebClient, channel: string, logger: Logger): Promise<Presence> => {
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

const invite = (before: string, botName: string, after: string): Block => ({
  kind: 'paragraph',
  content: [{ text: before }, { text: `/invite @${botName}`, code: true }, { text: after }],
});

/** What to do so that the bot can post in the channel; nothing where it can. */
export const invitationBlocks = (presence: Presence, botName: string): readonly Block[] => {
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
export const invitationFirst = (botName: string, asked: string): Message => ({
  blocks: [
    ...invitationBlocks('absent', botName),
    { kind: 'actions', actions: [{ label: 'Go on', command: asked, style: 'primary' }] },
  ],
});
