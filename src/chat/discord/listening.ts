/** Hears what people do with the bot and sees to it that each gets an answer within Discord's three seconds. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  type REST,
  InteractionResponseType as ResponseType,
} from 'discord.js';
import type { Logger } from 'pino';
import { cleanText } from '../clean-text.ts';
import type { Answer, Conversation, Form, Request } from '../conversation.ts';
import { type Block, paragraph } from '../message.ts';
import { newRequestId } from '../request-id.ts';
import { within } from '../within.ts';
import { type Acknowledgement, acknowledge } from './acknowledging.ts';
import { alone, createAnswering, type Pressed } from './answering.ts';
import { commandOf, keepLongCommands, keyOf } from './custom-id.ts';
import { cut } from './cut.ts';
import { reasonOf } from './errors.ts';
import { discordLimits } from './limits.ts';
import { isMarkedAsPart } from './marks.ts';
import { modalOf } from './modal.ts';
import { type Answerable, invocationOf, lackingIn, requestOf, submissionOf } from './requests.ts';

export interface Listening {
  readonly conversation: Conversation;
  /** Keeps a command that is too long for a button, and answers with its key: at most 90 characters. */
  readonly keepCommand: (command: string) => Promise<string>;
  /** The command under a key; undefined where there is none, or no longer. */
  readonly recallCommand: (key: string) => Promise<string | undefined>;
  readonly logger: Logger;
}

/** Milliseconds. A modal has to be the first answer, which is due within 3 s; a form that takes longer is offered again. */
const formPatience = 1_500;

/**
 * @param rests `answers` may repeat calls, `callbacks` may not.
 * @returns What to call for each interaction; resolves once it was answered, and never rejects.
 */
export const createListener = (
  { answers, callbacks }: { readonly answers: REST; readonly callbacks: REST },
  { conversation, keepCommand, recallCommand, logger }: Listening,
) => {
  const answering = createAnswering(answers);

  /** Undefined for the button of a command that was forgotten. */
  const pressed = async ({ customId }: ButtonInteraction): Promise<string | undefined> => {
    const command = commandOf(customId) ?? customId;
    const key = keyOf(command);
    return key === undefined ? command : await recallCommand(key);
  };

  const askedBy = async (interaction: Heard): Promise<Request | undefined> => {
    if (interaction.isModalSubmit()) return requestOf(interaction, submissionOf(interaction));
    if (interaction.isChatInputCommand()) return requestOf(interaction, invocationOf(interaction));
    const command = await pressed(interaction);
    return command === undefined ? undefined : requestOf(interaction, command);
  };

  /** Undefined also where the form failed: the request is then answered as it stands. */
  const formFor = async (asked: Promise<Request | undefined>, requestId: string): Promise<Form | undefined> => {
    try {
      const request = await asked;
      return request && (await conversation.form(request));
    } catch (error) {
      logger.error({ requestId, reason: reasonOf(error) }, 'a form could not be made');
      return undefined;
    }
  };

  const answerTo = async (request: Request, interaction: Heard): Promise<Answer> => {
    const answer = await conversation.answer(request);
    const blocks = [...warnings(answer, interaction), ...answer.message.blocks, ...again(answer, interaction)];
    return { ...answer, message: await keepLongCommands({ ...answer.message, blocks }, keepCommand) };
  };

  const hear = async (interaction: Heard, requestId: string): Promise<void> => {
    const asked = askedBy(interaction).then(request => request && { ...request, requestId });
    // Its failure is told below, once there is something to tell it in.
    asked.catch(() => undefined);
    const making = interaction.isModalSubmit() ? undefined : formFor(asked, requestId);
    const form = making && (await within(formPatience, making));
    const modal = form && modalOf(form);
    if (modal !== undefined)
      return await acknowledge(callbacks, interaction, { type: ResponseType.Modal, data: modal });
    const pressed = pressedIn(interaction);
    await acknowledge(callbacks, interaction, pressed === undefined ? putOff : putOffInPlace);
    try {
      const request = await asked;
      const late = form === undefined ? await making : undefined;
      if (request === undefined) await answering.tell(interaction, tooOld, pressed);
      else if (late !== undefined) await answering.tell(interaction, unopened(late), pressed);
      else await answering.show(interaction, await answerTo(request, interaction), pressed);
    } catch (error) {
      const about = { ...aboutOf(interaction), requestId };
      logger.error({ ...about, reason: reasonOf(error) }, 'an answer could not be shown');
      await answering.tell(interaction, failed(requestId), pressed);
    }
  };

  const complete = async (interaction: AutocompleteInteraction): Promise<void> => {
    const { name, value } = interaction.options.getFocused(true);
    const found = await conversation.suggest(name, value).catch(error => {
      logger.error({ option: name, reason: reasonOf(error) }, 'no choices could be found');
      return [];
    });
    const choices = found.filter(choice => choice.value !== '' && choice.value.length <= discordLimits.choice);
    await interaction.respond(
      choices.slice(0, discordLimits.choices).map(choice => ({
        name: cut(cleanText(choice.label) || choice.value, discordLimits.choice),
        value: choice.value,
      })),
    );
  };

  return async (interaction: Interaction): Promise<void> => {
    const requestId = newRequestId();
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else if (interaction.isChatInputCommand() || interaction.isButton() || interaction.isModalSubmit())
        await hear(interaction, requestId);
    } catch (error) {
      logger.error({ ...aboutOf(interaction), requestId, reason: reasonOf(error) }, 'a person got no answer');
    }
  };
};

