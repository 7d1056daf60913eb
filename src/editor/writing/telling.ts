/** The telling: which quotable sentences, one or two for each facet, tell the story of an article best together. */
import { type FacetName, facetNames } from '../../edition/edition.ts';
import { cosine, type Vector } from './centrality.ts';
import { type Assumptions, newNamesIn, type Passage, passageOf, strangersIn } from './introductions.ts';
import type { ProseSentence } from './prose.ts';

/** A sentence that may be quoted, with what speaks for it. */
export interface Candidate {
  readonly sentence: ProseSentence;
  readonly vector: Vector;
  /** True where it makes sense only straight after its predecessor. */
  readonly leans: boolean;
  /** True where the next sentence takes it back ("But …"), so that alone it misleads. */
  readonly overturned: boolean;
  /** True where it shares a telling word with the title. */
  readonly onTitle: boolean;
  readonly assumptions: Assumptions;
  readonly passage: Passage;
  /** Worth of the sentence in each facet; at 0 or below it cannot stand there. */
  readonly worth: Readonly<Record<FacetName, number>>;
}

export type Story = Readonly<Record<FacetName, readonly Candidate[]>>;

const mostSentences = 5;
const fewestSentences = 4;

/** How many sentences are tried for a facet, and how many unfinished stories of each length are kept after it. */
const tried = 10;
const kept = 20;

/** What telling a facet at all is worth, and what a second sentence for it costs: the approach may take two. */
const worthOfFacet = { problem: 1.5, approach: 2.5, tradeoff: 1, lesson: 1.5 } as const;
const priceOfSecond = { problem: 1.8, approach: 0.2, tradeoff: 2, lesson: 2 } as const;

/** What each further sentence is worth until there are four, and after. */
const worthOfLength = 1;
const worthOfFifth = 0.3;

const priceOfRepetition = 2.5;
const priceOfStranger = 1;
const priceOfNewName = 0.4;
const priceOfColdStart = 0.8;
const priceOfLeaning = 1.5;
const priceOfOverturned = 0.8;
/** A cost or a lesson told before what was done is that of something else. */
const priceOfDisorder = { problem: 0.6, approach: 0.6, tradeoff: 1.2, lesson: 1.2 } as const;
const worthOfFlow = 0.4;

interface Telling {
  readonly chosen: readonly Candidate[];
  readonly facets: Partial<Story>;
  /** The title and the chosen sentences. */
  readonly read: readonly Passage[];
  readonly worth: number;
}

const follows = (candidate: Candidate, previous: Candidate | undefined): boolean =>
  previous !== undefined &&
  candidate.sentence.index === previous.sentence.index + 1 &&
  candidate.sentence.headings.join() === previous.sentence.headings.join();

const repetition = (candidate: Candidate, before: readonly Candidate[]): number => {
  if (before.length === 0) return 0;
  const shares = before.map(({ vector }) => cosine(vector, candidate.vector));
  const most = Math.max(...shares);
  return most > 0.6 ? 2 * most : shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

/** What `candidate` adds to `telling` as the facet; undefined where it cannot stand there. */
const gain = (candidate: Candidate, facet: FacetName, { chosen, read }: Telling): number | undefined => {
  const previous = chosen.at(-1);
  const flows = follows(candidate, previous);
  if (candidate.leans && !flows) return undefined;
  if (chosen.some(({ sentence }) => sentence.index === candidate.sentence.index)) return undefined;
  const restores = flows && candidate.leans && previous?.overturned === true;
  const isOutOfOrder = previous !== undefined && previous.sentence.index > candidate.sentence.index;
  // A cost or a lesson speaks of what has been told; of names that are new there, two count.
  const newNames =
    facet === 'tradeoff' || facet === 'lesson' ? Math.min(2, newNamesIn(candidate.assumptions, read)) : 0;
  return (
    candidate.worth[facet] +
    (chosen.length < fewestSentences ? worthOfLength : worthOfFifth) +
    (flows ? worthOfFlow : 0) +
    (restores ? priceOfOverturned : 0) -
    (candidate.overturned ? priceOfOverturned : 0) -
    (candidate.leans ? priceOfLeaning : 0) -
    (chosen.length === 0 && !candidate.onTitle ? priceOfColdStart : 0) -
    (isOutOfOrder ? priceOfDisorder[facet] : 0) -
    priceOfRepetition * repetition(candidate, chosen) -
    priceOfStranger * strangersIn(candidate.assumptions, read) -
    priceOfNewName * newNames
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

const extend = (telling: Telling, facet: FacetName, choice: readonly Candidate[]): Telling | undefined => {
  if (telling.chosen.length + choice.length > mostSentences) return undefined;
  let extended: Telling = { ...telling, facets: { ...telling.facets, [facet]: choice } };
  for (const [position, candidate] of choice.entries()) {
    const added = gain(candidate, facet, extended);
    if (added === undefined) return undefined;
    extended = {
      ...extended,
      chosen: [...extended.chosen, candidate],
      read: [...extended.read, candidate.passage],
      worth: extended.worth + added + (position === 0 ? worthOfFacet[facet] : -priceOfSecond[facet]),
    };
  }
  return extended;
};

/**
 * The best story of `candidates` under `title`: facets in their order, at most two sentences each, four or five in all
 * where the article has them. A beam search: each sentence counts by its worth, less what it repeats, what it takes as
 * known that the reader has not met, and where it breaks the order of the article.
 */
export const bestStory = (candidates: readonly Candidate[], title: string): Story => {
  const nothing: Telling = { chosen: [], facets: {}, read: [passageOf(title)], worth: 0 };
  let tellings: readonly Telling[] = [nothing];
  for (const facet of facetNames) {
    const choices = choicesOf(facet, candidates);
    const extended = tellings
      .flatMap(telling => choices.map(choice => extend(telling, facet, choice)))
      .filter(telling => telling !== undefined)
      .sort((a, b) => b.worth - a.worth);
    // Kept by length, since a longer beginning is always worth more so far but leaves less room for what follows.
    tellings = [...Map.groupBy(extended, ({ chosen }) => chosen.length).values()].flatMap(same => same.slice(0, kept));
  }
  const best = tellings.reduce((a, b) => (b.worth > a.worth ? b : a), nothing);
  const { problem = [], approach = [], tradeoff = [], lesson = [] } = best.facets;
  return { problem, approach, tradeoff, lesson };
};
