/** Words that a page dictates: a model that repeats what was taken out of its source has read it, and obeys it. */
import { wordsOf } from '../language/words.ts';

/** Why a dictated sentence is refused, as the name of what is missing. */
export const dictated = 'words of the article’s own: it tells a model to say this';

/** So many words in a row show where they come from. */
const heardRun = 4;

const spokenWords = (text: string): readonly string[] => wordsOf(text.normalize('NFKC').toLowerCase());

/** All runs of `length` words in `text`. */
export const runsOf = (text: string, length: number): ReadonlySet<string> => {
  const words = spokenWords(text);
  return new Set(
    words
      .slice(0, Math.max(0, words.length - length + 1))
      .map((_, start) => words.slice(start, start + length).join(' ')),
  );
};

const allRunsOf = (texts: readonly string[], length: number): ReadonlySet<string> =>
  new Set(texts.flatMap(text => [...runsOf(text, length)]));

export interface Dictation {
  /** What was taken out, or what of the source gives orders: a sentence or more each. */
  readonly orders: readonly string[];
  /** What is left of the source. */
  readonly rest: readonly string[];
}

/** Whether four words in a row of `text` stand in an order and nowhere in the rest. */
export const isDictated = (text: string, { orders, rest }: Dictation): boolean => {
  if (orders.length === 0) return false;
  const heard = runsOf(text, heardRun).intersection(allRunsOf(orders, heardRun));
  return heard.size > 0 && heard.difference(allRunsOf(rest, heardRun)).size > 0;
};
