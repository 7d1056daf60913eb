/**
 * Exchanges: two things of the article that have changed places, as in `a cook of the old house asks the guests of the new one`
 * for `a cook of the new house asks the guests of the old one`. Each word stands near some others in the sentence and near some
 * in the article. Where what is near the one here is near the other there, and the reverse, the two are exchanged.
 */
import { lemmasOf } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import { bestFit, fitOf } from './fit.ts';
import { shareKeys } from './meanings.ts';
import { isTelling, isVerbal, type Spot, spotsOf, stepsBetween, unbroken } from './nearness.ts';
import { areAlike } from './passages.ts';
import type { Word } from './reading.ts';

/** The exchanged reading has to fit this many times better than what speaks for the sentence as it is, and `doubt` more. */
const certainty = 1.6;
const doubt = 0.2;
/** What is left of a nearness with each further word, in the sentence. In the article, where more is said, it falls slowly. */
const perStep = 0.2;
const slowness = 0.5;
/** What words of neighbouring sentences count for. */
const ofNeighbours = 0.05;
/** Words of a sentence that are looked at, those of one of the article, and occurrences of each there. */
const mostTold = 40;
const mostThere = 80;
const mostOccurrences = 12;

interface Place {
  readonly sentence: number;
  readonly spot: Spot;
}

/** A word of the sentence, and where the stretch of the article has it. */
interface Told {
  readonly word: Word;
  readonly spot: Spot;
  readonly weight: number;
  readonly isVerb: boolean;
  /** Whether the article has the word itself, and not only another for it. */
  readonly isSame: boolean;
  readonly places: readonly Place[];
}

/** Words in a row, here and there. */
type Unit = readonly Told[];

const toldOf = (words: readonly Word[], article: ArticleIndex): readonly Told[] => {
  const fit = fitOf(words, article);
  const middle = fit.indexOf(bestFit(fit));
  const stretch = [middle - 1, middle, middle + 1].flatMap(sentence =>
    (article.readings[sentence] ?? [])
      .slice(0, mostThere)
      .filter(isTelling)
      .map(word => ({ word, sentence })),
  );
  const spots = spotsOf(words);
  const placesWhere = (which: (other: Word, sentence: number) => boolean): Place[] =>
    stretch.flatMap(({ word, sentence }) => {
      const spot = spotsOf(article.readings[sentence] ?? [])[word.place];
      return spot && which(word, sentence) ? [{ sentence, spot }] : [];
    });
  return words
    .filter(isTelling)
    .slice(0, mostTold)
    .flatMap(word => {
      const spot = spots[word.place];
      const same = placesWhere(other => shareKeys(word, other)).slice(0, mostOccurrences);
      const places =
        same.length > 0 || !word.content
          ? same
          : placesWhere((other, at) => other.content && areAlike(word, words, other, article.readings[at] ?? []));
      const weight = article.weightOf(word.root);
      return spot ? [{ word, spot, weight, isVerb: isVerbal(word, words), isSame: same.length > 0, places }] : [];
    });
};

const nearThere = (one: Place, other: Place): number => {
  if (one.sentence !== other.sentence) return ofNeighbours;
  const steps = stepsBetween(one.spot, other.spot);
  return steps === 0 ? 0 : unbroken(one.spot, other.spot) / (1 + (steps - 1) * slowness);
};

const nearestOf = (some: readonly Place[], others: readonly Place[]): number =>
  some.reduce((most, one) => others.reduce((found, other) => Math.max(found, nearThere(one, other)), most), 0);

const placesAnywhere = ({ word }: Told, article: ArticleIndex): Place[] =>
  article
    .occurrencesOf(word.root)
    .slice(0, mostOccurrences)
    .flatMap(({ sentence, word: { place } }) => {
      const spot = spotsOf(article.readings[sentence] ?? [])[place];
      return spot ? [{ sentence, spot }] : [];
    });

