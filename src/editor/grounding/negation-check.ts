/**
 * Negation: what the sentence denies and the article asserts, or the other way round. A paraphrase puts one way of denying
 * for another, and moves it from one word to the next. So a sentence is refused only where the article speaks of the same
 * and says the contrary outright, with no denial of any kind in that place, or where it stays close to its words.
 */
import type { ArticleIndex, Occurrence } from './article-index.ts';
import { assertionTurned, denialsTurned } from './close-negation.ts';
import { contextOf } from './context.ts';
import {
  isDeniable,
  isDeniedBehind,
  isDeniedByNext,
  isFirstDenied,
  isLeftFor,
  isNegativeAround,
  isOfSubject,
  isOtherwise,
  isToCome,
  isWithin,
} from './denials.ts';
import { type Evidence, isContradicted, likest } from './evidence.ts';
import { bestFit, fitOf } from './fit.ts';
import { framesTurned } from './frames.ts';
import { shareKeys } from './meanings.ts';
import { isDenier, wholeDeniers } from './negations.ts';
import { areAlike } from './passages.ts';
import type { Word } from './reading.ts';

const certaintyOfAdded = { times: 1.3, least: 0.27 };
const certaintyOfDropped = { times: 1.2, least: 0.3 };
/** How much better the contrary of what is denied first must be supported. */
const leastTimesOfHead = 1.05;
/** How well a sentence must fit the words around a place, beside the one that fits them best, to speak of the same. */
const leastShareOfFit = 0.85;
/** The distance from the place at which a word counts for half. */
const halfDistance = 4;
/** Denied, they leave it open of which the rest is so. */
const quantifiers: ReadonlySet<string> = new Set([
  'alone',
  'all',
  'always',
  'both',
  'each',
  'every',
  'everything',
  'everybody',
]);
const nothing: Evidence = { same: 0, contrary: 0 };

const weigh = (
  word: Word,
  words: readonly Word[],
  article: ArticleIndex,
  isContrary: (found: Word, reading: readonly Word[]) => boolean,
): Evidence => {
  const occurrences = word.keys.flatMap(key => article.occurrencesOf(key));
  const context = contextOf(words, word.place, article);
  const those = (which: (found: Word, reading: readonly Word[]) => boolean) =>
    likest(
      context,
      article,
      occurrences.filter(({ word: found, sentence }: Occurrence) => which(found, article.readings[sentence] ?? [])),
    );
  return {
    same: those(({ polarity }) => polarity === word.polarity || polarity === 'open'),
    contrary: those(isContrary),
  };
};

/** `no longer` says nothing against a past in which it was so. */
const isPast = ({ text }: Word): boolean => text.endsWith('ed');

/** What speaks for and against that the words denied by the one at `by` are; the first of them, mostly the verb, weighs most. */
const evidenceOfDenial = (denied: readonly Word[], words: readonly Word[], article: ArticleIndex): Evidence => {
  const isNoLonger = denied[0]?.text === 'longer';
  const weighed = denied
    .filter(word => word.text !== 'longer' && word.keys.some(key => article.occurrencesOf(key).length > 0))
    .map(word => ({
      share: 1 / (1 + word.rank),
      ...weigh(word, words, article, found => found.polarity === 'asserted' && !(isNoLonger && isPast(found))),
    }));
  const [head] = weighed;
  if (head === undefined || head.contrary <= head.same * leastTimesOfHead) return nothing;
  const total = weighed.reduce((sum, { share }) => sum + share, 0);
  const mean = (which: 'same' | 'contrary') =>
    weighed.reduce((sum, { share, [which]: value }) => sum + share * value, 0) / total;
  return { same: mean('same'), contrary: mean('contrary') };
};

/** What speaks for and against that `word` is asserted. Of what the article denies, only the first word is the point. */
const evidenceOfAssertion = (word: Word, words: readonly Word[], article: ArticleIndex): Evidence =>
  weigh(
    word,
    words,
    article,
    (found, reading) =>
      found.polarity === 'denied' && found.rank === 0 && found.root === word.root && !isWithin(found, reading),
  );

/** The words that `words` deny, by what denies them. */
const denialsIn = (words: readonly Word[]): ReadonlyMap<number, readonly Word[]> =>
  Map.groupBy(
    words.filter(word => word.polarity === 'denied' && (isDeniable(word) || word.sides.length > 0)),
    ({ by }) => by,
  );

/** The sentences of the article that speak of what stands around `place`. */
const alignedWith = (words: readonly Word[], place: number, article: ArticleIndex): (readonly Word[])[] => {
  const fit = fitOf(words, article, word => 1 / (1 + Math.abs(word.place - place) / halfDistance));
  const least = leastShareOfFit * bestFit(fit);
  return article.readings.filter((_, sentence) => (fit[sentence] ?? 0) >= least);
};

