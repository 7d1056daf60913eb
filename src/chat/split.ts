/** Cuts runs of text into pieces that fit a platform: at ends of sentences, else of words, else of graphemes. Nothing is lost. */
import type { Inline, Inlines } from './message.ts';

/** What a platform counts for a run, of the text alone or with its markup; never less for a longer text. */
export type SizeOf = (run: Inline) => number;

type Cut = (text: string) => readonly string[];

/**
 * Marks that go before the letter that they are part of. ICU ends a word behind them, and so inside a grapheme.
 * https://www.unicode.org/Public/UCD/latest/ucd/auxiliary/GraphemeBreakProperty.txt (Prepend)
 */
const prepended =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]$/u;

const segmentsOf = (granularity: 'sentence' | 'word' | 'grapheme'): Cut => {
  const segmenter = new Intl.Segmenter('en', { granularity });
  return text => {
    const segments: string[] = [];
    let begun = '';
    for (const { segment } of segmenter.segment(text)) {
      begun += segment;
      if (prepended.test(segment.slice(-2))) continue;
      segments.push(begun);
      begun = '';
    }
    return begun === '' ? segments : [...segments, begun];
  };
};

/** Where text may be cut, the best place first. The last is for a grapheme that is too long by itself (a letter under a thousand accents). */
const cuts: readonly Cut[] = [
  segmentsOf('sentence'),
  segmentsOf('word'),
  segmentsOf('grapheme'),
  text => Array.from(text),
];

/**
 * Returns `content` as pieces of which none is larger than `limit`; their texts joined are the text of `content`. Runs
 * without text are left out. A run is larger than `limit` only where a single character with its markup is: take links
 * off that can never fit before.
 */
export const splitInlines = (content: Inlines, limit: number, sizeOf: SizeOf): readonly Inlines[] => {
  const runs = content.filter(({ text }) => text !== '');
  return runs.length === 0 ? [] : pack(runs, limit, sizeOf, cuts).map(joinRuns);
};

const pack = (content: Inlines, limit: number, sizeOf: SizeOf, [cut, ...finer]: readonly Cut[]): Inlines[] => {
  if (cut === undefined || sizeOfAll(content, sizeOf) <= limit) return [content];
  const pieces: Inline[][] = [];
  let room = 0;
  for (const part of cutInlines(content, cut)) {
    const size = sizeOfAll(part, sizeOf);
    if (size <= room) {
      pieces.at(-1)?.push(...part);
      room -= size;
      continue;
    }
    for (const piece of size <= limit ? [part] : pack(part, limit, sizeOf, finer)) pieces.push([...piece]);
    room = limit - sizeOfAll(pieces.at(-1) ?? [], sizeOf);
  }
  return pieces;
};

const sizeOfAll = (content: Inlines, sizeOf: SizeOf): number => content.reduce((sum, run) => sum + sizeOf(run), 0);

/** Cuts across runs: a sentence may begin in a bold one and end in a plain one. */
const cutInlines = (content: Inlines, cut: Cut): readonly Inlines[] => {
  const parts: Inline[][] = [];
  let [run, ...rest] = content;
  let taken = 0;
  for (const segment of cut(content.map(({ text }) => text).join(''))) {
    const part: Inline[] = [];
    let wanted = segment.length;
    while (run !== undefined && wanted > 0) {
      const text = run.text.slice(taken, taken + wanted);
      part.push({ ...run, text });
      wanted -= text.length;
      taken += text.length;
      if (taken === run.text.length) {
        [run, ...rest] = rest;
        taken = 0;
      }
    }
    parts.push(part);
  }
  return parts;
};

const isSameStyle = (a: Inline, b: Inline): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href && a.channel === b.channel;

/** Neighbours of one style as one run. */
const joinRuns = (content: Inlines): Inlines => {
  const joined: Inline[] = [];
  for (const run of content) {
    const last = joined.at(-1);
    if (last !== undefined && isSameStyle(last, run)) joined.splice(-1, 1, { ...last, text: last.text + run.text });
    else joined.push(run);
  }
  return joined;
};
