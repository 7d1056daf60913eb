/** An article made ready for looking things up in it: its sentences, and where each meaning stands. */
import { splitSentences } from '../language/sentences.ts';
import { stemOf, wordsOf } from '../language/words.ts';
import { isSpelledOut, rootOf } from './claims.ts';
import { type CalendarDate, datesOf } from './dates.ts';
import type { Figure } from './figure.ts';
import { meaningOf } from './meanings.ts';
import { measuresOf } from './measures.ts';
import { abbreviationsIn, isFirstPerson, namesIn } from './named-words.ts';
import { normalise, plainText } from './plain-text.ts';
import { placeAt, read, type Word } from './reading.ts';
import { type Role, rolesOf } from './roles.ts';

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
  /** Roots of the words before and after it, of which it may be the number. */
  readonly beside: readonly string[];
}

export interface NamedPlace {
  readonly sentence: number;
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
  readonly dates: readonly CalendarDate[];
  /** The roots of its names, and where each of them stands. */
  readonly nameRoots: readonly string[];
  placesOfName(root: string): readonly NamedPlace[];
  /** The roles in which words of a sentence stand, by their places. */
  rolesIn(sentence: number): ReadonlyMap<number, Role>;
  /** Its abbreviations, in lower case. */
  readonly abbreviations: ReadonlySet<string>;
  /** Roots of the words that stand in it in lower case, and so are no names. */
  readonly ordinaryRoots: ReadonlySet<string>;
  /** Whether a name stands in the article, in another inflection or spelling, or with its abbreviation spelled out. */
  hasName(name: string): boolean;
  /** How telling it is to share a root with this article, from 0 to 1: a root on every line tells little. */
  weightOf(root: string): number;
}

/** Places in one sentence at which one meaning is looked for. */
const mostPlaces = 6;
/** Occurrences of one meaning that are looked at; hostile text may repeat a word as often as it likes. */
const mostOccurrences = 48;

/** `GPU-equipped` is the name of what it begins with. */
const partsOf = (name: string): string[] => {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(part => part !== '');
  const named = parts.filter(part => !/^\p{Ll}+$/u.test(part));
  return named.length > 0 && name.includes('-') ? named : parts;
};

const namesLookedUpIn = (plain: string, company = ''): ((name: string) => boolean) => {
  const words = wordsOf(`${plain} ${company.toLowerCase()}`);
  const roots = new Set([...[...new Set(words)].map(rootOf), ...new Set(plain.split(/[^\p{L}\p{N}]+/u).map(stemOf))]);
  return name =>
    roots.has(rootOf(name)) ||
    partsOf(name).every(part => roots.has(stemOf(part.toLowerCase()))) ||
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

const namedPlacesOf = (
  sentences: readonly string[],
  readings: readonly (readonly Word[])[],
  company: string | undefined,
): ReadonlyMap<string, readonly NamedPlace[]> => {
  const places = new Map<string, NamedPlace[]>();
  const add = (root: string, found: NamedPlace) => {
    const known = places.get(root);
    if (!known) places.set(root, [found]);
    else if (known.length < mostOccurrences) known.push(found);
  };
  sentences.forEach((text, sentence) => {
    const reading = readings[sentence] ?? [];
    for (const { root, words } of namesIn(text, reading)) add(root, { sentence, place: words[0]?.place ?? 0 });
    if (company === undefined) return;
    for (const { place } of reading.filter(isFirstPerson)) add(rootOf(company), { sentence, place });
  });
  return places;
};

/** The words that stand right before and after a figure. */
export const besideOf = ({ start, text }: Figure, words: readonly Word[]): string[] =>
  [words[placeAt(words, start) - 1], words[placeAt(words, start + text.length)]].flatMap(word =>
    word?.content ? [word.root] : [],
  );

/** @param company whose article it is: where it says `we`, that name is meant */
export const indexOf = (text: string, company?: string): ArticleIndex => {
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
  const names = namedPlacesOf(sentences, readings, company);
  const roles = readings.map(rolesOf);
  const noRoles: ReadonlyMap<number, Role> = new Map();
  const plain = normalise(text);
  const scale = Math.log(2 + sentences.length);
  return {
    plain,
    dates: datesOf(plainText(text)),
    nameRoots: [...names.keys()],
    placesOfName: root => names.get(root) ?? [],
    rolesIn: sentence => roles[sentence] ?? noRoles,
    abbreviations: abbreviationsIn(text),
    ordinaryRoots: new Set(
      (text.match(/(?<![\p{L}\p{N}./_@-])\p{Ll}+(?![\p{L}\p{N}/_@]|[.-]\p{L})/gu) ?? []).map(
        word => meaningOf(word).root,
      ),
    ),
    sentences,
    readings,
    measures: sentences.flatMap((text, sentence) =>
      measuresOf(plainText(text)).map(figure => {
        const words = readings[sentence] ?? [];
        return { figure, sentence, place: placeAt(words, figure.start), beside: besideOf(figure, words) };
      }),
    ),
    placesIn: sentence => placesIn[sentence] ?? nowhere,
    hasName: namesLookedUpIn(plain, company),
    occurrencesOf: key => occurrences.get(key) ?? [],
    sentencesWith: keys => {
      const sets = keys.map(key => places.get(key) ?? none);
      return sets.length === 1 ? (sets[0] ?? none) : sets.reduce((a, b) => a.union(b), none);
    },
    weightOf: root => Math.log((2 + sentences.length) / (1 + (places.get(root)?.size ?? 0))) / scale,
  };
};
