/** Sends a message in the form in which Discord takes it: as it was rendered, else plainer step by step. */
import type { DiscordApi, MessageRead } from './api.ts';
import { isRefusedForm, isUnknownMessage, reasonOf } from './errors.ts';
import { bodyOf, markedPayload } from './marks.ts';
import { plainer } from './plainer.ts';
import type { DiscordPayload } from './render.ts';

export interface Sent<Result> {
  readonly result: Result;
  /** What the operator should know. */
  readonly note?: string;
}

/**
 * @param send One call to Discord; it is made again with a plainer payload after a refusal only.
 * @throws What `send` throws, for the plainest form too.
 */
export const sendPlainly = async <Result>(
  payload: DiscordPayload,
  send: (payload: DiscordPayload) => Promise<Result>,
): Promise<Sent<Result>> => {
  try {
    return { result: await send(payload) };
  } catch (error) {
    const form = isRefusedForm(error) ? plainer(payload) : undefined;
    if (form === undefined) throw error;
    const { result } = await sendPlainly(form, send);
    return { result, note: `posted in a plainer form, as Discord refused the first: ${reasonOf(error)}` };
  }
};

/** Sends `payload` into one channel or thread, once for a key. */
export const sendInto = (
  api: DiscordApi,
  channelId: string,
  payload: DiscordPayload,
  key: string,
): Promise<Sent<MessageRead>> => sendPlainly(payload, form => sendOnce(api, channelId, form, key));

/**
 * Where the message that was sent under a nonce was deleted within its minutes, such as a digest whose thread was refused,
 * Discord has none to answer with, and makes none: https://github.com/discord/discord-api-docs/pull/6647
 */
const sendOnce = async (
  api: DiscordApi,
  channelId: string,
  form: DiscordPayload,
  key: string,
): Promise<MessageRead> => {
  try {
    return await api.send(channelId, bodyOf(form, key));
  } catch (error) {
    if (!isUnknownMessage(error)) throw error;
    return await api.send(channelId, markedPayload(form, key));
  }
};
