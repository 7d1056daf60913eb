/** Coverage: terms and names in lower case, `npm`, that an article nowhere has, neither themselves nor in other words for them. */
import { lemmasOf } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import { isSaidAnywhere } from './closeness.ts';
import type { Word } from './reading.ts';

const affix = /^(?:un|re|mis|non|pre|over|under|co|de|sub|multi|inter)(?=\p{L}{3})|(?<=\p{L}{3})fold$/u;

/** Whether it is no English word, nor one made of another: the term of a trade, or an identifier. */
const isTerm = ({ text }: Word): boolean =>
  /^\p{L}{3,}$/u.test(text) && lemmasOf(text).length === 0 && lemmasOf(text.replace(affix, '')).length === 0;

/** The terms of `words` that the article has not. `isNamed` tells the names, which are looked for by themselves. */
export const wordsUncovered = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): Word[] =>
  words.filter(word => word.content && !isNamed(word) && isTerm(word) && !isSaidAnywhere(word, words, article));
