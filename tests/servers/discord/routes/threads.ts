/** Threads: https://docs.discord.com/developers/resources/channel#start-thread-from-message and what follows there. */
import {
  PermissionFlagsBits as Bits,
  ChannelType,
  RESTJSONErrorCodes as Code,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { refusal } from '../api-error.ts';
import { invalidForm, snowflake } from '../forms/form.ts';
import { forumMessage, refuseEmpty } from '../forms/message.ts';
import { addMessage } from '../messaging.ts';
import type { Channel } from '../records.ts';
import { type ApiRequest, type Reply, type Route, route } from '../router.ts';
import { startThread } from '../threading.ts';
import { channelWire, messageWire, threadMemberWire } from '../wire.ts';
import { channelFor, guildOf, mayIn, messageIn, type World } from '../world.ts';

const named = {
  name: z.string().min(1).max(100),
  auto_archive_duration: z.enum(ThreadAutoArchiveDuration).nullish(),
  rate_limit_per_user: z.int().min(0).max(21_600).nullish(),
};
const fromMessage = z.object(named);
const alone = z.object({
  ...named,
  type: z.literal([ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread]).nullish(),
  invitable: z.boolean().nullish(),
});
const post = z.object({ ...named, applied_tags: z.array(snowflake).max(5).nullish(), message: forumMessage });

export const threadRoutes = (world: World): readonly Route[] => [
  route('POST', '/channels/{channel.id}/messages/{message.id}/threads', request => {
    const body = request.read(fromMessage);
    const parent = channelFor(world, request.id('channel.id'));
    const type = threadTypeIn(parent);
    if (type === undefined) throw refusal(Code.CannotExecuteActionOnThisChannelType);
    const message = messageIn(parent, request.id('message.id'));
    if (!mayIn(world, parent, Bits.CreatePublicThreads)) throw refusal(Code.MissingPermissions);
    // The thread has the message's id, so that a message has one thread only.
    if (message.threadId !== undefined || world.channels.has(message.id))
      throw refusal(Code.ThreadAlreadyCreatedForMessage);
    const thread = startThread(world, parent, {
      name: body.name,
      type,
      ownerId: world.bot.id,
      id: message.id,
      autoArchiveDuration: body.auto_archive_duration,
    });
    message.threadId = thread.id;
    message.flags |= MessageFlags.HasThread;
    const reference = {
      type: MessageReferenceType.Default,
      message_id: message.id,
      channel_id: parent.id,
      guild_id: parent.guildId,
    };
    addMessage(world, thread, {}, { author: message.author, type: MessageType.ThreadStarterMessage, reference });
    return { status: 201, body: channelWire(world, thread) };
  }),

  route('POST', '/channels/{channel.id}/threads', request => {
    const parent = channelFor(world, request.id('channel.id'));
    const isForum = parent.type === ChannelType.GuildForum || parent.type === ChannelType.GuildMedia;
    return isForum ? startPost(world, parent, request) : startAlone(world, parent, request);
  }),

  route('GET', '/guilds/{guild.id}/threads/active', request => {
    const guild = guildOf(world, request.id('guild.id'));
    const threads = [...world.channels.values()].filter(
      one => one.guildId === guild.id && one.thread?.isArchived === false && mayIn(world, one, Bits.ViewChannel),
    );
    return {
      body: {
        threads: threads.map(one => channelWire(world, one)),
        members: membershipIn(world, threads),
        has_more: false,
      },
    };
  }),

  route('GET', '/channels/{channel.id}/threads/archived/public', request =>
    archivedIn(world, channelFor(world, request.id('channel.id'), Bits.ReadMessageHistory), request, false),
  ),
  route('GET', '/channels/{channel.id}/threads/archived/private', request =>
    archivedIn(
      world,
      channelFor(world, request.id('channel.id'), Bits.ReadMessageHistory | Bits.ManageThreads),
      request,
      true,
    ),
  ),

  route('GET', '/channels/{channel.id}/thread-members', request => {
    const thread = threadOf(world, request);
    return {
      body: [...thread.state.members].map(user => threadMemberWire(thread.channel, user, thread.state.createdAt)),
    };
  }),
  route('GET', '/channels/{channel.id}/thread-members/{user.id}', request => {
    const { channel, state } = threadOf(world, request);
    const userId = request.id('user.id');
    if (!state.members.has(userId)) throw refusal(Code.UnknownMember);
    return { body: threadMemberWire(channel, userId, state.createdAt) };
  }),
  route('PUT', '/channels/{channel.id}/thread-members/@me', request => {
    const { state } = activeThreadOf(world, request);
    state.members.add(world.bot.id);
    return {};
  }),
  route('DELETE', '/channels/{channel.id}/thread-members/@me', request => {
    const { state } = activeThreadOf(world, request);
    state.members.delete(world.bot.id);
    return {};
  }),
  route('PUT', '/channels/{channel.id}/thread-members/{user.id}', request => {
    const { channel, state } = activeThreadOf(world, request);
    const permission = channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads;
    if (!mayIn(world, channel, permission)) throw refusal(Code.MissingPermissions);
    state.members.add(request.id('user.id'));
    return {};
  }),
];

const threadTypeIn = (parent: Channel): ChannelType | undefined => {
  if (parent.type === ChannelType.GuildText) return ChannelType.PublicThread;
  return parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : undefined;
};

/** A post: it needs SEND_MESSAGES, not CREATE_PUBLIC_THREADS, and its first message has the thread's id. */
function startPost(world: World, forum: Channel, request: ApiRequest): Reply {
  const body = request.read(post);
  if (!mayIn(world, forum, Bits.SendMessages)) throw refusal(Code.MissingPermissions);
  const tags = body.applied_tags ?? [];
  for (const [index, tag] of tags.entries()) {
    if (forum.tags.some(({ id }) => id === tag)) continue;
    throw invalidForm([{ path: ['applied_tags', index], code: 'BASE_TYPE_CHOICES', message: `Unknown tag ${tag}` }]);
  }
  if (forum.isTagRequired && tags.length === 0) throw refusal(Code.TagRequiredToCreateAForumPostInThisChannel);
  refuseEmpty(body.message);
  const thread = startThread(world, forum, {
    name: body.name,
    type: ChannelType.PublicThread,
    ownerId: world.bot.id,
    autoArchiveDuration: body.auto_archive_duration,
    appliedTags: tags,
  });
  const message = addMessage(world, thread, body.message, { author: world.bot, id: thread.id });
  return { status: 201, body: { ...channelWire(world, thread), message: messageWire(world, message) } };
}

/** A thread on no message: private unless its type says otherwise. */
function startAlone(world: World, parent: Channel, request: ApiRequest): Reply {
  const body = request.read(alone);
  const type = body.type ?? ChannelType.PrivateThread;
  const isPrivate = type === ChannelType.PrivateThread;
  const fits = isPrivate ? parent.type === ChannelType.GuildText : type === threadTypeIn(parent);
  if (!fits) throw refusal(Code.CannotExecuteActionOnThisChannelType);
  const permission = isPrivate ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads;
  if (!mayIn(world, parent, permission)) throw refusal(Code.MissingPermissions);
  const thread = startThread(world, parent, {
    name: body.name,
    type,
    ownerId: world.bot.id,
    autoArchiveDuration: body.auto_archive_duration,
  });
  return { status: 201, body: channelWire(world, thread) };
}

/** Sorted by the time of archiving, the latest first. */
function archivedIn(world: World, parent: Channel, request: ApiRequest, isPrivate: boolean): Reply {
  const { before, limit = '50' } = request.query;
  const threads = [...world.channels.values()]
    .filter(
      one =>
        one.parentId === parent.id &&
        one.thread?.isArchived === true &&
        (one.type === ChannelType.PrivateThread) === isPrivate &&
        (before === undefined || one.thread.archiveChangedAt < Date.parse(before)),
    )
    .sort((one, other) => (other.thread?.archiveChangedAt ?? 0) - (one.thread?.archiveChangedAt ?? 0));
  const page = threads.slice(0, Number(limit));
  return {
    body: {
      threads: page.map(one => channelWire(world, one)),
      members: membershipIn(world, page),
      has_more: threads.length > page.length,
    },
  };
}

const membershipIn = (world: World, threads: readonly Channel[]) =>
  threads
    .filter(({ thread }) => thread?.members.has(world.bot.id))
    .map(one => threadMemberWire(one, world.bot.id, one.thread?.createdAt ?? 0));

function threadOf(world: World, request: ApiRequest) {
  const channel = channelFor(world, request.id('channel.id'));
  if (channel.thread === undefined) throw refusal(Code.CannotExecuteActionOnThisChannelType);
  return { channel, state: channel.thread };
}

function activeThreadOf(world: World, request: ApiRequest) {
  const thread = threadOf(world, request);
  if (thread.state.isArchived) throw refusal(Code.InvalidActionOnArchivedThread);
  return thread;
}
