/** Clauses: the stretches of a sentence that are long enough to be looked for in the article by themselves. */
import type { Word } from './reading.ts';

/** Words of meaning that make a clause long enough to be judged. */
const fewestWords = 4;

/** The words of meaning of `words`, clause by clause; what is too short goes with what follows it, at the end with what precedes it. */
export const clausesOf = (words: readonly Word[]): Word[][] => {
  const clauses: Word[][] = [];
  let last = -1;
  for (const word of words) {
    if (!word.content) continue;
    const current = clauses.at(-1);
    if (current === undefined || (word.clause !== last && current.length >= fewestWords)) clauses.push([word]);
    else current.push(word);
    last = word.clause;
  }
  const end = clauses.at(-1);
  if (clauses.length > 1 && end && end.length < fewestWords - 1)
    clauses.splice(-2, 2, [...(clauses.at(-2) ?? []), ...end]);
  return clauses;
};
