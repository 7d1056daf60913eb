/** The words of a text as they are compared: spelling variants, case and punctuation do not count. */

/** Lower-case words, in order; those with an apostrophe are one word ("don't" is `dont`). */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A headline reduced to its words, so that quotation marks, dashes and case do not tell two copies apart. */
export const normaliseTitle = (title: string): string => wordsOf(title).join(' ');
