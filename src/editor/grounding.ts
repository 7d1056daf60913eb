/** Grounding: whether an article supports a sentence, checked by code and not by trust. */
import { type ArticleIndex, indexOf } from './grounding/article-index.ts';
import { reasonsMissing } from './grounding/cause-check.ts';
import { quotationsOf } from './grounding/claims.ts';
import { wordsUncovered } from './grounding/coverage-check.ts';
import { directionsTurned } from './grounding/direction-check.ts';
import { figuresMissing } from './grounding/figure-check.ts';
import { checkNames } from './grounding/name-check.ts';
import { negationsTurned } from './grounding/negation-check.ts';
import { pairingsExchanged } from './grounding/pairing-check.ts';
import { normalise } from './grounding/plain-text.ts';
import { read, type Word } from './grounding/reading.ts';
import { rolesExchanged } from './grounding/role-check.ts';

export interface Grounding {
  readonly supported: boolean;
  /** What the article does not support, as the sentence has it; empty exactly where it is supported. */
  readonly missing: readonly string[];
}

/** A longer sentence is none that a digest would tell; it is supported as it stands or not at all. */
const mostWords = 150;

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** True where `quoted` stands in `text` as whole words: `$8.` does not stand in `$8.5 billion`. */
const standsIn = (quoted: string, text: string): boolean => {
  if (quoted === '') return true;
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
    if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + quoted.length])) return true;
  }
  return false;
};

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

const judge = (sentence: string, article: ArticleIndex): readonly string[] => {
  if (standsIn(normalise(sentence), article.plain)) return [];
  const words = read(sentence);
  if (!words.some(word => word.content) || words.length > mostWords) return [sentence];
  const names = checkNames(sentence, words, article);
  const isNamed = (word: Word) => names.named.has(word);
  return [
    ...figuresMissing(sentence, words, article),
    ...names.missing,
    ...quotationsOf(sentence).filter(quotation => !article.plain.includes(normalise(quotation))),
    ...directionsTurned(words, article),
    ...rolesExchanged(words, article),
    ...pairingsExchanged(words, article).map(textOf),
    ...negationsTurned(words, article, isNamed).map(textOf),
    ...reasonsMissing(words, article).map(textOf),
    ...wordsUncovered(words, article, isNamed).map(({ text }) => text),
  ];
};

/** Makes `articleText` ready once, for any number of its sentences. */
export const groundingOf = (articleText: string): ((sentence: string) => Grounding) => {
  const article = indexOf(articleText);
  return sentence => {
    const missing = [...new Set(judge(sentence, article))];
    return { supported: missing.length === 0, missing };
  };
};

/** Sentences come one after another from the same article. */
let last: { readonly articleText: string; readonly check: (sentence: string) => Grounding } | undefined;

export const checkGrounding = (sentence: string, articleText: string): Grounding => {
  if (last?.articleText !== articleText) last = { articleText, check: groundingOf(articleText) };
  return last.check(sentence);
};
