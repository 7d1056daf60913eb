/** Directions: the sides of opposites on which a word stands in its place, which are not always those that it has by itself. */
import { lemmasOf } from '../language/lexicon.ts';
import { isNumberWord } from './number-words.ts';
import { keyOf, type Side, wordsOn } from './opposites.ts';
import type { Word } from './reading.ts';
import { wordsIn } from './word-set.ts';

/** They set a bound to a figure, and say nothing of what grows or shrinks. */
const bounding = wordsIn(
  'more less fewer above below over under beyond exceed within most least higher lower larger smaller longer shorter later earlier',
);
/** They make an adjective stronger, or turn it round. */
const raising: ReadonlySet<string> = new Set(['more', 'most']);
const lowering: ReadonlySet<string> = new Set(['less', 'least']);

const isFigure = (word: Word | undefined): boolean =>
  word !== undefined && (/^\p{N}/u.test(word.text) || isNumberWord(word.text));

const isBound = ({ text, place }: Word, words: readonly Word[]): boolean => {
  if (!bounding.has(text)) return false;
  const before = words[place - 1]?.text;
  const next = words[place + 1]?.text === 'than' ? words[place + 2] : words[place + 1];
  if (next?.text === 'one' && next.place === place + 1) return false;
  return isFigure(next) || before === 'at' || before === 'or' || (before === 'no' && text === 'longer');
};

/** What lasts is not last, and what is closer is not shut. */
const isOtherWord = ({ text, place }: Word, words: readonly Word[]): boolean =>
  /^(?:lasts|lasted|lasting|closer|closest)$/.test(text) ||
  (text === 'last' && /^(?:for|from|until|up|about|only|longer)$/.test(words[place + 1]?.text ?? '')) ||
  (text === 'close' && words[place + 1]?.text === 'to');

/** A word of the table, or a form of one: `production` is none of `producer`, though they share a stem. */
const isListed = (word: Word, side: Side): boolean => {
  const listed = wordsOn(side);
  return [word.text, ...lemmasOf(word.text).map(({ lemma }) => lemma)].some(
    form => listed.has(form) || [...listed].some(entry => entry.startsWith(`${form}-`)),
  );
};

const isListedOnAny = (word: Word | undefined): boolean =>
  word?.sides.some(side => isListed(word, side)) === true &&
  lemmasOf(word.text).some(({ pos }) => pos === 'adjective' || pos === 'adverb');

const turned = ({ line, side }: Side): Side => ({ line, side: side === 0 ? 1 : 0 });

/** The sides on which `word` stands among `words`: `expensive` after `less` on that of `cheap`, `more` before it on none. */
export const directionsOf = (word: Word, words: readonly Word[]): readonly Side[] => {
  if (word.sides.length === 0 || isBound(word, words) || isOtherWord(word, words)) return [];
  const modifies = raising.has(word.text) || lowering.has(word.text);
  if (modifies && isListedOnAny(words[word.place + 1])) return [];
  const sides = word.sides.filter(side => isListed(word, side));
  return lowering.has(words[word.place - 1]?.text ?? '') && isListedOnAny(word) ? sides.map(turned) : sides;
};

export const isOnSide = (sides: readonly Side[], side: Side): boolean =>
  sides.some(other => keyOf(other) === keyOf(side));
