/** The calls that posting makes to Discord; of each answer, what is read is checked. */
import { type REST, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import { z } from 'zod';

const overwrite = z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() });

const channel = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  owner_id: z.string().optional(),
  flags: z.number().optional(),
  permission_overwrites: z.array(overwrite).optional(),
  available_tags: z.array(z.object({ id: z.string(), name: z.string(), moderated: z.boolean().optional() })).optional(),
  thread_metadata: z.object({ archived: z.boolean(), locked: z.boolean().optional() }).optional(),
});

const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  author: z.object({ id: z.string() }),
  components: z.array(z.looseObject({ id: z.number().optional() })).optional(),
  thread: z.object({ id: z.string() }).optional(),
});

const guild = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string() })),
});

const threads = z.object({ threads: z.array(channel) });
/** Of a post in a forum: the thread with the message that opens it. */
const forumPost = channel.extend({ message: z.object({ id: z.string() }).optional() });
const user = z.object({ id: z.string(), username: z.string() });

export type OverwriteRead = z.infer<typeof overwrite>;
export type ChannelRead = z.infer<typeof channel>;
export type MessageRead = z.infer<typeof message>;
export type GuildRead = z.infer<typeof guild>;

/** The body of a message, of which Discord's own rules are checked by Discord. */
export type MessageBody = Pick<RESTPostAPIChannelMessageJSONBody, 'allowed_mentions' | 'enforce_nonce' | 'nonce'>;

export interface NewThread {
  readonly name: string;
  /** Minutes without a message after which the thread is put away. */
  readonly auto_archive_duration: number;
}

export type DiscordApi = ReturnType<typeof createApi>;

/** Each call throws what discord.js' REST client throws; a ZodError where the answer is not Discord's. */
export const createApi = (rest: REST) => ({
  self: remembered(async () => user.parse(await rest.get(Routes.user()))),
  guild: async (id: string) => guild.parse(await rest.get(Routes.guild(id))),
  member: async (guildId: string, id: string) =>
    z.object({ roles: z.array(z.string()) }).parse(await rest.get(Routes.guildMember(guildId, id))),
  channel: async (id: string) => channel.parse(await rest.get(Routes.channel(id))),

  /** The newest first, at most 100. */
  messages: async (channelId: string, before?: string) => {
    const query = new URLSearchParams({ limit: '100', ...(before === undefined ? {} : { before }) });
    return z.array(message).parse(await rest.get(Routes.channelMessages(channelId), { query }));
  },
  message: async (channelId: string, id: string) => message.parse(await rest.get(Routes.channelMessage(channelId, id))),
  activeThreads: async (guildId: string) => threads.parse(await rest.get(Routes.guildActiveThreads(guildId))).threads,
  archivedThreads: async (channelId: string) =>
    threads.parse(await rest.get(Routes.channelThreads(channelId, 'public'))).threads,

  send: async (channelId: string, body: MessageBody) =>
    message.parse(await rest.post(Routes.channelMessages(channelId), { body })),
  remove: async (channelId: string, id: string) => void (await rest.delete(Routes.channelMessage(channelId, id))),
  crosspost: async (channelId: string, id: string) =>
    void (await rest.post(Routes.channelMessageCrosspost(channelId, id))),
  threadFrom: async (channelId: string, messageId: string, body: NewThread) =>
    channel.parse(await rest.post(Routes.threads(channelId, messageId), { body })),
  thread: async (channelId: string, body: NewThread & { readonly type: number }) =>
    channel.parse(await rest.post(Routes.threads(channelId), { body })),
  forumPost: async (
    channelId: string,
    body: NewThread & { readonly applied_tags: readonly string[]; readonly message: MessageBody },
  ) => forumPost.parse(await rest.post(Routes.threads(channelId), { body })),
  unarchive: async (threadId: string) =>
    void (await rest.patch(Routes.channel(threadId), { body: { archived: false } })),
});

/** Asks once; again where that failed. */
const remembered = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
  let answer: Promise<Value> | undefined;
  return () => {
    answer ??= ask().catch(error => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
};
