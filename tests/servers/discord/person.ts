/** Things that a person in a guild does with the bot. */
import type { Exchange } from './exchange.ts';
import type { Message, User } from './records.ts';

/** Values by name of option: typed as the command was registered. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/**
 * Each resolves with what the bot answered first.
 * @throws NoAnswerError where that came too late or was refused for good, TypeError where Discord's own client would not
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
  submit(modal: Exchange, values: Readonly<Record<string, string | readonly string[]>>): Promise<Exchange>;
  /** Writes a message. */
  say(channelId: string, content: string): Message;
}
