/** Stated: whether one figure says what another says, in its unit or in another, exactly or rounded. */
import type { Figure } from './figure.ts';
import { unitNamed } from './units.ts';

/** How far a rounded figure may be from the true one, and one that says that it is no exact one. */
const leastClose = 0.025;
const leastCloseAbout = 0.08;
/** How far `more than` and `less than` may be from what they speak of. */
const leastCloseBound = 0.25;

/** A month is thirty days or four weeks to most. */
const calendar: ReadonlySet<string> = new Set(['month', 'year']);
const leastCloseCalendar = 0.09;

const inBase = (value: number, unit: string): number => value * (unitNamed(unit)?.factor ?? 1);
const dimensionOf = (unit: string): string => unitNamed(unit)?.dimension ?? '';

/** What a multiple is as a share: halving leaves a half, twice as much is 100% more, ten times smaller is a tenth. */
const sharesOf = (times: number): number[] => (times < 1 ? [times] : [times - 1, 1 / times]);

/** The values in one base, where the units measure the same. A thousand or 1,024 makes a kilobyte. */
const pairsOf = (one: Figure, other: Figure): readonly (readonly [number, number])[] => {
  if (one.unit === other.unit || one.unit === '') return [[one.value, other.value]];
  const [dimension, otherDimension] = [dimensionOf(one.unit), dimensionOf(other.unit)];
  if (dimension === 'ratio' && otherDimension === 'times')
    return sharesOf(other.value).map(share => [one.value / 100, share]);
  if (dimension === 'times' && otherDimension === 'ratio')
    return sharesOf(one.value).map(share => [share, other.value / 100]);
  if (dimension !== otherDimension || dimension === 'money' || dimension === '') return [];
  const pair = [inBase(one.value, one.unit), inBase(other.value, other.unit)] as const;
  if (
    dimension === 'time' &&
    calendar.has(one.unit) !== calendar.has(other.unit) &&
    isClose(pair[0], pair[1], leastCloseCalendar)
  )
    return [[pair[0], pair[0]]];
  if (dimension !== 'bytes') return [pair];
  const ratio = pair[1] / pair[0];
  return [1, 1000 / 1024, 1024 / 1000, (1000 / 1024) ** 2, (1024 / 1000) ** 2].some(slack =>
    isClose(ratio, slack, 1e-6),
  )
    ? [[pair[0], pair[0]]]
    : [pair];
};

const isClose = (claimed: number, known: number, tolerance: number): boolean =>
  Math.abs(claimed - known) <= tolerance * Math.abs(known) + 1e-12;

/** How many digits a figure is written with; a number in words has one. */
const digitsOf = ({ text }: Figure): number => Math.max(1, text.match(/\d/g)?.length ?? 1);

/** True where `claimed` is what `known` is when it is written with as few digits. */
const isRounded = (claimed: number, known: number, digits: number): boolean =>
  isClose(Number(known.toPrecision(Math.min(digits, 15))), claimed, 1e-9) && isClose(claimed, known, leastClose);

const agrees = (claimed: number, known: number, figure: Figure, { below: knownBelow }: Figure): boolean => {
  const { bound, below } = figure;
  if (below !== undefined) return known >= claimed && known < below;
  if (knownBelow !== undefined) return false;
  if (isClose(claimed, known, 1e-9) || isRounded(claimed, known, digitsOf(figure))) return true;
  if (bound === 'about') return isClose(claimed, known, leastCloseAbout);
  if (bound === 'least') return known > claimed && isClose(claimed, known, leastCloseBound);
  if (bound === 'most') return known < claimed && isClose(claimed, known, leastCloseBound);
  return false;
};

/** `at least` where the other says `at most`. */
const opposes = (figure: Figure, other: Figure): boolean =>
  (figure.bound === 'least' && other.bound === 'most') || (figure.bound === 'most' && other.bound === 'least');

/** `Fewer than one in ten are none` says what `more than nine in ten are` says. */
const saysOfTheRest = (figure: Figure, known: Figure): boolean =>
  opposes(figure, known) && figure.unit === '%' && known.unit === '%' && isClose(100 - figure.value, known.value, 1e-9);

/** True where `known` says what `figure` says: the same value, in the same unit or converted, rounded at most. */
export const says = (figure: Figure, known: Figure): boolean =>
  saysOfTheRest(figure, known) ||
  (!opposes(figure, known) &&
    (known.unit !== '' || figure.unit === '') &&
    (figure.below === undefined || known.unit === figure.unit) &&
    pairsOf(figure, known).some(([claimed, value]) => agrees(claimed, value, figure, known)));

/** True where both measure the same: two spans of time, two sizes, two shares; plain numbers measure nothing in common. */
export const isOfOneKind = (one: Figure, other: Figure): boolean =>
  one.unit !== '' && other.unit !== '' && dimensionOf(one.unit) === dimensionOf(other.unit);
