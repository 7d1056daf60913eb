/** Posts parts in Slack, and finds one again by its key, which travels in the message's metadata. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { type Part, type Platform, PlatformError, type Posted, type Target } from '../platform.ts';
import { isPayloadError, slackCode, toPlatformError } from './errors.ts';
import { plainer, type SlackPayload } from './payload.ts';
import { renderSlack } from './render.ts';

/** https://docs.slack.dev/messaging/message-metadata asks for snake case. */
const eventType = 'digest_part';

const pageSize = 200;
/** Pages read back at most in search of a part. Methods of tier 3 take 50 calls a minute. */
const mostPages = 5;

interface Page {
  readonly messages?: readonly { readonly ts?: string; readonly metadata?: unknown }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

const isUnder = (key: string, metadata: unknown): boolean => {
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return false;
  const { event_payload: payload } = metadata;
  return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
};

const postedAs = (ts: string, { thread }: Target): Posted => ({ id: ts, thread: thread ?? ts });

/** @param client as `createSlackClient` makes it: one that never repeats a call by itself. */
export const createSlackPlatform = (client: WebClient, logger: Logger): Platform<SlackPayload> => {
  const send = async (target: Target, payload: SlackPayload, key: string): Promise<Posted> => {
    const { ts } = await client.chat.postMessage({
      ...payload,
      channel: target.channel,
      metadata: { event_type: eventType, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
      ...(target.thread === undefined ? {} : { thread_ts: target.thread }),
    });
    if (ts === undefined)
      throw new PlatformError('unreachable', `Slack did not say where in ${target.channel} it posted.`);
    return postedAs(ts, target);
  };

  const post = async (target: Target, part: Part<SlackPayload>, key: string): Promise<Posted> => {
    let payload: SlackPayload | undefined = part.payload;
    let refusal: string | undefined;
    for (;;) {
      try {
        const posted = await send(target, payload, key);
        if (refusal === undefined) return posted;
        return {
          ...posted,
          note: `Slack refused ${key} as it was rendered (${refusal}); it stands in a plainer form.`,
        };
      } catch (error) {
        const code = slackCode(error);
        payload = isPayloadError(code) ? plainer(payload) : undefined;
        if (payload === undefined) throw toPlatformError(error, target.channel);
        logger.warn({ key, channel: target.channel, code }, 'Slack refused a part; it is posted in a plainer form');
        refusal = code;
      }
    }
  };

  /** A page of the thread, or of the channel without its threads. */
  const read = ({ channel, thread }: Target, cursor: string | undefined): Promise<Page> => {
    const page = { channel, include_all_metadata: true, limit: pageSize, ...(cursor ? { cursor } : {}) };
    return thread === undefined
      ? client.conversations.history(page)
      : client.conversations.replies({ ...page, ts: thread });
  };

  const find = async (target: Target, key: string): Promise<Posted | undefined> => {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const { messages = [], response_metadata } = await read(target, cursor).catch((error: unknown) => {
        throw toPlatformError(error, target.channel);
      });
      const ts = messages.find(({ metadata }) => isUnder(key, metadata))?.ts;
      if (ts !== undefined) return postedAs(ts, target);
      cursor = response_metadata?.next_cursor;
      if (!cursor) return undefined;
    }
    throw new PlatformError(
      'unreachable',
      `Whether ${key} arrived in ${target.channel} is not known: there are more than the ${mostPages * pageSize} messages that were looked through.`,
    );
  };

  return {
    name: 'slack',
    render: renderSlack,
    post,
    find,
  };
};
