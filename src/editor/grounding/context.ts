/** Context: the words around a place in a sentence, and how much of them stands around a place in the article. */
import type { ArticleIndex } from './article-index.ts';
import type { Word } from './reading.ts';

/** Words that are near enough to say what a word is about. */
const span = 14;
/** The distance at which a word counts for half, in the sentence and in the article. */
const halfDistance = 4;
const halfDistanceInArticle = 8;
/** What a word counts for that stands in the sentence beside only. */
const besideShare = 0.25;

export interface Context {
  readonly words: readonly { readonly keys: readonly string[]; readonly share: number }[];
}

/** The words around `place` of a sentence, each with its share of the whole; those of `apart` say nothing. */
export const contextOf = (
  words: readonly Word[],
  place: number,
  article: ArticleIndex,
  apart: (word: Word) => boolean = () => false,
): Context => {
  const near = words
    .slice(Math.max(0, Math.ceil(place) - span), place + span)
    .filter(word => word.content && word.place !== place && !apart(word))
    .map(word => ({
      keys: word.keys,
      share: article.weightOf(word.root) / (1 + Math.abs(word.place - place) / halfDistance),
    }));
  const total = near.reduce((sum, { share }) => sum + share, 0);
  return { words: near.map(({ keys, share }) => ({ keys, share: total === 0 ? 0 : share / total })) };
};

const nearest = (keys: readonly string[], places: ReadonlyMap<string, readonly number[]>, place: number): number => {
  let distance = Infinity;
  for (const key of keys) {
    for (const at of places.get(key) ?? []) if (at !== place) distance = Math.min(distance, Math.abs(at - place));
  }
  return distance;
};

/** From 0 to 1: how much of `context` stands around `place` of a sentence of the article. */
export const likeness = ({ words }: Context, article: ArticleIndex, sentence: number, place: number): number => {
  let sum = 0;
  for (const { keys, share } of words) {
    const distance = nearest(keys, article.placesIn(sentence), place);
    if (distance < Infinity) sum += share / (1 + distance / halfDistanceInArticle);
    else if (
      nearest(keys, article.placesIn(sentence - 1), -1) < Infinity ||
      nearest(keys, article.placesIn(sentence + 1), -1) < Infinity
    )
      sum += share * besideShare;
  }
  return sum;
};
