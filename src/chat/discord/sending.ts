/** Sends a message in the form in which Discord takes it: as it was rendered, else plainer step by step. */
import type { DiscordApi } from './api.ts';
import { isRefusedForm, reasonOf } from './errors.ts';
import { bodyOf } from './marks.ts';
import { plainer } from './plainer.ts';
import type { DiscordPayload } from './render.ts';

export interface Sent<Result> {
  readonly result: Result;
  /** What a plainer form has no room for; to be sent after it. */
  readonly rest: readonly DiscordPayload[];
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
    return { result: await send(payload), rest: [] };
  } catch (error) {
    const [first, ...others] = isRefusedForm(error) ? (plainer(payload) ?? []) : [];
    if (first === undefined) throw error;
    const { result, rest } = await sendPlainly(first, send);
    const note = `posted in a plainer form, as Discord refused the first: ${reasonOf(error)}`;
    return { result, rest: [...rest, ...others], note };
  }
};

/** Sends all of `payload` into one channel or thread; the first message is the one that bears the key. */
export const sendInto = async (
  api: DiscordApi,
  channelId: string,
  payload: DiscordPayload,
  key: string,
): Promise<{ readonly id: string; readonly note: string | undefined }> => {
  const { result, rest, note } = await sendPlainly(payload, form => api.send(channelId, bodyOf(form, key)));
  await sendRest(api, channelId, rest, key);
  return { id: result.id, note };
};

export const sendRest = async (
  api: DiscordApi,
  channelId: string,
  rest: readonly DiscordPayload[],
  key: string,
): Promise<void> => {
  for (const [index, payload] of rest.entries()) await sendInto(api, channelId, payload, `${key}+${index + 1}`);
};
