import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../eval/measures/score.ts';
import { evaluatedStory } from '../an-evaluated-article.ts';

const moved =
  'We moved the search workload to a dedicated index and stream every change to it with Debezium and Kafka.';
const invented = 'The move cost Acme 40 million dollars and the trust of Initech.';

describe('the score of a summary', () => {
  it('counts the sentences that the article supports', () => {
    const { sentences, grounded } = scoreOf({ sentences: [moved, invented] }, evaluatedStory);
    expect({ sentences, grounded }).toEqual({ sentences: 2, grounded: 1 });
  });

  it('finds the facets of the reference for a baseline as for a writer', () => {
    const asBaseline = scoreOf({ sentences: [moved] }, evaluatedStory);
    const asWriter = scoreOf({ sentences: [moved], facets: { lesson: moved } }, evaluatedStory);
    expect(asBaseline.told?.facets).toEqual(['approach']);
    expect(asWriter.told).toEqual(asBaseline.told);
    expect(asBaseline.given).toBeUndefined();
    expect(asWriter.given).toEqual(['lesson']);
  });

  it('holds company and themes against the reference where a writer has them', () => {
    const { isCompanyRight, themes } = scoreOf({ sentences: [], company: 'Acme', themes: ['search'] }, evaluatedStory);
    expect(isCompanyRight).toBe(true);
    expect(themes).toBeCloseTo(2 / 3);
    const baseline = scoreOf({ sentences: [moved] }, evaluatedStory);
    expect([baseline.isCompanyRight, baseline.themes]).toEqual([undefined, undefined]);
  });

  it('measures against no reference where there is none, or none that tells anything', () => {
    const { article, reference } = evaluatedStory;
    expect(scoreOf({ sentences: [moved] }, { article }).told).toBeUndefined();
    if (reference === undefined) throw new Error('The story has a reference.');
    const telling = { article, reference: { ...reference, facets: {} } };
    expect(scoreOf({ sentences: [moved], company: 'Acme' }, telling)).toMatchObject({
      told: undefined,
      isCompanyRight: true,
    });
  });

  it('is nothing, rather than not measured, for an article of which nothing was written', () => {
    const score = scoreOf({ sentences: [] }, evaluatedStory);
    expect(score.told?.overlap).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
    expect(score.told?.facets).toEqual([]);
    expect(score.compression).toBe(0);
    expect(score.readability).toBeUndefined();
  });
});
