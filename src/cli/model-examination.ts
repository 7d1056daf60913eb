/** What the doctor says of each language model: whether it answers, and what to do where it does not. */
import Keyv from 'keyv';
import { z } from 'zod';
import { type ModelName, modelText } from '../edition/model-name.ts';
import type { ModelSettings } from '../edition/model-settings.ts';
import { type AskerOptions, createAsker } from '../editor/model/asker.ts';
import type { Question } from '../editor/model/question.ts';
import { messageOf } from './errors.ts';
import { type Examined, well, wrong } from './findings.ts';

type Surroundings = Pick<AskerOptions, 'now' | 'pause' | 'fetch'>;

/** Some thirty tokens, and as many in the answer unless the model thinks first. */
const question: Question<{ readonly answer: string }> = {
  about: 'whether it answers',
  promptFor: () => ({ id: 'examination@1', system: 'Answer in JSON.', user: 'Give the word "yes" as the answer.' }),
  schema: z.object({ answer: z.string() }),
  faultsOf: () => [],
};

/** The reason behind the sentence that no model is left. */
const reasonOf = (error: unknown): string => messageOf(error instanceof Error ? (error.cause ?? error) : error);

const examineModel = async (
  model: ModelName,
  { keys, urls, window }: ModelSettings,
  surroundings: Surroundings,
): Promise<Examined> => {
  const budget = 50_000;
  const asker = createAsker({ models: [model], keys, urls, window, budget, cache: new Keyv(), ...surroundings });
  try {
    await asker.ask(question);
    const { notes = [] } = asker.usage();
    return well([`${modelText(model)} answers as it should.`, ...notes].join(' '));
  } catch (error) {
    return wrong(`${modelText(model)} does not answer.`, reasonOf(error));
  }
};

/** Asks each model a question of a few tokens, which costs next to nothing. */
export const examineModels = async (
  settings: ModelSettings | undefined,
  surroundings: Surroundings,
): Promise<readonly Examined[]> => {
  if (settings === undefined) return [well('No language model is set: editions are written by quoting.')];
  return Promise.all(settings.models.map(model => examineModel(model, settings, surroundings)));
};
