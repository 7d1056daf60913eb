/** Coverage: clauses whose words do not stand together anywhere in the article, such as one that tells of another article. */
import { lemmasOf } from '../language/lexicon.ts';
import type { ArticleIndex } from './article-index.ts';
import { clausesOf } from './clauses.ts';
import { isNegative } from './negations.ts';
import { lackingIn, passagesLike, weightOf } from './passages.ts';
import type { Word } from './reading.ts';

/**
 * Share of a clause that a passage may lack, each word weighed by how telling it is. Two in 390 true sentences for practice
 * have a clause that lacks more, and 13 of 30 that were joined with a clause of another article or passage.
 */
const mostLacking = 0.3;
/** A single word is a matter of style. */
const fewestLacking = 2;

/** Passages that are looked at word by word. */
const mostPassages = 3;

/** Figures and denials are looked for by themselves. */
const isJudgedElsewhere = ({ text }: Word): boolean => /^\p{N}/u.test(text) || isNegative(text);

const prefix = /^(?:un|re|mis|non|pre|over|under|co|de|sub|multi|inter)(?=\p{L}{3})/u;

/** Whether it is no English word, nor one made of another: the term of a trade, or an identifier. */
const isTerm = ({ text }: Word): boolean =>
  /^\p{L}{3,}$/u.test(text) && lemmasOf(text).length === 0 && lemmasOf(text.replace(prefix, '')).length === 0;

const isNowhere = (word: Word, article: ArticleIndex): boolean => article.sentencesWith(word.keys).size === 0;

/** The words of each clause of `words` that is not covered. `isNamed` tells the names, which are looked for by themselves. */
export const wordsUncovered = (
  words: readonly Word[],
  article: ArticleIndex,
  isNamed: (word: Word) => boolean,
): Word[] =>
  clausesOf(words.filter(word => !isNamed(word) && !isJudgedElsewhere(word))).flatMap(clause => {
    const [lacking = clause] = passagesLike(clause, article, mostPassages)
      .map(middle => lackingIn(clause, words, article, middle))
      .sort((a, b) => weightOf(a) - weightOf(b));
    const isUncovered = lacking.length >= fewestLacking && weightOf(lacking) > mostLacking * weightOf(clause);
    return lacking.filter(word => isUncovered || (isTerm(word) && isNowhere(word, article)));
  });
