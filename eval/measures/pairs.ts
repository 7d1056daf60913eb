/** Two writers article by article: a mean may come from a few, wins do not. */
import type { Score } from './score.ts';

export interface Tally {
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/** What two writers are compared by; undefined where an article cannot be measured. */
export const comparable = {
  facets: ({ told }: Score): number | undefined => told?.facets.length,
  'ROUGE-1': ({ told }: Score): number | undefined => told?.overlap.rouge1,
  'ROUGE-2': ({ told }: Score): number | undefined => told?.overlap.rouge2,
  'ROUGE-L': ({ told }: Score): number | undefined => told?.overlap.rougeL,
} as const;

/** @param ours and `theirs` are of the same articles, in one order */
export const tallyOf = (
  ours: readonly Score[],
  theirs: readonly Score[],
  measure: (score: Score) => number | undefined,
): Tally => {
  const differences = ours.flatMap((score, at) => {
    const their = theirs[at];
    const own = measure(score);
    const other = their && measure(their);
    return own === undefined || other === undefined ? [] : [own - other];
  });
  return {
    wins: differences.filter(difference => difference > 0).length,
    ties: differences.filter(difference => difference === 0).length,
    losses: differences.filter(difference => difference < 0).length,
  };
};
