/** Makes hostile documents out of harmless ones: pure, by chance that repeats, and never longer than is asked. */
import type { Chance } from './chance.ts';
import { dictionary, encodings } from './dictionary.ts';

/**
 * A change to a document, which is a string of its bytes (`latin1`), so that nothing is lost where they are no text.
 * @param partner another document of the same kind
 */
export type Mutator = (document: string, chance: Chance, partner: string) => string;

/** The bytes of `text` in UTF-8, one character each. */
export const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

const token = (chance: Chance): string => bytesOf(chance.of(chance.of(dictionary)));

/** A stretch of the document: seldom long, since mutants of a few bytes find most. */
const stretch = (document: string, chance: Chance): { readonly from: number; readonly to: number } => {
  const from = chance.below(document.length + 1);
  const longest = chance.oneIn(4) ? document.length : 200;
  return { from, to: Math.min(document.length, from + chance.below(longest + 1)) };
};

const replaced = (document: string, from: number, to: number, by: string): string =>
  document.slice(0, from) + by + document.slice(to);

/** How often something is repeated: mostly a few times, now and then often enough to hurt. */
const counts = [2, 3, 10, 100, 1000, 10_000] as const;

/** Characters that a repetition comes to at most. */
const longestRepetition = 1_000_000;

const repeated = (text: string, chance: Chance): string =>
  text.repeat(Math.min(chance.of(counts), Math.ceil(longestRepetition / Math.max(1, text.length))));

const tagNames = ['div', 'b', 'item', 'entry', 'title', 'a', 'table', 'blockquote', 'ul', 'content', 'x:y'] as const;

export const mutators: Readonly<Record<string, Mutator>> = {
  flipBytes: (document, chance) => {
    let flipped = document;
    for (let left = 1 + chance.below(8); left > 0; left--) {
      const at = chance.below(document.length + 1);
      flipped = replaced(flipped, at, at + 1, String.fromCharCode(chance.below(256)));
    }
    return flipped;
  },
  truncate: (document, chance) => document.slice(0, chance.below(document.length + 1)),
  behead: (document, chance) => document.slice(chance.below(Math.min(document.length, 2000) + 1)),
  remove: (document, chance) => {
    const { from, to } = stretch(document, chance);
    return replaced(document, from, to, '');
  },
  insertTokens: (document, chance) => {
    let filled = document;
    for (let left = 1 + chance.below(10); left > 0; left--) {
      const at = chance.below(filled.length + 1);
      filled = replaced(filled, at, at, token(chance));
    }
    return filled;
  },
  replaceValue: (document, chance) => {
    // What stands between two tags, or in quotes: the places that a parser hands on.
    const values = [...document.slice(0, 50_000).matchAll(/>([^<>]+)<|="([^"]*)"|:\s*"([^"]*)"/g)];
    if (values.length === 0) return document;
    const match = chance.of(values);
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const from = match.index + match[0].lastIndexOf(inner);
    return replaced(
      document,
      from,
      from + inner.length,
      chance.oneIn(5) ? repeated(token(chance), chance) : token(chance),
    );
  },
  repeatToken: (document, chance) => {
    const at = chance.below(document.length + 1);
    return replaced(document, at, at, repeated(token(chance), chance));
  },
  repeatStretch: (document, chance) => {
    const { from, to } = stretch(document, chance);
    return replaced(document, to, to, repeated(document.slice(from, to), chance));
  },
  moveStretch: (document, chance) => {
    const { from, to } = stretch(document, chance);
    const rest = replaced(document, from, to, '');
    const at = chance.below(rest.length + 1);
    return replaced(rest, at, at, document.slice(from, to));
  },
  shuffle: (document, chance) => {
    const size = 1 + chance.below(500);
    const pieces = Array.from({ length: Math.ceil(document.length / size) }, (_, index) =>
      document.slice(index * size, (index + 1) * size),
    );
    for (let index = pieces.length - 1; index > 0; index--) {
      const other = chance.below(index + 1);
      [pieces[index], pieces[other]] = [pieces[other] ?? '', pieces[index] ?? ''];
    }
    return pieces.join('');
  },
  splice: (document, chance, partner) => {
    const head = document.slice(0, chance.below(document.length + 1));
    return head + partner.slice(chance.below(partner.length + 1));
  },
  double: (document, chance, partner) => (chance.oneIn(2) ? document + document : document + partner),
  nest: (document, chance) => {
    const { from, to } = stretch(document, chance);
    const [name, depth] = [chance.of(tagNames), chance.of(counts)];
    const end = chance.oneIn(2) ? `</${name}>`.repeat(depth) : '';
    return replaced(document, from, to, `<${name}>`.repeat(depth) + document.slice(from, to) + end);
  },
  dropEndTags: (document, chance) => {
    const rate = 1 + chance.below(5);
    return document.replace(/<\/[^<>]{1,50}>/g, tag => (chance.oneIn(rate) ? '' : tag));
  },
  declareEncoding: (document, chance) => {
    const declaration = `<?xml version="1.0" encoding="${chance.of(encodings)}"?>`;
    return declaration + document.replace(/^\s*<\?xml[^>]{0,200}\?>/, '');
  },
  reencode: (document, chance) => {
    const text = Buffer.from(document, 'latin1').toString('utf8');
    const mark = chance.oneIn(2) ? '\ufeff' : '';
    return Buffer.from(mark + text, chance.of(['utf16le', 'utf8', 'latin1'])).toString('latin1');
  },
  mixEncodings: (document, chance) => {
    const { from, to } = stretch(document, chance);
    const text = Buffer.from(document.slice(from, to), 'latin1').toString('utf8');
    return replaced(document, from, to, Buffer.from(`café ${text} “naïve”`, 'latin1').toString('latin1'));
  },
};

const all = Object.values(mutators);

/** Changes at once to one document: most faults need one or two. */
const changes = [1, 1, 1, 2, 2, 3, 4, 8] as const;

/**
 * A mutant of `document` of `most` bytes at most.
 * @param partner what is spliced in
 */
export const mutate = (document: string, partner: string, most: number, chance: Chance): string => {
  let mutant = document.slice(0, most);
  for (let left = chance.of(changes); left > 0; left--) mutant = chance.of(all)(mutant, chance, partner).slice(0, most);
  return mutant;
};
