/** Grounding: whether an article supports a sentence, checked by code and not by trust. */
import { isSpelledOut, namesOf, normalise, quotationsOf, rootOf } from './grounding/claims.ts';
import { figuresOf, isStated } from './grounding/figures.ts';
import { swapsIn } from './grounding/swaps.ts';
import { splitSentences } from './language/sentences.ts';
import { contentStems, stemOf, wordsOf } from './language/words.ts';

export interface Grounding {
  readonly supported: boolean;
  /** Figures, names, quotations and content words of the sentence, as written there, that the article does not have. */
  readonly missing: readonly string[];
}

/** Sentences that make one passage, and the share of content words that a passage must have. */
const passageLength = 4;
const leastOverlap = 0.6;

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

const passagesOf = (sentences: readonly string[]): ReadonlySet<string>[] => {
  const stems = sentences.map(contentStems);
  return stems.map((_, start) => new Set(stems.slice(start, start + passageLength).flat()));
};

/** The stems of `wanted` that the closest passage lacks. */
const strangersTo = (wanted: ReadonlySet<string>, passages: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  passages.map(passage => wanted.difference(passage)).reduce((a, b) => (b.size < a.size ? b : a), wanted);

/** The claims of `sentence` that can be looked up and are not in the article. */
const missingClaims = (sentence: string, articleText: string): string[] => {
  const article = normalise(articleText);
  const words = wordsOf(article);
  const roots = new Set([...words.map(rootOf), ...article.split(/[^\p{L}\p{N}]+/u).map(stemOf)]);
  const known = figuresOf(articleText);
  const hasName = (name: string): boolean =>
    roots.has(rootOf(name)) ||
    name.split(/[^\p{L}\p{N}]+/u).every(part => part === '' || roots.has(stemOf(part.toLowerCase()))) ||
    isSpelledOut(name, words);
  return [
    ...figuresOf(sentence)
      .filter(figure => !isStated(figure, known))
      .map(({ text }) => text),
    ...namesOf(sentence).filter(name => !hasName(name)),
    ...quotationsOf(sentence).filter(quotation => !article.includes(normalise(quotation))),
  ];
};

/**
 * Whether `articleText` supports `sentence`. What stands there verbatim always passes. Otherwise each figure, name,
 * identifier and quotation must stand in the article, whatever its spelling, none may have been put in another's place,
 * and at least 60% of the content words must stand in one passage of four sentences. `missing` is empty exactly where
 * the sentence is supported.
 */
export const checkGrounding = (sentence: string, articleText: string): Grounding => {
  if (standsIn(normalise(sentence), normalise(articleText))) return { supported: true, missing: [] };
  const sentences = articleText.split('\n').flatMap(splitSentences);
  const claims = [...new Set([...missingClaims(sentence, articleText), ...swapsIn(sentence, sentences)])];
  const wanted = new Set(contentStems(sentence));
  if (wanted.size === 0) return { supported: false, missing: [sentence] };
  const strangers = strangersTo(wanted, passagesOf(sentences));
  if (strangers.size <= (1 - leastOverlap) * wanted.size) return { supported: claims.length === 0, missing: claims };
  const words = wordsOf(sentence).filter(word => contentStems(word).some(stem => strangers.has(stem)));
  return { supported: false, missing: [...new Set([...claims, ...words])] };
};
