/** Figures: numbers as values with units, so that `4.2 million` and `4,200,000`, `40%` and `40 percent`, `three` and `3` are equal. */
import { boundBefore } from './bounds.ts';
import type { Figure } from './figure.ts';
import { fractions, magnitudes, multiples, multipliers, numberWords } from './number-words.ts';
import { units } from './units.ts';

const byLength = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace('$', '\\$').replace('-', '[\\s-]'))
    .join('|');
const spelled = byLength([...numberWords.keys()].filter(word => word !== 'one' && word !== 'zero'));
const digits = `\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*`;
const number = `${digits}|(?:${spelled})(?![\\p{L}])`;
const wordEnd = '(?![\\p{L}\\p{N}])';
const multiplier = byLength(multipliers.keys());
const unit = `(?:[\\s-]?(${byLength(units.keys())})${wordEnd})?`;
const alone = '(?<![\\p{L}\\p{N}_.]|\\p{L}/|\\p{Lu}-)';

type Reading = Pick<Figure, 'value' | 'unit'> & Partial<Pick<Figure, 'below' | 'bound'>>;

interface Notation {
  readonly pattern: RegExp;
  /** What the groups of a match say; undefined where they are no figure after all. */
  read(...groups: readonly string[]): Reading | undefined;
}

const numberOf = (written: string): number => {
  const plain = written.replaceAll(',', '').replace(/\s/g, '-');
  if (/^half/.test(plain)) return 0.5;
  if (/^an?$/.test(plain)) return 1;
  return numberWords.get(plain) ?? Number(plain);
};
const unitOf = (written: string): string => units.get(written)?.name ?? '';
const times = (written: string): number => multipliers.get(written) ?? 1;

// No alternative repeats within a repetition, so that matching is linear in the text. An earlier notation wins over a later one.
const notations: readonly Notation[] = [
  {
    // nine in ten, 3 out of every 4, one in eight thousand
    pattern: new RegExp(
      `${alone}(one|${number})(?: \\p{L}+)? (?:(?:out )?of|in) (?:every )?(${number})(?: (${multiplier}))?${wordEnd}`,
      'giu',
    ),
    read: (part = '', whole = '', by = '') => {
      const value = numberOf(part) / (numberOf(whole) * times(by));
      return value < 1 && !/^(?:19|20)\d\d$/.test(whole) ? { value: value * 100, unit: '%' } : undefined;
    },
  },
  {
    // p90, the 90th percentile
    pattern: /(?<![\p{L}\p{N}])p(\d\d(?:\.\d+)?)(?![\p{L}\p{N}])/giu,
    read: (rank = '') => ({ value: Number(rank), unit: '' }),
  },
  {
    // half a million, half an hour
    pattern: new RegExp(`(?<!\\p{L})half[\\s-]an?[\\s-](?:(${multiplier})${wordEnd})?${unit}`, 'giu'),
    read: (by = '', of = '') => (by + of === '' ? undefined : { value: 0.5 * times(by), unit: unitOf(of) }),
  },
  {
    // a factor of 14, a factor of three and a half
    pattern: new RegExp(`(?<!\\p{L})factor of (${number})( and a half)?`, 'giu'),
    read: (written = '', half = '') => ({ value: numberOf(written) + (half === '' ? 0 : 0.5), unit: 'x' }),
  },
  {
    // a third of the rows, two thirds, by half
    pattern: new RegExp(
      `(?<!\\p{L})(?:(an?|one|two|three) )?(${byLength(fractions.keys())})s?(?![\\p{L}\\p{N}-])`,
      'giu',
    ),
    read: (count = '', part = '') =>
      count === '' && part !== 'half'
        ? undefined
        : { value: numberOf(count || 'a') * (fractions.get(part) ?? 1) * 100, unit: '%', bound: 'about' },
  },
  {
    // $47 billion, 4.2M, 40%, 7-second, twenty-five
    pattern: new RegExp(
      `${alone}([$€£¥])?\\s?(${number})( and a half)?(?:[\\s-]?(${multiplier})${wordEnd})?${unit}`,
      'giu',
    ),
    read: (sign = '', written = '', half = '', by = '', of = '') => ({
      value: (numberOf(written) + (half === '' ? 0 : 0.5)) * times(by),
      unit: unitOf(of) || sign,
    }),
  },
  {
    // a million, one hour
    pattern: new RegExp(`${alone}(?:one|an?)[\\s-](?:(${multiplier})|(${byLength(units.keys())}))${wordEnd}`, 'giu'),
    read: (by = '', of = '') => (of === 'second' ? undefined : { value: times(by), unit: unitOf(of) }),
  },
  {
    // hundreds of sites, several thousand accounts, two dozen teams
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_.])(${byLength(magnitudes.keys())})s?${wordEnd}${unit}`, 'giu'),
    read: (magnitude = '', of = '') => {
      const [value, below] = magnitudes.get(magnitude) ?? [Number.NaN, 0];
      return { value, below, unit: unitOf(of) };
    },
  },
  {
    // doubled, twice, tenfold, halved
    pattern: new RegExp(`(?<!\\p{L})(${byLength(multiples.keys())})(?!\\p{L})`, 'giu'),
    read: (word = '') => ({ value: multiples.get(word) ?? Number.NaN, unit: 'x' }),
  },
];

const round = (value: number): number => Number(value.toPrecision(12));

const matchesOf = (text: string, { pattern, read }: Notation): Figure[] =>
  [...text.matchAll(pattern)].flatMap(match => {
    const reading = read(...match.slice(1).map(group => (group ?? '').toLowerCase()));
    if (reading === undefined || !Number.isFinite(reading.value)) return [];
    const written = match[0].trim();
    const start = match.index + match[0].indexOf(written);
    return [
      {
        ...reading,
        text: written,
        value: round(reading.value),
        start,
        bound: boundBefore(text, start) ?? reading.bound,
      },
    ];
  });

const endOf = ({ start, text }: Figure): number => start + text.length;

/** The figures in order of the text; of two that overlap, the one of the earlier notation. */
const withoutOverlaps = (found: readonly (readonly Figure[])[]): Figure[] => {
  let kept: Figure[] = [];
  for (const figures of found) {
    const merged: Figure[] = [];
    let at = 0;
    for (const figure of figures) {
      for (let next = kept[at]; next !== undefined && endOf(next) <= figure.start; next = kept[at]) {
        merged.push(next);
        at += 1;
      }
      if ((kept[at]?.start ?? Infinity) >= endOf(figure)) merged.push(figure);
    }
    kept = [...merged, ...kept.slice(at)];
  }
  return kept;
};

/** In a range the unit stands once: `between 3 and 7 s`. */
const withUnitsOfRanges = (text: string, figures: readonly Figure[]): Figure[] =>
  figures.map((figure, at) => {
    const next = figures[at + 1];
    if (figure.unit !== '' || next === undefined || next.unit === '') return figure;
    const between = text.slice(endOf(figure), next.start);
    return /^\s?(?:-|–|to|and|or|,)\s?$/.test(between) ? { ...figure, unit: next.unit } : figure;
  });

/** The figures of `text`. Version numbers of three parts and more, and digits inside a name (`S3`, `v10`), are none. */
export const figuresOf = (text: string): Figure[] =>
  withUnitsOfRanges(text, withoutOverlaps(notations.map(notation => matchesOf(text, notation))));
