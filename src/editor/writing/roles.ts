/** Roles: how well a sentence tells the problem, the approach, the trade-off or the lesson, by its words and its place. */
import { type FacetName, facetNames } from '../../edition/edition.ts';
import { type Cue, cues } from './cues.ts';
import type { ProseSentence } from './prose.ts';

/** Headings that say which part of the story stands under them. */
const sections: Readonly<Record<FacetName, RegExp>> = {
  problem:
    /\b(?:problems?|challenges?|motivation|background|introduction|why|context|history|pain|status quo|bottlenecks?|limits|what went wrong|incident|issues?)\b/i,
  approach:
    /\b(?:approach|solution|design|architecture|how (?:it|we|the)|implementation|overview|building|introducing|our (?:\w+ )?(?:system|solution|journey)|achieving|guarantees|under the hood|inside|anatomy)\b/i,
  tradeoff:
    /\b(?:trade-?offs?|limitations?|drawbacks?|downsides?|caveats?|costs?|cons|disadvantages|constraints|considerations|alternatives|differences|status|what (?:we )?(?:gave up|doesn(?:’|')t work)|known issues)\b/i,
  lesson:
    /\b(?:lessons?|conclusions?|concluding|results?|takeaways?|take-aways?|learn(?:ed|t|ings?)|summary|outcomes?|impact|wrap(?:ping)? up|closing|retrospective|final thoughts|recommendations?|tying|performance|benchmarks?|the bottom line)\b/i,
};

/** Headings of what is yet to come: neither what was done nor what came of it. */
const aheadSection =
  /\b(?:future|next steps?|what(?:’|')s next|roadmap|extend(?:ing)?|extensions?|looking ahead|the road ahead|going forward|upcoming|ongoing work|open questions)\b/i;

/** Where in an article each part is told: full at the first two numbers and between, falling to nothing at the outer ones. */
const places: Readonly<Record<FacetName, readonly [number, number, number, number]>> = {
  problem: [-1, 0, 0.2, 0.5],
  approach: [-0.4, 0.1, 0.65, 1],
  tradeoff: [-0.2, 0.4, 0.95, 1.4],
  lesson: [0.3, 0.85, 1, 2],
};

const weightOfPlace = 1.5;

/** The part of an article that says what it is about. */
const lead = 0.12;

/** Where the part begins that says what it all came to. */
const close = 0.97;

const fitOfPlace = (facet: FacetName, place: number): number => {
  const [start, from, to, end] = places[facet];
  if (place < from) return Math.max(0, (place - start) / (from - start));
  if (place > to) return Math.max(0, (end - place) / (end - to));
  return 1;
};

/** Several phrases of one kind say it more surely, up to half as much again. */
const worthOf = ({ pattern, weight }: Cue, text: string): number => {
  const found = text.match(pattern)?.length ?? 0;
  return found === 0 ? 0 : weight * (1 + Math.min(0.5, (found - 1) / 4));
};

/** What is named as an example is not what the sentence tells: "jobs such as looking up an incident". */
const examples = /,? (?:such as|for instance|for example|including) [^.;:—]*/gi;

/** How plainly the words of `text` tell the facet: 0 where they do not, above 4 where they do so several times over. */
export const cueStrength = (facet: FacetName, text: string): number => {
  const told = text.replace(examples, '');
  const found = cues[facet].map(cue => worthOf(cue, told));
  const against = found.filter(weight => weight < 0).reduce((sum, weight) => sum + weight, 0);
  const [best = 0, second = 0, third = 0] = found.filter(weight => weight > 0).sort((a, b) => b - a);
  return Math.max(0, best + second / 2 + third / 4 + against);
};

/** The strength of the cues of every facet in a sentence. */
export type Strengths = Readonly<Record<FacetName, number>>;

/** How much a sentence is taken for another facet whose cues are stronger. */
const shareOfRival = 0.5;

export const cueStrengths = (text: string): Strengths => ({
  problem: cueStrength('problem', text),
  approach: cueStrength('approach', text),
  tradeoff: cueStrength('tradeoff', text),
  lesson: cueStrength('lesson', text),
});

/**
 * How well `sentence` serves as the facet, about -2 to 7, from its cues against those of other facets, the heading
 * above it and its place.
 */
export const roleStrength = (
  facet: FacetName,
  { headings, place, index }: ProseSentence,
  strengths: Strengths,
): number => {
  const own = strengths[facet];
  const rival = Math.max(...facetNames.map(name => strengths[name]));
  const underHeading = headings.some(heading => sections[facet].test(heading)) ? 0.7 : 0;
  const isThesis = own >= (facet === 'problem' ? 1 : 2) && (facet === 'problem' || facet === 'approach');
  const inLead = isThesis && place <= lead ? 1 : 0;
  const opens = facet === 'problem' && own >= 1 && index < 2 ? 0.8 : 0;
  const closes = facet === 'lesson' && place >= close ? 0.6 : 0;
  const isAhead = facet !== 'tradeoff' && headings.some(heading => aheadSection.test(heading)) ? 1.2 : 0;
  return (
    own -
    isAhead -
    shareOfRival * (rival - own) +
    underHeading +
    inLead +
    opens +
    closes +
    weightOfPlace * fitOfPlace(facet, place)
  );
};

/** Strength of cues that say what a sentence is wherever it stands. */
const plain = 3.5;

/**
 * Whether a sentence may serve as the facet at all, by its words and its place (0 to 1): a trade-off always needs words
 * that say so, a problem stands in the first half, a lesson not before the first third.
 */
export const canPlay = (facet: FacetName, strengths: Strengths, place: number): boolean => {
  const strength = strengths[facet];
  if (strength >= plain) return true;
  if (facet === 'problem' && strengths.approach > Math.max(strength, 1)) return false;
  if (facet === 'problem') return place <= 0.55 && (strength >= 1 || (place <= 0.3 && strengths.approach < 2));
  if (facet === 'approach') return strength >= 1 || (place <= 0.7 && strengths.problem <= strength);
  if (facet === 'tradeoff') return strength >= 2;
  return place >= 0.35 && (strength >= 1.5 || (strength >= 1 && place >= 0.85));
};
