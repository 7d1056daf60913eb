/** How easily a text is read: Flesch Reading Ease (Flesch 1948), by the libraries `flesch` and `syllable`. */
import { flesch } from 'flesch';
import { syllable } from 'syllable';
import { wordsOf } from '../../src/editor/language/words.ts';

/** 60 to 70 is plain English, 30 and less is for graduates; below 0 is possible. Undefined where there are no words. */
export const readingEase = (sentences: readonly string[]): number | undefined => {
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return flesch({ sentence: sentences.length, word: words.length, syllable: syllables });
};
