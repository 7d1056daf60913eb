/** Asks a language model for Signal and Patterns, from the entries alone. */
import type { Entry } from '../../edition/edition.ts';
import { themes } from '../../edition/theme.ts';
import { foldSpace } from '../language/sentences.ts';
import { labelAt } from '../prompts/overview-data.ts';
import type { FilledPrompt } from '../prompts/prompt.ts';
import { type OverviewData, overviewPrompt, overviewRepairPrompt } from '../prompts/prompts.ts';
import { answerFaults } from '../safety/answer-faults.ts';
import { bodyOf, type OverviewBrief, type OverviewDraft, type OverviewWriter } from '../writer.ts';
import { lengthFaults, type OverviewAnswer, overviewAnswer } from './answers.ts';
import { ModelError } from './model-error.ts';
import type { Asker } from './question.ts';
import { roomBeside } from './room.ts';

/** How many sentences are told of each entry: as many as there is room for. */
const detail = [Number.POSITIVE_INFINITY, 8, 7, 6, 5, 4, 3, 2, 1, 0];

/**
 * As much of each entry as a window of so many tokens has room for.
 * @throws ModelError `too-long` where that is not even its title
 */
const promptIn = (window: number, brief: OverviewBrief, fill: (data: OverviewData) => FilledPrompt): FilledPrompt => {
  for (const sentences of detail) {
    const prompt = fill({ ...brief, sentences });
    if (roomBeside(prompt, window) >= 0) return prompt;
  }
  throw new ModelError(
    'too-long',
    `The window of ${window} tokens has no room for the titles of ${brief.entries.length} entries: set a larger DIGEST_MODEL_WINDOW, or a model that reads more.`,
  );
};

/** `E2`, `e2`, `[E2]` and `E2: How …` are one label. What is none cites nothing. */
const labelIn = (text: string): string => /^\W*(E\d+)\b/i.exec(text)?.[1]?.toUpperCase() ?? text;

const entriesAt = (labels: readonly string[], entries: readonly Entry[]): readonly Entry[] => {
  const known = new Map(entries.map((entry, index) => [labelAt(index), entry]));
  return [...new Set(labels.flatMap(label => known.get(labelIn(label)) ?? []))];
};

/** A slug also where its label was given; what is neither is left for the check of the overview to refuse. */
const slugOf = (text: string): string => {
  const said = foldSpace(text);
  const wanted = said.toLowerCase();
  return themes.find(({ slug, label }) => slug === wanted || label.toLowerCase() === wanted)?.slug ?? said;
};

const draftFrom = ({ signal, patterns }: OverviewAnswer, entries: readonly Entry[]): OverviewDraft => {
  const idsAt = (labels: readonly string[]): string[] => entriesAt(labels, entries).map(({ id }) => id);
  return {
    signal: {
      headline: foldSpace(signal.headline).replace(/(?<!\.)\.$/, ''),
      body: foldSpace(signal.body),
      entries: idsAt(signal.entries),
    },
    patterns: patterns.map(({ theme, body, entries: labels }) => ({
      theme: slugOf(theme),
      body: foldSpace(body),
      entries: idsAt(labels),
    })),
  };
};

/** Makes the writer of the overview of one edition. Its methods throw ModelError. */
export const createOverviewWriter = (asker: Asker): OverviewWriter => {
  const ask = async (brief: OverviewBrief, fill: (data: OverviewData) => FilledPrompt): Promise<OverviewDraft> => {
    const { entries } = brief;
    const sourceText = entries
      .map(({ title, company, facets }) => `${title}\n${company}\n${bodyOf(facets)}`)
      .join('\n');
    const context = { promptText: fill(brief).ownText, sourceText };
    const answer = await asker.ask({
      about: 'Signal and Patterns',
      promptFor: window => promptIn(window, brief, fill),
      schema: overviewAnswer,
      faultsOf: answer => {
        const texts = [answer.signal.headline, answer.signal.body, ...answer.patterns.map(({ body }) => body)];
        return [...lengthFaults.overview(answer), ...texts.flatMap(text => answerFaults(foldSpace(text), context))];
      },
    });
    return draftFrom(answer, entries);
  };

  return {
    write: brief => ask(brief, overviewPrompt),
    rewrite: (brief, draft, refusals) => ask(brief, data => overviewRepairPrompt(data, draft, refusals)),
  };
};
