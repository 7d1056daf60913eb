/** Things that a person in a guild does with the bot. */
import {
  PermissionFlagsBits as Bits,
  ComponentType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Callback, type Exchange, NoAnswerError } from './exchange.ts';
import { type FieldValues, fillModal } from './filled-modal.ts';
import { flatten } from './forms/components.ts';
import { choices as choicesForm } from './forms/modal.ts';
import { exchangeOf, type Interaction, tokenOf } from './interaction.ts';
import { addMessage } from './messaging.ts';
import type { Channel, Guild, JsonObject, Member, Message, User } from './records.ts';
import { typeCommand } from './typed-command.ts';
import { interactionChannelWire, memberWire, messageWire } from './wire.ts';
import { permissionsIn, type World } from './world.ts';

/** Values by name of option: typed as the command was registered. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/**
 * Each resolves with what the bot answered first.
 * @throws NoAnswerError where that came too late, or no bot is connected; TypeError where Discord's own client would not
 *   let a person do it: a command that is not registered or not for them, a missing option, a disabled button.
 */
export interface Person {
  readonly user: User;
  /**
   * A slash command.
   * @param command Its name; with the subcommand (and its group) after it, as a person types it: `digest-channel subscribe`.
   */
  command(channelId: string, command: string, options?: OptionValues): Promise<Exchange>;
  /** The choices for the option `focused` while it holds what `options` says, in the order in which they are shown. */
  complete(channelId: string, command: string, options: OptionValues, focused: string): Promise<readonly Choice[]>;
  /** Presses the button that has this custom id, or this label where none has. */
  press(message: Message, button: string): Promise<Exchange>;
  /** Chooses from the select that has this custom id. */
  choose(message: Message, select: string, values: readonly string[]): Promise<Exchange>;
  /**
   * Fills in and submits the modal that an exchange was answered with.
   * @param values By custom id of the field: a text, or the chosen values of a select. What is left out keeps its default.
   */
  submit(modal: Exchange, values: FieldValues): Promise<Exchange>;
  /** Writes a message. */
  say(channelId: string, content: string): Message;
  /** Takes no direct messages of the bot from now on. */
  closeDirectMessages(): void;
}

/** @param hasSession Whether the bot is there to hear an interaction. */
export function createPerson(
  world: World,
  guild: Guild,
  member: Member,
  locale: string,
  hasSession: () => boolean,
): Person {
  const { user } = member;

  const channel = (id: string): Channel => {
    const found = world.channels.get(id);
    if (found === undefined) throw new TypeError(`there is no channel ${id}`);
    if ((permissionsIn(world, found, user.id) & Bits.ViewChannel) === 0n)
      throw new TypeError(`${user.username} cannot see ${id}`);
    return found;
  };

  /** Sends the interaction and waits for its first answer. */
  const interact = async (
    type: InteractionType,
    where: Channel,
    data: JsonObject,
    source?: Message,
  ): Promise<Exchange> => {
    if (!hasSession()) throw new NoAnswerError('no bot is connected');
    const id = world.newId();
    const token = tokenOf(id);
    const payload = {
      id,
      application_id: world.applicationId,
      type,
      data,
      guild: { id: guild.id, locale: 'en-US', features: [] },
      guild_id: guild.id,
      guild_locale: 'en-US',
      channel: interactionChannelWire(world, where, user.id),
      channel_id: where.id,
      member: { ...memberWire(member), permissions: permissionsIn(world, where, user.id).toString() },
      token,
      version: 1,
      ...(source === undefined ? {} : { message: messageWire(world, source) }),
      app_permissions: permissionsIn(world, where, world.bot.id).toString(),
      locale,
      entitlements: [],
      authorizing_integration_owners: { 0: guild.id },
      context: 0,
      attachment_size_limit: 10_485_760,
    };
    const answered = new Promise<Callback>((resolve, reject) => {
      const interaction: Interaction = {
        id,
        token,
        type,
        channelId: where.id,
        userId: user.id,
        createdAt: world.now(),
        payload,
        source,
        callback: undefined,
        deferred: undefined,
        original: undefined,
        followups: [],
        watchers: new Set(),
        settle: result => (result instanceof NoAnswerError ? reject(result) : resolve(result)),
      };
      world.interactions.set(id, interaction);
    });
    world.dispatch('INTERACTION_CREATE', payload);
    const callback = await answered;
    const interaction = world.interactions.get(id);
    if (interaction === undefined) throw new TypeError(`interaction ${id} was forgotten`);
    return exchangeOf(interaction, callback);
  };

  const typed = (where: Channel, words: string, options: OptionValues, focused?: string): JsonObject => {
    const registered = [...(world.commands.get(guild.id) ?? []), ...(world.commands.get('') ?? [])];
    const { data, needed } = typeCommand(registered, words, options, focused);
    const held = permissionsIn(world, where, user.id);
    if ((held & (needed | Bits.UseApplicationCommands)) !== (needed | Bits.UseApplicationCommands)) {
      throw new TypeError(`/${words} is not for ${user.username}`);
    }
    // Nobody can use commands in an archived thread.
    if (where.thread?.isArchived === true) throw new TypeError(`thread ${where.id} is archived`);
    return data;
  };

  const use = async (
    message: Message,
    type: 'button' | 'select',
    name: string,
    values?: readonly string[],
  ): Promise<Exchange> => {
    const all = message.components
      .flatMap(flatten)
      .filter(one => (one.type === ComponentType.Button) === (type === 'button'));
    const component = all.find(one => one.custom_id === name) ?? all.find(one => one.label === name);
    if (component === undefined) throw new TypeError(`message ${message.id} has no ${type} ${name}`);
    if (component.disabled === true) throw new TypeError(`the ${type} ${name} is disabled`);
    if (typeof component.custom_id !== 'string') throw new TypeError(`the ${type} ${name} is a link: ${component.url}`);
    const { id, custom_id } = component;
    const data = { id, custom_id, component_type: component.type, ...(values === undefined ? {} : { values }) };
    return interact(InteractionType.MessageComponent, channel(message.channelId), data, message);
  };

  return {
    user,
    command: async (channelId, words, options = {}) =>
      interact(InteractionType.ApplicationCommand, channel(channelId), typed(channel(channelId), words, options)),
    async complete(channelId, words, options, focused) {
      const data = typed(channel(channelId), words, options, focused);
      const { callback } = await interact(InteractionType.ApplicationCommandAutocomplete, channel(channelId), data);
      return choicesForm.parse(callback.data).choices;
    },
    press: (message, button) => use(message, 'button', button),
    choose: (message, select, values) => use(message, 'select', select, values),
    async submit({ callback }, values) {
      if (callback.type !== InteractionResponseType.Modal) throw new TypeError('the answer was no modal');
      const opener = world.interactions.get(callback.interactionId);
      if (opener === undefined) throw new TypeError(`interaction ${callback.interactionId} was forgotten`);
      const data = fillModal(callback.data, values);
      return interact(InteractionType.ModalSubmit, channel(opener.channelId), data, opener.source);
    },
    closeDirectMessages: () => void world.closedTo.add(user.id),
    say: (channelId, content) => addMessage(world, channel(channelId), { content }, { author: user }),
  };
}
