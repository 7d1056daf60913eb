/** Evidence: how much of the article speaks for a reading of a word, and how much for the contrary. */
import type { ArticleIndex, Occurrence } from './article-index.ts';
import { type Context, likeness } from './context.ts';

export interface Evidence {
  readonly same: number;
  readonly contrary: number;
}

/** The likeness of the occurrence whose surroundings are most like `context`. */
export const likest = (context: Context, article: ArticleIndex, occurrences: readonly Occurrence[]): number =>
  occurrences.reduce((most, { sentence, word }) => Math.max(most, likeness(context, article, sentence, word.place)), 0);

/** The contrary has to be this many times as well supported, and at least so well, before a sentence is refused for it. */
export const isContradicted = (
  { same, contrary }: Evidence,
  { times, least }: { times: number; least: number },
): boolean => contrary >= least && contrary > times * same;
