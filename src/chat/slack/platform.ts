/** Posts parts in Slack, finds one again by its key, and writes to a person alone. */
import type { Logger } from 'pino';
import type { Platform, Posted, Target } from '../platform.ts';
import { channelNamed } from './errors.ts';
import { findMessage, metadataOf } from './finding.ts';
import { postingLimits } from './limits.ts';
import type { SlackPayload } from './payload.ts';
import { renderSlack } from './render.ts';
import { send } from './sending.ts';
import { tellPerson } from './telling.ts';
import type { ClientOf } from './workspaces.ts';

const postedAs = (ts: string, { thread }: Target): Posted => ({ id: ts, thread: thread ?? ts });

const plainerNote = (key: string, refusal: string): string =>
  `Slack refused ${key} as it was rendered (${refusal}); it stands in a plainer form.`;

export const createSlackPlatform = (clientOf: ClientOf, logger: Logger): Platform<SlackPayload> => ({
  name: 'slack',
  limits: postingLimits,
  render: renderSlack,

  post: async (target, { payload }, key) => {
    const { workspace, channel, thread } = target;
    const client = await clientOf(workspace);
    const envelope = { channel, metadata: metadataOf(key), ...(thread !== undefined && { thread_ts: thread }) };
    const { ts, refusal } = await send(client, envelope, payload, channelNamed(channel), logger);
    return { ...postedAs(ts, target), ...(refusal !== undefined && { note: plainerNote(key, refusal) }) };
  },

  find: async (target, key, sentAt) => {
    const ts = await findMessage(await clientOf(target.workspace), target, key, sentAt);
    return ts === undefined ? undefined : postedAs(ts, target);
  },

  tell: async ({ workspace, id }, message) => tellPerson(await clientOf(workspace), id, message, logger),
});
