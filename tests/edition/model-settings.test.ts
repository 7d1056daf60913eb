import { expect, it } from 'vitest';
import { modelPrices } from '../../src/edition/model-settings.ts';

it.each([
  ['3/15', [{ in: 3, out: 15 }]],
  [
    ' 0.25 / 1.25 ,0/0',
    [
      { in: 0.25, out: 1.25 },
      { in: 0, out: 0 },
    ],
  ],
])('reads the prices %s', (text, prices) => {
  expect(modelPrices.parse(text)).toEqual(prices);
});

it.each(['3', '$3/$15', '3/15,', '-1/2', '3/15 per million', '1e3/2'])('%s is no price', text => {
  expect(modelPrices.safeParse(text).error?.issues[0]?.message).toMatch(/^is not a price for tokens in and /);
});
