/** Surroundings: what stands around a word, and how much of that stands in a sentence of the article. */
import type { ArticleIndex } from './article-index.ts';
import { bestFit, fitOf } from './fit.ts';
import { shareKeys } from './meanings.ts';
import { areAlike } from './passages.ts';
import type { Word } from './reading.ts';

/** What a word counts for that stands in the sentence beside only. */
const besideShare = 0.5;
/** How far words stand around a word, and how few of them say what it is about. */
const span = 9;
export const fewestOthers = 2;
/** The distance at which a word around it counts for half. */
const halfDistance = 6;
/** The sentences looked at fit at least so well beside the one that fits best. */
const leastShareOfFit = 0.6;
const mostSentences = 24;

/** Whether two words say the same, in each other's place. */
export const isAligned = (one: Word, words: readonly Word[], other: Word, others: readonly Word[]): boolean =>
  shareKeys(one, other) || (other.content && areAlike(one, words, other, others));

/** From 0 to 1: how much of what stands `around` a word stands in a sentence of the article too, the nearer the more. */
export const shareOf = (
  head: Word,
  around: readonly Word[],
  words: readonly Word[],
  sentence: number,
  article: ArticleIndex,
): number => {
  const here = article.readings[sentence] ?? [];
  const isBeside = ({ keys }: Word) =>
    [sentence - 1, sentence + 1].some(beside => keys.some(key => article.placesIn(beside).has(key)));
  const nearness = (one: Word) => 1 / (1 + Math.abs(one.place - head.place) / halfDistance);
  const shares = around.map(one => {
    if (here.some(other => isAligned(one, words, other, here))) return nearness(one);
    return isBeside(one) ? besideShare * nearness(one) : 0;
  });
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return sumOf(shares) / sumOf(around.map(nearness));
};

/** Whether `words` repeat a sentence of the article, whatever they put in between. */
export const isRepeated = (reading: readonly Word[], words: readonly Word[]): boolean => {
  const told = reading.filter(({ content }) => content);
  const isShorter = told.length > fewestOthers && told.length <= words.length;
  return isShorter && told.every(one => words.some(other => isAligned(one, reading, other, words)));
};

/** The words of meaning around `head`, of its half of a contrast if that says what it is about. */
export const wordsAround = (head: Word, heads: readonly Word[], words: readonly Word[]): readonly Word[] => {
  const near = words
    .slice(Math.max(0, head.place - span), head.place + span + 1)
    .filter(word => word.content && !heads.includes(word));
  const ofPart = near.filter(({ part }) => part === head.part);
  return ofPart.length < fewestOthers ? near : ofPart;
};

/** The sentences of the article that fit `words` best, the best first. */
export const sentencesLike = (words: readonly Word[], article: ArticleIndex): readonly number[] => {
  const fit = fitOf(words, article);
  const least = leastShareOfFit * bestFit(fit);
  return [...fit.entries()]
    .filter(([, value]) => value > 0 && value >= least)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostSentences)
    .map(([sentence]) => sentence);
};
