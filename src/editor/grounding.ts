/** Grounding: whether an article supports a sentence, checked by code and not by trust. */
import { type ArticleIndex, indexOf } from './grounding/article-index.ts';
import { clausesBroken } from './grounding/broken-clauses.ts';
import { reasonsMissing } from './grounding/cause-check.ts';
import { quotationsOf } from './grounding/claims.ts';
import { wordsApart } from './grounding/closeness.ts';
import { wordsUncovered } from './grounding/coverage-check.ts';
import { datesMissing } from './grounding/date-check.ts';
import { datesOf } from './grounding/dates.ts';
import { directionsTurned } from './grounding/direction-check.ts';
import { thingsExchanged } from './grounding/exchange-check.ts';
import { figuresMissing } from './grounding/figure-check.ts';
import { checkNames } from './grounding/name-check.ts';
import { negationsTurned } from './grounding/negation-check.ts';
import { normalise, plainText } from './grounding/plain-text.ts';
import { read, type Word } from './grounding/reading.ts';
import { rolesExchanged } from './grounding/role-check.ts';
import { subjectsExchanged } from './grounding/subject-check.ts';

export interface Grounding {
  readonly supported: boolean;
  /** What the article does not support, as the sentence has it, with a reason where it is no word that is missing. */
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

/** The sentence as written, from the first to the last of `words`. */
const excerptOf = (sentence: string, words: readonly Word[]): string => {
  const start = Math.min(...words.map(word => word.start));
  const end = Math.max(...words.map(word => word.start + word.text.length));
  return plainText(sentence).slice(start, end);
};

const judge = (sentence: string, article: ArticleIndex): readonly string[] => {
  if (standsIn(normalise(sentence), article.plain)) return [];
  const words = read(sentence);
  if (!words.some(word => word.content) || words.length > mostWords) return [sentence];
  const dates = datesOf(plainText(sentence));
  const names = checkNames(sentence, words, article, dates);
  const isNamed = (word: Word) => names.named.has(word);
  const excerpt = (found: readonly Word[]) => excerptOf(sentence, found);
  const turned = [
    ...directionsTurned(words, article),
    ...rolesExchanged(words, article),
    ...subjectsExchanged(words, article),
    ...thingsExchanged(words, article),
    ...negationsTurned(words, article, isNamed),
  ];
  return [
    ...figuresMissing(sentence, words, article, dates),
    ...datesMissing(dates, article),
    ...names.missing,
    ...quotationsOf(sentence).filter(quotation => !article.plain.includes(normalise(quotation))),
    ...turned.map(found => `${excerpt(found)} (the article says otherwise)`),
    ...[...reasonsMissing(words, article, isNamed), ...clausesBroken(words, article, isNamed)].map(
      found => `${excerpt(found)} (not said of it in the article)`,
    ),
    ...[...wordsUncovered(words, article, isNamed), ...wordsApart(words, article, isNamed)].map(word =>
      excerpt([word]),
    ),
  ];
};

/** Makes `articleText` of `company` ready once, for any number of its sentences. */
export const groundingOf = (articleText: string, company?: string): ((sentence: string) => Grounding) => {
  const article = indexOf(articleText, company);
  return sentence => {
    const missing = [...new Set(judge(sentence, article))];
    return { supported: missing.length === 0, missing };
  };
};

/** Sentences come one after another from the same few texts: an article, or the entries of an edition. */
const mostTexts = 24;
const checks = new Map<string, (sentence: string) => Grounding>();

/** The check of a text, kept while it is among those that were asked for last. */
const checkOf = (articleText: string, company: string | undefined): ((sentence: string) => Grounding) => {
  const key = `${company ?? ''}\n${articleText}`;
  const check = checks.get(key) ?? groundingOf(articleText, company);
  checks.delete(key);
  checks.set(key, check);
  const [oldest] = checks.keys();
  if (checks.size > mostTexts && oldest !== undefined) checks.delete(oldest);
  return check;
};

/**
 * Whether `articleText` supports `sentence`. What stands there verbatim always passes. Otherwise each figure, name,
 * identifier and quotation must stand in the article, whatever its spelling or unit, where it speaks of the same; nothing
 * may be denied, turned round or given another reason there; and most of its words must stand there, or others for them, in
 * few places. `missing` is empty exactly where the sentence is supported.
 *
 * @param company whose article it is, where that is known: a sentence names it where the article says `we`
 */
export const checkGrounding = (sentence: string, articleText: string, company?: string): Grounding =>
  checkOf(articleText, company)(sentence);
