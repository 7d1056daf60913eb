/** Sending, changing and deleting messages, with the events that follow. */
import { GatewayIntentBits, MessageFlags, MessageType } from 'discord-api-types/v10';
import { numberComponents } from './forms/components.ts';
import { checkEdited, refuseEmpty } from './forms/message.ts';
import type { Channel, JsonObject, Message, User } from './records.ts';
import { setThread } from './threading.ts';
import { messageWire } from './wire.ts';
import type { World } from './world.ts';

/** A body that was read by one of the message forms. */
export interface Said {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly object[] | null | undefined;
  readonly components?: readonly unknown[] | null | undefined;
  readonly flags?: number | null | undefined;
  readonly allowed_mentions?: object | null | undefined;
}

export interface Sending {
  readonly author: User;
  readonly type?: MessageType;
  /** Of the first message of a forum post: the thread's own id. */
  readonly id?: string;
  readonly nonce?: string | undefined;
  readonly reference?: JsonObject | undefined;
  readonly interaction?: Message['interaction'];
}

const asObjects = (list: readonly object[] | null | undefined): readonly JsonObject[] =>
  (list ?? []).map(one => Object.fromEntries(Object.entries(one)));

/** Puts a message into a channel. Into an archived thread it unarchives that. An ephemeral one stays out of the channel. */
export function addMessage(world: World, channel: Channel, said: Said, sending: Sending): Message {
  const flags = said.flags ?? 0;
  const message: Message = {
    id: sending.id ?? world.newId(),
    channelId: channel.id,
    author: sending.author,
    type: sending.type ?? MessageType.Default,
    sentAt: world.now(),
    editedAt: undefined,
    content: (said.content ?? '').trim(),
    embeds: asObjects(said.embeds),
    components: numberComponents(said.components ?? []),
    flags,
    allowedMentions:
      said.allowed_mentions === undefined || said.allowed_mentions === null ? undefined : { ...said.allowed_mentions },
    nonce: sending.nonce,
    reference: sending.reference,
    interaction: sending.interaction,
    isEphemeral: (flags & MessageFlags.Ephemeral) !== 0,
    threadId: undefined,
  };
  if (message.isEphemeral) {
    world.ephemerals.push(message);
  } else {
    if (channel.thread?.isArchived === true) setThread(world, channel, { isArchived: false });
    channel.messages.push(message);
    const intent = channel.recipient === undefined ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
    world.dispatch('MESSAGE_CREATE', eventWire(world, channel, message, sending.nonce), intent);
  }
  world.happenings.tell('message', message);
  return message;
}

/**
 * Changes what the body names, and leaves the rest.
 * @throws ApiError 50035 where the message that this makes would break a rule; 50006 where it would be empty.
 */
export function changeMessage(world: World, channel: Channel, message: Message, said: Said): void {
  const kept = message.flags & ~MessageFlags.SuppressEmbeds;
  // IS_COMPONENTS_V2 cannot be taken away again: https://docs.discord.com/developers/resources/message#message-object-message-flags
  const settable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  const flags = said.flags === undefined || said.flags === null ? message.flags : kept | (said.flags & settable);
  const content = said.content === undefined ? message.content : (said.content ?? '').trim();
  const embeds = said.embeds === undefined ? message.embeds : asObjects(said.embeds);
  const components = said.components === undefined ? message.components : numberComponents(said.components ?? []);
  checkEdited({ content, embeds, components, flags: flags & settable });
  refuseEmpty({ content, embeds: [...embeds], components: [...components] });
  Object.assign(message, { content, embeds, components, flags, editedAt: world.now() });
  if (said.allowed_mentions !== undefined && said.allowed_mentions !== null) {
    message.allowedMentions = { ...said.allowed_mentions };
  }
  if (!message.isEphemeral) {
    world.dispatch('MESSAGE_UPDATE', eventWire(world, channel, message), GatewayIntentBits.GuildMessages);
  }
  world.happenings.tell('edit', message);
}

export function removeMessage(world: World, channel: Channel | undefined, message: Message): void {
  const from = message.isEphemeral ? world.ephemerals : (channel?.messages ?? []);
  const index = from.indexOf(message);
  if (index >= 0) from.splice(index, 1);
  if (channel !== undefined && !message.isEphemeral) {
    const event = { id: message.id, channel_id: channel.id, guild_id: channel.guildId };
    world.dispatch('MESSAGE_DELETE', event, GatewayIntentBits.GuildMessages);
  }
  world.happenings.tell('deletion', message);
}

const eventWire = (world: World, channel: Channel, message: Message, nonce?: string): JsonObject => ({
  ...messageWire(world, message, nonce),
  ...(channel.recipient === undefined ? { guild_id: channel.guildId } : {}),
});
