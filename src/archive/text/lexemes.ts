/** The lexemes of Postgres's index: the tokens of texts, and labels, which no token is equal to. */
import { createHash } from 'node:crypto';
import type { LabelKind } from '../tables.ts';

/** Bytes. A lexeme has less than 2,048 (https://www.postgresql.org/docs/current/textsearch-limitations.html); no word has so many. */
const longestLexeme = 255;

/** Of a token. Those that are too long are known by their digest. */
export const lexemeOf = (token: string): string =>
  token.length * 3 <= longestLexeme || Buffer.byteLength(token) <= longestLexeme
    ? token
    : `#${createHash('sha256').update(token).digest('base64')}`;

export const labelLexeme = (kind: LabelKind, label: string): string => lexemeOf(`=${kind}=${label}`);

/** As the texts of a `tsvector` and of a `tsquery` spell it, in which no other character has a meaning between quotes. */
export const quotedLexeme = (lexeme: string): string => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/** Pairs fall into so many: few enough for an index, and enough that few entries share one by chance. */
export const numberOfPairs = 2 ** 20;

/**
 * Numbers of the pairs of lexemes that follow each other, each once. An entry that lacks one of those of a phrase lacks the
 * phrase, whatever else it has, so that a phrase of frequent words need not be sought in all entries that have the words.
 */
export const pairsOf = (phrase: readonly string[]): readonly number[] => [
  ...new Set(phrase.slice(1).map((lexeme, place) => pairOf(phrase[place] ?? '', lexeme))),
];

/** Before a number by which the index knows a pair, where it is counted as words are; no word begins with it. */
export const markSign = '~';

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over code units, its ends put together to 20 bits. */
const pairOf = (first: string, second: string): number => {
  const text = `${first} ${second}`;
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return ((hash >>> 20) ^ hash) & (numberOfPairs - 1);
};
