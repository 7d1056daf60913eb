/** Claims: what a sentence asserts that can be looked up in its article: names, identifiers and quotations. */
import { lemmasOf } from '../language/lexicon.ts';
import { isStopWord, stemOf, wordsOf } from '../language/words.ts';
import { normalise } from './plain-text.ts';
import { wordsIn } from './word-set.ts';

/** A word reduced to what inflection leaves: possessive off, hyphens and dots out, stemmed. */
export const rootOf = (word: string): string =>
  stemOf(
    normalise(word)
      .replace(/'s?$/, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );

/** Endings of ordinary English words; a capitalised first word that has one is taken for no name. */
const ordinaryEnding =
  /(?:ing|ed|ly|al|ive|ous|ion|ions|ment|ments|ness|ity|ities|ers|ors|ists|able|ible|ant|ent|ance|ence|ful|less|ship|ware|ies|ings|ates|izes)$/;
const ordinaryOpeners = new Set(
  `teams team systems system services service tools tool models model data agents queries apps code people clients workloads networks
  companies organizations businesses requests pages alerts costs tests builds servers databases large small big high low new old fast slow
  modern early late long short good bad great few fewer less simple complex static default banks public private open shared single multiple two three`.split(
    /\s+/,
  ),
);

/** Forms that no name has: `Given`, `Fewer`, `Follow`. Nouns, adjectives and words in `s` are names of companies and products too. */
const isInflected = (word: string): boolean => {
  const lemmas = lemmasOf(word);
  return (
    lemmas.length > 0 &&
    !word.endsWith('s') &&
    (lemmas.every(({ pos }) => pos === 'verb' || pos === 'adverb') ||
      lemmas.some(({ lemma, pos }) => pos !== 'noun' && lemma !== word))
  );
};

/** `Smaller`, `oldest`, `busier`, `bigger`. */
const isCompared = (word: string): boolean => {
  const [, stem = ''] = /^(\p{L}{2,})(?:er|est)$/u.exec(word) ?? [];
  const bases = [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')];
  return stem !== '' && bases.some(base => lemmasOf(base).some(({ pos }) => pos === 'adjective'));
};

const looksOrdinary = (word: string): boolean =>
  ordinaryEnding.test(word) || ordinaryOpeners.has(word) || isInflected(word) || isCompared(word);

/** Versions, addresses and mixed words: `v10`, `1.1.1.1`, `Node.js`, `emit_wasm`, `EmDash`; not plain figures with a unit. */
const isIdentifier = (word: string): boolean =>
  /^\p{N}+(?:\.\p{N}+){2,}$/u.test(word) ||
  (/[\p{L}][._]?\p{N}|\p{N}\p{L}|_|\p{Ll}\p{Lu}|\p{L}\.\p{L}/u.test(word) &&
    !/^\p{N}+(?:st|nd|rd|th|x|s|%|ms|k|m|b|[kmgtp]i?b|h)?$/iu.test(word));
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Names and identifiers of `sentence` as written, possessives off. The first word counts where it cannot be an ordinary one. */
export const namesOf = (sentence: string): string[] => {
  const words = wordsOf(sentence).map(word => word.replace(/['’]s?$/, ''));
  const named = words.filter((word, position) => {
    if (isStopWord(word) || word.length < 2) return false;
    if (isIdentifier(word)) return true;
    if (!isCapitalised(word)) return false;
    if (position > 0 || /^\p{Lu}{2}/u.test(word)) return true;
    return !looksOrdinary(word.toLowerCase());
  });
  return [...new Set(named)];
};

/** Quotations of two words and more, marks and closing punctuation off. */
export const quotationsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/[“"]([^“”"]+)[”"]/gu)]
    .map(match => (match[1] ?? '').replace(/(?<![.,;:!?])[.,;:!?]+$/, '').trim())
    .filter(quotation => quotation.includes(' '));

/** Two letters begin any two words, but of these everybody knows the words. */
const knownAbbreviations = wordsIn('UI UX AI ML OS DB VM PR QA CI CD');

/** True where consecutive words of `words` (lower case) begin with the letters of `abbreviation`, as `change data capture` for CDC. */
export const isSpelledOut = (abbreviation: string, words: readonly string[]): boolean => {
  const letters = abbreviation.toLowerCase();
  if (!/^\p{Lu}{3,5}$/u.test(abbreviation) && !knownAbbreviations.has(abbreviation)) return false;
  return words.some((_, start) =>
    [...letters].every((letter, offset) => {
      const word = words[start + offset];
      return word?.startsWith(letter) && !isStopWord(word);
    }),
  );
};
