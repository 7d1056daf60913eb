/** Joined reasons: whether the article joins an effect and its reason by a word that says so, or only tells one after the other. */
import type { ArticleIndex } from './article-index.ts';
import { type Halves, halvesOf, type Link, linksIn, type Side } from './links.ts';
import { numberWords } from './number-words.ts';
import { lackingAmong, weightOf } from './passages.ts';
import type { Word } from './reading.ts';

/** Share of an effect and of its reason that the two sides of a link must say to join them. */
const leastLinked = 0.58;
/** Share of either that half a sentence must say to be where it is told, and how much more than the other half. */
const leastTold = 0.65;
const leastApart = 0.4;
/** A looser link is enough for what is told side by side not to be taken apart. */
const leastLikely = 0.5;

/** An effect and its reason, as the sentence `words` has them. */
export interface Stated {
  readonly effect: readonly Word[];
  readonly reason: readonly Word[];
  readonly words: readonly Word[];
}

/** How much of some words of the sentence a side says, from 0 to 1. */
const shareOn = ({ sentence, words: told }: Side, some: readonly Word[], { words }: Stated, article: ArticleIndex) =>
  1 - weightOf(lackingAmong(some, words, told, article.readings[sentence] ?? [])) / (weightOf(some) || 1);

const isJoinedBy = ({ effect, reason }: Link, stated: Stated, article: ArticleIndex, least: number): boolean =>
  shareOn(effect, stated.effect, stated, article) >= least && shareOn(reason, stated.reason, stated, article) >= least;

/** Whether one of the sentences `among` links reason and effect. */
export const areLinked = (stated: Stated, among: readonly number[], article: ArticleIndex): boolean =>
  among.some(sentence =>
    linksIn(sentence, article).some(link => !link.isOfTime && isJoinedBy(link, stated, article, leastLinked)),
  );

/**
 * Whether one of the sentences `among` tells the effect, and then the reason in another half that goes on from there, and no link
 * joins them: `The gate was painted, and the guard retired`. What is denied may be so for what comes next: not all is old, as some
 * is new.
 */
export const areMerelyBeside = (stated: Stated, among: readonly number[], article: ArticleIndex): boolean =>
  stated.effect.every(({ polarity }) => polarity === 'asserted') &&
  among.some(sentence => {
    const isLikely = (link: Link) => isJoinedBy(link, stated, article, leastLikely);
    const isApart = ({ effect: first, reason: second }: Link) => {
      const share = (side: Side, some: readonly Word[]) => shareOn(side, some, stated, article);
      const [effect, reason] = [share(first, stated.effect), share(second, stated.reason)];
      return (
        effect >= leastTold &&
        reason >= leastTold &&
        effect - share(second, stated.effect) >= leastApart &&
        reason - share(first, stated.reason) >= leastApart
      );
    };
    return halvesOf(sentence, article).some(isApart) && !linksIn(sentence, article).some(isLikely);
  });

const numbersIn = (words: readonly Word[]): readonly string[] =>
  words.map(({ text }) => text).filter(text => numberWords.has(text) || /^\p{N}+$/u.test(text));

/** Whether one of the sentences `among` gives the reason of another number of things: `five because …, and two because …`. */
export const isOfOthers = (stated: Stated, among: readonly number[], article: ArticleIndex): boolean => {
  const numbers = new Set(numbersIn(stated.words.filter(word => !stated.reason.includes(word))));
  if (numbers.size === 0) return false;
  return among.some(sentence => {
    const words = article.readings[sentence] ?? [];
    const isSwapped = ({ place, effect: first, reason: second }: Halves) => {
      const before = shareOn(first, stated.reason, stated, article);
      const behind = shareOn(second, stated.reason, stated, article);
      const sides = [words.slice(0, place), words.slice(place)].map(numbersIn);
      const [own = [], others = []] = behind > before ? sides.toReversed() : sides;
      return (
        Math.max(before, behind) >= leastTold &&
        Math.abs(before - behind) >= leastApart &&
        own.length > 0 &&
        !own.some(number => numbers.has(number)) &&
        others.some(number => numbers.has(number))
      );
    };
    return halvesOf(sentence, article).some(isSwapped);
  });
};
