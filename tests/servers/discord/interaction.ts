/** An interaction while the bot may answer it: https://docs.discord.com/developers/interactions/receiving-and-responding */
import { RESTJSONErrorCodes as Code, InteractionType } from 'discord-api-types/v10';
import { refusal } from './api-error.ts';
import { type Callback, type Exchange, NoAnswerError } from './exchange.ts';
import type { JsonObject, Message } from './records.ts';
import type { World } from './world.ts';

/** Milliseconds within which the first answer must come. */
const answerWithin = 3_000;
/** Milliseconds for which the token is good. */
const tokenGoodFor = 15 * 60_000;

const tokenPrefix = 'interaction-';

/** The token of an interaction; it names it, so that none has to be searched for. */
export const tokenOf = (interactionId: string): string => `${tokenPrefix}${interactionId}`;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly channelId: string;
  readonly userId: string;
  readonly createdAt: number;
  readonly payload: JsonObject;
  /** The message whose component was used, also of a modal that the component opened. */
  readonly source: Message | undefined;
  callback: Callback | undefined;
  /** Bits of the message flags that a deferred answer was given, until it is filled in. */
  deferred: number | undefined;
  /** The message that `@original` names. */
  original: Message | undefined;
  readonly followups: Message[];
  /** Called at each change. */
  readonly watchers: Set<() => void>;
  /** The person's side: how it went. */
  settle(result: Callback | NoAnswerError): void;
}

/** @throws ApiError 10062 for one that does not exist or is over, 40060 for one that was answered. */
export function interactionToAnswer(world: World, id: string, token: string): Interaction {
  const interaction = world.interactions.get(id);
  if (interaction === undefined || interaction.token !== token) throw refusal(Code.UnknownInteraction);
  if (interaction.callback !== undefined) throw refusal(Code.InteractionHasAlreadyBeenAcknowledged);
  if (world.now() - interaction.createdAt > answerWithin) {
    interaction.settle(new NoAnswerError(`no answer to interaction ${id} within ${answerWithin} ms`));
    throw refusal(Code.UnknownInteraction);
  }
  return interaction;
}

/**
 * The interaction whose token a webhook call carries.
 * @throws ApiError 10015 before the first answer, 50027 once the token is over.
 */
export function interactionOfToken(world: World, applicationId: string, token: string): Interaction {
  const interaction = world.interactions.get(token.slice(tokenPrefix.length));
  if (applicationId !== world.applicationId || interaction?.token !== token || interaction.callback === undefined)
    throw refusal(Code.UnknownWebhook);
  if (world.now() - interaction.createdAt > tokenGoodFor) throw refusal(Code.InvalidWebhookToken);
  return interaction;
}

export function changed(interaction: Interaction): void {
  for (const watcher of [...interaction.watchers]) watcher();
}

/** Resolves with what `look` finds, now or after a later change. */
function watch<Found>(interaction: Interaction, look: () => Found | undefined): Promise<Found> {
  return new Promise(resolve => {
    const watcher = (): void => {
      const found = look();
      if (found === undefined) return;
      interaction.watchers.delete(watcher);
      resolve(found);
    };
    interaction.watchers.add(watcher);
    watcher();
  });
}

/** The person's view of it. */
export function exchangeOf(interaction: Interaction, callback: Callback): Exchange {
  const answer = (): Message | undefined => (interaction.deferred === undefined ? interaction.original : undefined);
  return {
    interaction: interaction.payload,
    callback,
    followups: interaction.followups,
    get answer() {
      return answer();
    },
    answered: () => watch(interaction, answer),
    followup: ordinal => watch(interaction, () => interaction.followups[ordinal]),
  };
}

/** Whether a modal stands between the person and the message that it came from. */
export const isFromMessage = (interaction: Interaction): boolean =>
  interaction.source !== undefined &&
  [InteractionType.MessageComponent, InteractionType.ModalSubmit].includes(interaction.type);
