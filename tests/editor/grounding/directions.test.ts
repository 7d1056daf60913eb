import { describe, expect, it } from 'vitest';
import { directionsOf } from '../../../src/editor/grounding/directions.ts';
import { read } from '../../../src/editor/grounding/reading.ts';

/** The sides, by line, on which `text` stands in `sentence`. */
const sidesOf = (text: string, sentence: string): readonly string[] => {
  const words = read(sentence);
  const word = words.find(found => found.text === text);
  expect(word, text).toBeDefined();
  return word === undefined ? [] : directionsOf(word, words).map(({ line, side }) => `${line}:${side}`);
};

const [cheap] = sidesOf('cheap', 'The archive is cheap.');
const [expensive] = sidesOf('expensive', 'The archive is expensive.');

describe('the directions of a word', () => {
  it('are opposite for opposites', () => {
    expect([cheap, expensive]).toEqual([expect.any(String), expect.any(String)]);
    expect(cheap).not.toBe(expensive);
  });

  it.each([
    ['turns round after “less”', 'expensive', 'The archive is less expensive.', [cheap]],
    ['stays after “more”', 'expensive', 'The archive is more expensive.', [expensive]],
    ['is none of “more” before an adjective', 'more', 'The archive is more expensive.', []],
    ['is none of a bound', 'more', 'It grows by no more than 3%.', []],
    ['is none of a bound behind its figure', 'above', 'The rate stayed at 93% or above.', []],
    ['is none of what lasts', 'last', 'Cold starts last for seconds.', []],
    ['is none of “no longer”', 'longer', 'The key no longer works.', []],
    ['is none of a word that shares a stem only', 'production', 'The server is barred from production.', []],
  ])('%s', (_, word, sentence, expected) => {
    expect(sidesOf(word, sentence)).toEqual(expected);
  });

  it('are none where a figure follows “than”, and some where a thing does', () => {
    expect(sidesOf('more', 'It holds more than 40 rows.')).toEqual([]);
    expect(sidesOf('more', 'It holds more rows than the cache.')).not.toEqual([]);
  });
});
