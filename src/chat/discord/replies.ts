/** The parts that follow: into the thread, or into another one where that was locked in the meantime. */
import { ChannelType } from 'discord.js';
import type { Posted, Target } from '../platform.ts';
import type { ChannelRead, DiscordApi } from './api.ts';
import { isClosedThread } from './errors.ts';
import { posted, postInForum } from './parents.ts';
import type { DiscordPayload } from './render.ts';
import { sendInto } from './sending.ts';
import { isForum, newThread, untitled } from './threads.ts';

/** @throws What discord.js' REST client throws. */
export const postReply = async (
  api: DiscordApi,
  target: Target,
  payload: DiscordPayload,
  key: string,
): Promise<Posted> => {
  const thread = target.thread ?? target.channel;
  try {
    return await postInThread(api, thread, payload, key);
  } catch (error) {
    if (!isClosedThread(error)) throw error;
    const closed = await api.channel(thread);
    if (closed.thread_metadata?.locked !== true) {
      await api.unarchive(thread);
      return await postInThread(api, thread, payload, key);
    }
    // A thread that was itself subscribed stands for nothing else.
    if (thread === target.channel) throw error;
    return await postElsewhere(api, target, closed, payload, key);
  }
};

/** A message unarchives a thread that is not locked: https://discord.com/developers/docs/topics/threads#active-archived-threads */
const postInThread = async (api: DiscordApi, thread: string, payload: DiscordPayload, key: string): Promise<Posted> => {
  const { result, note } = await sendInto(api, thread, payload, key);
  return posted(result.id, thread, [note]);
};

const postElsewhere = async (
  api: DiscordApi,
  target: Target,
  locked: ChannelRead,
  payload: DiscordPayload,
  key: string,
): Promise<Posted> => {
  const title = titleOf(locked);
  const note = movedFrom(locked.id);
  const opened = await openedBefore(api, target, title);
  if (opened !== undefined) return withNote(await postInThread(api, opened, payload, key), note);
  const channel = await api.channel(target.channel);
  if (isForum(channel)) return withNote(await postInForum(api, channel, title, payload, key), note);
  const isAnnounced = channel.type === ChannelType.GuildAnnouncement;
  const type = isAnnounced ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  const { id } = await api.thread(target.channel, { ...newThread(title), type });
  return withNote(await postInThread(api, id, payload, key), note);
};

/** Where a digest went on whose thread was locked; undefined where it did not. */
export const threadInstead = async (api: DiscordApi, target: Target, thread: string): Promise<string | undefined> => {
  if (thread === target.channel) return undefined;
  const closed = await api.channel(thread);
  return closed.thread_metadata?.locked === true ? await openedBefore(api, target, titleOf(closed)) : undefined;
};

const titleOf = ({ name }: ChannelRead): string => name ?? untitled;

export const movedFrom = (thread: string): string => `thread ${thread} is locked, the digest goes on in another one`;

/** The bot's own open thread of that title: an earlier part went there, or was about to when the bot was stopped. */
const openedBefore = async (api: DiscordApi, target: Target, title: string): Promise<string | undefined> => {
  const [self, threads] = await Promise.all([api.self(), api.activeThreads(target.workspace)]);
  return threads.find(
    thread =>
      thread.parent_id === target.channel &&
      thread.owner_id === self.id &&
      thread.name === title &&
      thread.thread_metadata?.locked !== true,
  )?.id;
};

const withNote = (one: Posted, note: string): Posted => posted(one.id, one.thread, [note, one.note]);
