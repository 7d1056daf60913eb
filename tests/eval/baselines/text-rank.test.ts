import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity, textRank, textRankOf } from '../../../eval/baselines/text-rank.ts';
import { anArticle } from '../../editor/an-article.ts';

const stems = fc.array(fc.constantFrom('cache', 'queue', 'shard', 'index', 'token'), { maxLength: 6 });

describe('the similarity of two sentences', () => {
  it('is the words in common over the logarithms of the lengths', () => {
    expect(similarity(['cache', 'queue', 'shard'], ['cache', 'queue', 'index', 'token'])).toBeCloseTo(2 / Math.log(12));
  });

  it('is none where both are a single word or one is empty', () => {
    expect(similarity(['cache'], ['cache'])).toBe(0);
    expect(similarity([], ['cache', 'queue'])).toBe(0);
  });
});

describe('TextRank', () => {
  it('ranks the sentence highest that shares most with the others', () => {
    const scores = textRank([
      ['cache', 'queue'],
      ['cache', 'queue', 'shard', 'index'],
      ['shard', 'index'],
      ['token', 'lease'],
    ]);
    expect(scores.indexOf(Math.max(...scores))).toBe(1);
  });

  it('gives a sentence that shares nothing what nobody votes for', () => {
    expect(
      textRank([
        ['cache', 'queue'],
        ['cache', 'shard'],
        ['token', 'lease'],
      ])[2],
    ).toBeCloseTo(0.15);
  });

  it('is at rest: each score is what the paper makes of the others', () => {
    fc.assert(
      fc.property(fc.array(stems, { maxLength: 8 }), sentences => {
        const scores = textRank(sentences);
        const weight = (i: number, j: number) => (i === j ? 0 : similarity(sentences[i] ?? [], sentences[j] ?? []));
        const total = (j: number) => sentences.reduce((sum, _, k) => sum + weight(j, k), 0);
        for (const [i, score] of scores.entries()) {
          const votes = sentences.map((_, j) =>
            weight(j, i) === 0 ? 0 : (weight(j, i) / total(j)) * (scores[j] ?? 0),
          );
          expect(Math.abs(score - (0.15 + 0.85 * votes.reduce((sum, vote) => sum + vote, 0)))).toBeLessThan(0.001);
        }
      }),
    );
  });

  it('takes the four best sentences in the order of the article, and of equals the earlier', () => {
    const text = [
      'Lunch was good.',
      ...Array.from({ length: 6 }, () => 'The cache holds every shard of the queue.'),
    ].join('\n');
    const [lunch, ...rest] = textRankOf(anArticle({ text }));
    expect(lunch).not.toBe('Lunch was good.');
    expect(rest).toHaveLength(3);
    const story = anArticle({
      text: 'A token expires. The queue feeds the cache index. The cache index holds the shard. Lunch was good. The shard and the queue share a cache. The index of the queue is a shard.',
    });
    expect(textRankOf(story)).toEqual([
      'The queue feeds the cache index.',
      'The cache index holds the shard.',
      'The shard and the queue share a cache.',
      'The index of the queue is a shard.',
    ]);
  });
});
