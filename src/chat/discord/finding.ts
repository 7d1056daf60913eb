/**
 * Finds a part that was posted before. Discord forgets the nonce, but keeps what the message itself bears (`marks.ts`), and
 * lets a bot read its own messages. Snowflakes tell the time, so that only messages of about the time of the call are looked
 * through, however busy a channel was since. A message that somebody deleted is not found.
 */
import { SnowflakeUtil } from 'discord.js';
import { hour } from '../../edition/duration.ts';
import { PlatformError, type Posted, type Target } from '../platform.ts';
import { requireHistory } from './access.ts';
import { type ChannelRead, type DiscordApi, type MessageRead, pageSize } from './api.ts';
import { isUnknownMessage } from './errors.ts';
import { titleOfPosted } from './forum-title.ts';
import { isMarked } from './marks.ts';
import { completeParent, posted } from './parents.ts';
import { movedFrom, threadInstead } from './replies.ts';
import { isForum } from './threads.ts';

/** Milliseconds before and after the call: far more than the clocks of this machine and of Discord differ. */
const margin = hour;
/** What is read at most of a channel or a forum. More is not known to be without the part. */
const mostPages = 10;

/** Milliseconds since the epoch. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const aroundTime = (sentAt: string): Span => ({
  from: Date.parse(sentAt) - margin,
  to: Date.parse(sentAt) + margin,
});

/** https://discord.com/developers/docs/reference#snowflakes */
const timeOf = ({ id }: { readonly id: string }): number => SnowflakeUtil.timestampFrom(id);
const idAt = (timestamp: number): string => SnowflakeUtil.generate({ timestamp }).toString();

/**
 * Of a parent, does as well what was to follow its message: its thread, and its publication.
 * @param sentAt ISO 8601.
 * @throws What discord.js' REST client throws. PlatformError `unreadable` where more messages were posted about that time
 *   than are read, and as `completeParent` does; `no-permission` where the bot may not read.
 */
export const findPosted = async (
  api: DiscordApi,
  target: Target,
  key: string,
  sentAt: string,
): Promise<Posted | undefined> => {
  const span = aroundTime(sentAt);
  if (target.thread !== undefined) return await findReply(api, target, target.thread, key, span);
  const channel = await api.channel(target.channel);
  if (isForum(channel)) return await findInForum(api, target, key, span);
  const message = await ownMessage(api, target, target.channel, key, span);
  return message && (await completeParent(api, channel, message, titleOfPosted(message)));
};

const findReply = async (
  api: DiscordApi,
  target: Target,
  thread: string,
  key: string,
  span: Span,
): Promise<Posted | undefined> => {
  const message = await ownMessage(api, target, thread, key, span);
  if (message !== undefined) return posted(message.id, thread, []);
  const instead = await threadInstead(api, target, thread);
  const moved = instead === undefined ? undefined : await ownMessage(api, target, instead, key, span);
  return moved && posted(moved.id, moved.channel_id, [movedFrom(thread)]);
};

const ownMessage = async (
  api: DiscordApi,
  target: Target,
  channelId: string,
  key: string,
  { from, to }: Span,
): Promise<MessageRead | undefined> => {
  const self = await api.self();
  let after = idAt(from);
  for (let page = 0; page < mostPages; page += 1) {
    const messages = await api.messagesAfter(channelId, after);
    if (messages.length === 0) await requireHistory(api, target.workspace, channelId);
    const found = messages.find(message => message.author.id === self.id && isMarked(message, key));
    if (found !== undefined || messages.length < pageSize) return found;
    const newest = messages.reduce((one, other) => (timeOf(one) < timeOf(other) ? other : one));
    if (timeOf(newest) > to) return undefined;
    after = newest.id;
  }
  throw tooMany(channelId);
};

const tooMany = (where: string): PlatformError =>
  new PlatformError(
    'unreadable',
    `Whether it arrived is not known: in Discord channel ${where} more was written within two hours than the ${mostPages * pageSize} messages that were looked through.`,
  );

const findInForum = async (api: DiscordApi, target: Target, key: string, span: Span): Promise<Posted | undefined> => {
  const active = await api.activeThreads(target.workspace);
  const opened = await postUnder(api, active, target, key, span);
  if (opened !== undefined) return opened;
  let before: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { threads, has_more: hasMore = false } = await api.archivedThreads(target.channel, before);
    const archived = await postUnder(api, threads, target, key, span);
    before = threads.at(-1)?.thread_metadata?.archive_timestamp;
    // A post is archived after it was made: the rest is older.
    if (archived !== undefined || !hasMore || before === undefined || Date.parse(before) < span.from) return archived;
  }
  throw tooMany(target.channel);
};

const postUnder = async (
  api: DiscordApi,
  threads: readonly ChannelRead[],
  target: Target,
  key: string,
  { from, to }: Span,
): Promise<Posted | undefined> => {
  const self = await api.self();
  const ownPosts = threads.filter(
    thread =>
      thread.parent_id === target.channel &&
      thread.owner_id === self.id &&
      timeOf(thread) >= from &&
      timeOf(thread) <= to,
  );
  for (const { id } of ownPosts) {
    const message = await openingOf(api, id);
    if (message !== undefined && isMarked(message, key)) return posted(message.id, id, []);
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
