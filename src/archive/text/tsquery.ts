/** What is asked of Postgres's index, as the texts of its types. All of it is data: no text of a reader is parsed. */
import { type RawBuilder, sql } from 'kysely';
import { labelKinds } from '../tables.ts';
import type { Filter, TextTerm } from '../text-search.ts';
import { labelLexeme, lexemeOf, pairsOf, quotedLexeme } from './lexemes.ts';
import { tokensOf } from './tokens.ts';

/** The lexemes of a word or a phrase; one at least. */
export type Phrase = readonly string[];

/** Phrases of which an entry must have one. */
export type Alternatives = readonly Phrase[];

/** What the terms are, without those of their alternatives that have no token. */
export const phrasesOf = (terms: readonly TextTerm[]): readonly Alternatives[] => {
  const tokens = tokensOf(terms.flat());
  let read = 0;
  return terms.map(({ length }) => {
    read += length;
    return tokens
      .slice(read - length, read)
      .map(phrase => phrase.map(lexemeOf))
      .filter(phrase => phrase.length > 0);
  });
};

/** The labels of each kind of which there are any, as phrases. */
export const labelsOf = (labels: Filter['labels']): readonly Alternatives[] =>
  labelKinds.filter(kind => labels[kind].length > 0).map(kind => labels[kind].map(label => [labelLexeme(kind, label)]));

/** Halves of halves: of a long row the server would make a query as deep, which is more than its stack takes. */
const joined = (parts: readonly string[], operator: string): string => {
  if (parts.length <= 2) return `(${parts.join(` ${operator} `)})`;
  const half = Math.ceil(parts.length / 2);
  return `(${joined(parts.slice(0, half), operator)} ${operator} ${joined(parts.slice(half), operator)})`;
};

const queryOf = (groups: readonly Alternatives[], within: string): string =>
  joined(
    groups.map(alternatives =>
      joined(
        alternatives.map(phrase => joined(phrase.map(quotedLexeme), within)),
        '|',
      ),
    ),
    '&',
  );

/** A `tsquery` of entries that have one of each of `groups`. */
export const phraseQuery = (groups: readonly Alternatives[]): string => queryOf(groups, '<->');

/** The same without the order of words, which an index does not know. */
const wordQuery = (groups: readonly Alternatives[]): string => queryOf(groups, '&');

/** The pairs that entries must have which have one of each of `groups`. */
const pairsWithin = (groups: readonly Alternatives[]): readonly number[] =>
  groups.flatMap(([phrase = [], ...others]) => (others.length === 0 ? pairsOf(phrase) : []));

/** The text of an array of integers. */
export const integers = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;

/** Whether an entry of the index has one of each of `groups`. */
export const matching = (groups: readonly Alternatives[]): RawBuilder<boolean> => {
  const words = sql<boolean>`vector @@ ${wordQuery(groups)}::tsquery`;
  if (groups.flat().every(({ length }) => length === 1)) return words;
  // The function of the operator @@, for which no index is asked: of a phrase it would have each match read again.
  const phrases = sql`ts_match_vq(vector, ${phraseQuery(groups)}::tsquery)`;
  return sql<boolean>`${words} and marks @> ${integers(pairsWithin(groups))}::integer[] and ${phrases}`;
};
