import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

/** 100 KB of it. */
const much = (text: string): string => text.repeat(Math.ceil(100_000 / text.length));
const sentence = 'Acme moved 40% of its 12 regions from Postgres to Kafka, because it is faster than before.';

describe('grounding in 100 KB of hostile text', () => {
  // What is quadratic in such a text takes minutes: the time-out is what this tests.
  it.each([
    ['one word', 'cache '],
    ['one letter', 'a'],
    ['digits', '1 2 3 '],
    ['a long number', '1'],
    ['a number of many parts', '1,000.'],
    ['figures', 'five days in ten days. '],
    ['quotation marks', '“"'],
    ['names', 'Foo Bar-Baz '],
    ['short clauses', 'not a, b; '],
    ['hyphens', 'a-b-'],
    ['contractions', "n't"],
    ['turns of phrase', 'from a to b than c over d rather than e '],
    ['lines', 'before the day 3 Foo.\n'],
    ['blanks', ' \t'],
  ])('of %s takes no long time', { timeout: 5_000 }, (_, part) => {
    const text = much(part);
    for (const [claim, article] of [
      [sentence, text],
      [text, sentence],
      [text.slice(0, 500), text],
    ] as const) {
      const { supported, missing } = checkGrounding(claim, article);
      expect(supported).toBe(missing.length === 0);
    }
  });

  it('refuses a sentence of hundreds of words, but as it stands', () => {
    const long = `${much('Acme moved its caches to Kafka and ').slice(0, 5_000)}more.`;
    expect(checkGrounding(long, sentence).missing).toEqual([long]);
    expect(checkGrounding(long, `${long} ${sentence}`).supported).toBe(true);
  });
});
