/** Measures: figures, and units that stand without one, as in `within days`, `daily` or `a few kilobytes`. */
import type { Figure } from './figure.ts';
import { figuresOf } from './figures.ts';
import { paces, units } from './units.ts';

/** Spellings that are also other words, or too short to be sure of. */
const doubtful: ReadonlySet<string> = new Set(
  '% $ € £ ¥ second times fold x × pound pounds point usd eur gbp jpy yen us s h m b min sec'.split(' '),
);
const bareUnits = new Map([
  ...[...units].filter(([word]) => !doubtful.has(word)).map(([word, { name }]) => [word, name] as const),
  ...paces,
]);

/** A unit of which no number is said. It lies from 0 to any number. */
const bare = (text: string, unit: string, start: number): Figure => ({ text, unit, start, value: 0, below: Infinity });

/** True where no number is said of it. */
export const isBare = ({ value, below }: Figure): boolean => value === 0 && below === Infinity;

/** `some day`, `these days`: no measure of anything. */
const isIdiom = (text: string, start: number): boolean =>
  /(?:some|one|these|those|any|other|previous|next|following|last|same|present) $/i.test(
    text.slice(Math.max(0, start - 10), start),
  );

/** The figures of `text` and the units that stand alone in it, the figures first. */
export const measuresOf = (text: string): Figure[] => {
  const figures = figuresOf(text);
  const taken = new Set(
    figures.flatMap(({ start, text: written }) => Array.from(written, (_, offset) => start + offset)),
  );
  const alone = [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const unit = taken.has(index) ? undefined : bareUnits.get(word.toLowerCase());
    return unit === undefined || isIdiom(text, index) ? [] : [bare(word, unit, index)];
  });
  return [...figures, ...alone];
};
