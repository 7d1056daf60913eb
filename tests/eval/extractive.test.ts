import { beforeAll, describe, expect, it } from 'vitest';
import { type Evaluation, evaluate } from '../../eval/evaluation.ts';
import { type Totals, totalsOf } from '../../eval/measures/totals.ts';
import { recordedArticles } from '../../eval/recorded-articles.ts';
import { baselines, fromWriter } from '../../eval/summarisers.ts';
import { extractiveWriter } from '../../src/editor/extractive.ts';

const unfailing = (sentence: string): void => {
  throw new Error(sentence);
};

describe('the extractive writer on the recorded articles', () => {
  let ours: Totals;
  let theirs: readonly Evaluation[];

  beforeAll(async () => {
    const articles = await recordedArticles();
    ours = totalsOf((await evaluate(fromWriter(extractiveWriter), articles, unfailing)).scores);
    theirs = await Promise.all(baselines.map(baseline => evaluate(baseline, articles, unfailing)));
  });

  const totalsOfBaseline = (name: string): Totals => totalsOf(theirs.find(each => each.name === name)?.scores ?? []);

  it.each(['lead-4', 'TextRank'])('says more of the facets that references have than %s', name => {
    const { facets } = totalsOfBaseline(name);
    expect(facets?.wanted).toBe(88);
    expect(ours.facets?.said).toBeGreaterThan(facets?.said ?? 88);
  });

  it.each(['lead-4', 'TextRank'])('has more in common with the references than %s', name => {
    const { rouge1 = 1, rouge2 = 1, rougeL = 1 } = totalsOfBaseline(name);
    expect(ours.rouge1).toBeGreaterThan(rouge1);
    expect(ours.rouge2).toBeGreaterThan(rouge2);
    expect(ours.rougeL).toBeGreaterThan(rougeL);
  });

  it('says nothing that the articles do not support', () => {
    expect(ours.grounded).toBe(1);
  });
});
