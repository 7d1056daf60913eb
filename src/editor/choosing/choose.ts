/** Which of the day's stories become Deep Dives, in what order, and why the others do not. */
import { byPublication, type Story } from './stories.ts';
import { type Substance, substance, thinBelow } from './substance.ts';

/** A story with what it is worth. */
export interface WeighedStory {
  readonly story: Story;
  readonly substance: Substance;
}

/** A story that is only listed, with the reason as a sentence part: `thin: substance 0.21, wanted 0.35`. */
export interface PassedOver extends WeighedStory {
  readonly reason: string;
}

export interface Limits {
  /** Deep Dives in an edition. */
  readonly cap?: number;
  /** Deep Dives from one source, so that a busy blog does not fill the edition. */
  readonly perSource?: number;
}

export interface Choice {
  /** In the order of the edition. */
  readonly deepDives: readonly WeighedStory[];
  /** Strongest first. */
  readonly alsoPublished: readonly PassedOver[];
}

const strongestFirst = (a: WeighedStory, b: WeighedStory): number =>
  b.substance.score - a.substance.score || byPublication(a.story.article, b.story.article);

/** Why a story could not carry a Deep Dive on any day, if so. */
const shortcomingOf = ({ story, substance: { score } }: WeighedStory): string | undefined => {
  const { completeness, url, problem = 'the whole text could not be read' } = story.article;
  if (url === '') return 'no address: a Deep Dive must be able to cite its article';
  if (completeness !== 'full') return `${completeness}: ${problem}`;
  if (score < thinBelow) return `thin: substance ${score.toFixed(2)}, wanted ${thinBelow}`;
  return undefined;
};

/** The company that has to come next because it has more stories left than all others together, if there is one. */
const pressing = (left: readonly WeighedStory[]): string | undefined => {
  const byCompany = Map.groupBy(left, candidate => candidate.story.company);
  return [...byCompany].find(([, stories]) => stories.length > left.length / 2)?.[0];
};

/** Strongest first, but no two of one company in a row where another order avoids it. */
const interleave = (candidates: readonly WeighedStory[]): readonly WeighedStory[] => {
  const left = candidates.toSorted(strongestFirst);
  const ordered: WeighedStory[] = [];
  while (left.length > 0) {
    const previous = ordered.at(-1)?.story.company;
    const urgent = pressing(left);
    const wanted = left.findIndex(({ story: { company } }) =>
      urgent === undefined || urgent === previous ? company !== previous : company === urgent,
    );
    ordered.push(...left.splice(Math.max(0, wanted), 1));
  }
  return ordered;
};

/**
 * Chooses by substance, within the limits. Every story ends in exactly one of the two lists; equal scores are told apart
 * by publication and address, so the order of `stories` makes no difference.
 */
export const choose = (stories: readonly Story[], { cap = 18, perSource = 4 }: Limits = {}): Choice => {
  const candidates = stories
    .map((story): WeighedStory => ({ story, substance: substance(story.article) }))
    .toSorted(strongestFirst);
  const chosen: WeighedStory[] = [];
  const alsoPublished: PassedOver[] = [];
  for (const candidate of candidates) {
    const { source } = candidate.story.article;
    const fromSource = chosen.filter(({ story }) => story.article.source === source).length;
    const overQuota = fromSource >= perSource ? `over the quota of ${perSource} from ${source}` : undefined;
    const overCap = chosen.length >= cap ? `over the cap of ${cap} Deep Dives` : undefined;
    const reason = shortcomingOf(candidate) ?? overQuota ?? overCap;
    if (reason === undefined) chosen.push(candidate);
    else alsoPublished.push({ ...candidate, reason });
  }
  return { deepDives: interleave(chosen), alsoPublished };
};
