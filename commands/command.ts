/** What a chat command is, on whichever platform it was typed. */
import type { Archive } from '../src/archive/archive.ts';
import type { Message } from '../src/chat/message.ts';

/** What a command may use; everything it needs is here, so that it runs the same in a chat and in a test. */
export interface CommandContext {
  readonly archive: Archive;
}

export interface Command {
  /** The word after `/digest`; the empty name is the look-up itself. */
  readonly name: string;
  /** How it is typed. */
  readonly usage: string;
  /** One line for the person who asks for help. */
  readonly help: string;
  /** Answers `words`, what was typed after the name. */
  run(words: string, context: CommandContext): Promise<Message>;
}
