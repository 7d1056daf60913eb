/** Whether the bot is in a channel: `/digest` works everywhere, but it can only post where it was invited. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { CommandDescription, Request } from '../conversation.ts';
import { type Message, paragraph } from '../message.ts';
import { botHandle, slackCode, toPlatformError } from './errors.ts';

/** What to do before the bot can post in a channel. */
export const invitation: Message = {
  blocks: [
    paragraph('I am not in this channel, so I cannot post here yet.'),
    {
      kind: 'paragraph',
      content: [{ text: 'To let me in, type ' }, { text: `/invite ${botHandle}`, code: true }, { text: '.' }],
    },
  ],
};

/** Whether what is asked is about posting in the channel, by the command that its first word names. */
export const concernsChannel = ({ asked }: Request, commands: readonly CommandDescription[]): boolean => {
  const name = typeof asked === 'string' ? (asked.split(/\s/, 1)[0] ?? '').toLowerCase() : asked.command;
  return commands.some(command => command.group === 'channel' && command.name === name);
};

/** Whether the bot is known not to be in the channel; where Slack will not tell, it is taken to be. */
export const isAway = async (client: WebClient, channel: string, logger: Logger): Promise<boolean> => {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    return found?.is_member === false && found.is_im !== true;
  } catch (error) {
    if (slackCode(error) === 'channel_not_found') return true;
    logger.debug({ err: toPlatformError(error, channel) }, 'Slack did not say whether the bot is in the channel');
    return false;
  }
};
