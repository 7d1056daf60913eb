import { describe, expect, it } from 'vitest';
import { datesOf } from '../../../src/editor/grounding/dates.ts';
import { checkGrounding } from '../../../src/editor/grounding.ts';

describe('dates in their spellings', () => {
  it.each([
    ['on 1 April 2026', [[2026, 4, 1]]],
    ['on April 1, 2026', [[2026, 4, 1]]],
    ['on 2026-04-01', [[2026, 4, 1]]],
    ['on the 1st of April', [[undefined, 4, 1]]],
    ['on Sept. 30', [[undefined, 9, 30]]],
    ['in March 2026', [[2026, 3, undefined]]],
    ['it may take 40 days and 2,026 tries in version 2026.4', []],
  ])('%s', (text, expected) => {
    expect(datesOf(text).map(({ year, month, day }) => [year, month, day])).toEqual(expected);
  });

  const article = `Acme moved its search to a dedicated index on 2026-04-01.
The planning of that move had begun in November 2025.`;

  it.each([
    ['On 1 April 2026, Acme moved its search to a dedicated index.', true],
    ['Acme moved its search to a dedicated index on April 1.', true],
    ['Acme moved its search to a dedicated index in April 2026.', true],
    ['Acme moved its search to a dedicated index on 2 April 2026.', false],
    ['Acme moved its search to a dedicated index in May 2026.', false],
    ['Acme moved its search to a dedicated index on April 1, 2025.', false],
  ])('%s is supported: %s', (sentence, supported) => {
    expect(checkGrounding(sentence, article).supported).toBe(supported);
  });
});
