/** Chance that repeats: the same seed, target and number give the same case on every machine. */
import { createHash } from 'node:crypto';

export interface Chance {
  /** A whole number from 0 on, below `limit`. */
  below(limit: number): number;
  /** True in one of so many cases, on average. */
  oneIn(cases: number): boolean;
  /** One of them, each as likely as another. Throws RangeError where there is none. */
  of<Choice>(choices: readonly Choice[]): Choice;
}

/** The same for the same seed and names. */
export const createChance = (seed: number, ...names: readonly (string | number)[]): Chance => {
  const next = mulberry32(
    createHash('sha256')
      .update(JSON.stringify([seed, ...names]))
      .digest()
      .readUInt32LE(),
  );
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: cases => below(cases) === 0,
    of: choices => {
      const index = below(choices.length);
      const choice = choices[index];
      if (index >= choices.length) throw new RangeError('There is nothing to choose from.');
      return choice as (typeof choices)[number];
    },
  };
};

/** Tommy Ettinger's generator of 32 bits of state, in the public domain: a case draws thousands of numbers, too many to hash for each. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
