import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/editor/model/budget.ts';
import { faultOf } from './asking.ts';

describe('a budget', () => {
  const budgetOf = (limit: number) => {
    let spent = 0;
    const budget = createBudget(limit, () => {
      spent += 1;
    });
    return { budget, timesSpent: () => spent };
  };

  it('gives back what a question did not need', async () => {
    const { budget } = budgetOf(100);
    for (let time = 0; time < 5; time += 1) (await budget.reserve(60)).settle(10);
    expect((await faultOf(budget.reserve(60))).code).toBe('budget');
  });

  it('has a question wait for the others to be settled, before it is turned away', async () => {
    const { budget } = budgetOf(100);
    const [first, second] = [await budget.reserve(50), await budget.reserve(50)];
    const waiting = budget.reserve(40);
    first.settle(50);
    second.settle(0);
    (await waiting).settle(40);
    expect(await budget.reserve(10)).toBeDefined();
  });

  it('is spent for good, which is told once', async () => {
    const { budget, timesSpent } = budgetOf(100);
    for (const tokens of [101, 101, 1]) expect((await faultOf(budget.reserve(tokens))).code).toBe('budget');
    expect(timesSpent()).toBe(1);
  });
});