type Heard = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

const tooOld = alone('This button is too old. Ask again with /digest.');
const failed = (requestId: string): Answer =>
  alone(`This could not be answered. Try again in a moment. It is in the log under ${requestId}.`);

const tryAgain = (command: string): Block => ({ kind: 'actions', actions: [{ label: 'Try again', command }] });

/** Nothing is done in the place of a form: whoever leaves out all options has chosen nothing yet. */
const unopened = ({ command }: Form): Answer => ({
  message: { blocks: [paragraph('The form took too long to open, so nothing was changed.'), tryAgain(command)] },
  audience: 'person',
});

/** What keeps the bot from posting in the channel, where that was asked of it: to be told now, not on the next morning. */
const warnings = ({ needsPosting }: Answer, interaction: Heard): readonly Block[] => {
  const missing = needsPosting ? lackingIn(interaction) : [];
  if (missing.length === 0) return [];
  const [permissions, them] = missing.length === 1 ? ['permission', 'it'] : ['permissions', 'them'];
  return [
    paragraph(
      `The bot cannot post here yet: it lacks the ${permissions} ${missing.join(', ')}. Give ${them} to its role in the channel's settings.`,
    ),
  ];
};

/** A modal is gone once it was submitted: where what was filled in cannot be used, a button opens it again. */
const again = ({ problems = [] }: Answer, interaction: Heard): readonly Block[] =>
  problems.length > 0 && interaction.isModalSubmit() ? [tryAgain(interaction.customId)] : [];

const putOff: Acknowledgement = {
  type: ResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};
const putOffInPlace: Acknowledgement = { type: ResponseType.DeferredMessageUpdate };

/** Undefined where there was no button, or all see the message that it is in. */
const pressedIn = (interaction: Heard): Pressed | undefined => {
  if (!interaction.isButton() || !interaction.message.flags.has(MessageFlags.Ephemeral)) return undefined;
  const { customId, message } = interaction;
  return { id: message.id, button: customId, isPart: isMarkedAsPart(message) };
};

/** Whose and where, for the log; never the token, with which anybody could answer. */
const aboutOf = ({ id, guildId, channelId }: Pick<Answerable, 'id' | 'guildId' | 'channelId'>) => ({
  interaction: id,
  guild: guildId,
  channel: channelId,
});
