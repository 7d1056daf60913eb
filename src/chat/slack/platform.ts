/** Posts parts in Slack, finds one again by its key, and writes to a person alone. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Platform, Posted, Target } from '../platform.ts';
import { channelNamed } from './errors.ts';
import { findMessage, metadataOf } from './finding.ts';
import { postingLimits } from './limits.ts';
import type { SlackPayload } from './payload.ts';
import { renderSlack } from './render.ts';
import { send } from './sending.ts';
import { tellPerson } from './telling.ts';

const postedAs = (ts: string, { thread }: Target): Posted => ({ id: ts, thread: thread ?? ts });

const plainerNote = (key: string, refusal: string): string =>
  `Slack refused ${key} as it was rendered (${refusal}); it stands in a plainer form.`;

/** @param client as `createSlackClient` makes it: one that never repeats a call by itself. */
export const createSlackPlatform = (client: WebClient, logger: Logger): Platform<SlackPayload> => ({
  name: 'slack',
  limits: postingLimits,
  render: renderSlack,

  post: async (target, { payload }, key) => {
    const { channel, thread } = target;
    const envelope = { channel, metadata: metadataOf(key), ...(thread !== undefined && { thread_ts: thread }) };
    const { ts, refusal } = await send(client, envelope, payload, channelNamed(channel), logger);
    return { ...postedAs(ts, target), ...(refusal !== undefined && { note: plainerNote(key, refusal) }) };
  },

  find: async (target, key, sentAt) => {
    const ts = await findMessage(client, target, key, sentAt);
    return ts === undefined ? undefined : postedAs(ts, target);
  },

  tell: ({ id }, message) => tellPerson(client, id, message, logger),
});
