import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../eval/measures/score.ts';
import { meanOf, totalsOf } from '../../../eval/measures/totals.ts';
import { evaluatedStory } from '../an-evaluated-article.ts';

const { article } = evaluatedStory;
const lesson =
  'The lesson is that a store which serves both transactions and search should be split before the load forces the split.';

describe('a mean', () => {
  it('is taken of what was measured', () => {
    expect(meanOf([1, undefined, 3])).toBe(2);
    expect(meanOf([undefined])).toBeUndefined();
    expect(meanOf([])).toBeUndefined();
  });
});

describe('the scores over all articles', () => {
  const written = scoreOf({ sentences: [lesson, 'Acme lost 9 customers.'], facets: { lesson } }, evaluatedStory);
  const unwritten = scoreOf({ sentences: [], facets: {} }, evaluatedStory);
  const unreferenced = scoreOf({ sentences: [lesson] }, { article });

  it('count what was not written against the writer', () => {
    const totals = totalsOf([written, unwritten]);
    expect(totals.articles).toBe(1);
    expect(totals.facets).toEqual({ said: 1, wanted: 6 });
    expect(totals.rouge1).toBeCloseTo((written.told?.overlap.rouge1 ?? 0) / 2);
  });

  it('take the share of supported sentences over all sentences, not over articles', () => {
    expect(totalsOf([written, unwritten, unreferenced]).grounded).toBeCloseTo(2 / 3);
    expect(totalsOf([unwritten]).grounded).toBeUndefined();
  });

  it('leave out what has no reference where one is needed', () => {
    expect(totalsOf([written, unreferenced]).rouge2).toBe(written.told?.overlap.rouge2);
    expect(totalsOf([unreferenced])).toMatchObject({ facets: undefined, rouge1: undefined, company: undefined });
  });

  it('count the facets that a writer names, and none for a baseline', () => {
    expect(totalsOf([written, unwritten]).given).toBe(1);
    expect(totalsOf([unreferenced]).given).toBeUndefined();
  });
});
