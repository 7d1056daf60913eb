/** What is asked of a language model, and what asks it. */
import type { z } from 'zod';
import type { Usage } from '../../edition/edition.ts';
import type { Prompt } from '../prompts/prompt.ts';

export type { Prompt };

export interface Question<Answer> {
  /** What it is about, for notes and errors: `“How Datadog …” of ByteByteGo`, `Signal and Patterns`. */
  readonly about: string;
  /**
   * What a model gets that reads `window` tokens, those of its answer included.
   * @throws ModelError `too-long` where these are too few
   */
  readonly promptFor: (window: number) => Prompt;
  readonly schema: z.ZodType<Answer>;
  /** Why an answer must not be used, in words for a person; nothing where it may. */
  readonly faultsOf: (answer: Answer) => readonly string[];
}

/** A question as one model gets it. */
export interface Put extends Pick<Question<unknown>, 'about' | 'schema'> {
  readonly prompt: Prompt;
}

/** Puts questions to the models of one edition, within its budget. */
export interface Asker {
  /** Of the first model, as the operator wrote it. */
  readonly name: string;
  /** Throws ModelError. An answer that is known is not asked for again; one with faults is never kept. */
  ask<Answer>(question: Question<Answer>): Promise<Answer>;
  usage(): Usage;
}
