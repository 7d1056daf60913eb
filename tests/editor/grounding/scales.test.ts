import { describe, expect, it } from 'vitest';
import { read } from '../../../src/editor/grounding/reading.ts';
import { isComparative } from '../../../src/editor/grounding/scales.ts';

const comparing = (sentence: string): readonly string[] => {
  const words = read(sentence);
  return words.filter(word => isComparative(word, words)).map(({ text }) => text);
};

describe('a word that compares', () => {
  it.each([
    ['a comparative', 'Barges are slower than ferries.', ['slower']],
    ['more or less before an adjective', 'A ferry is less costly than a barge.', ['less', 'costly']],
    ['how many times as much', 'A ferry costs twice as much as a barge.', ['much']],
    ['one that only ends like a comparative', 'After the other ferry, the barge never sails.', []],
    ['an amount by which something changed', 'The fare fell by more than a crown.', []],
  ])('%s', (_, sentence, expected) => {
    expect(comparing(sentence)).toEqual(expected);
  });
});
