/** Messages of channels and threads: https://docs.discord.com/developers/resources/message */
import {
  PermissionFlagsBits as Bits,
  ChannelType,
  RESTJSONErrorCodes as Code,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { refusal } from '../api-error.ts';
import { invalidForm, readForm } from '../forms/form.ts';
import { channelMessage, messageEdit, refuseEmpty } from '../forms/message.ts';
import { addMessage, changeMessage, removeMessage } from '../messaging.ts';
import type { Channel, JsonObject, Message } from '../records.ts';
import { type Reply, type Route, route } from '../router.ts';
import { channelToSendIn, refuseLocked } from '../sending.ts';
import { compareIds } from '../snowflake.ts';
import { messageWire } from '../wire.ts';
import { channelFor, mayIn, messageIn, type World } from '../world.ts';

/** "The past few minutes" within which an enforced nonce is remembered; Discord names no number. */
const nonceKept = 3 * 60_000;

export const messageRoutes = (world: World): readonly Route[] => [
  route('POST', '/channels/{channel.id}/messages', request => {
    const body = request.read(channelMessage);
    const channel = channelToSendIn(world, request.id('channel.id'));
    refuseEmpty(body);
    refuseEmbeds(world, channel, body.embeds);
    const nonce = body.nonce === undefined || body.nonce === null ? undefined : String(body.nonce);
    const known = nonce === undefined || body.enforce_nonce !== true ? undefined : world.nonces.get(nonce);
    if (known !== undefined && world.now() - known.sentAt < nonceKept) {
      // Seen so where it was deleted: https://github.com/discord/discord-api-docs/pull/6647
      if (world.channels.get(known.channelId)?.messages.includes(known) !== true) throw refusal(Code.UnknownMessage);
      return { body: messageWire(world, known, nonce) };
    }
    const reference = body.message_reference ? referenceIn(world, channel, body.message_reference) : undefined;
    const message = addMessage(world, channel, body, {
      author: world.bot,
      type: reference === undefined ? MessageType.Default : MessageType.Reply,
      nonce,
      reference,
    });
    if (nonce !== undefined) world.nonces.set(nonce, message);
    return { body: messageWire(world, message, nonce) };
  }),

  route('GET', '/channels/{channel.id}/messages', request => {
    const channel = channelFor(world, request.id('channel.id'));
    const range = readForm(rangeForm, request.query);
    // Without the permission the list is empty: https://docs.discord.com/developers/resources/message#get-channel-messages
    if (!mayIn(world, channel, Bits.ReadMessageHistory)) return { body: [] };
    return { body: inRange(channel.messages, range).map(message => messageWire(world, message)) };
  }),

  route('GET', '/channels/{channel.id}/messages/{message.id}', request => {
    const channel = channelFor(world, request.id('channel.id'), Bits.ReadMessageHistory);
    return { body: messageWire(world, messageIn(channel, request.id('message.id'))) };
  }),

  route('PATCH', '/channels/{channel.id}/messages/{message.id}', request => {
    const body = request.read(messageEdit);
    const channel = channelFor(world, request.id('channel.id'));
    const message = messageIn(channel, request.id('message.id'));
    if (message.author.id !== world.bot.id) throw refusal(Code.CannotEditMessageAuthoredByAnotherUser);
    if (channel.thread?.isArchived === true) throw refusal(Code.InvalidActionOnArchivedThread);
    refuseLocked(world, channel);
    changeMessage(world, channel, message, body);
    return { body: messageWire(world, message) };
  }),

  route('DELETE', '/channels/{channel.id}/messages/{message.id}', request => {
    const channel = channelFor(world, request.id('channel.id'));
    const message = messageIn(channel, request.id('message.id'));
    if (message.author.id !== world.bot.id && !mayIn(world, channel, Bits.ManageMessages)) {
      throw refusal(Code.MissingPermissions);
    }
    removeMessage(world, channel, message);
    return {};
  }),

  route('POST', '/channels/{channel.id}/messages/{message.id}/crosspost', request =>
    crosspost(world, request.id('channel.id'), request.id('message.id')),
  ),

  route('POST', '/channels/{channel.id}/typing', request => {
    channelToSendIn(world, request.id('channel.id'));
    return {};
  }),
];

function crosspost(world: World, channelId: string, messageId: string): Reply {
  const channel = channelFor(world, channelId);
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusal(Code.CannotExecuteActionOnThisChannelType);
  const message = messageIn(channel, messageId);
  const needed = message.author.id === world.bot.id ? Bits.SendMessages : Bits.SendMessages | Bits.ManageMessages;
  if (!mayIn(world, channel, needed)) throw refusal(Code.MissingPermissions);
  if ((message.flags & MessageFlags.Crossposted) !== 0) throw refusal(Code.ThisMessageWasAlreadyCrossposted);
  message.flags |= MessageFlags.Crossposted;
  return { body: messageWire(world, message) };
}

function refuseEmbeds(world: World, channel: Channel, embeds: readonly unknown[] | null | undefined): void {
  if ((embeds ?? []).length > 0 && !mayIn(world, channel, Bits.EmbedLinks)) throw refusal(Code.MissingPermissions);
}

interface GivenReference {
  readonly type?: MessageReferenceType | null | undefined;
  readonly message_id: string;
  readonly fail_if_not_exists?: boolean | null | undefined;
}

/** The message that is answered; undefined where it is gone and that is no failure. */
function referenceIn(world: World, channel: Channel, given: GivenReference): JsonObject | undefined {
  if (!mayIn(world, channel, Bits.ReadMessageHistory)) {
    throw refusal(Code.CannotReplyWithoutPermissionToReadMessageHistory);
  }
  const isThere = channel.messages.some(({ id }) => id === given.message_id);
  if (isThere) {
    return {
      type: given.type ?? MessageReferenceType.Default,
      message_id: given.message_id,
      channel_id: channel.id,
      guild_id: channel.guildId,
    };
  }
  if (given.fail_if_not_exists === false) return undefined;
  throw invalidForm([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
}

const id = z.string().regex(/^[0-9]{1,20}$/);
const rangeForm = z
  .object({
    around: id.optional(),
    before: id.optional(),
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .refine(({ around, before, after }) => [around, before, after].filter(one => one !== undefined).length <= 1, {
    message: 'around, before and after are mutually exclusive',
  });

/** The newest first, as Discord lists them; `after` gives the ones next to it. */
function inRange(messages: readonly Message[], range: z.infer<typeof rangeForm>): readonly Message[] {
  const { around, before, after, limit } = range;
  if (after !== undefined)
    return messages
      .filter(one => compareIds(one.id, after) > 0)
      .slice(0, limit)
      .reverse();
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const older = messages.filter(one => compareIds(one.id, around) <= 0).slice(-half - 1);
    return [...older, ...messages.filter(one => compareIds(one.id, around) > 0).slice(0, half)].reverse();
  }
  const older = before === undefined ? messages : messages.filter(one => compareIds(one.id, before) < 0);
  return older.slice(-limit).reverse();
}
