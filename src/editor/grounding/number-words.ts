/** Number words: how numbers are written out, and what multiplies them. */

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth';

/**
 * Values of the words that stand for a number by themselves, compounds such as `twenty-five` and `twenty-fifth` included.
 * `one` is a pronoun too often.
 */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...ones.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').flatMap((word, place) => {
    const base = (place + 2) * 10;
    const compounds = [ones.split(' ').slice(1, 10), ordinals.split(' ')].flatMap(words =>
      words.map((one, value) => [`${word}-${one}`, base + value + 1] as const),
    );
    return [[word, base] as const, ...compounds];
  }),
]);

/** What a multiplier makes of the number before it. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trillion', 1e12],
  ['hundred', 100],
  ['dozen', 12],
]);

/** Magnitudes without a number: `hundreds of sites`, `several thousand accounts`; each with the first that is beyond it. */
export const magnitudes: ReadonlyMap<string, readonly [from: number, below: number]> = new Map([
  ['dozen', [12, 200]],
  ['hundred', [100, 1e3]],
  ['thousand', [1e3, 1e6]],
  ['million', [1e6, 1e9]],
  ['billion', [1e9, 1e12]],
  ['trillion', [1e12, 1e15]],
]);

/** Parts of a whole: `a third`, `two thirds`, `a tenth`. */
export const fractions: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['fifth', 1 / 5],
  ['sixth', 1 / 6],
  ['eighth', 1 / 8],
  ['tenth', 1 / 10],
  ['hundredth', 1 / 100],
  ['thousandth', 1 / 1000],
]);

/** How many times what it was: the words for a multiple. */
export const multiples: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['doubles', 2],
  ['doubled', 2],
  ['doubling', 2],
  ['twice', 2],
  ['twofold', 2],
  ['triple', 3],
  ['triples', 3],
  ['tripled', 3],
  ['tripling', 3],
  ['thrice', 3],
  ['threefold', 3],
  ['quadruple', 4],
  ['quadrupled', 4],
  ['fourfold', 4],
  ['fivefold', 5],
  ['tenfold', 10],
  ['hundredfold', 100],
  ['halve', 0.5],
  ['halves', 0.5],
  ['halved', 0.5],
  ['halving', 0.5],
]);

/** True for a word by which a text says how many or how much. */
export const isNumberWord = (word: string): boolean =>
  [numberWords, multipliers, magnitudes, fractions].some(words => words.has(word));
