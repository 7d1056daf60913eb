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

/** They speak of what follows them alone: what is before a release is not before what comes before it. */
const looksAhead = ({ text }: Word): boolean => text === 'before' || text === 'after';

const weigh = (word: Word, side: Side, words: readonly Word[], article: ArticleIndex): Evidence => {
  const ahead = looksAhead(word);
  const apart = (other: Word) => other.sides.some(({ line }) => line === side.line);
  const context = contextOf(words, word.place, article, { apart, ahead });
  const occurrences = ([0, 1] as const)
    .flatMap(at => article.occurrencesOf(keyOf({ line: side.line, side: at })))
    .filter(found => !ahead || looksAhead(found.word));
  const those = (which: (same: boolean | undefined) => boolean) =>
    likest(
      context,
      article,
      occurrences.filter(found => which(saysSame(found, side, word))),
    );
  return { same: those(same => same !== false), contrary: those(same => same === false) };
};

/** What speaks for and against `word` in its place, of all the lines that it stands on. */
export const evidenceOfDirection = (word: Word, words: readonly Word[], article: ArticleIndex): Evidence => {
  const weighed = word.sides.map(side => weigh(word, side, words, article));
  const own = article.occurrencesOf(word.root).filter(({ word: found }) => found.polarity === word.polarity);
  const context = contextOf(words, word.place, article, { ahead: looksAhead(word) });
  return {
    same: Math.max(likest(context, article, own), ...weighed.map(({ same }) => same)),
    contrary: Math.max(...weighed.map(({ contrary }) => contrary)),
  };
};

/** The words of the sentence in the place of which the article has an opposite, each by itself. */
export const directionsTurned = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] =>
  words
    .filter(word => word.sides.length > 0 && word.polarity !== 'open')
    .filter(word => isContradicted(evidenceOfDirection(word, words, article), certainty))
    .map(word => [word]);
