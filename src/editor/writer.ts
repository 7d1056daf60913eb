/** The contract of a writer: an article goes in, the four facets of its story come out. */
import type { Article } from '../edition/article.ts';
import { type Facets, facetNames } from '../edition/edition.ts';

/** One or two sentences for each facet; a facet of which the article says nothing is absent. */
export type Draft = Facets;

export interface Writer {
  /** As shown in an edition: `extractive`, or the name of a model. */
  readonly name: string;
  write(article: Article): Promise<Draft>;
}

/** The facets as one paragraph, in the order of the story: problem, approach, trade-off, lesson. Empty for an empty draft. */
export const bodyOf = (draft: Draft): string => facetNames.flatMap(name => draft[name] ?? []).join(' ');
