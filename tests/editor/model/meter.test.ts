import { describe, expect, it } from 'vitest';
import { createMeter } from '../../../src/editor/model/meter.ts';

const now = () => new Date('2026-04-01T06:00:00Z');
const price = { in: 3, out: 15 };
const tokens = { tokensIn: 1000, tokensOut: 200 };

describe('the price of an edition', () => {
  it.each([
    ['is that of the models that were asked', [price, { in: 1, out: 1 }], [0, 1, 1], (3000 + 3000 + 1200 + 1200) / 1e6],
    ['is nothing, where nobody was asked', [price, price], [], 0],
    ['is not known, where no price is', undefined, [0], undefined],
  ] as const)('%s', (_, prices, replies, sum) => {
    const meter = createMeter({ models: ['a', 'b'], prices, now });
    for (const model of replies) meter.replied(model, tokens);
    expect(meter.usage().price).toEqual(sum === undefined ? undefined : expect.closeTo(sum, 12));
  });
});

describe('notes', () => {
  it('are told at once, the same once, and stand in the usage', () => {
    const heard: string[] = [];
    const meter = createMeter({ models: ['a'], now, onNote: note => heard.push(note) });
    for (const note of ['One.', 'Two.', 'One.']) meter.note(note);
    expect(heard).toEqual(['One.', 'Two.']);
    expect(meter.usage().notes).toEqual(heard);
  });

  it('say what other models than the first have written, whose name the edition bears', () => {
    const meter = createMeter({ models: ['a', 'b', 'c'], now });
    meter.answered(0, false);
    expect(meter.usage()).not.toHaveProperty('notes');
    meter.answered(2, true);
    expect(meter.usage()).toMatchObject({ cached: 1, notes: ['c gave 1 of 2 answers in the place of a.'] });
  });
});
