import { describe, expect, it } from 'vitest';
import { readingEase } from '../../../eval/measures/readability.ts';

describe('reading ease', () => {
  it('follows the formula of Flesch: 206.835 − 1.015 words a sentence − 84.6 syllables a word', () => {
    expect(readingEase(['The cat sat on the mat.'])).toBeCloseTo(206.835 - 1.015 * 6 - 84.6);
    expect(readingEase(['The database replicated.'])).toBeCloseTo(206.835 - 1.015 * 3 - (84.6 * 8) / 3);
  });

  it('is higher for short sentences than for the same words in a long one', () => {
    const short = readingEase(['We moved the queue.', 'It took a year.']) ?? 0;
    expect(short).toBeGreaterThan(readingEase(['We moved the queue and it took a year.']) ?? 0);
  });

  it('is not measured where nothing was written', () => {
    expect(readingEase([])).toBeUndefined();
    expect(readingEase(['…'])).toBeUndefined();
  });
});
