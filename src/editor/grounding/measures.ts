/** Measures: figures, and units that stand without one, as in `within days`, `daily` or `a few kilobytes`. */
import type { Figure } from './figure.ts';
import { figuresOf } from './figures.ts';
import { paces, units } from './units.ts';
import { wordsIn } from './word-set.ts';

/** Spellings that are also other words, or too short to be sure of. */
const doubtful = wordsIn('% $ € £ ¥ second times fold x × pound pounds point usd eur gbp jpy yen us s h m b min sec');
const bareUnits = new Map([
  ...[...units].filter(([word]) => !doubtful.has(word)).map(([word, { name }]) => [word, name] as const),
  ...paces,
]);

/** Units in the singular, which are often no measure but a point in time. */
const singular = wordsIn('hour day week month year decade century');

/** A unit of which no number is said. It lies from 0 to any number. */
const bare = (text: string, unit: string, start: number): Figure => ({ text, unit, start, value: 0, below: Infinity });

/** True where no number is said of it. */
export const isBare = ({ value, below }: Figure): boolean => value === 0 && below === Infinity;

/** After these a single unit is a measure: `per day`, `within the hour`. `The previous day` and `on which day` measure nothing. */
const measuring = /(?:^|[^\p{L}])(?:per|an?|each|every|(?:by|within|under) the) $/iu;
const notMeasuring = /(?:some|one|these|those|any|other|previous|next|following|last|same|present) $/i;

const isIdiom = (text: string, word: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 12), start);
  return singular.has(word.toLowerCase()) ? !measuring.test(before) : notMeasuring.test(before);
};

/** The figures of `text` and the units that stand alone in it, the figures first. */
export const measuresOf = (text: string): Figure[] => {
  const figures = figuresOf(text);
  const taken = new Set(
    figures.flatMap(({ start, text: written }) => Array.from(written, (_, offset) => start + offset)),
  );
  const alone = [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const unit = taken.has(index) ? undefined : bareUnits.get(word.toLowerCase());
    return unit === undefined || isIdiom(text, word, index) ? [] : [bare(word, unit, index)];
  });
  return [...figures, ...alone];
};
