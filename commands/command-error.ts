/** Why a command was not carried out, as sentences for the person who asked. */
import type { Problem } from '../src/chat/conversation.ts';

export type CommandErrorCode =
  /** There is no channel that it could be about. */
  | 'no-channel'
  /** The person may not do this. */
  | 'not-allowed'
  /** The channel gets no editions. */
  | 'not-subscribed'
  /** The channel's subscription cannot be read. */
  | 'unreadable'
  /** Nothing is delivered from here. */
  | 'no-delivery'
  /** Options that cannot be meant: `problems` says of each why. */
  | 'bad-options';

/** A request that was understood and is not carried out; the message says why, and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: CommandErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}
