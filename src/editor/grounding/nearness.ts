/** Nearness: how closely two words of a sentence belong together, by the words and the breaks between them; their order does not count. */
import { lemmasOf } from '../language/lexicon.ts';
import type { Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

/** Where a word stands: how many words of meaning, marks and openings of a clause there are up to it. */
export interface Spot {
  readonly rank: number;
  readonly marks: number;
  readonly openings: number;
}

/** What is left of a nearness beyond a mark, and beyond the opening of another clause. */
const beyondMark = 0.5;
const beyondOpening = 0.1;
/** Breaks that are counted. */
const mostBreaks = 2;

export const joins: ReadonlySet<string> = new Set(['and', 'or', 'but']);
const openers =
  wordsIn(`but while whereas although though because since so which who whose when where if unless until yet whenever after before once
  that as than then instead rather`);
/** Behind a word, they show that it is a verb: `ranks the keys`, `moves from`. */
const behindVerb =
  wordsIn(`the a an its their his her our your my this that these those each every no some any all one two three it them in on to at by with
  for from of up down into onto over under out off not only`);
/** Before a word, they show that it is none. */
const beforeNoun = wordsIn('the a an its their his her our your my this these those each every no some any all of');
const beforeVerb = wordsIn(
  'to who which that and or can could will would may might must should i we you they it he she not only then',
);

const kindsOf = ({ text }: Word): ReadonlySet<string> => new Set(lemmasOf(text).map(({ pos }) => pos));

/** Whether a word is a verb where it stands, as far as its neighbours tell. */
export const isVerbal = (word: Word, words: readonly Word[]): boolean => {
  const kinds = kindsOf(word);
  const [before, after] = [words[word.place - 1], words[word.place + 1]];
  if (!kinds.has('verb') || beforeNoun.has(before?.text ?? '')) return false;
  if (/(?:ed|ing)$/.test(word.text) || (!kinds.has('noun') && !kinds.has('adjective'))) return true;
  return beforeVerb.has(before?.text ?? '') || (before?.content === true && behindVerb.has(after?.text ?? ''));
};

/** `And goes` begins another clause, and `and code` does not. */
const joinsVerb = ({ text, place }: Word, words: readonly Word[]): boolean => {
  if (!joins.has(text)) return false;
  const at = words[place + 1]?.text.endsWith('ly') ? place + 2 : place + 1;
  const next = words[at];
  const kinds = next ? kindsOf(next) : undefined;
  return kinds?.has('verb') === true && (!kinds.has('noun') || behindVerb.has(words[at + 1]?.text ?? ''));
};

/** Whether nothing but a space stands between two words. */
export const isRightBehind = ({ start }: Word, before: Word): boolean =>
  start === before.start + before.text.length + 1;

const breakBefore = (word: Word, words: readonly Word[]): 'mark' | 'opening' | undefined => {
  const before = words[word.place - 1];
  if (!before) return undefined;
  if (before.part !== word.part || joinsVerb(word, words)) return 'opening';
  if (before.clause === word.clause) return undefined;
  if (openers.has(word.text)) return 'opening';
  return joins.has(word.text) && isRightBehind(word, before) ? undefined : 'mark';
};

export const isTelling = ({ content, text }: Word): boolean => content || /^\d+$/.test(text);

const spotsKept = new WeakMap<readonly Word[], readonly Spot[]>();

/** The spot of each word of a sentence. */
export const spotsOf = (words: readonly Word[]): readonly Spot[] => {
  const known = spotsKept.get(words);
  if (known) return known;
  const counts = { rank: 0, marks: 0, openings: 0 };
  const spots = words.map(word => {
    const found = breakBefore(word, words);
    if (found === 'opening') counts.openings += 1;
    if (found === 'mark') counts.marks += 1;
    if (isTelling(word)) counts.rank += 1;
    return { ...counts };
  });
  spotsKept.set(words, spots);
  return spots;
};

/** How many words of meaning one stands from the other. */
export const stepsBetween = (one: Spot, other: Spot): number => Math.abs(one.rank - other.rank);

/** From 0 to 1: what is left of a nearness for the breaks between two words. */
export const unbroken = (one: Spot, other: Spot): number =>
  beyondMark ** Math.min(mostBreaks, Math.abs(one.marks - other.marks)) *
  beyondOpening ** Math.min(mostBreaks, Math.abs(one.openings - other.openings));
