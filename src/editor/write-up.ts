/** Chooses the stories and has them written, so that what cannot be written gives its place to the next. */
import type { Entry, FacetName } from '../edition/edition.ts';
import { type Choice, choose, type Limits } from './choosing/choose.ts';
import type { Story } from './choosing/stories.ts';
import type { Substance } from './choosing/substance.ts';
import { type EntryOptions, type Writing, writeEntry } from './entry.ts';
import { leftOutForModels, sentenceDropped, writerFailed } from './reasons.ts';

/** What became of a story. */
export interface Outcome {
  readonly story: Story;
  readonly decision: 'deep-dive' | 'also-published' | 'published-before';
  /** For a person, the deciding one first. */
  readonly reasons: readonly string[];
  /** The Deep Dive, where it is one. */
  readonly entry?: Entry;
  /** Facets of it that are quoted where the writer's own words failed. */
  readonly quoted?: readonly FacetName[];
  /** What its article said to a model. */
  readonly removed?: readonly string[];
}

export interface WriteUpOptions extends EntryOptions, Limits {
  /** Hears of each story that is written, of those that are chosen so far. */
  readonly onWritten?: (done: number, of: number) => void;
}

/** Has one story written; a writer that fails takes nothing else down. */
const attempt = async (story: Story, options: WriteUpOptions): Promise<Writing> => {
  try {
    return await writeEntry(story, options);
  } catch (error) {
    options.onProblem?.(story.article, error);
    return { reason: writerFailed(error) };
  }
};

const tellSubstance = ({ score, reasons }: Substance): string => `substance ${score.toFixed(2)}: ${reasons.join(', ')}`;

const tellOutcomes = (
  { deepDives, alsoPublished }: Choice,
  writings: ReadonlyMap<Story, Writing>,
): readonly Outcome[] => [
  ...deepDives.flatMap(({ story, substance }): readonly Outcome[] => {
    const writing = writings.get(story);
    if (writing?.entry === undefined) return [];
    const dropped = writing.dropped.map(sentenceDropped);
    const told = writing.quoted.length > 0 ? [`quoted: ${writing.quoted.join(', ')}`] : [];
    const leftOut = writing.removed.map(leftOutForModels);
    const reasons = [tellSubstance(substance), ...leftOut, ...told, ...dropped];
    const { entry, quoted, removed } = writing;
    return [{ story, decision: 'deep-dive', reasons, entry, quoted, removed }];
  }),
  ...alsoPublished.map(
    ({ story, substance, reason }): Outcome => ({
      story,
      decision: 'also-published',
      reasons: [reason, tellSubstance(substance)],
    }),
  ),
  ...[...writings].flatMap(([story, { reason }]): readonly Outcome[] =>
    reason === undefined ? [] : [{ story, decision: 'also-published', reasons: [reason] }],
  ),
];

/** Chooses and writes until every chosen story is written: the next one takes the place of one that cannot be. */
export const chooseAndWrite = async (
  stories: readonly Story[],
  options: WriteUpOptions,
): Promise<readonly Outcome[]> => {
  const writings = new Map<Story, Writing>();
  for (;;) {
    const choice = choose(
      stories.filter(story => writings.get(story)?.reason === undefined),
      options,
    );
    const next = choice.deepDives.map(({ story }) => story).filter(story => !writings.has(story));
    if (next.length === 0) return tellOutcomes(choice, writings);
    let done = writings.size;
    const all = done + next.length;
    const written = await Promise.all(
      next.map(async story => {
        const writing = await attempt(story, options);
        options.onWritten?.(++done, all);
        return [story, writing] as const;
      }),
    );
    for (const [story, writing] of written) writings.set(story, writing);
  }
};
