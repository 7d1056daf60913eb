import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/editor/model/budget.ts';
import { faultOf } from './asking.ts';

describe('a budget', () => {
  const budgetOf = (tokens: number) => {
    const spent: string[] = [];
    let time = 0;
    const budget = createBudget({ tokens, time: 1000, now: () => new Date(time) }, what => spent.push(what));
    return {
      budget,
      spent,
      pass: (milliseconds: number) => {
        time += milliseconds;
      },
    };
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
    const { budget, spent } = budgetOf(100);
    for (const tokens of [101, 101, 1]) expect((await faultOf(budget.reserve(tokens))).code).toBe('budget');
    expect(spent).toEqual(['tokens']);
  });

  it('is spent for good when its time is over, counted from the first question', async () => {
    const { budget, spent, pass } = budgetOf(100);
    pass(5000);
    (await budget.reserve(10)).settle(10);
    pass(1000);
    (await budget.reserve(10)).settle(10);
    pass(1);
    for (let time = 0; time < 2; time += 1) expect((await faultOf(budget.reserve(1))).code).toBe('budget');
    expect(spent).toEqual(['time']);
  });
});
