/**
 * Opposed pairs: two words of a sentence that are opposites, as `the old store feeds the new one`. Where an article has the
 * two in one sentence as well, what stands near the one here should not be what stands near the other there.
 */
import type { ArticleIndex } from './article-index.ts';
import { directionsOf, isOnSide } from './directions.ts';
import { keyOf, type Side } from './opposites.ts';
import type { Word } from './reading.ts';
import { distinct, type SortedPair, sortingOf } from './sorted-pairs.ts';

/** Words on either side that are near. */
const span = 5;
/** How surely they must be exchanged, of -2, and how much of each. */
const certainty = { agreement: -0.5, exchanged: 0.15 };

/** Opposites of one word that are looked at in a sentence. */
const mostOpposites = 6;

const turned = ({ line, side }: Side): Side => ({ line, side: side === 0 ? 1 : 0 });

/** The words near either, each with the one that it is nearer to. */
const aroundEach = (one: Word, other: Word, words: readonly Word[]): SortedPair => {
  const nearTo = ({ place }: Word, { place: there }: Word) =>
    words
      .slice(Math.max(0, place - span), place + span + 1)
      .filter(word => word.content && word.place !== place && word.place !== there)
      .filter(word => Math.abs(word.place - place) < Math.abs(word.place - there));
  return { first: nearTo(one, other), last: nearTo(other, one) };
};

/** Each two words of one sentence of the article that stand on a side and on the one opposite to it. */
const pairsOn = (side: Side, article: ArticleIndex): readonly SortedPair[] => {
  const there = Map.groupBy(article.occurrencesOf(keyOf(turned(side))), ({ sentence }) => sentence);
  return article.occurrencesOf(keyOf(side)).flatMap(({ sentence, word }) =>
    (there.get(sentence) ?? []).slice(0, mostOpposites).flatMap(({ word: other }) => {
      const words = article.readings[sentence] ?? [];
      const areOpposed =
        isOnSide(directionsOf(word, words), side) && isOnSide(directionsOf(other, words), turned(side));
      return areOpposed ? [aroundEach(word, other, words)] : [];
    }),
  );
};

/** Whether `word` and an opposite of it have changed places in the sentence of the article that has most of what is near them. */
export const isExchangedWithOpposite = (word: Word, words: readonly Word[], article: ArticleIndex): boolean =>
  directionsOf(word, words).some(side => {
    const others = words.filter(other => isOnSide(directionsOf(other, words), turned(side))).slice(0, mostOpposites);
    const told = others.length > 0 ? pairsOn(side, article) : [];
    return others.some(other => {
      const own = distinct(aroundEach(word, other, words));
      let best = { agreement: 0, exchanged: 0 };
      for (const pair of told) {
        const sorting = sortingOf(own, pair, article);
        if (Math.abs(sorting.agreement) > Math.abs(best.agreement)) best = sorting;
      }
      return best.agreement <= certainty.agreement && best.exchanged >= certainty.exchanged;
    });
  });
