/** The form of the rules by which a model's text may be shown. */

/** What a text is judged by. */
export interface AnswerContext {
  /** Our own words in the prompt, without the data in it. */
  readonly promptText: string;
  /** What the text was written from. */
  readonly sourceText: string;
}

export interface AnswerRule {
  /** What is wrong where it is broken, as the end of a sentence about the text, for a person. */
  readonly fault: string;
  readonly isBroken: (text: string, context: AnswerContext) => boolean;
}
