/** Counterparts: the words of a sentence of the article that say what a word says. */
import { isDeniable } from './denials.ts';
import type { Word } from './reading.ts';
import { isAligned } from './surroundings.ts';

/** The words of `reading`, a sentence of the article, that say what `heads` say and no other word of `words` does. */
export const counterparts = (
  heads: readonly Word[],
  words: readonly Word[],
  reading: readonly Word[],
): readonly Word[] => {
  const isOfAnother = (word: Word) =>
    words.some(({ root }) => root === word.root) && !heads.some(({ root }) => root === word.root);
  return reading.filter(
    word => isDeniable(word) && !isOfAnother(word) && heads.some(head => isAligned(head, words, word, reading)),
  );
};
