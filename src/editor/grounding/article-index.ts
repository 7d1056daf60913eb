/** An article made ready for looking things up in it: its sentences, and where each meaning stands. */
import { splitSentences } from '../language/sentences.ts';
import { stemOf, wordsOf } from '../language/words.ts';
import { isSpelledOut, rootOf } from './claims.ts';
import type { Figure } from './figure.ts';
import { measuresOf } from './measures.ts';
import { normalise, plainText } from './plain-text.ts';
import { placeAt, read, type Word } from './reading.ts';

export interface Occurrence {
  /** Number of the sentence in the article. */
  readonly sentence: number;
  readonly word: Word;
}

export interface StatedMeasure {
  readonly figure: Figure;
  readonly sentence: number;
  /** Number of the word of the sentence at which it begins. */
  readonly place: number;
}

export interface ArticleIndex {
  /** The article in plain text and lower case. */
  readonly plain: string;
  readonly sentences: readonly string[];
  readonly readings: readonly (readonly Word[])[];
  /** Its figures and units, each with the number of its sentence. */
  readonly measures: readonly StatedMeasure[];
  /** Where each key stands in a sentence; nowhere outside of the article. */
  placesIn(sentence: number): ReadonlyMap<string, readonly number[]>;
  /** The first occurrences of a key, in order. */
  occurrencesOf(key: string): readonly Occurrence[];
  /** The sentences in which one of `keys` stands, in order of the keys, with repetitions. */
  sentencesWith(keys: readonly string[]): ReadonlySet<number>;
  /** Whether a name stands in the article, in another inflection or spelling, or with its abbreviation spelled out. */
  hasName(name: string): boolean;
  /** How telling it is to share a root with this article, from 0 to 1: a root on every line tells little. */
  weightOf(root: string): number;
}

/** Places in one sentence at which one meaning is looked for. */
const mostPlaces = 6;
/** Occurrences of one meaning that are looked at; hostile text may repeat a word as often as it likes. */
const mostOccurrences = 48;

const namesLookedUpIn = (plain: string): ((name: string) => boolean) => {
  const words = wordsOf(plain);
  const roots = new Set([...[...new Set(words)].map(rootOf), ...new Set(plain.split(/[^\p{L}\p{N}]+/u).map(stemOf))]);
  return name =>
    roots.has(rootOf(name)) ||
    name.split(/[^\p{L}\p{N}]+/u).every(part => part === '' || roots.has(stemOf(part.toLowerCase()))) ||
    isSpelledOut(name, words);
};

const placesOf = (words: readonly Word[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const { keys, place } of words) {
    for (const key of keys) {
      const known = places.get(key);
      if (!known) places.set(key, [place]);
      else if (known.length < mostPlaces) known.push(place);
    }
  }
  return places;
};

export const indexOf = (text: string): ArticleIndex => {
  const sentences = text.split('\n').flatMap(splitSentences);
  const readings = sentences.map(read);
  const occurrences = new Map<string, Occurrence[]>();
  const places = new Map<string, Set<number>>();
  readings.forEach((words, sentence) => {
    for (const word of words) {
      for (const key of word.keys) {
        const known = occurrences.get(key);
        if (!known) occurrences.set(key, [{ sentence, word }]);
        else if (known.length < mostOccurrences) known.push({ sentence, word });
        const found = places.get(key);
        if (found) found.add(sentence);
        else places.set(key, new Set([sentence]));
      }
    }
  });
  const none: ReadonlySet<number> = new Set();
  const nowhere: ReadonlyMap<string, readonly number[]> = new Map();
  const placesIn = readings.map(placesOf);
  const plain = normalise(text);
  const scale = Math.log(2 + sentences.length);
  return {
    plain,
    sentences,
    readings,
    measures: sentences.flatMap((text, sentence) =>
      measuresOf(plainText(text)).map(figure => ({
        figure,
        sentence,
        place: placeAt(readings[sentence] ?? [], figure.start),
      })),
    ),
    placesIn: sentence => placesIn[sentence] ?? nowhere,
    hasName: namesLookedUpIn(plain),
    occurrencesOf: key => occurrences.get(key) ?? [],
    sentencesWith: keys => {
      const sets = keys.map(key => places.get(key) ?? none);
      return sets.length === 1 ? (sets[0] ?? none) : sets.reduce((a, b) => a.union(b), none);
    },
    weightOf: root => Math.log((2 + sentences.length) / (1 + (places.get(root)?.size ?? 0))) / scale,
  };
};
