import { describe, expect, it } from 'vitest';
import { cosine, lexRank, vectorsOf } from '../../../src/editor/writing/centrality.ts';

const stems = [
  ['queue', 'task', 'worker'],
  ['queue', 'task', 'lock'],
  ['task', 'worker', 'retri'],
  ['lunch', 'cake'],
];

describe('centrality in an article', () => {
  it('ranks what the others speak of above what nobody else mentions', () => {
    const ranks = lexRank(vectorsOf(stems));
    expect(Math.max(...ranks)).toBe(1);
    expect(ranks[3]).toBe(Math.min(...ranks));
  });

  it('measures likeness from 0 to 1', () => {
    const [first, second, , last] = vectorsOf(stems);
    expect(first && cosine(first, first)).toBeCloseTo(1);
    expect(first && second && cosine(first, second)).toBeGreaterThan(0.2);
    expect(first && last && cosine(first, last)).toBe(0);
  });

  it.each([[[]], [[[]]], [[['one']]], [[[], []]]])('survives %j', sentences => {
    const ranks = lexRank(vectorsOf(sentences));
    expect(ranks).toHaveLength(sentences.length);
    expect(ranks.every(rank => Number.isFinite(rank))).toBe(true);
  });
});
