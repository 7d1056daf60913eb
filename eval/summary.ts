/** What a writer made of an article, whether it is one of ours or a baseline. */
import type { Article } from '../src/edition/article.ts';
import type { Facets, Usage } from '../src/edition/edition.ts';

export interface Summary {
  readonly sentences: readonly string[];
  /** Which sentences are for what; absent of a baseline, which does not know. */
  readonly facets?: Facets;
  /** Whom it takes the story to be about, and the slugs of its themes; absent of a baseline. */
  readonly company?: string;
  readonly themes?: readonly string[];
}

export interface Summariser {
  readonly name: string;
  /** May throw: the article then counts as one of which nothing was written. */
  summarise(article: Article): Promise<Summary>;
  /** What it has cost so far; nothing where it costs nothing. */
  usage?(): Usage | undefined;
}
