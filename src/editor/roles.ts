/** Roles: how well a sentence tells the problem, the approach, the trade-off or the lesson, by its words and its place. */
import type { FacetName } from '../edition/edition.ts';
import { cues } from './cues.ts';
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

/** Where in an article each part is told: full at the first two numbers and between, falling to nothing at the outer ones. */
const places: Readonly<Record<FacetName, readonly [number, number, number, number]>> = {
  problem: [-1, 0, 0.2, 0.65],
  approach: [-1, 0, 0.65, 1.1],
  tradeoff: [-0.3, 0.3, 1, 2],
  lesson: [0.2, 0.8, 1, 2],
};

/** The part of an article that says what it is about. */
const lead = 0.12;

const fitOfPlace = (facet: FacetName, place: number): number => {
  const [start, from, to, end] = places[facet];
  if (place < from) return Math.max(0, (place - start) / (from - start));
  if (place > to) return Math.max(0, (end - place) / (end - to));
  return 1;
};

/** How plainly the words of `text` tell the facet: 0 where they do not, above 4 where they do so several times over. */
export const cueStrength = (facet: FacetName, text: string): number => {
  const found = cues[facet].filter(({ pattern }) => pattern.test(text)).map(({ weight }) => weight);
  const against = found.filter(weight => weight < 0).reduce((sum, weight) => sum + weight, 0);
  const [best = 0, second = 0, third = 0] = found.filter(weight => weight > 0).sort((a, b) => b - a);
  return Math.max(0, best + second / 2 + third / 4 + against);
};

/** How well `sentence` serves as the facet, about 0 to 6, from its cues, the heading above it and its place. */
export const roleStrength = (facet: FacetName, sentence: ProseSentence): number => {
  const underHeading = sentence.headings.some(heading => sections[facet].test(heading)) ? 0.7 : 0;
  const inLead = (facet === 'problem' || facet === 'approach') && sentence.place <= lead ? 0.7 : 0;
  return cueStrength(facet, sentence.text) + underHeading + inLead + fitOfPlace(facet, sentence.place);
};
