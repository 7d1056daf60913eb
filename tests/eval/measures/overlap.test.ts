import { describe, expect, it } from 'vitest';
import { overlapOf } from '../../../eval/measures/overlap.ts';

describe('overlap with a reference', () => {
  it('is whole for a text and itself, and none for texts without a word in common', () => {
    const text = 'The queue was moved. Nobody noticed.';
    expect(overlapOf(text, text)).toEqual({ rouge1: 1, rouge2: 1, rougeL: 1 });
    expect(overlapOf(text, 'Caches fill slowly')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
  });

  it('tells apart by order what has the same pairs, as the examples of Lin (2004) do', () => {
    const reference = 'police killed the gunman';
    // "kills" and "killed" have one stem here; in the paper, without stems, "kill" is a miss.
    const inOrder = overlapOf('police maimed the gunman', reference);
    const turned = overlapOf('the gunman maimed police', reference);
    expect(inOrder.rouge2).toBeCloseTo(1 / 3);
    expect(turned.rouge2).toBeCloseTo(1 / 3);
    expect(inOrder.rougeL).toBeCloseTo(3 / 4);
    expect(turned.rougeL).toBeCloseTo(2 / 4);
  });

  it('joins what several sentences have of one sentence of the reference, as in section 3.2 of that paper', () => {
    const { rougeL } = overlapOf('One two six seven eight. One three eight nine five.', 'One two three four five.');
    // Four of the five words of the reference, and four of the ten of the summary.
    expect(rougeL).toBeCloseTo((2 * (4 / 5) * (4 / 10)) / (4 / 5 + 4 / 10));
  });

  it('weighs what is missing and what is too much alike', () => {
    const { rouge1 } = overlapOf('caches fill slowly', 'caches fill');
    expect(rouge1).toBeCloseTo((2 * (2 / 3) * 1) / (2 / 3 + 1));
    expect(overlapOf('caches fill', 'caches fill slowly').rouge1).toBeCloseTo(rouge1);
  });

  it('counts a repeated word as often as the reference has it', () => {
    expect(overlapOf('cache cache cache cache', 'the cache').rouge1).toBeCloseTo(
      (2 * (1 / 4) * (1 / 2)) / (1 / 4 + 1 / 2),
    );
  });

  it('takes no notice of case, inflection and punctuation', () => {
    expect(overlapOf('“Evacuating regions”', 'evacuated region!').rouge1).toBe(1);
  });

  it('is none for an empty summary and for an empty reference', () => {
    expect(overlapOf('', 'caches')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
    expect(overlapOf('caches', ' ')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
    expect(overlapOf('…', 'caches')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
  });
});
