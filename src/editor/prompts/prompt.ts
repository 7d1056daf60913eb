/** A prompt with its data in place, as a model gets it. */
export interface Prompt {
  /** Name and version of the file that it comes from, such as `entry@3`. */
  readonly id: string;
  readonly system: string;
  readonly user: string;
}

/** One that also tells which of its words are ours, so that an answer that repeats them is known for it. */
export interface FilledPrompt extends Prompt {
  /** The text of its file, without data. */
  readonly ownText: string;
}
