/**
 * Figures that the article does not state, or that it states of another thing while it gives this one another number.
 * That a figure stands elsewhere than the words of its sentence is no fault: a summary draws together what is apart.
 */
import { type ArticleIndex, besideOf, type StatedMeasure } from './article-index.ts';
import { type Context, contextOf, likeness } from './context.ts';
import { isInDate } from './date-check.ts';
import type { CalendarDate } from './dates.ts';
import type { Figure } from './figure.ts';
import { isBare, measuresOf } from './measures.ts';
import { plainText } from './plain-text.ts';
import { placeAt, type Word } from './reading.ts';
import { isOfOneKind, says } from './stated.ts';

/** How like the place of another number must be, and what share of that the likest place of this one has to reach. */
const leastLikeness = 0.4;
const leastShareOfOther = { figure: 0.45, bare: 0.6 } as const;
/** How like the place of another number a figure of the sentence must be that says it, beside the one that is judged. */
const leastShareOfLikeness = 0.9;
/** Measures of a kind whose surroundings are looked at. */
const mostMeasures = 100;

const agrees = (claim: Figure, known: Figure): boolean => {
  if (isBare(claim)) return known.unit === claim.unit;
  if (isBare(known)) return known.unit === claim.unit && claim.value <= 1;
  return says(claim, known);
};

/** A year may be said of whatever happened in it. */
const isYear = ({ value, unit }: Figure): boolean => unit === '' && value >= 1900 && value < 2100;

/** `ESLint 10` for `ESLint v10`. */
const isVersion = ({ unit, text }: Figure, article: ArticleIndex): boolean =>
  unit === '' && /^\d/.test(text) && article.hasName(`v${text}`);

const isPartOf = ({ start }: Word, figure: Figure): boolean =>
  start >= figure.start && start < figure.start + figure.text.length;

/** A figure of the sentence, with what stands around it. */
interface Claim {
  readonly figure: Figure;
  readonly beside: readonly string[];
  readonly context: Context;
}

const claimsOf = (figures: readonly Figure[], words: readonly Word[], article: ArticleIndex): Claim[] =>
  figures.map(figure => ({
    figure,
    beside: besideOf(figure, words),
    context: contextOf(words, placeAt(words, figure.start), article, {
      apart: word => isPartOf(word, figure),
      whole: true,
    }),
  }));

/** Most that an article may list without saying how many they are. */
const mostListed = 4;
/** A few things, which the article does not count, and so lists if it tells of them. */
const isListed = ({ figure, beside }: Claim, article: ArticleIndex): boolean =>
  figure.unit === '' &&
  figure.value <= mostListed &&
  Number.isInteger(figure.value) &&
  figure.value > 1 &&
  !article.measures.some(known => known.figure.unit === '' && known.beside.some(root => beside.includes(root)));

const isStated = (claim: Claim, claims: readonly Claim[], article: ArticleIndex): boolean => {
  const { figure, beside } = claim;
  const stating = article.measures.filter(known => agrees(figure, known.figure));
  if (stating.length === 0) return isVersion(figure, article) || isListed(claim, article);
  if (isYear(figure)) return true;
  const like = ({ context }: Claim, { sentence, place }: StatedMeasure) => likeness(context, article, sentence, place);
  const likest = (measures: readonly StatedMeasure[]) =>
    measures.slice(0, mostMeasures).reduce((most, measure) => Math.max(most, like(claim, measure)), 0);
  const isOfAnother = (measure: StatedMeasure) =>
    claims.some(
      other =>
        other !== claim &&
        agrees(other.figure, measure.figure) &&
        like(other, measure) >= leastShareOfLikeness * like(claim, measure),
    );
  const others = article.measures.filter(
    known =>
      !agrees(figure, known.figure) &&
      (isOfOneKind(figure, known.figure) ||
        (figure.unit === known.figure.unit && known.beside.some(root => beside.includes(root)))),
  );
  const likestOther = likest(others.slice(0, mostMeasures).filter(measure => !isOfAnother(measure)));
  return (
    likestOther < leastLikeness ||
    likest(stating) >= leastShareOfOther[isBare(figure) ? 'bare' : 'figure'] * likestOther
  );
};

/** The measures of `sentence` that the article does not state, or does not state of what the sentence speaks of. */
export const figuresMissing = (
  sentence: string,
  words: readonly Word[],
  article: ArticleIndex,
  dates: readonly CalendarDate[],
): string[] => {
  const figures = measuresOf(plainText(sentence)).filter(({ start }) => !isInDate(start, dates));
  const claims = claimsOf(figures, words, article);
  return claims.filter(claim => !isStated(claim, claims, article)).map(({ figure }) => figure.text);
};
