/** Has every writer write every article, and scores what came of it. */
import type { Usage } from '../src/edition/edition.ts';
import { isNoted, ModelError } from '../src/editor/model/model-error.ts';
import { withoutInstructions } from '../src/editor/safety/instructions.ts';
import type { EvaluatedArticle } from './evaluated-article.ts';
import { type Score, scoreOf } from './measures/score.ts';
import type { Summariser } from './summary.ts';

export interface Evaluation {
  readonly name: string;
  /** One for each article, in their order. */
  readonly scores: readonly Score[];
  readonly usage?: Usage;
}

/** Hears of an article that a writer failed on; it then counts as one of which nothing was written. */
export type OnFailure = (sentence: string) => void;

/** Empty where the operator has heard of it before. */
export const tellFailure = (what: string, error: unknown): string => {
  if (error instanceof ModelError && isNoted(error)) return '';
  return `${what}: ${error instanceof Error ? error.message : String(error)}`;
};

/** As an edition does, it shows no writer what an article says to a model. One article after the other, so that the seconds of a writer are its own. */
export const evaluate = async (
  summariser: Summariser,
  articles: readonly EvaluatedArticle[],
  onFailure: OnFailure,
): Promise<Evaluation> => {
  const scores: Score[] = [];
  for (const evaluated of articles) {
    const { article } = withoutInstructions(evaluated.article);
    const summary = await summariser.summarise(article).catch((error: unknown) => {
      const told = tellFailure(`${summariser.name} failed on “${evaluated.article.title}”`, error);
      if (told !== '') onFailure(told);
      return { sentences: [] };
    });
    scores.push(scoreOf(summary, evaluated));
  }
  const usage = summariser.usage?.();
  return { name: summariser.name, scores, ...(usage && { usage }) };
};