const isRow = (one: Told, next: Told): boolean =>
  unbroken(one.spot, next.spot) === 1 &&
  one.places.some(a =>
    next.places.some(
      b => a.sentence === b.sentence && b.spot.rank - a.spot.rank === 1 && unbroken(a.spot, b.spot) === 1,
    ),
  );

const unitsOf = (told: readonly Told[]): readonly Unit[] =>
  told.reduce<Told[][]>((units, next) => {
    const unit = units.at(-1);
    const last = unit?.at(-1);
    if (unit && last && isRow(last, next)) unit.push(next);
    else units.push([next]);
    return units;
  }, []);

const kindsOf = (told: Told | undefined): ReadonlySet<string> => {
  const kinds = lemmasOf(told?.word.text ?? '').map(({ pos }) => pos);
  return new Set(kinds.length > 0 ? kinds : ['noun']);
};

/** Within one clause a paraphrase moves things about, as from the active to the passive. */
const areApart = (one: Unit, other: Unit): boolean =>
  one.every(({ spot }) => other.every(({ spot: there }) => unbroken(spot, there) < 1));

/** Only like changes places with like: what is done with what is done, a thing with a thing, a number with a number. */
const mayChange = (one: Unit, other: Unit): boolean => {
  const [first, second] = [one[0], other[0]];
  const isOfNumber = (unit: Unit) => unit.some(({ word }) => /\p{N}/u.test(word.text));
  if (![...one, ...other].every(({ isSame }) => isSame) || first?.isVerb !== second?.isVerb) return false;
  if (one.some(({ word }) => other.some(({ word: { root } }) => root === word.root))) return false;
  if (isOfNumber(one) || isOfNumber(other)) return isOfNumber(one) && isOfNumber(other);
  return (
    first?.isVerb === true ||
    !kindsOf(one.at(-1)).isDisjointFrom(kindsOf(other.at(-1))) ||
    !kindsOf(first).isDisjointFrom(kindsOf(second))
  );
};

const nearHere = (unit: Unit, { spot }: Told): number =>
  unit.reduce(
    (most, told) => Math.max(most, unbroken(told.spot, spot) * perStep ** (stepsBetween(told.spot, spot) - 1)),
    0,
  );

const wordsOf = (units: readonly Unit[]): readonly Word[] => units.flatMap(unit => unit.map(({ word }) => word));

/** Each two units of `words` that have changed places, where the article says nothing like it. */
export const thingsExchanged = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] => {
  const told = toldOf(words, article);
  const near = told.map(one => told.map(other => (one === other ? 0 : nearestOf(one.places, other.places))));
  const there = (unit: Unit, at: number): number =>
    unit.reduce((most, one) => Math.max(most, near[told.indexOf(one)]?.[at] ?? 0), 0);
  const anywhere = new Map(told.map(one => [one, placesAnywhere(one, article)]));
  const placesOf = (one: Told): readonly Place[] => anywhere.get(one) ?? [];
  const said = (unit: Unit, other: Told): number =>
    unit.reduce((most, one) => Math.max(most, nearestOf(placesOf(one), placesOf(other))), 0);
  /** How much better what is nearer to `one` than to `other` fits the other, in the article. */
  const gain = (one: Unit, other: Unit): number => {
    let [kept, changed] = [0, 0];
    told.forEach((beside, at) => {
      if (one.includes(beside) || other.includes(beside) || beside.places.length === 0) return;
      const nearer = nearHere(one, beside) - nearHere(other, beside);
      if (nearer <= 0) return;
      kept += nearer * beside.weight * Math.max(there(one, at), said(one, beside));
      changed += nearer * beside.weight * there(other, at);
    });
    return Math.max(0, changed - kept) / (kept + doubt);
  };
  const units = unitsOf(told);
  return units.flatMap((one, at) =>
    units
      .slice(at + 1)
      .filter(
        other =>
          areApart(one, other) && mayChange(one, other) && Math.sqrt(gain(one, other) * gain(other, one)) > certainty,
      )
      .map(other => wordsOf([one, other])),
  );
};
