/** What is wrong with what a person asked, as a sentence for that person. */

export type QueryErrorCode =
  | 'empty'
  | 'too-long'
  | 'unbalanced-quote'
  | 'unknown-key'
  | 'no-value'
  | 'bad-value'
  | 'unexpected-words';

/** A request that cannot be understood; the message shows what was wrong, and how it is done right. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly code: QueryErrorCode;
  /** What is wrong, without the example. */
  readonly problem: string;
  /** A request that is understood: its words, as most platforms take them after `/digest`. */
  readonly example: string;
  /** The option that it is about, where it is about one. */
  readonly option: string | undefined;

  constructor(code: QueryErrorCode, problem: string, example: string, option?: string) {
    super(`${problem} For example: ${example}`);
    this.code = code;
    this.problem = problem;
    this.example = example;
    this.option = option;
  }
}

const shownLength = 60;

/** What was typed, in quotes, and no more of it than helps. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);
