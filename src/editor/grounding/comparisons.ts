/** Comparisons: `A is larger than B` and `B is smaller than A` say the same. */
import type { Word } from './reading.ts';

/** Words between a comparative and its `than`, and words of a clause on either side that say what is compared. */
const reach = 5;
const span = 8;

interface Spot {
  readonly word: Word;
  readonly words: readonly Word[];
}

const meantIn = (words: readonly Word[], clause: number | undefined): Word[] =>
  words.filter(word => word.content && word.clause === clause);

/** What is compared by the comparative: before it, and after its `than`; undefined where it compares nothing. */
const comparedBy = ({ word, words }: Spot): readonly [readonly Word[], readonly Word[]] | undefined => {
  const than = words.slice(word.place + 1, word.place + 1 + reach).find(({ text }) => text === 'than')?.place;
  if (than === undefined) return undefined;
  return [
    meantIn(words.slice(Math.max(0, word.place - span), word.place), word.clause),
    meantIn(words.slice(than + 1, than + 1 + span), words[than]?.clause),
  ];
};

const shared = (some: readonly Word[], others: readonly Word[]): number =>
  some.filter(({ keys }) => others.some(other => other.keys.some(key => keys.includes(key)))).length;

/** True where both compare the same two things, and what the one puts first the other puts last. */
export const areTurnedRound = (one: Spot, other: Spot): boolean => {
  const [mine, theirs] = [comparedBy(one), comparedBy(other)];
  if (!mine || !theirs) return false;
  return (
    shared(mine[0], theirs[1]) + shared(mine[1], theirs[0]) > shared(mine[0], theirs[0]) + shared(mine[1], theirs[1])
  );
};
