import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/editor/grounding/figures.ts';
import { says } from '../../../src/editor/grounding/stated.ts';

const isSaid = (claim: string, article: string): boolean => {
  const claims = figuresOf(claim);
  expect(claims, claim).not.toEqual([]);
  return claims.every(figure => figuresOf(article).some(known => says(figure, known)));
};

describe('a figure is stated', () => {
  it.each([
    ['4.2 million rows', '4,213,889 rows'],
    ['40%', '39.6%'],
    ['about 40%', '38.9%'],
    ['more than 80%', '83%'],
    ['less than 100 ms', '92 ms'],
    ['nearly ten thousand sites', '9,874 sites'],
    ['hundreds of sites', '640 sites'],
    ['thousands of accounts', 'several thousand accounts'],
    ['doubled', '2x'],
    ['twice as many', 'a factor of two'],
    ['halved', '50%'],
    ['by half', 'halved'],
    ['a tenfold increase', '10 times'],
    ['tripled', 'three times'],
    ['1.5 s', '1,500 ms'],
    ['90 minutes', '1.5 hours'],
    ['1 GB', '1,000 MB'],
    ['1 GB', '1,024 MB'],
    ['half a million requests', '500,000 requests'],
    ['a third of the rows', '33.3% of the rows'],
    ['90% of the images', 'nine images in ten'],
    ['one in eight thousand', '1 in 8,000'],
    ['the 90th percentile', 'p90'],
    ['$5 million', '5 million dollars'],
    ['10 to 12 ms', '10–12 milliseconds'],
    ['twenty-five minutes', '25 min'],
    ['a factor of three and a half', '3.5x'],
    ['at most 4%', 'never more than 4%'],
    ['one tenth the size', 'ten times smaller'],
    ['24 teams', 'two dozen teams'],
    ['a month', 'thirty days'],
    ['four weeks', 'a month'],
    ['fewer than one in ten', 'more than nine in ten'],
  ])('as %s, where the article says %s', (claim, article) => {
    expect(isSaid(claim, article)).toBe(true);
  });

  it.each([
    ['4.3 million rows', '4,213,889 rows'],
    ['4 million rows', '4,213,889 rows'],
    ['more than 80%', '79%'],
    ['more than 20%', '83%'],
    ['thousands of accounts', 'several hundred accounts'],
    ['6 MB', '6 GB'],
    ['300 s', '300 ms'],
    ['40 times', '40%'],
    ['25 days', '25 hours'],
    ['€5 million', '$5 million'],
    ['doubled', '3x'],
    ['halved', '40%'],
    ['at least 25 hours', 'at most 25 hours'],
    ['at most 93%', 'never below 93%'],
    ['eight in ten images', 'nine images in ten'],
    ['one in ten', 'more than nine in ten'],
    ['a month', 'three weeks'],
  ])('but not as %s, where the article says %s', (claim, article) => {
    expect(isSaid(claim, article)).toBe(false);
  });
});