/** Whether a sentence of the article denies one of `heads` in a word of its own. */
const isDeniedThere = (heads: readonly Word[], words: readonly Word[], aligned: readonly Word[]): boolean =>
  aligned.some(
    word =>
      ((isDeniedBehind(word, aligned) || isOtherwise(word, aligned, words)) &&
        heads.some(head => shareKeys(word, head))) ||
      (isFirstDenied(word) &&
        heads.some(head => shareKeys(word, head) || (word.content && areAlike(head, words, word, aligned)))),
  );

/** Whether a sentence of the article asserts what is denied first in a clause that has nothing negative of it. */
const isAssertedThere = (denied: readonly Word[], words: readonly Word[], aligned: readonly Word[]): boolean => {
  const keys = new Set(denied.filter(isFirstDenied).flatMap(word => word.keys));
  return aligned.some(
    word =>
      word.polarity === 'asserted' &&
      word.keys.some(key => keys.has(key)) &&
      !isNegativeAround(word, aligned, words, denied),
  );
};

/** Whether the sentence that speaks most of all of the same denies anything. */
const isAnyDenied = (words: readonly Word[], article: ArticleIndex): boolean => {
  const fit = fitOf(words, article);
  return article.readings[fit.indexOf(bestFit(fit))]?.some(({ text }) => isDenier(text)) === true;
};

const isPreferred = (heads: readonly Word[], aligned: readonly (readonly Word[])[], article: ArticleIndex): boolean =>
  aligned.some(sentence => {
    const next = article.readings[article.readings.indexOf(sentence) + 1];
    return sentence.some(word => heads.some(head => shareKeys(head, word)) && isLeftFor(word, sentence, next));
  });

/** Whether the article asserts outright what the word at `by` denies. Whoever says that nobody does says that no clerk does. */
const isAdded = (by: number, denied: readonly Word[], words: readonly Word[], article: ArticleIndex): boolean => {
  if (!isContradicted(evidenceOfDenial(denied, words, article), certaintyOfAdded)) return false;
  const heads = denied.filter(
    word => isFirstDenied(word) || (words[by]?.text === 'without' && word.text.endsWith('ing')),
  );
  const aligned = alignedWith(words, by, article);
  const denier = words[by];
  const isNone = denier?.text === 'no';
  return (
    aligned.some(sentence => isAssertedThere(denied, words, sentence)) &&
    !(denier && aligned.some(sentence => isToCome(denier, words, sentence))) &&
    !(denier && !isDenier(denier.text) && isPreferred(heads, aligned, article)) &&
    !aligned.some(
      sentence =>
        isDeniedThere(heads, words, sentence) || (isNone && sentence.some(({ text }) => wholeDeniers.has(text))),
    )
  );
};

/** Whether the article denies outright what the sentence says of `word` with nothing negative in its clause. */
const isDropped = (word: Word, words: readonly Word[], article: ArticleIndex): boolean =>
  isContradicted(evidenceOfAssertion(word, words, article), certaintyOfDropped) &&
  alignedWith(words, word.place, article).some(
    aligned =>
      !isNegativeAround(word, words, aligned) &&
      aligned.some(found => isFirstDenied(found) && found.root === word.root && !isWithin(found, aligned)),
  );

/** The denials of `words` where the article asserts, and the words that they assert where it denies. */
export const negationsTurned = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): (readonly Word[])[] => {
  const isTold = (word: Word) => !isNamed(word);
  const isDeniedToo = (by: number) => {
    const denier = words[by];
    return denier !== undefined && isOfSubject(denier, words) && isAnyDenied(words, article);
  };
  const isOfSome = (by: number) =>
    quantifiers.has(words[by + 1]?.text ?? '') || words.some(word => word.text === 'alone' && word.by === by);
  const added = [...denialsIn(words)].filter(
    ([by, denied]) => !isOfSome(by) && isAdded(by, denied.filter(isTold), words, article),
  );
  const told = words.filter(word => isDeniable(word) && isTold(word) && (word.by === word.place || !isOfSome(word.by)));
  /** A name is denied by `no` alone: `it offers no API`. */
  const toldOrNone = words.filter(
    word => told.includes(word) || (isDeniable(word) && isNamed(word) && words[word.place - 1]?.text === 'no'),
  );
  /** `Neither of them, nor …, does` denies all that follows. */
  const isUnderDenial = ({ place, part }: Word) =>
    words.some(
      word => word.part === part && word.place < place && /^n(?:either|or)$/.test(word.text) && isDeniedToo(word.place),
    );
  const dropped = told.filter(
    word =>
      !isUnderDenial(word) &&
      !isDeniedByNext(word, words) &&
      ((word.polarity === 'asserted' && isDropped(word, words, article)) || assertionTurned(word, words, article)),
  );
  return [
    ...[...added, ...denialsTurned(toldOrNone, words, article)]
      .filter(([by]) => !isDeniedToo(by))
      .map(([by, denied]) => [...words.slice(by, by + 1), ...denied]),
    ...dropped.map(word => [word]),
    ...framesTurned(words, article),
  ];
};
