/** What goes wrong with a language model, in one class. */

export type ModelFault =
  /** No model is left to ask: each gave its reason in a note before. */
  | 'none-left'
  /** The setting that holds the key is not set. */
  | 'no-key'
  /** The key is refused. */
  | 'wrong-key'
  | 'no-credit'
  | 'unknown-model'
  | 'unreachable'
  /** Too many questions, or the server failed, and trying again did not help. */
  | 'busy'
  | 'timeout'
  /** The question is longer than the model reads. */
  | 'too-long'
  /** The server takes no such question. */
  | 'refused'
  /** No JSON, or not of the wanted form. */
  | 'malformed'
  /** The answer ended at the greatest length. */
  | 'truncated'
  /** The model declined to answer. */
  | 'declined'
  /** The answer holds what no edition may show. */
  | 'unfit'
  /** The tokens or the time of the edition are spent. */
  | 'budget';

/** The message says what happened, to which question, and what to do where anything can be done. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelFault;

  constructor(code: ModelFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whether the operator was told of it when it first came up, so that no further question says it again. */
export const isNoted = ({ code }: ModelError): boolean => code === 'none-left' || code === 'budget';
