/** Comparisons: `A is larger than B` and `B is smaller than A` say the same, as do `A before B` and `B after A`. */
import type { Word } from './reading.ts';

/** Words between a comparative and its `than`, and words on either side that say what is compared. */
const reach = 5;
const span = 12;

interface Spot {
  readonly word: Word;
  readonly words: readonly Word[];
}

const meant = (words: readonly Word[]): Word[] => words.filter(({ content }) => content);

/** They compare in time what stands before them with what follows. */
const ofTime: ReadonlySet<string> = new Set(['before', 'after']);

/** What is compared by the comparative: before it, and after its `than`; undefined where it compares nothing. */
const comparedBy = ({ word, words }: Spot): readonly [readonly Word[], readonly Word[]] | undefined => {
  const than = ofTime.has(word.text)
    ? word.place
    : words.slice(word.place + 1, word.place + 1 + reach).find(({ text }) => text === 'than')?.place;
  if (than === undefined) return undefined;
  return [
    meant(words.slice(Math.max(0, word.place - span), word.place)),
    meant(words.slice(than + 1, than + 1 + span)).filter(({ clause }) => clause === words[than]?.clause),
  ];
};

const shared = (some: readonly Word[], others: readonly Word[]): number =>
  some.filter(({ keys }) => others.some(other => other.keys.some(key => keys.includes(key)))).length;

/** Whether two comparisons put the same two things in the same order; undefined where they do not compare the same two. */
export const orderOf = (one: Spot, other: Spot): 'kept' | 'exchanged' | undefined => {
  const [mine, theirs] = [comparedBy(one), comparedBy(other)];
  if (!mine || !theirs) return undefined;
  const [first, last] = [shared(mine[0], theirs[1]), shared(mine[1], theirs[0])];
  const [firstKept, lastKept] = [shared(mine[0], theirs[0]), shared(mine[1], theirs[1])];
  const [exchanged, kept] = [first + last, firstKept + lastKept];
  if (first > 0 && last > 0 && (exchanged > kept || (exchanged === kept && first > 1 && last > 1))) return 'exchanged';
  return firstKept > 0 && lastKept > 0 ? 'kept' : undefined;
};
