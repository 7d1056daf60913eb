/** Who writes an edition: the language models that the settings name, or the extractive writer. */
import { systemClock } from '../delivery/clock.ts';
import { extractiveWriter } from '../editor/extractive.ts';
import type { Writer } from '../editor/writer.ts';
import type { Parts } from './parts.ts';

/**
 * A writer for one edition. The libraries of the models are loaded where a model is set.
 * @param onNote hears at once of what a model cannot do: a sentence for the operator
 */
export const createWriter = async (
  { config: { models }, answers, meter }: Pick<Parts, 'config' | 'answers' | 'meter'>,
  onNote: (sentence: string) => void,
): Promise<Writer> => {
  if (models === undefined) return extractiveWriter;
  const { createAsker } = await import('../editor/model/asker.ts');
  const { createModelWriter } = await import('../editor/model/model-writer.ts');
  return createModelWriter(
    createAsker({ ...models, cache: answers, ...systemClock, fetch, onNote, onReply: meter.modelReplied }),
  );
};
