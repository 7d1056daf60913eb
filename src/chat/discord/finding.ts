/**
 * Finds a part that was posted before. Discord forgets the nonce, but keeps the number that a message's first component
 * was given (`markOf`), and lets a bot read its own messages. Bounds: the newest 300 messages of a channel or thread and
 * the newest 100 archived posts of a forum are looked at; a message that somebody deleted is not found, and neither is
 * one without components. A later loss of Read Message History is an error, not "not found".
 */
import type { Posted, Target } from '../platform.ts';
import type { DiscordApi, MessageRead } from './api.ts';
import { isUnknownMessage } from './errors.ts';
import { isMarked } from './marks.ts';
import { isForum, opensThreads, openThread, untitled } from './threads.ts';

const pages = 3;
const pageSize = 100;

/**
 * Of a parent whose thread was not opened yet, opens it, under a general name as the message's own is not known here.
 * @throws What discord.js' REST client throws.
 */
export const findPosted = async (api: DiscordApi, target: Target, key: string): Promise<Posted | undefined> => {
  if (target.thread !== undefined) return await findIn(api, target.thread, key);
  const channel = await api.channel(target.channel);
  if (isForum(channel)) return await findInForum(api, target, key);
  const message = await ownMessage(api, target.channel, key);
  if (message === undefined) return undefined;
  if (!opensThreads(channel)) return { id: message.id, thread: target.channel };
  const thread = message.thread?.id ?? (await openThread(api, target.channel, message.id, untitled));
  return { id: message.id, thread };
};

const findIn = async (api: DiscordApi, thread: string, key: string): Promise<Posted | undefined> => {
  const message = await ownMessage(api, thread, key);
  return message && { id: message.id, thread };
};

const findInForum = async (api: DiscordApi, target: Target, key: string): Promise<Posted | undefined> => {
  const self = await api.self();
  const active = (await api.activeThreads(target.workspace)).filter(thread => thread.parent_id === target.channel);
  const threads = [...active, ...(await api.archivedThreads(target.channel))];
  for (const { id } of threads.filter(thread => thread.owner_id === self.id)) {
    const message = await openingOf(api, id);
    if (message !== undefined && isMarked(message, key)) return { id: message.id, thread: id };
  }
  return undefined;
};

/** The message that opens a post has the post's id; it may have been deleted. */
const openingOf = async (api: DiscordApi, thread: string): Promise<MessageRead | undefined> => {
  try {
    return await api.message(thread, thread);
  } catch (error) {
    if (isUnknownMessage(error)) return undefined;
    throw error;
  }
};

const ownMessage = async (api: DiscordApi, channelId: string, key: string): Promise<MessageRead | undefined> => {
  const self = await api.self();
  let before: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const messages = await api.messages(channelId, before);
    const found = messages.find(message => message.author.id === self.id && isMarked(message, key));
    if (found !== undefined || messages.length < pageSize) return found;
    before = messages.at(-1)?.id;
  }
  return undefined;
};
