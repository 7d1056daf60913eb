/** The contract of a writer: an article goes in, the four facets of its story come out; an edition's entries go in, its overview comes out. */
import type { Article } from '../edition/article.ts';
import { type Edition, type Entry, type FacetName, type Facets, facetNames, type Usage } from '../edition/edition.ts';

/** What a writer takes the story for; ours decides. */
export interface Proposal {
  readonly company?: string;
  /** Slugs or labels, as the writer put them. */
  readonly themes?: readonly string[];
}

/** One or two sentences for each facet; a facet of which the article says nothing is absent. */
export interface Draft {
  readonly facets: Facets;
  readonly proposal?: Proposal;
}

/** A sentence that its sources do not support, as `checkGrounding` found it. */
export interface Refusal {
  readonly sentence: string;
  readonly missing: readonly string[];
}

/** A refused sentence of a Deep Dive. */
export interface FacetRefusal extends Refusal {
  readonly facet: FacetName;
}

/** Signal and Patterns as a writer puts them; `entries` are ids. */
export type OverviewDraft = Pick<Edition, 'signal' | 'patterns'>;

/** What the writer of an overview goes by. */
export interface OverviewBrief {
  /** Those of the edition, in its order. */
  readonly entries: readonly Entry[];
  /** The editions before, newest first, at most seven. */
  readonly recent: readonly Edition[];
}

export interface OverviewWriter {
  write(brief: OverviewBrief): Promise<OverviewDraft>;
  /** Once more, with what was refused of `draft` and why. */
  rewrite(brief: OverviewBrief, draft: OverviewDraft, refusals: readonly Refusal[]): Promise<OverviewDraft>;
}

/** Made for one edition. Every method may throw: what it was to write is then written by quoting. */
export interface Writer {
  /** As shown in an edition: `extractive`, or the name of a model. */
  readonly name: string;
  write(article: Article): Promise<Draft>;
  /** Once more, with what was refused of `draft` and why; absent of a writer that has nothing else to say. */
  rewrite?(article: Article, draft: Draft, refusals: readonly FacetRefusal[]): Promise<Draft>;
  /** Absent of a writer that leaves Signal and Patterns to be quoted. */
  readonly overview?: OverviewWriter;
  /** What it has cost so far; absent of a writer that costs nothing. */
  usage?(): Usage;
}

/** The facets as one paragraph, in the order of the story: problem, approach, trade-off, lesson. Empty where there is none. */
export const bodyOf = (facets: Facets): string => facetNames.flatMap(name => facets[name] ?? []).join(' ');
