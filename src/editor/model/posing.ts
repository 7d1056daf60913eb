/** A question as each model gets it: with as much of its data as the window of that model has room for. */
import { fingerprint } from './known-answers.ts';
import { ModelError } from './model-error.ts';
import type { Put, Question } from './question.ts';

/** What is put to one model, and the fingerprint of that. */
interface Fitted {
  readonly put: Put;
  readonly key: string;
}

/** For a model that reads so many tokens. Throws ModelError `too-long`. */
export type Posed = (window: number) => Fitted;

/** Each window is fitted once: to cut a long article takes a while. */
export const pose = ({ about, schema, promptFor }: Omit<Question<unknown>, 'faultsOf'>): Posed => {
  const known = new Map<number, Fitted>();
  return window => {
    const before = known.get(window);
    if (before !== undefined) return before;
    const put = { about, schema, prompt: promptFor(window) };
    const fitted = { put, key: fingerprint(put) };
    known.set(window, fitted);
    return fitted;
  };
};

/** The fingerprint; undefined where the window is too small for the question. */
export const keyOf = (posed: Posed, window: number): string | undefined => {
  try {
    return posed(window).key;
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
};
