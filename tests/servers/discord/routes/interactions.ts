/** Answers to interactions: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints */
import {
  InteractionResponseType as Answer,
  RESTJSONErrorCodes as Code,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { refusal } from '../api-error.ts';
import { readForm } from '../forms/form.ts';
import { interactionMessage, messageEdit, refuseEmpty } from '../forms/message.ts';
import { choices, modal } from '../forms/modal.ts';
import { changed, type Interaction, interactionOfToken, interactionToAnswer, isFromMessage } from '../interaction.ts';
import { addMessage, changeMessage, removeMessage, type Said } from '../messaging.ts';
import type { Channel, JsonObject, Message } from '../records.ts';
import { type ApiRequest, openRoute, type Route } from '../router.ts';
import { messageWire } from '../wire.ts';
import type { World } from '../world.ts';

const callbackForm = z.object({ type: z.enum(Answer), data: z.record(z.string(), z.unknown()).nullish() });
const deferredForm = z.object({ flags: z.int().min(0).nullish() });

export const interactionRoutes = (world: World): readonly Route[] => [
  openRoute('POST', '/interactions/{interaction.id}/{interaction.token}/callback', request => {
    const interaction = interactionToAnswer(world, request.id('interaction.id'), request.id('interaction.token'));
    const { type, data } = request.read(
      callbackForm.refine(one => typesFor(interaction).includes(one.type), {
        message: `Value must be one of ${typesFor(interaction).join(', ')}`,
        path: ['type'],
      }),
    );
    const given = data ?? {};
    // All that could refuse it comes before it counts as answered.
    answerWith(world, interaction, type, given);
    interaction.callback = { interactionId: interaction.id, type, data: given };
    world.happenings.tell('callback', interaction.callback);
    interaction.settle(interaction.callback);
    changed(interaction);
    return request.query.with_response === 'true' ? { body: callbackWire(world, interaction, type) } : {};
  }),

  openRoute('GET', '/webhooks/{application.id}/{interaction.token}/messages/@original', request => ({
    body: shown(world, originalOf(ofToken(world, request))),
  })),
  openRoute('PATCH', '/webhooks/{application.id}/{interaction.token}/messages/@original', request => {
    const interaction = ofToken(world, request);
    return { body: shown(world, fillOriginal(world, interaction, request.read(messageEdit))) };
  }),
  openRoute('DELETE', '/webhooks/{application.id}/{interaction.token}/messages/@original', request => {
    const interaction = ofToken(world, request);
    removeMessage(world, world.channels.get(interaction.channelId), originalOf(interaction));
    interaction.original = undefined;
    interaction.deferred = undefined;
    return {};
  }),

  openRoute('POST', '/webhooks/{application.id}/{interaction.token}', request => {
    const interaction = ofToken(world, request);
    const body = request.read(interactionMessage);
    refuseEmpty(body);
    // Right after a deferral a follow-up fills the deferred answer, and its own ephemeral flag is ignored.
    if (interaction.deferred !== undefined) return { body: shown(world, fillOriginal(world, interaction, body)) };
    const message = speak(world, interaction, body);
    interaction.followups.push(message);
    changed(interaction);
    return { body: shown(world, message) };
  }),
  openRoute('GET', '/webhooks/{application.id}/{interaction.token}/messages/{message.id}', request => ({
    body: shown(world, ownMessage(ofToken(world, request), request.id('message.id'))),
  })),
  openRoute('PATCH', '/webhooks/{application.id}/{interaction.token}/messages/{message.id}', request => {
    const interaction = ofToken(world, request);
    const message = ownMessage(interaction, request.id('message.id'));
    if (message === interaction.original)
      return { body: shown(world, fillOriginal(world, interaction, request.read(messageEdit))) };
    changeMessage(world, channelOf(world, interaction), message, request.read(messageEdit));
    changed(interaction);
    return { body: shown(world, message) };
  }),
  openRoute('DELETE', '/webhooks/{application.id}/{interaction.token}/messages/{message.id}', request => {
    const interaction = ofToken(world, request);
    const message = ownMessage(interaction, request.id('message.id'));
    removeMessage(world, world.channels.get(interaction.channelId), message);
    if (message === interaction.original) interaction.original = undefined;
    return {};
  }),
];

const ofToken = (world: World, request: ApiRequest): Interaction =>
  interactionOfToken(world, request.id('application.id'), request.id('interaction.token'));

/** Which answers an interaction takes. */
function typesFor(interaction: Interaction): readonly Answer[] {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    return [Answer.ApplicationCommandAutocompleteResult];
  }
  return [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    ...(isFromMessage(interaction) ? [Answer.DeferredMessageUpdate, Answer.UpdateMessage] : []),
    ...(interaction.type === InteractionType.ModalSubmit ? [] : [Answer.Modal]),
  ];
}

