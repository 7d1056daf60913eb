/** Counterparts: the words of a sentence of the article that say what a word says, or the contrary of that. */
import { areContrary, isAdjective } from '../language/lexicon.ts';
import { isDeniable } from './denials.ts';
import { termsWith } from './passages.ts';
import type { Word } from './reading.ts';
import { isAligned } from './surroundings.ts';

/** The words of a sentence of the article that say what `heads` say, those of the same root if there are any. */
export const counterparts = (
  heads: readonly Word[],
  words: readonly Word[],
  reading: readonly Word[],
): readonly Word[] => {
  const isOfAnother = (word: Word) =>
    words.some(({ root }) => root === word.root) && !heads.some(({ root }) => root === word.root);
  const alike = reading.filter(
    word => isDeniable(word) && !isOfAnother(word) && heads.some(head => isAligned(head, words, word, reading)),
  );
  const exact = alike.filter(word => heads.some(({ root }) => root === word.root));
  const isInPhrase = heads.some(head => termsWith(head, words).length > 1);
  if (alike.length > 0) return exact.length > 0 && !isInPhrase ? exact : alike;
  return reading.filter(
    word =>
      word.content &&
      heads.some(({ sides, text }) => sides.length === 0 && isAdjective(text) && areContrary(text, word.text)) &&
      !words.some(other => !reading.some(({ root }) => root === other.root) && isAligned(other, words, word, reading)),
  );
};

/** Whether a counterpart says the contrary of `heads`. */
export const isOpposite = (
  found: Word,
  heads: readonly Word[],
  words: readonly Word[],
  reading: readonly Word[],
): boolean => !heads.some(head => isAligned(head, words, found, reading));
