import { describe, expect, it } from 'vitest';
import { comparable, tallyOf } from '../../../eval/measures/pairs.ts';
import { scoreOf } from '../../../eval/measures/score.ts';
import { evaluatedStory } from '../an-evaluated-article.ts';

const { article } = evaluatedStory;
const good = scoreOf({ sentences: ['The search workload moved to a dedicated index.'] }, evaluatedStory);
const poor = scoreOf({ sentences: ['I joined Acme three years ago.'] }, evaluatedStory);
const unreferenced = scoreOf({ sentences: ['I joined Acme three years ago.'] }, { article });

describe('two writers article by article', () => {
  it('win, tie and lose each by itself', () => {
    expect(tallyOf([good, good, poor], [poor, good, good], comparable['ROUGE-1'])).toEqual({
      wins: 1,
      ties: 1,
      losses: 1,
    });
  });

  it('are not compared where nothing can be measured', () => {
    expect(tallyOf([unreferenced, good], [unreferenced, poor], comparable.facets)).toEqual({
      wins: 1,
      ties: 0,
      losses: 0,
    });
  });
});
