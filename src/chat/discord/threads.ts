/** Threads: which channels have them, and how a digest opens one. */
import { ChannelFlags, ChannelType } from 'discord.js';
import type { ChannelRead, DiscordApi, NewThread } from './api.ts';
import { cut } from './cut.ts';
import { isThreadThere } from './errors.ts';
import { forumTitle } from './forum-title.ts';
import { discordLimits } from './limits.ts';

/** Minutes: three days, so that a Friday's digest is still open on Monday. One of those that Discord allows. */
const archiveAfter = 4_320;

/** Where the message itself is not at hand. */
export const untitled = forumTitle({ blocks: [] });

export const isForum = ({ type }: ChannelRead): boolean =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia;

export const isAnnouncement = ({ type }: ChannelRead): boolean => type === ChannelType.GuildAnnouncement;

/** A thread has no threads, and the chat of a voice channel neither: there, all parts stand one after another. */
export const opensThreads = ({ type }: ChannelRead): boolean =>
  type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;

export const newThread = (title: string): NewThread => ({
  name: cut(title, discordLimits.threadName),
  auto_archive_duration: archiveAfter,
});

/**
 * Opens the thread under a message, unless it has one already; a thread has the id of its message.
 * Source: https://discord.com/developers/docs/resources/channel#start-thread-from-message
 */
export const openThread = async (
  api: DiscordApi,
  channelId: string,
  messageId: string,
  title: string,
): Promise<string> => {
  try {
    return (await api.threadFrom(channelId, messageId, newThread(title))).id;
  } catch (error) {
    if (isThreadThere(error)) return messageId;
    throw error;
  }
};

/** The tag for a post in a forum that requires one: the first that everybody may give. None where the forum requires none. */
export const requiredTag = (forum: ChannelRead): { readonly id: string; readonly name: string } | undefined => {
  if (((forum.flags ?? 0) & ChannelFlags.RequireTag) === 0) return undefined;
  const tags = forum.available_tags ?? [];
  return tags.find(({ moderated }) => moderated !== true) ?? tags[0];
};
