/** The scores of one writer over all articles. */
import type { Score } from './score.ts';

/** Numbers that were not measured count for nothing; undefined where none was. */
export const meanOf = (values: readonly (number | undefined)[]): number | undefined => {
  const measured = values.filter(value => value !== undefined);
  return measured.length === 0 ? undefined : measured.reduce((sum, value) => sum + value, 0) / measured.length;
};

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export interface Totals {
  /** Of which something was written. */
  readonly articles: number;
  /** Share of all sentences, 0 to 1. */
  readonly grounded: number | undefined;
  /** Facets that references have, and those of them that were said. */
  readonly facets: { readonly said: number; readonly wanted: number } | undefined;
  /** Facets that the writer names; undefined of a baseline. */
  readonly given: number | undefined;
  /** Means over the articles for which they could be measured. */
  readonly compression: number | undefined;
  readonly readability: number | undefined;
  readonly rouge1: number | undefined;
  readonly rouge2: number | undefined;
  readonly rougeL: number | undefined;
  readonly company: number | undefined;
  readonly themes: number | undefined;
}

export const totalsOf = (scores: readonly Score[]): Totals => {
  const told = scores.flatMap(score => score.told ?? []);
  const given = scores.flatMap(score => score.given ?? []);
  const sentences = sumOf(scores.map(score => score.sentences));
  const meanOverlap = (kind: 'rouge1' | 'rouge2' | 'rougeL') => meanOf(told.map(({ overlap }) => overlap[kind]));
  const written = scores.filter(score => score.sentences > 0);
  return {
    articles: written.length,
    grounded: sentences === 0 ? undefined : sumOf(scores.map(score => score.grounded)) / sentences,
    facets:
      told.length === 0
        ? undefined
        : {
            said: sumOf(told.map(({ facets }) => facets.length)),
            wanted: sumOf(told.map(({ wanted }) => wanted.length)),
          },
    given: scores.some(score => score.given !== undefined) ? given.length : undefined,
    compression: meanOf(written.map(score => score.compression)),
    readability: meanOf(scores.map(score => score.readability)),
    rouge1: meanOverlap('rouge1'),
    rouge2: meanOverlap('rouge2'),
    rougeL: meanOverlap('rougeL'),
    company: meanOf(
      scores.map(({ isCompanyRight }) => (isCompanyRight === undefined ? undefined : Number(isCompanyRight))),
    ),
    themes: meanOf(scores.map(({ themes }) => themes)),
  };
};
