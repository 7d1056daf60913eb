/** Writes to one person, in the messages that they have with the app. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Message } from '../message.ts';
import { PlatformError } from '../platform.ts';
import { renderSlack } from './render.ts';
import { send } from './sending.ts';

/**
 * Sends all parts of `message`. A person's id in the place of a channel opens the conversation, for which `chat:write` is
 * enough. https://docs.slack.dev/reference/methods/chat.postMessage#dm-channels
 * @throws PlatformError
 */
export const tellPerson = async (
  client: WebClient,
  person: string,
  message: Message,
  logger: Logger,
): Promise<void> => {
  for (const { payload } of renderSlack(message)) {
    try {
      await send(client, { channel: person }, payload, `Slack's direct messages with ${person}`, logger);
    } catch (error) {
      throw isAbsent(error) ? absent(person, error) : error;
    }
  }
};

const isAbsent = (error: unknown): boolean => error instanceof PlatformError && error.code === 'channel-gone';

const absent = (person: string, cause: unknown): PlatformError =>
  new PlatformError(
    'channel-gone',
    `The bot cannot write to ${person}: they are not in the workspace of Slack, or take no messages of apps.`,
    { cause },
  );
