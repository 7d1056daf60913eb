/** The story: which quotable sentences, one or two for each facet, tell the article best together. */
import { type FacetName, facetNames } from '../edition/edition.ts';
import { cosine, type Vector } from './centrality.ts';
import { type Assumptions, strangersIn } from './introductions.ts';
import type { ProseSentence } from './prose.ts';

/** A sentence that may be quoted, with what speaks for it. */
export interface Candidate {
  readonly sentence: ProseSentence;
  readonly vector: Vector;
  /** True where it makes sense only straight after its predecessor. */
  readonly leans: boolean;
  /** True where the next sentence takes it back ("But …"), so that alone it misleads. */
  readonly overturned: boolean;
  readonly assumptions: Assumptions;
  /** Worth of the sentence in each facet; below 0 it is no such sentence. */
  readonly worth: Readonly<Record<FacetName, number>>;
}

export type Story = Readonly<Record<FacetName, readonly Candidate[]>>;

const mostSentences = 5;
const fewestSentences = 4;
const mostInFacet = 2;

/** How many sentences are tried for a facet, and how many unfinished stories are kept after each. */
const tried = 10;
const kept = 120;

const priceOfRepetition = 2.5;
const priceOfStranger = 1;
const priceOfLeaning = 0.5;
const priceOfOverturned = 0.8;
const worthOfFlow = 0.4;
const worthOfFullness = 1;
const worthOfFacet = 0.7;
const priceOfDisorder = 0.6;

interface Telling {
  readonly chosen: readonly Candidate[];
  readonly facets: Partial<Record<FacetName, readonly Candidate[]>>;
  readonly worth: number;
}

const follows = (candidate: Candidate, previous: Candidate | undefined): boolean =>
  previous !== undefined &&
  candidate.sentence.index === previous.sentence.index + 1 &&
  candidate.sentence.headings.join() === previous.sentence.headings.join();

/** What `candidate` adds to the sentences before it; undefined where it cannot stand there. */
const gain = (
  candidate: Candidate,
  facet: FacetName,
  before: readonly Candidate[],
  title: string,
): number | undefined => {
  const previous = before.at(-1);
  const flows = follows(candidate, previous);
  if (candidate.leans && !flows) return undefined;
  if (before.some(({ sentence }) => sentence.index === candidate.sentence.index)) return undefined;
  const repeated = before.map(({ vector }) => cosine(vector, candidate.vector));
  const repetition = repeated.reduce((sum, share) => sum + share, 0) / Math.max(1, repeated.length);
  const most = Math.max(0, ...repeated);
  const told = [title, ...before.map(({ sentence }) => sentence.text)].join(' ');
  return (
    candidate.worth[facet] +
    (flows && candidate.leans && previous?.overturned === true ? priceOfOverturned : 0) -
    (candidate.overturned ? priceOfOverturned : 0) -
    priceOfRepetition * (most > 0.6 ? 2 * most : repetition) -
    priceOfStranger * strangersIn(candidate.assumptions, told) -
    (candidate.leans ? priceOfLeaning : 0) +
    (flows ? worthOfFlow : 0)
  );
};

/** The choices for a facet: nothing, one of the best sentences, or two of them in the order of the article. */
const choicesOf = (facet: FacetName, candidates: readonly Candidate[]): (readonly Candidate[])[] => {
  const best = candidates
    .filter(({ worth }) => worth[facet] > 0)
    .sort((a, b) => b.worth[facet] - a.worth[facet] || a.sentence.index - b.sentence.index)
    .slice(0, tried);
  const pairs = best.flatMap(first =>
    best.filter(second => second.sentence.index > first.sentence.index).map(second => [first, second]),
  );
  return [[], ...best.map(candidate => [candidate]), ...pairs];
};

const extend = (
  telling: Telling,
  facet: FacetName,
  choice: readonly Candidate[],
  title: string,
): Telling | undefined => {
  if (telling.chosen.length + choice.length > mostSentences) return undefined;
  const chosen = [...telling.chosen];
  let worth = telling.worth;
  for (const candidate of choice) {
    const added = gain(candidate, facet, chosen, title);
    if (added === undefined) return undefined;
    worth += added + (chosen.length < fewestSentences ? worthOfFullness : 0);
    if (candidate === choice[0]) worth += worthOfFacet;
    const previous = chosen.at(-1);
    if (previous !== undefined && previous.sentence.index > candidate.sentence.index) worth -= priceOfDisorder;
    chosen.push(candidate);
  }
  return { chosen, facets: { ...telling.facets, [facet]: choice }, worth };
};

/**
 * The best story of `candidates` under `title`: facets in their order, at most two sentences each, four or five in all
 * where the article has them. A beam search: each sentence counts by its worth, less what it repeats, what it takes as
 * known that the reader has not met, and where it breaks the order of the article.
 */
export const bestStory = (candidates: readonly Candidate[], title: string): Story => {
  let tellings: readonly Telling[] = [{ chosen: [], facets: {}, worth: 0 }];
  for (const facet of facetNames) {
    const choices = choicesOf(facet, candidates).filter(choice => choice.length <= mostInFacet);
    tellings = tellings
      .flatMap(telling => choices.map(choice => extend(telling, facet, choice, title)))
      .filter(telling => telling !== undefined)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, kept);
  }
  const { problem = [], approach = [], tradeoff = [], lesson = [] } = tellings[0]?.facets ?? {};
  return { problem, approach, tradeoff, lesson };
};
