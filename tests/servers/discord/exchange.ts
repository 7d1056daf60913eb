/** One interaction seen from the person's side: what the bot answered first, and what it did afterwards. */
import type { InteractionResponseType } from 'discord-api-types/v10';
import type { JsonObject, Message } from './records.ts';

/** The bot's first answer to an interaction. */
export interface Callback {
  readonly interactionId: string;
  readonly type: InteractionResponseType;
  /** As sent; empty where there was none. */
  readonly data: JsonObject;
}

export interface Exchange {
  /** The interaction as the bot got it. */
  readonly interaction: JsonObject;
  readonly callback: Callback;
  /**
   * The message that the answer stands in now: the reply, also once it was edited; of a button, the message that it is
   * on, where the bot updated that. Undefined while the answer is deferred ("thinking…"), after it was deleted, and
   * where the answer was a modal or choices.
   */
  readonly answer: Message | undefined;
  /** In the order in which they were sent. */
  readonly followups: readonly Message[];
  /** Resolves with the answer once it stands: at once, or when a deferred one was filled in. */
  answered(): Promise<Message>;
  /** Resolves with the follow-up of that ordinal (0 is the first), now or once it was sent. */
  followup(ordinal: number): Promise<Message>;
}

/** What a person saw: "The application did not respond". */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}