function answerWith(world: World, interaction: Interaction, type: Answer, data: JsonObject): void {
  if (type === Answer.ApplicationCommandAutocompleteResult) return void readForm(choices, data);
  if (type === Answer.Modal) return void readForm(modal, data);
  if (type === Answer.DeferredMessageUpdate) {
    interaction.original = interaction.source;
    return;
  }
  if (type === Answer.UpdateMessage) {
    const { source } = interaction;
    if (source === undefined) throw refusal(Code.UnknownMessage);
    changeMessage(world, channelOf(world, interaction), source, readForm(messageEdit, data));
    interaction.original = source;
    return;
  }
  if (type === Answer.DeferredChannelMessageWithSource) {
    const flags = (readForm(deferredForm, data).flags ?? 0) & MessageFlags.Ephemeral;
    interaction.deferred = flags;
    interaction.original = speak(world, interaction, { flags: flags | MessageFlags.Loading });
    return;
  }
  const said = readForm(interactionMessage, data);
  refuseEmpty(said);
  interaction.original = speak(world, interaction, said);
}

/** Puts the bot's words into the interaction's channel; a webhook needs no permission there. */
function speak(world: World, interaction: Interaction, said: Said): Message {
  return addMessage(world, channelOf(world, interaction), said, {
    author: world.bot,
    type: interaction.type === InteractionType.ApplicationCommand ? MessageType.ChatInputCommand : MessageType.Default,
    interaction: { id: interaction.id, type: interaction.type, userId: interaction.userId },
  });
}

/** Edits the answer; a deferred one stays as ephemeral or public as it was deferred. */
function fillOriginal(world: World, interaction: Interaction, body: Said): Message {
  const message = originalOf(interaction);
  const isDeferred = interaction.deferred !== undefined;
  const loading = message.flags;
  message.flags &= ~MessageFlags.Loading;
  try {
    changeMessage(world, channelOf(world, interaction), message, body);
  } catch (error) {
    message.flags = loading;
    throw error;
  }
  if (isDeferred) interaction.deferred = undefined;
  changed(interaction);
  return message;
}

function originalOf({ original }: Interaction): Message {
  if (original === undefined) throw refusal(Code.UnknownMessage);
  return original;
}

function ownMessage(interaction: Interaction, messageId: string): Message {
  const message = [interaction.original, ...interaction.followups].find(one => one?.id === messageId);
  if (message === undefined) throw refusal(Code.UnknownMessage);
  return message;
}

function channelOf(world: World, interaction: Interaction): Channel {
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw refusal(Code.UnknownChannel);
  return channel;
}

const shown = (world: World, message: Message): JsonObject => messageWire(world, message);

const callbackWire = (world: World, interaction: Interaction, type: Answer): JsonObject => ({
  interaction: {
    id: interaction.id,
    type: interaction.type,
    ...(interaction.original === undefined
      ? {}
      : {
          response_message_id: interaction.original.id,
          response_message_loading: interaction.deferred !== undefined,
          response_message_ephemeral: interaction.original.isEphemeral,
        }),
  },
  resource: { type, ...(interaction.original === undefined ? {} : { message: shown(world, interaction.original) }) },
});
