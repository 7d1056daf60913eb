/** What an operator sets for the language models of an edition: which, with which keys, within which limits, at which prices. */
import { z } from 'zod';
import type { ModelName } from './model-name.ts';

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly in: number;
  readonly out: number;
}

export interface ModelSettings {
  /** The first choice first; at least one. */
  readonly models: readonly ModelName[];
  /** A vendor's model without a key is not asked; a server at an address may need none. */
  readonly keys: Readonly<Partial<Record<ModelName['provider'], string | undefined>>>;
  /** Where a vendor's API is, where it is not the vendor's own; as the vendor's own library has it. */
  readonly urls: Readonly<Partial<Record<'anthropic' | 'openai', string | undefined>>>;
  /** Tokens that a question and its answer may have together; where absent, each kind of provider has a default. */
  readonly window?: number | undefined;
  /** Tokens that the questions and answers of one edition may have together. */
  readonly budget: number;
  /** One for each model, in their order; absent where none is known. */
  readonly prices?: readonly ModelPrice[] | undefined;
}

const dollars = String.raw`(\d+(?:\.\d+)?)`;
const form = 'a price for tokens in and one for tokens out, such as 3/15, and as many such pairs as models';

/** Reads a list of prices such as `3/15, 0/0`. */
export const modelPrices = z.string().transform((text, { addIssue }): readonly ModelPrice[] => {
  const words = text.split(',').map(word => word.trim());
  const prices = words.flatMap(word => {
    const [, tokensIn, tokensOut] = new RegExp(`^${dollars}\\s*/\\s*${dollars}$`).exec(word) ?? [];
    return tokensIn === undefined ? [] : { in: Number(tokensIn), out: Number(tokensOut) };
  });
  if (prices.length === words.length) return prices;
  addIssue(`is not ${form}`);
  return z.NEVER;
});
