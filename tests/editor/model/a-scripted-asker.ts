import { ModelError } from '../../../src/editor/model/model-error.ts';
import type { Asker, Put } from '../../../src/editor/model/question.ts';

export interface ScriptedAsker extends Asker {
  /** What was asked, in order. */
  readonly asked: readonly Pick<Put, 'about' | 'prompt'>[];
}

/** An asker that gives these answers, one after the other, as long as a question takes them; its model reads `window` tokens. */
export const scriptedAsker = (answers: readonly unknown[], window = 32_768): ScriptedAsker => {
  const asked: Pick<Put, 'about' | 'prompt'>[] = [];
  return {
    asked,
    name: 'scripted:one',
    async ask({ about, promptFor, schema, faultsOf }) {
      const prompt = promptFor(window);
      const read = schema.safeParse(answers[asked.length]);
      asked.push({ about, prompt });
      if (!read.success) throw new ModelError('malformed', `The answer on ${about} is not of the wanted form.`);
      const faults = faultsOf(read.data);
      if (faults.length > 0) throw new ModelError('unfit', faults.join('; '));
      return read.data;
    },
    usage: () => ({ calls: asked.length, tokensIn: 0, tokensOut: 0, cached: 0, seconds: 0 }),
  };
};
