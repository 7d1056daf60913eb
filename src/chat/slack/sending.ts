/** Sends a message of Slack in the plainest form that it needs: what is refused as it was rendered is not lost. */
import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { PlatformError } from '../platform.ts';
import { isPayloadError, slackCode, toPlatformError } from './errors.ts';
import { plainer, type SlackPayload } from './payload.ts';

/** Arguments of `chat.postMessage` beside the payload. */
export interface Envelope {
  readonly channel: string;
  readonly thread_ts?: string;
  readonly metadata?: MessageMetadata;
}

export interface Sent {
  readonly ts: string;
  /** Why it was refused in a fuller form, in Slack's word. */
  readonly refusal?: string;
}

/**
 * @param where The channel or person, for sentences.
 * @throws PlatformError
 */
export const send = async (
  client: WebClient,
  envelope: Envelope,
  payload: SlackPayload,
  where: string,
  logger: Logger,
): Promise<Sent> => {
  let form: SlackPayload | undefined = payload;
  let refusal: string | undefined;
  for (;;) {
    try {
      const { ts } = await client.chat.postMessage({ ...form, ...envelope });
      if (ts === undefined) throw new PlatformError('unreachable', `Slack did not say when it posted in ${where}.`);
      return { ts, ...(refusal !== undefined && { refusal }) };
    } catch (error) {
      const code = slackCode(error);
      form = isPayloadError(code) ? plainer(form) : undefined;
      if (form === undefined) throw toPlatformError(error, where);
      logger.warn({ where, code }, 'Slack refused a message; it is sent in a plainer form');
      refusal = code;
    }
  }
};
