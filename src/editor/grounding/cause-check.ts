/** Causes: a reason that the article does not give where it tells of the effect. */
import type { ArticleIndex } from './article-index.ts';
import { bestFit, fitOf } from './fit.ts';
import { areLinked, areMerelyBeside, isOfOthers, type Stated } from './joined-reasons.ts';
import { lackingIn, weightOf } from './passages.ts';
import type { Word } from './reading.ts';
import { isOfManner, isOfPurpose, isOpener, openingOf, opensResult, reasonAfter } from './reasons.ts';
import { isPurposeTold, isTold, shareOf, tellingOf } from './told-reasons.ts';

/** Fewest words of meaning by which a reason, or what it is a reason of, can be told from another. */
const fewestWords = 2;
/**
 * Share of a reason, weighed by how telling its words are, that must stand near what it is the reason of: in the passage
 * around it, and, but for what follows from something, in the sentence or beside it. All were chosen on the sentences for
 * practice. Of their 80 reasons that are true one is refused, of 59 invented or exchanged ones more than half.
 */
const leastNear = 0.55;
const leastBeside = 0.3;
/** `because` is said of nothing but a cause. */
const leastNearBecause = 0.63;
/** What is needed where the reason stands elsewhere in the article much rather than here, and how much rather that is. */
const leastOfStrange = 0.77;
const leastRather = 0.62;
/** What brings something about need not be called a reason there, but something of it must stand beside it. */
const leastOfManner = 0.29;
/** How well a sentence must fit the effect, beside the one that fits it best, and how many such are looked at. */
const leastShareOfFit = 0.8;
const mostEffects = 12;
/** Sentences before and after one that tells of the effect that make up a passage, and those that stand beside it. */
const widestReach = 2;
const besideReach = 1;

/** How well the surroundings of `sentence` fit, beside the sentence that fits best, from 0 to 1. */
const shareOfFitAround = (sentence: number, fit: Float64Array): number => {
  const best = bestFit(fit);
  return best === 0 ? 0 : bestFit(fit.slice(Math.max(0, sentence - widestReach), sentence + widestReach + 1)) / best;
};

const leastNearAfter = ({ text }: Word, isStrange: boolean): number => {
  if (isStrange) return leastOfStrange;
  return text === 'because' ? leastNearBecause : leastNear;
};

/** How much of `reason` stands near the sentences that tell of `effect`, as far from them as `reach`. */
const sharesNear = (
  reason: readonly Word[],
  words: readonly Word[],
  article: ArticleIndex,
  fit: Float64Array,
): ((reach: number) => number) => {
  const least = leastShareOfFit * bestFit(fit);
  const effects = [...fit.keys()].filter(sentence => (fit[sentence] ?? 0) >= least).slice(0, mostEffects);
  const whole = weightOf(reason);
  if (whole === 0) return () => 1;
  return reach =>
    Math.max(...effects.map(sentence => 1 - weightOf(lackingIn(reason, words, article, sentence, reach)) / whole));
};

const isGiven = (opener: Word, { reason, effect, words }: Stated, article: ArticleIndex): boolean => {
  const fit = fitOf(effect, article);
  const shareWithin = sharesNear(reason, words, article, fit);
  if (isOfManner(opener, words)) return shareWithin(besideReach) >= leastOfManner;
  const isStrange = shareOfFitAround(fit.indexOf(bestFit(fit)), fitOf(reason, article)) < leastRather;
  return (
    shareWithin(widestReach) >= leastNearAfter(opener, isStrange) &&
    (opensResult(opener, words) || shareWithin(besideReach) >= leastBeside)
  );
};

/** Names are looked for by themselves, where something else is left to tell. */
const withoutNames = (words: readonly Word[], isNamed: (word: Word) => boolean): readonly Word[] => {
  const unnamed = words.filter(word => !isNamed(word));
  return unnamed.length < fewestWords ? words : unnamed;
};

interface StatedReason {
  readonly opener: Word;
  readonly ofManner: boolean;
  /** The reason as the sentence has it, and what can be looked for of it and of what it is the reason of. */
  readonly stated: readonly Word[];
  readonly reason: readonly Word[];
  readonly effect: readonly Word[];
}

const statedReasons = (words: readonly Word[], isNamed: (word: Word) => boolean): StatedReason[] =>
  words.flatMap(opener => {
    const ofManner = isOfManner(opener, words);
    if (!ofManner && !isOpener(opener, words) && !isOfPurpose(opener, words)) return [];
    const stated = [...(ofManner && opener.content ? [opener] : []), ...reasonAfter(opener, words)];
    const opening = opener.place + openingOf(opener, words);
    const reason = withoutNames(stated, isNamed);
    const effect = withoutNames(
      words.filter(
        word => word.content && !stated.includes(word) && (word.place < opener.place || word.place >= opening),
      ),
      isNamed,
    );
    if (reason.length < fewestWords || effect.length < fewestWords) return [];
    return [{ opener, ofManner, stated: [opener, ...stated], reason, effect }];
  });

/** The reasons, from their opening word on, that the article does not give near their effects. */
export const reasonsMissing = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): (readonly Word[])[] =>
  statedReasons(words, isNamed)
    .filter(({ opener, ofManner, reason, effect }) => {
      if (isOfPurpose(opener, words)) return !isPurposeTold(reason, words, article);
      const stated = { effect, reason, words };
      const among = tellingOf(effect, shareOf(effect, words, article), article);
      if (!ofManner && !opensResult(opener, words)) {
        if (isOfOthers(stated, among, article)) return true;
        if (areLinked(stated, among, article)) return false;
        if (areMerelyBeside(stated, among, article)) return true;
      }
      return !isGiven(opener, stated, article) || !(ofManner || isTold(opener, stated, article));
    })
    .map(({ stated }) => stated);
