/** The first part of a digest: a message with a thread under it, or a post in a forum. */
import type { Posted } from '../platform.ts';
import type { ChannelRead, DiscordApi } from './api.ts';
import { isRefusal } from './errors.ts';
import { bodyOf, markedPayload } from './marks.ts';
import type { DiscordPayload } from './render.ts';
import { sendInto, sendPlainly, sendRest } from './sending.ts';
import { isAnnouncement, isForum, newThread, opensThreads, openThread, requiredTag } from './threads.ts';

/** @throws What discord.js' REST client throws. */
export const postParent = async (
  api: DiscordApi,
  channelId: string,
  title: string,
  payload: DiscordPayload,
  key: string,
): Promise<Posted> => {
  const channel = await api.channel(channelId);
  if (isForum(channel)) return await postInForum(api, channel, title, payload, key);
  if (!opensThreads(channel)) {
    const { id, note } = await sendInto(api, channelId, payload, key);
    return posted(id, channelId, [note]);
  }
  const { result: message, rest, note } = await sendPlainly(payload, form => api.send(channelId, bodyOf(form, key)));
  const thread = await openThreadOrTakeBack(api, channelId, message.id, title);
  await sendRest(api, thread, rest, key);
  const unpublished = isAnnouncement(channel) ? await publish(api, channelId, message.id) : undefined;
  return posted(message.id, thread, [note, unpublished]);
};

export const posted = (id: string, thread: string, notes: readonly (string | undefined)[]): Posted => {
  const told = notes.filter(note => note !== undefined);
  return { id, thread, ...(told.length === 0 ? {} : { note: told.join('; ') }) };
};

/** A post that opens with `payload`. Where the forum requires a tag, it gets the first. */
export const postInForum = async (
  api: DiscordApi,
  forum: ChannelRead,
  title: string,
  payload: DiscordPayload,
  key: string,
): Promise<Posted> => {
  const tag = requiredTag(forum);
  const {
    result: thread,
    rest,
    note,
  } = await sendPlainly(payload, form =>
    api.forumPost(forum.id, {
      ...newThread(title),
      applied_tags: tag === undefined ? [] : [tag.id],
      message: markedPayload(form, key),
    }),
  );
  await sendRest(api, thread.id, rest, key);
  const tagged = tag === undefined ? undefined : `tagged "${tag.name}", as the forum requires a tag`;
  return posted(thread.message?.id ?? thread.id, thread.id, [note, tagged]);
};

/** Where Discord refuses the thread, the message goes too: a digest of which nothing can follow is not left standing. */
const openThreadOrTakeBack = async (
  api: DiscordApi,
  channelId: string,
  messageId: string,
  title: string,
): Promise<string> => {
  try {
    return await openThread(api, channelId, messageId, title);
  } catch (error) {
    if (isRefusal(error)) await api.remove(channelId, messageId);
    throw error;
  }
};

/**
 * Sends the message to the servers that follow the channel.
 * @returns Why it was not: that takes nothing from those who read it here.
 */
const publish = async (api: DiscordApi, channelId: string, messageId: string): Promise<string | undefined> => {
  try {
    await api.crosspost(channelId, messageId);
    return undefined;
  } catch (error) {
    return `not published to the servers that follow the channel: ${error instanceof Error ? error.message : error}`;
  }
};
