import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/editor/grounding/figures.ts';
import { says } from '../../../src/editor/grounding/stated.ts';

describe('figures as values with units', () => {
  it.each([
    ['4.2 million rows', [[4_200_000, '']]],
    ['4,200,000 rows', [[4_200_000, '']]],
    [
      '4.2M rows and 10k users',
      [
        [4_200_000, ''],
        [10_000, ''],
      ],
    ],
    ['$47 billion', [[47_000_000_000, '$']]],
    ['40 percent', [[40, '%']]],
    ['99.9%', [[99.9, '%']]],
    ['a 100x improvement', [[100, 'x']]],
    ['7-second latencies', [[7, 's']]],
    ['300 ms', [[300, 'ms']]],
    ['6 GB of memory', [[6, 'GB']]],
    ['three regions', [[3, '']]],
    ['the twenty-fifth hour', [[25, 'h']]],
    ['two dozen teams, one team', [[24, '']]],
    [
      'more than a dozen checks, half a dozen more',
      [
        [12, ''],
        [6, ''],
      ],
    ],
    [
      '10–12 members',
      [
        [10, ''],
        [12, ''],
      ],
    ],
    ['v10, S3, HTTP/2, 1.1.1.1 and 20.19.0', []],
    ['no figure at all', []],
  ] as const)('%s', (text, expected) => {
    expect(figuresOf(text).map(({ value, unit }) => [value, unit])).toEqual(expected);
  });

  it.each([
    ['7 seconds', 'a 7-second latency', true],
    ['7 minutes', 'a 7-second latency', false],
    ['3 s', 'between 3 and 7 s', true],
    ['40%', '40 percent', true],
    ['40%', '41 percent', false],
    ['three regions', '3 regions', true],
  ])('%s, where the article says %s: %s', (claim, article, stated) => {
    expect(figuresOf(claim).every(figure => figuresOf(article).some(known => says(figure, known)))).toBe(stated);
  });
});
