import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/editor/grounding/article-index.ts';
import { wordsUncovered } from '../../../src/editor/grounding/coverage-check.ts';
import { read } from '../../../src/editor/grounding/reading.ts';

const article = indexOf('The package is published to npm by a workflow.\nThe monorepo holds forty packages.');
const uncovered = (sentence: string): string[] =>
  wordsUncovered(read(sentence), article, ({ text }) => text === 'foobar').map(({ text }) => text);

describe('a term in lower case', () => {
  it('is missing where the article has none like it', () => {
    expect(uncovered('The package is published to pnpm by a workflow.')).toEqual(['pnpm']);
  });

  it.each([
    ['stands there', 'The monorepo is published to npm.'],
    ['is an English word, or made of one', 'Republishing grew fourteenfold and became unaffordable overnight.'],
    ['is looked for as a name', 'The foobar is published.'],
  ])('is not missing where it %s', (_, sentence) => {
    expect(uncovered(sentence)).toEqual([]);
  });
});
