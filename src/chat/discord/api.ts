/** The calls that posting makes to Discord; of each answer, what is read is checked. */
import { type REST, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import { z } from 'zod';

const overwrite = z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() });

export const channelSchema = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  owner_id: z.string().optional(),
  flags: z.number().optional(),
  permission_overwrites: z.array(overwrite).optional(),
  available_tags: z.array(z.object({ id: z.string(), name: z.string(), moderated: z.boolean().optional() })).optional(),
  thread_metadata: z
    .object({ archived: z.boolean(), locked: z.boolean().optional(), archive_timestamp: z.string() })
    .optional(),
});

const component = z.object({
  id: z.number().optional(),
  content: z.string().optional(),
  get components() {
    return z.array(component).optional();
  },
});

const embed = z.object({
  description: z.string().optional(),
  footer: z.object({ text: z.string() }).optional(),
});

const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  author: z.object({ id: z.string() }),
  flags: z.number().optional(),
  components: z.array(component).optional(),
  embeds: z.array(embed).optional(),
  thread: z.object({ id: z.string() }).optional(),
});

const guild = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string() })),
});

const threads = z.object({ threads: z.array(channelSchema), has_more: z.boolean().optional() });
/** Of a post in a forum: the thread with the message that opens it. */
const forumPost = channelSchema.extend({ message: z.object({ id: z.string() }).optional() });
const user = z.object({ id: z.string(), username: z.string() });

export type OverwriteRead = z.infer<typeof overwrite>;
export type ChannelRead = z.infer<typeof channelSchema>;
export type ComponentRead = z.infer<typeof component>;
export type MessageRead = z.infer<typeof message>;
export type GuildRead = z.infer<typeof guild>;

/** The body of a message, of which Discord's own rules are checked by Discord. */
export type MessageBody = Pick<RESTPostAPIChannelMessageJSONBody, 'allowed_mentions' | 'enforce_nonce' | 'nonce'>;

export interface NewThread {
  readonly name: string;
  /** Minutes without a message after which the thread is put away. */
  readonly auto_archive_duration: number;
}

/** The most that Discord lists in one answer. */
export const pageSize = 100;

export type DiscordApi = ReturnType<typeof createApi>;

/** Each call throws what discord.js' REST client throws; a ZodError where the answer is not Discord's. */
export const createApi = (rest: REST) => ({
  self: remembered(async () => user.parse(await rest.get(Routes.user()))),
  guild: async (id: string) => guild.parse(await rest.get(Routes.guild(id))),
  member: async (guildId: string, id: string) =>
    z.object({ roles: z.array(z.string()) }).parse(await rest.get(Routes.guildMember(guildId, id))),
  channel: async (id: string) => channelSchema.parse(await rest.get(Routes.channel(id))),

  /** The next 100 (`pageSize`) after an id. None where the bot may not read the channel's history. */
  messagesAfter: async (channelId: string, after: string) => {
    const query = new URLSearchParams({ limit: String(pageSize), after });
    return z.array(message).parse(await rest.get(Routes.channelMessages(channelId), { query }));
  },
  message: async (channelId: string, id: string) => message.parse(await rest.get(Routes.channelMessage(channelId, id))),
  activeThreads: async (guildId: string) => threads.parse(await rest.get(Routes.guildActiveThreads(guildId))).threads,
  /** The 100 (`pageSize`) that were archived last, before an instant (ISO 8601) where one is given. */
  archivedThreads: async (channelId: string, before?: string) => {
    const query = new URLSearchParams({ limit: String(pageSize), ...(before !== undefined && { before }) });
    return threads.parse(await rest.get(Routes.channelThreads(channelId, 'public'), { query }));
  },

  send: async (channelId: string, body: MessageBody) =>
    message.parse(await rest.post(Routes.channelMessages(channelId), { body })),
  remove: async (channelId: string, id: string) => void (await rest.delete(Routes.channelMessage(channelId, id))),
  crosspost: async (channelId: string, id: string) =>
    void (await rest.post(Routes.channelMessageCrosspost(channelId, id))),
  threadFrom: async (channelId: string, messageId: string, body: NewThread) =>
    channelSchema.parse(await rest.post(Routes.threads(channelId, messageId), { body })),
  thread: async (channelId: string, body: NewThread & { readonly type: number }) =>
    channelSchema.parse(await rest.post(Routes.threads(channelId), { body })),
  forumPost: async (
    channelId: string,
    body: NewThread & { readonly applied_tags: readonly string[]; readonly message: MessageBody },
  ) => forumPost.parse(await rest.post(Routes.threads(channelId), { body })),
  /** The channel of the bot and one person, which is opened where there is none. */
  directChannel: async (userId: string) =>
    z.object({ id: z.string() }).parse(await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })),
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
