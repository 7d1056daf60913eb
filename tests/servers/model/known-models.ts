/** Models that the server knows, with the limits that matter to a client. Their figures are of the size of the vendors', not theirs. */

export interface KnownModel {
  readonly name: string;
  /** Tokens of a question and its answer together. */
  readonly window: number;
  /** Tokens of an answer at most. */
  readonly maxOutput: number;
  /** Whether it thinks before it speaks, takes no temperature, and counts `max_completion_tokens`, not `max_tokens`. */
  readonly isReasoning?: boolean;
  /** Whether it takes no schema for its answer, so that a client must make do with a tool or a plea. */
  readonly isUnstructured?: boolean;
}

/** One or two of each vendor and each kind. */
export const knownModels: readonly KnownModel[] = [
  { name: 'gpt-4o-mini', window: 128_000, maxOutput: 16_384 },
  { name: 'gpt-5-mini', window: 400_000, maxOutput: 128_000, isReasoning: true },
  { name: 'claude-sonnet-4-5', window: 200_000, maxOutput: 64_000 },
  { name: 'claude-haiku-4-5', window: 200_000, maxOutput: 64_000 },
  { name: 'claude-3-5-haiku-latest', window: 200_000, maxOutput: 8_192, isUnstructured: true },
  { name: 'llama3.1', window: 128_000, maxOutput: 128_000 },
  { name: 'phi3', window: 128_000, maxOutput: 128_000, isUnstructured: true },
];
