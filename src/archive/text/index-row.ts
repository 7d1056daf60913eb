/** What Postgres's index keeps of an entry. */
import type { IndexedEntry } from '../text-search.ts';
import { dayMarks, dayOf } from './days.ts';
import { labelLexeme, lexemeOf, pairsOf, quotedLexeme } from './lexemes.ts';
import { tokensOf } from './tokens.ts';

export interface IndexRow {
  readonly entry: number;
  /** How many there are in all columns, labels included. */
  readonly tokens: number;
  /** Of its pairs of words and of its day. */
  readonly marks: readonly number[];
  /** The text of a `tsvector`. */
  readonly vector: string;
}

/** The weights that a `tsvector` marks positions with, one for each column of the same weight. */
const classes = { title: 'A', body: '', company: 'B', themes: 'B' } as const;
const columns = ['title', 'body', 'company', 'themes'] as const;

/**
 * What a `tsvector` can hold (https://www.postgresql.org/docs/current/textsearch-limitations.html): positions up to 16,383, of
 * a lexeme fewer than 256, and a megabyte. Of an entry with more, later words are found, but not in phrases, a word counts 255
 * times at most, and what is past the megabyte is not found.
 */
const lastPosition = 16_383;
const mostPositions = 255;
const mostBytes = 1_000_000;
/** Of each lexeme beside its letters, and of each position. */
const bytesOfLexeme = 8;
const bytesOfPosition = 2;

/** @param read How texts are read; where their words are few and known, there are faster ways. */
export const indexRows = (entries: readonly IndexedEntry[], read = tokensOf): readonly IndexRow[] => {
  const tokens = read(entries.flatMap(entry => columns.map(column => entry[column])));
  return entries.map((entry, place) =>
    indexRow(entry, tokens.slice(place * columns.length, (place + 1) * columns.length)),
  );
};

/** @param tokens Of each column. */
const indexRow = (entry: IndexedEntry, tokens: readonly (readonly string[])[]): IndexRow => {
  const texts = tokens.map(ofColumn => ofColumn.map(lexemeOf));
  const labels = labelsOf(entry);
  return {
    entry: entry.key,
    tokens: texts.reduce((sum, { length }) => sum + length, labels.length),
    marks: [...new Set(texts.flatMap(pairsOf)), ...dayMarks(dayOf(entry.key))],
    vector: vectorOf(texts, labels),
  };
};

/** One for each theme, also where an entry names one twice. */
const labelsOf = ({ company, source, themes }: IndexedEntry): readonly string[] => {
  const slugs: readonly string[] = JSON.parse(themes);
  return [
    labelLexeme('company', company),
    labelLexeme('source', source),
    ...slugs.map(slug => labelLexeme('theme', slug)),
  ];
};

const vectorOf = (texts: readonly (readonly string[])[], labels: readonly string[]): string => {
  const positions = new Map<string, string[]>(labels.map(label => [label, []]));
  let position = 0;
  for (const [column, lexemes] of texts.entries()) {
    const weight = classes[columns[column] ?? 'body'];
    for (const lexeme of lexemes) {
      position += 1;
      const places = positions.get(lexeme) ?? [];
      if (position <= lastPosition && places.length < mostPositions) places.push(`${position}${weight}`);
      positions.set(lexeme, places);
    }
    // No phrase goes from one column to the next.
    position += 1;
  }
  const parts: string[] = [];
  let bytes = 0;
  for (const [lexeme, places] of positions) {
    bytes += Buffer.byteLength(lexeme) + bytesOfLexeme + bytesOfPosition * places.length;
    if (bytes > mostBytes) break;
    parts.push(places.length === 0 ? quotedLexeme(lexeme) : `${quotedLexeme(lexeme)}:${places.join(',')}`);
  }
  return parts.join(' ');
};
