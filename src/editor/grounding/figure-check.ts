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
import { namesIn } from './named-words.ts';
import { plainText } from './plain-text.ts';
import { placeAt, type Word } from './reading.ts';
import { isOfOneKind, says } from './stated.ts';

/**
 * How like the place of another number must be, and what share of that the likest place of this one has to reach:
 * more where it is a unit alone, which stands in many places, or where a name stands by the other number only.
 */
const leastLikeness = 0.4;
const leastShareOfOther = { clear: 0.65, other: 0.45 } as const;
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

/** A figure of the article that may be said of the same. */
interface Rival {
  readonly measure: StatedMeasure;
  readonly like: number;
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

/** A count that a sentence of the article gives in two parts, beside another figure of the same sentence or its neighbours. */
const isAddedUp = (claim: Claim, claims: readonly Claim[], article: ArticleIndex): boolean => {
  const counts = article.measures.filter(({ figure }) => figure.unit === '' && Number.isInteger(figure.value));
  const isNearOther = (sentence: number): boolean =>
    claims.some(
      other =>
        other !== claim &&
        article.measures.some(known => Math.abs(known.sentence - sentence) <= 1 && agrees(other.figure, known.figure)),
    );
  return (
    claim.figure.unit === '' &&
    counts.some((one, at) => {
      const other = counts[at + 1];
      return (
        other?.sentence === one.sentence &&
        one.figure.value + other.figure.value === claim.figure.value &&
        isNearOther(one.sentence)
      );
    })
  );
};

const likeOf = ({ context }: Claim, article: ArticleIndex, { sentence, place }: StatedMeasure): number =>
  likeness(context, article, sentence, place);

/** Another number of what `claim` counts, in the place that is most like; none that another figure of the sentence says. */
const likestOther = (claim: Claim, claims: readonly Claim[], article: ArticleIndex): Rival | undefined => {
  const isOfAnother = ({ measure, like }: Rival) =>
    claims.some(
      other =>
        other !== claim &&
        agrees(other.figure, measure.figure) &&
        likeOf(other, article, measure) >= leastShareOfLikeness * like,
    );
  return article.measures
    .filter(
      ({ figure, beside }) =>
        !agrees(claim.figure, figure) &&
        (isOfOneKind(claim.figure, figure) ||
          (claim.figure.unit === figure.unit && beside.some(root => claim.beside.includes(root)))),
    )
    .slice(0, mostMeasures)
    .map(measure => ({ measure, like: likeOf(claim, article, measure) }))
    .filter(rival => rival.like >= leastLikeness && !isOfAnother(rival))
    .reduce<Rival | undefined>((best, rival) => (best && best.like >= rival.like ? best : rival), undefined);
};

/** The sentences of the article in which each name of the sentence stands. */
type Named = readonly ReadonlySet<number>[];

const isStated = (claim: Claim, claims: readonly Claim[], named: Named, article: ArticleIndex): boolean => {
  const { figure } = claim;
  const stating = article.measures.filter(known => agrees(figure, known.figure));
  if (stating.length === 0)
    return isVersion(figure, article) || isListed(claim, article) || isAddedUp(claim, claims, article);
  const rival = isYear(figure) ? undefined : likestOther(claim, claims, article);
  if (rival === undefined) return true;
  const isOfNamed = named.some(
    sentences => sentences.has(rival.measure.sentence) && !stating.some(({ sentence }) => sentences.has(sentence)),
  );
  const share = isBare(figure) || isOfNamed ? leastShareOfOther.clear : leastShareOfOther.other;
  return stating.slice(0, mostMeasures).some(known => likeOf(claim, article, known) >= share * rival.like);
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
  const named = namesIn(sentence, words).map(
    ({ root }) => new Set(article.placesOfName(root).map(({ sentence: at }) => at)),
  );
  return claims.filter(claim => !isStated(claim, claims, named, article)).map(({ figure }) => figure.text);
};
