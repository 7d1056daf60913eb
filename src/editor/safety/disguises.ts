/**
 * Disguises: spellings by which a text escapes rules and is still understood by a model, each undone. The result is for
 * matching alone and is never shown.
 */

/** Letters of other scripts that look like Latin ones (UTS #39 lists them all; these serve to spell English words). */
const lookalikes: ReadonlyMap<string, string> = new Map(
  `аa вb еe гr ԁd һh іi јj кk мm нh оo рp пn ԛq ѕs тt уy ԝw хx ьb αa βb γy εe ηn ιi κk νv οo ρp σs τt υu χx ωw ϲc ϳj сc ɡg ıi ɩi
   ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz øo łl đd ħh`
    .split(/\s+/)
    .map(([letter = '', alike = '']): [string, string] => [letter, alike]),
);

const punctuation: readonly (readonly [RegExp, string])[] = [
  [/[’‘ʼ`´]/g, "'"],
  [/[“”„«»‹›「」『』]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/\s+/g, ' '],
];

/** Compatibility forms (full width, mathematical, ligatures) as plain letters, in lower case, punctuation of one kind. */
export const plainSpelling = (text: string): string =>
  punctuation.reduce((folded, [from, to]) => folded.replace(from, to), text.normalize('NFKC').toLowerCase());

/** As `plainSpelling`, without accents, and with Latin letters for those that look like them. */
export const latinSpelling = (text: string): string =>
  plainSpelling(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{ASCII}]/gu, letter => lookalikes.get(letter) ?? letter);

const digitsAsLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
};

/** Letters alone, `i-g n 0 r e` as `ignore`: for phrases so telling that words need no bounds. */
export const squeezed = (text: string): string =>
  latinSpelling(text)
    .replace(/[013457@$!|]/g, sign => digitsAsLetters[sign] ?? '')
    .replace(/[^\p{L}]+/gu, '');

/** ROT13 of Latin letters in lower case. */
export const rotated = (letters: string): string =>
  letters.replace(/[a-z]/g, letter => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

export const reversed = (letters: string): string => [...letters].reverse().join('');

/** A run long enough to hold an order, in base64 or base64url, or as hexadecimal digits. */
const encoded = /[A-Za-z0-9+/_-]{24,}={0,2}/g;

/** The share of characters that a text in some language has as letters and spaces. */
const textShare = 0.8;

const isText = (text: string): boolean =>
  !text.includes('\ufffd') && (text.match(/[\p{L} ]/gu) ?? []).length >= textShare * [...text].length;

/** What runs of base64 and hexadecimal digits in `text` say, where they say anything. */
export const decodedRuns = (text: string): readonly string[] =>
  (text.match(encoded) ?? [])
    .flatMap(run => {
      const hex = /^(?:[0-9a-f]{2})+$/i.test(run) ? [Buffer.from(run, 'hex')] : [];
      return [...hex, Buffer.from(run, 'base64')];
    })
    .map(bytes => bytes.toString('utf8'))
    .filter(isText);
