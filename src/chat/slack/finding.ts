/** Finds a part again by its key, which travels in the message's metadata, around the time at which it was sent. */
import type { WebClient } from '@slack/web-api';
import { hour } from '../../edition/duration.ts';
import { PlatformError, type Target } from '../platform.ts';
import { channelNamed, missingScope, slackCode, toPlatformError } from './errors.ts';

/** https://docs.slack.dev/messaging/message-metadata asks for snake case. */
const eventType = 'digest_part';

/** What tells a message from all others, for ever. */
export const metadataOf = (key: string) => ({ event_type: eventType, event_payload: { key } });

/** Slack recommends no more. https://docs.slack.dev/reference/methods/conversations.history */
const pageSize = 200;
/** Pages read at most in search of a part: methods of tier 3 take 50 calls a minute. */
const mostPages = 15;

/** Milliseconds by which the clocks of this machine and of Slack may differ, the call's own time included. */
const tolerance = hour;

interface Page {
  readonly messages?: readonly { readonly ts?: string; readonly metadata?: unknown }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

const isUnder = (key: string, metadata: unknown): boolean => {
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return false;
  const { event_payload: payload } = metadata;
  return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
};

/** As Slack writes an instant: seconds with six decimals. */
const timestamp = (milliseconds: number): string => (milliseconds / 1_000).toFixed(6);

/**
 * The `ts` of the message, in the thread of `target` or, without one, in its channel. The pages come in whichever order Slack
 * has them, newest first of a channel and oldest first of a thread: all of them are looked through.
 * @param sentAt ISO 8601.
 * @throws PlatformError `unreadable` where nobody will know: for want of the scope, or where more was written around that
 *   time than can be looked through, as it will be the next time.
 */
export const findMessage = async (
  client: WebClient,
  { channel, thread }: Target,
  key: string,
  sentAt: string,
): Promise<string | undefined> => {
  const sent = Date.parse(sentAt);
  const around = { oldest: timestamp(sent - tolerance), latest: timestamp(sent + tolerance) };

  const read = (cursor: string | undefined): Promise<Page> => {
    const page = { channel, ...around, include_all_metadata: true, limit: pageSize, ...(cursor ? { cursor } : {}) };
    return thread === undefined
      ? client.conversations.history(page)
      : client.conversations.replies({ ...page, ts: thread });
  };

  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { messages = [], response_metadata } = await read(cursor).catch((error: unknown) => {
      throw unread(error, channel);
    });
    const found = messages.find(({ metadata }) => isUnder(key, metadata));
    if (found?.ts !== undefined) return found.ts;
    cursor = response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  throw new PlatformError(
    'unreadable',
    `Whether it arrived is not known: in ${channelNamed(channel)} more was written within an hour than the ${mostPages * pageSize} messages that were looked through.`,
  );
};

const unread = (error: unknown, channel: string): PlatformError => {
  const failure = toPlatformError(error, channelNamed(channel));
  if (slackCode(error) !== missingScope) return failure;
  return new PlatformError('unreadable', `Whether it arrived is not known. ${failure.message}`, {
    cause: error,
    reach: failure.reach,
  });
};
