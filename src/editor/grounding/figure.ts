/** A figure: a number of a text as a value with a unit. */
import type { Bound } from './bounds.ts';

export interface Figure {
  /** As written. */
  readonly text: string;
  readonly value: number;
  /** Normalised unit (`%`, `x`, `ms`, `GB`, `$` …); empty where none that we know stands beside it. */
  readonly unit: string;
  /** Where it begins in the text. */
  readonly start: number;
  /** The value lies from `value` to below this, where it is none that is counted: `hundreds of sites`. */
  readonly below?: number;
  /** Whether the text says `about`, `at least` or `at most` of it. */
  readonly bound?: Bound | undefined;
}
