/** Figures that the article does not state, or not of what the sentence speaks of. */
import { type ArticleIndex, besideOf, type StatedMeasure } from './article-index.ts';
import { contextOf, likeness } from './context.ts';
import { isInDate } from './date-check.ts';
import type { CalendarDate } from './dates.ts';
import type { Figure } from './figure.ts';
import { bestFit, fitOf } from './fit.ts';
import { isBare, measuresOf } from './measures.ts';
import { plainText } from './plain-text.ts';
import { placeAt, type Word } from './reading.ts';
import { isOfOneKind, says } from './stated.ts';

/** How well the sentence of a figure must fit, beside the one that fits best. */
const leastShareOfFit = 0.4;
/** Words between a figure and another word by which that counts for half. */
const halfDistance = 5;

const agrees = (claim: Figure, known: Figure): boolean => {
  if (isBare(claim)) return known.unit === claim.unit;
  if (isBare(known)) return known.unit === claim.unit && claim.value <= 1;
  return says(claim, known);
};

/** Measures of a kind whose surroundings are looked at. */
const mostMeasures = 100;
/** How much less likely a place in the article is where another measure of the kind fits better. */
const leastShareOfLikeness = 0.7;

/** A year may be said of whatever happened in it. */
const isYear = ({ value, unit }: Figure): boolean => unit === '' && value >= 1900 && value < 2100;

const isPartOf = ({ start }: Word, figure: Figure): boolean =>
  start >= figure.start && start < figure.start + figure.text.length;

/** The measures of `sentence` that the article does not state near where it speaks of the same. */
export const figuresMissing = (
  sentence: string,
  words: readonly Word[],
  article: ArticleIndex,
  dates: readonly CalendarDate[],
): string[] =>
  measuresOf(plainText(sentence))
    .filter(({ start }) => !isInDate(start, dates))
    .filter(claim => {
      const stating = article.measures.filter(({ figure }) => agrees(claim, figure));
      if (stating.length === 0) return true;
      if (isYear(claim)) return false;
      const place = placeAt(words, claim.start);
      const beside = besideOf(claim, words);
      const fit = fitOf(words, article, word => 1 / (1 + Math.abs(word.place - place) / halfDistance));
      const best = bestFit(fit);
      if (!stating.some(({ sentence: at }) => (fit[at] ?? 0) >= leastShareOfFit * best)) return true;
      const context = contextOf(words, place, article, { apart: word => isPartOf(word, claim), whole: true });
      const likest = (measures: readonly StatedMeasure[]) =>
        measures
          .slice(0, mostMeasures)
          .reduce((most, { sentence: at, place: there }) => Math.max(most, likeness(context, article, at, there)), 0);
      const others = article.measures.filter(
        ({ figure, beside: there }) =>
          !agrees(claim, figure) &&
          (isOfOneKind(claim, figure) || (claim.unit === figure.unit && there.some(root => beside.includes(root)))),
      );

      return likest(stating) < leastShareOfLikeness * likest(others);
    })
    .map(({ text }) => text);
