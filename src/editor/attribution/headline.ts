/** A headline taken apart into words, with what stands between them. */

/** A word of a headline. */
export interface Word {
  /** As it stands, the possessive ending included. */
  readonly raw: string;
  /** Without the possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly possessive: boolean;
  /** What stands between it and the word before it. */
  readonly gap: string;
  /** Offsets into the headline of `text`. */
  readonly start: number;
  readonly end: number;
  /** True for the first word, and after a colon, a dash or the end of a sentence. */
  readonly opens: boolean;
}

const wordPattern = /\.?[\p{L}\p{N}]+(?:[.'’&@_+\-‐‑]+[\p{L}\p{N}]+)*[+#]*/gu;
const possessivePattern = /['’]s$/i;
/** A colon inside a word (re:Invent) opens nothing. */
const opener = /[:;?!.](?=[^\p{L}\p{N}])|[|—–…]|\s-+\s/u;

export const wordsOfHeadline = (title: string): Word[] => {
  let previousEnd = 0;
  return [...title.matchAll(wordPattern)].map(({ 0: found, index }, position) => {
    const raw = found.replaceAll('’', "'").replace(/[‐‑]/g, '-');
    // A plural possessive ("Datadogs' ") has its apostrophe after the word.
    const bareApostrophe =
      raw.endsWith('s') && /^['’](?:\s|$)/.test(title.slice(index + found.length, index + found.length + 2));
    const text = raw.replace(possessivePattern, '');
    const gap = title.slice(previousEnd, index);
    previousEnd = index + found.length;
    return {
      raw,
      text,
      lower: text.toLowerCase(),
      possessive: text !== raw || bareApostrophe,
      gap,
      start: index,
      end: index + text.length,
      opens: position === 0 || opener.test(gap),
    };
  });
};

/** True where a word follows the one before it directly: no colon, comma or bracket between them. */
export const isJoined = (word: Word | undefined): word is Word =>
  word !== undefined && !word.opens && /^(?:\s+|\s*&\s*)$/.test(word.gap);

export const isCapitalised = (word: Word): boolean => /^\.?[\p{Lu}\p{N}]/u.test(word.text);
