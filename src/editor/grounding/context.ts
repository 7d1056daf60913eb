/** Context: the words around a place in a sentence, and how much of them stands around a place in the article. */
import type { ArticleIndex } from './article-index.ts';
import type { Word } from './reading.ts';

/** Words that are near enough to say what a word is about. */
const span = 14;
/** Words that `before` and `after` speak of. */
const spanAhead = 6;
/** The distance at which a word counts for half, in the sentence and in the article. */
const halfDistance = 2;
const halfDistanceInArticle = 8;
/** What a word counts for that stands in the other half of a contrast or in the sentence beside only. */
const besideShare = 0.25;

export interface Context {
  readonly words: readonly { readonly keys: readonly string[]; readonly share: number }[];
  /** Whether only what follows counts, there and here: `before` and `after` speak of that. */
  readonly ahead: boolean;
}

export interface ContextOptions {
  /** Words that say nothing of the place. */
  readonly apart?: (word: Word) => boolean;
  readonly ahead?: boolean;
  /** Whether the other half of a contrast counts as well. */
  readonly whole?: boolean;
}

/** The words around `place` of a sentence, in its half of a contrast, each with its share of the whole. */
export const contextOf = (
  words: readonly Word[],
  place: number,
  article: ArticleIndex,
  { apart = () => false, ahead = false, whole = false }: ContextOptions = {},
): Context => {
  const part = (words[Math.min(place, words.length - 1)] ?? words[0])?.part;
  const near = words
    .slice(ahead ? place + 1 : Math.max(0, place - span), place + (ahead ? spanAhead + 1 : span))
    .filter(word => word.content && word.place !== place && (whole || word.part === part) && !apart(word))
    .map(word => ({
      keys: word.keys,
      share: article.weightOf(word.root) / (1 + Math.abs(word.place - place) / halfDistance),
    }));
  const total = near.reduce((sum, { share }) => sum + share, 0);
  return { ahead, words: near.map(({ keys, share }) => ({ keys, share: total === 0 ? 0 : share / total })) };
};

type Places = ReadonlyMap<string, readonly number[]>;

const nearest = (
  keys: readonly string[],
  places: Places,
  reading: readonly Word[],
  place: number,
  ahead: boolean,
): number => {
  const part = reading[place]?.part;
  let distance = Infinity;
  for (const key of keys) {
    for (const at of places.get(key) ?? []) {
      if (at !== place && reading[at]?.part === part && (!ahead || (at > place && at <= place + spanAhead)))
        distance = Math.min(distance, Math.abs(at - place));
    }
  }
  return distance;
};

const isIn = (keys: readonly string[], places: Places): boolean => keys.some(key => places.has(key));

/** From 0 to 1: how much of `context` stands around `place` of a sentence of the article. */
export const likeness = ({ words, ahead }: Context, article: ArticleIndex, sentence: number, place: number): number => {
  let sum = 0;
  for (const { keys, share } of words) {
    const distance = nearest(keys, article.placesIn(sentence), article.readings[sentence] ?? [], place, ahead);
    if (distance < Infinity) sum += share / (1 + distance / halfDistanceInArticle);
    else if (!ahead && (isIn(keys, article.placesIn(sentence - 1)) || isIn(keys, article.placesIn(sentence + 1))))
      sum += share * besideShare;
  }
  return sum;
};
