/** What a method of the Web API refuses, with the vendor's code. */
import type { Fields } from './contract.ts';

export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: string;
  /** What the answer says besides `ok` and `error`. */
  readonly details: Fields;

  constructor(code: string, details: Fields = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Problems as Slack lists them: bare, and with their severity. */
export const withProblems = (code: string, problems: readonly string[]): SlackError =>
  new SlackError(code, {
    errors: problems,
    response_metadata: { messages: problems.map(problem => `[ERROR] ${problem}`) },
  });
