/** Reads a number of the command line. */
import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError for what is none, or below zero. */
export const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError(`Wanted a whole number, got ${text}.`);
  return value;
};
