/** Negation: what the sentence denies and the article asserts, or the other way round. */
import type { ArticleIndex, Occurrence } from './article-index.ts';
import { contextOf } from './context.ts';
import { type Evidence, isContradicted, likest } from './evidence.ts';
import { bestFit, fitOf } from './fit.ts';
import type { Word } from './reading.ts';

const certaintyOfAdded = { times: 1.3, least: 0.27 };
/** Where the article denies something in the same place, it may well deny this in other words. */
const certaintyBesideDenial = { times: 1.3, least: 0.4 };
const certaintyOfDropped = { times: 1.4, least: 0.45 };
/** How much better the contrary of what is denied first must be supported. */
const leastTimesOfHead = 1.05;
const nothing: Evidence = { same: 0, contrary: 0 };

const weigh = (
  word: Word,
  words: readonly Word[],
  article: ArticleIndex,
  isContrary: (found: Word) => boolean,
): Evidence => {
  const occurrences = word.keys.flatMap(key => article.occurrencesOf(key));
  const context = contextOf(words, word.place, article);
  const those = (which: (found: Word) => boolean) =>
    likest(
      context,
      article,
      occurrences.filter(({ word: found }: Occurrence) => which(found)),
    );
  return {
    same: those(({ polarity }) => polarity === word.polarity || polarity === 'open'),
    contrary: those(isContrary),
  };
};

/** `no longer` says nothing against a past in which it was so. */
const isPast = ({ text }: Word): boolean => text.endsWith('ed');

/** What speaks for and against that the words denied by the one at `by` are; the first of them, mostly the verb, weighs most. */
export const evidenceOfDenial = (denied: readonly Word[], words: readonly Word[], article: ArticleIndex): Evidence => {
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
export const evidenceOfAssertion = (word: Word, words: readonly Word[], article: ArticleIndex): Evidence =>
  weigh(word, words, article, found => found.polarity === 'denied' && found.rank === 0 && found.root === word.root);

/** `use` says little by itself, but whether something can be used says much. */
const isDeniable = ({ content, root }: Word): boolean => content || root === 'us';

/** The words that `words` deny, by what denies them. */
export const denialsIn = (words: readonly Word[]): ReadonlyMap<number, readonly Word[]> =>
  Map.groupBy(
    words.filter(word => word.polarity === 'denied' && (isDeniable(word) || word.sides.length > 0)),
    ({ by }) => by,
  );

const partOf = (words: readonly Word[], place: number): readonly Word[] =>
  words.filter(({ part }) => part === words[place]?.part);

/** The sentence of the article that speaks of the same as `words`. */
const alignedWith = (words: readonly Word[], article: ArticleIndex): readonly Word[] => {
  const fit = fitOf(words, article);
  return article.readings[fit.indexOf(bestFit(fit))] ?? [];
};

/** True where `aligned` denies one of the words that `denied` are. */
const isDenialShared = (denied: readonly Word[], aligned: readonly Word[]): boolean => {
  const keys = new Set(denied.flatMap(word => word.keys));
  return aligned.some(word => word.polarity === 'denied' && word.keys.some(key => keys.has(key)));
};

const isDeniedIn = (words: readonly Word[]): boolean => words.some(({ polarity }) => polarity === 'denied');

/** The denials of `words` where the article asserts, and the words that they assert where it denies. */
export const negationsTurned = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): (readonly Word[])[] => {
  const added = [...denialsIn(words)].filter(([by, denied]) =>
    isContradicted(
      evidenceOfDenial(
        denied.filter(word => !isNamed(word)),
        words,
        article,
      ),
      isDenialShared(denied, alignedWith(partOf(words, by), article)) ? certaintyBesideDenial : certaintyOfAdded,
    ),
  );
  const dropped = words.filter(
    word =>
      isDeniable(word) &&
      !isNamed(word) &&
      word.polarity === 'asserted' &&
      isContradicted(
        evidenceOfAssertion(word, words, article),
        isDeniedIn(partOf(words, word.place)) ? certaintyBesideDenial : certaintyOfDropped,
      ),
  );
  return [...added.map(([by, denied]) => [...words.slice(by, by + 1), ...denied]), ...dropped.map(word => [word])];
};
