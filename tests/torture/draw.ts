/** Chance that can be had again: the same seed and the same question give the same answer, in whatever order they are asked. */
import { createHash } from 'node:crypto';

/** From 0 to 1, without 1. */
export type Draw = (...question: readonly (string | number)[]) => number;

export const createDraw =
  (seed: number): Draw =>
  (...question) =>
    createHash('sha256')
      .update(JSON.stringify([seed, ...question]))
      .digest()
      .readUInt32BE() /
    2 ** 32;

/** One of `choices`, each as likely as its weight says. */
export const pick = <Choice>(drawn: number, choices: readonly (readonly [Choice, number])[]): Choice => {
  let left = drawn * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  throw new RangeError('There is nothing to choose from.');
};
