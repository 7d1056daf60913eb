/** The first part of a digest: a message with a thread under it, or a post in a forum. */
import { MessageFlags, RateLimitError } from 'discord.js';
import { PlatformError, type Posted } from '../platform.ts';
import type { ChannelRead, DiscordApi, MessageRead } from './api.ts';
import { isCrossposted, isRefusal, isUnknownMessage, platformErrorOf } from './errors.ts';
import { markedPayload } from './marks.ts';
import type { DiscordPayload } from './render.ts';
import { sendInto, sendPlainly } from './sending.ts';
import { isAnnouncement, isForum, newThread, opensThreads, openThread, requiredTag } from './threads.ts';

/**
 * @throws What discord.js' REST client throws where nothing stands. PlatformError `unreachable` where the message stands,
 *   and not all that is to follow it.
 */
export const postParent = async (
  api: DiscordApi,
  channelId: string,
  title: string,
  payload: DiscordPayload,
  key: string,
): Promise<Posted> => {
  const channel = await api.channel(channelId);
  if (isForum(channel)) return await postInForum(api, channel, title, payload, key);
  const { result: message, note } = await sendInto(api, channelId, payload, key);
  try {
    return await completeParent(api, channel, message, title, note);
  } catch (error) {
    throw error instanceof RateLimitError ? incomplete(message.id, channelId, error) : error;
  }
};

/**
 * What follows once the message of a parent stands, where it was not done yet: its thread and, in an announcement channel,
 * its publication.
 * @throws What discord.js' REST client throws; a refusal of it only where the message was taken back. PlatformError
 *   `unreachable` where it could not be.
 */
export const completeParent = async (
  api: DiscordApi,
  channel: ChannelRead,
  message: MessageRead,
  title: string,
  note?: string,
): Promise<Posted> => {
  if (!opensThreads(channel)) return posted(message.id, channel.id, [note]);
  const thread = message.thread?.id ?? (await openThreadOrTakeBack(api, channel.id, message.id, title));
  const unpublished = isAnnouncement(channel) ? await publish(api, message) : undefined;
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
  const { result: thread, note } = await sendPlainly(payload, form =>
    api.forumPost(forum.id, {
      ...newThread(title),
      applied_tags: tag === undefined ? [] : [tag.id],
      message: markedPayload(form, key),
    }),
  );
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
  } catch (cause) {
    if (!isRefusal(cause) || (await isRemoved(api, channelId, messageId))) throw cause;
    throw incomplete(messageId, channelId, cause);
  }
};

/** Of a message that stands, no error may say that it does not, as it would be sent again. */
const incomplete = (messageId: string, channelId: string, cause: unknown): PlatformError => {
  const { message } = platformErrorOf(cause, `Discord channel ${channelId}`);
  return new PlatformError('unreachable', `Message ${messageId} stands, and its thread is still to come: ${message}`, {
    cause,
  });
};

const isRemoved = async (api: DiscordApi, channelId: string, messageId: string): Promise<boolean> => {
  try {
    await api.remove(channelId, messageId);
    return true;
  } catch (error) {
    return isUnknownMessage(error);
  }
};

/** How often it is asked for, where no answer comes: a passing failure costs those who follow the channel nothing. */
const mostTries = 3;

/**
 * Sends the message to the servers that follow the channel, unless that was done.
 * @returns Why it was not: that takes nothing from those who read it here.
 */
const publish = async (
  api: DiscordApi,
  { id, channel_id: channelId, flags = 0 }: MessageRead,
): Promise<string | undefined> => {
  if ((flags & MessageFlags.Crossposted) !== 0) return undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      await api.crosspost(channelId, id);
      return undefined;
    } catch (error) {
      // What was lost was the answer.
      if (isCrossposted(error)) return undefined;
      const { code, message } = platformErrorOf(error, `Discord channel ${channelId}`);
      if (code === 'unreachable' && tries < mostTries) continue;
      return `not published to the servers that follow the channel: ${message}`;
    }
  }
};
