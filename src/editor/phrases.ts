/**
 * A notation for turns of phrase, so that tables of them can be read and extended without regular expressions:
 * alternatives on lines or split by `|`; `*` for any ending of a word, `~` for up to three words between, `#` for a
 * figure, and `not` also for its contractions. Case does not count.
 */

const notations: readonly (readonly [RegExp, string])[] = [
  [/[.+?^${}()[\]\\]/g, '\\$&'],
  [/'/g, "['’]"],
  [/\bcan not\b/g, "can(?:not| not|['’]t)"],
  [/(\w+) not\b/g, "$1(?: not|n['’]t)"],
  [/ ~ /g, " (?:[\\w'’-]+ ){0,3}"],
  [/\*/g, "[\\w'’-]*"],
  [/#/g, '[$€£]?\\d[\\d.,]*'],
];

const sourceOf = (phrase: string): string => notations.reduce((text, [from, to]) => text.replace(from, to), phrase);

const alternativesIn = (phrases: string): string =>
  phrases
    .split(/[|\n]/)
    .map(phrase => phrase.trim())
    .filter(phrase => phrase !== '')
    .map(sourceOf)
    .join('|');

const wholeWords = (source: string): RegExp => new RegExp(`(?<!\\w)${source}(?!\\w)`, 'gi');

/** A global pattern (for `match`, not `test`) of any of `phrases`, as whole words. It has no nested repetition, so matching is linear in the text. */
export const anyOf = (phrases: string): RegExp => wholeWords(`(?:${alternativesIn(phrases)})`);

/** A pattern for any of `firsts` straight before any of `seconds`. */
export const anyPairOf = (firsts: string, seconds: string): RegExp =>
  wholeWords(`(?:${alternativesIn(firsts)}) (?:${alternativesIn(seconds)})`);
