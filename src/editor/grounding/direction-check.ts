/** Direction: words whose opposite stands where the article speaks of the same, as `slower` where it says `faster`. */
import type { ArticleIndex, Occurrence } from './article-index.ts';
import { contextOf } from './context.ts';
import { type Evidence, isContradicted, likest } from './evidence.ts';
import { keyOf, type Side } from './opposites.ts';
import type { Word } from './reading.ts';

const certainty = { times: 1.3, least: 0.3 };

/** Whether the occurrence of a word of `line` says what `word` says on `side`; undefined where it leaves it open. */
const saysSame = ({ word: found }: Occurrence, { line, side }: Side, word: Word): boolean | undefined => {
  if (found.polarity === 'open') return undefined;
  const sides = found.sides.filter(place => place.line === line);
  if (sides.length > 1) return undefined;
  return (sides[0]?.side === side) === (found.polarity === word.polarity);
};

const weigh = (word: Word, side: Side, words: readonly Word[], article: ArticleIndex): Evidence => {
  const context = contextOf(words, word.place, article, other => other.sides.some(({ line }) => line === side.line));
  const occurrences = ([0, 1] as const).flatMap(at => article.occurrencesOf(keyOf({ line: side.line, side: at })));
  const those = (wanted: boolean) =>
    likest(
      context,
      article,
      occurrences.filter(found => (saysSame(found, side, word) ?? wanted) === wanted),
    );
  return {
    same: those(true),
    contrary: likest(
      context,
      article,
      occurrences.filter(found => saysSame(found, side, word) === false),
    ),
  };
};

export const directionEvidence = (word: Word, words: readonly Word[], article: ArticleIndex): Evidence => {
  if (word.sides.length === 0 || word.polarity === 'open') return { same: 0, contrary: 0 };
  const own = likest(
    contextOf(words, word.place, article),
    article,
    article.occurrencesOf(word.root).filter(({ word: w }) => w.polarity === word.polarity || w.polarity === 'open'),
  );
  const weighed = word.sides.map(side => weigh(word, side, words, article));
  return {
    same: Math.max(own, ...weighed.map(({ same }) => same)),
    contrary: Math.max(...weighed.map(({ contrary }) => contrary)),
  };
};

/** The words of the sentence in the place of which the article has an opposite. */
export const directionsTurned = (words: readonly Word[], article: ArticleIndex): string[] =>
  words.filter(word => isContradicted(directionEvidence(word, words, article), certainty)).map(({ text }) => text);
