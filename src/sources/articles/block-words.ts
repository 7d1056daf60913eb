/** Words and sentences of a block, whatever its script. */

/** Scripts that put no space between words, and say more in a character. */
const unspacedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
const unspaced = new RegExp(`[${unspacedScripts}]`, 'u');
/** Two characters of an unspaced script count as a word. */
const word = new RegExp(String.raw`[${unspacedScripts}]{1,2}|(?:(?![${unspacedScripts}])[\p{L}\p{N}])+`, 'gu');

export const isUnspaced = (text: string): boolean => unspaced.test(text);

export const countWords = (text: string): number => text.match(word)?.length ?? 0;

/** Whether a text ends as sentences do, quotation marks and brackets aside. */
export const isSentence = (text: string): boolean => /[.!?…。！？]["'”’»)\]]*$/.test(text);
