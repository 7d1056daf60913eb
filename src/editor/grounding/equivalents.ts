/** Equivalents: words that a paraphrase puts in each other's place. */
import { everydayWords } from './equivalents-everyday.ts';
import { tradeWords } from './equivalents-trade.ts';

/** Each meaning as its words. */
export const equivalents: readonly (readonly string[])[] = [everydayWords, tradeWords].flatMap(lines =>
  lines
    .trim()
    .split('\n')
    .map(line => line.split(' ')),
);
