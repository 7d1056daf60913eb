/**
 * A notation for turns of phrase, so that tables of them can be read and extended without regular expressions:
 * alternatives on lines or split by `|`; `*` for any ending of a word, `~` for up to three words between, `#` for a
 * figure, `not` and `is` also for their contractions. Case does not count.
 */

const notations: readonly (readonly [RegExp, string])[] = [
  [/[.+?^${}()[\]\\]/g, '\\$&'],
  [/'/g, "['’]"],
  [/\bcan not\b/g, "can(?:not| not|['’]t)"],
  [/\b(\w+) not\b/g, "$1(?: not|n['’]t)"],
  [/\b(\w+) (?:is|has)\b/g, "$1(?: is| has|['’]s)"],
  [/\b(\w+) are\b/g, "$1(?: are|['’]re)"],
  [/\b(\w+) am\b/g, "$1(?: am|['’]m)"],
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

// No alternative repeats within a repetition, so matching is linear in the text.
const pattern = (start: string, source: string): RegExp => new RegExp(`${start}(?:${source})(?![\\w-])`, 'gi');

const wordStart = '(?<!\\w)';
const sentenceStart = '^[“"\'‘(]*';

/** Any of `phrases`, as whole words. Patterns are global: use them with `match` or `search`, not `test`. */
export const anyOf = (phrases: string): RegExp => pattern(wordStart, alternativesIn(phrases));

/** Any of `firsts` straight before any of `seconds`. */
export const anyPairOf = (firsts: string, seconds: string): RegExp =>
  pattern(wordStart, `(?:${alternativesIn(firsts)}) (?:${alternativesIn(seconds)})`);

/** Any of `phrases` at the start of the text, behind quotation marks at most. */
export const openingWith = (phrases: string): RegExp => pattern(sentenceStart, alternativesIn(phrases));

/** True where one of `patterns` matches somewhere in `text`. */
export const hasAny = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some(candidate => text.search(candidate) >= 0);
