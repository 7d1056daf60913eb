/** Generality: how little a word says by itself, since it has many senses and stands everywhere. */
import { entriesOf, keyOf, sensesUnder } from './lemmas.ts';

/** Above these, counted over all that the word may be, no word is more general. */
const mostSenses = 30;
const mostUses = 600;

const share = (count: number, most: number): number => Math.min(1, Math.log(1 + count) / Math.log(1 + most));

/** From 0 for a word of one rare sense, or none, to 1 for one such as `make`. */
export const generality = (word: string): number => {
  const lemmas = new Set(entriesOf(keyOf(word)).map(({ lemma }) => lemma));
  const senses = [...lemmas].flatMap(lemma => sensesUnder(lemma));
  const uses = senses.reduce((sum, sense) => sum + sense.uses, 0);
  return (share(Math.max(0, senses.length - 1), mostSenses) + share(uses, mostUses)) / 2;
};
