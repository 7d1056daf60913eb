/** Scales: the words that compare, and on which scales they put one thing above another. */
import { directionsOf } from './directions.ts';
import { linesOf } from './opposites.ts';
import type { Word } from './reading.ts';

/** On these, more is more, whatever it is of. */
const ofAmount: ReadonlySet<number> = new Set(['more', 'large', 'exceed', 'high', 'long'].flatMap(linesOf));
/** What costs more is less cheap, and what takes more time is less fast. */
const scalesBeside: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:cost|bill|expense|price|pay|paid|spen[dt])/, linesOf('cheap')],
  [/^(?:times?|hours?|minutes?|days?|weeks?|latency|t[ao]k(?:es?|en|ing)|took|waits?)$/, linesOf('fast')],
];
/** They end as comparatives do, and compare nothing. */
export const endingByChance: ReadonlySet<string> = new Set(['never', 'after', 'other']);
/** Words between which and a comparative nothing else is measured. */
const reachBeside = 4;

/** Whether a word says what is measured, and by how much: `takes far more`. */
export const isOfMeasure = ({ text }: Word): boolean =>
  /^(?:far|much|even|still|slightly|considerably)$/.test(text) || scalesBeside.some(([beside]) => beside.test(text));

/** `Many times as much as`. */
export const isOfTimes = ({ place }: Word, words: readonly Word[]): boolean =>
  words[place - 1]?.text === 'as' && /^(?:times|twice)$/.test(words[place - 2]?.text ?? '');

const isRather = ({ text, place }: Word, words: readonly Word[]): boolean =>
  text === 'rather' && words[place + 1]?.text === 'than';

/** Whether a word compares. `Fell by more than` compares an amount, and no two things. */
export const isComparative = (word: Word, words: readonly Word[]): boolean => {
  const before = words[word.place - 1]?.text ?? '';
  if (before === 'as') return isOfTimes(word, words);
  if (before === 'by' || endingByChance.has(word.text)) return false;
  if (/^(?:more|less|most|least)$/.test(before)) return word.text !== 'than';
  return isRather(word, words) || /^(?:more|less|above|below|exceed.*|worse|.{2,}er|.{2,}est)$/.test(word.text);
};

/** The lines of opposites on which a comparative puts its subject above (1) or below (-1) its standard. */
export const scalesOf = (word: Word, words: readonly Word[]): ReadonlyMap<number, number> => {
  const { place } = word;
  const scales = new Map<number, number>(
    directionsOf(word, words).map(({ line, side }) => [line, side === 0 ? 1 : -1]),
  );
  const isMore = isRather(word, words) || isOfTimes(word, words);
  const amount = isMore ? 1 : [...scales].find(([line]) => ofAmount.has(line))?.[1];
  if (amount === undefined) return scales;
  for (const line of ofAmount) scales.set(line, amount);
  const near = words.slice(Math.max(0, place - reachBeside), place + reachBeside);
  for (const [beside, lines] of scalesBeside)
    if (near.some(({ text }) => beside.test(text))) for (const line of lines) scales.set(line, -amount);
  return scales;
};
