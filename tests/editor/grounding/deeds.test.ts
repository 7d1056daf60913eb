import { describe, expect, test } from 'vitest';
import { deedsOf } from '../../../src/editor/grounding/deeds.ts';
import { read } from '../../../src/editor/grounding/reading.ts';

const toldBy = (sentence: string): readonly string[] =>
  deedsOf(read(sentence)).map(({ subject, verb }) => `${subject.map(({ text }) => text).join(' ')}: ${verb.text}`);

describe('the deeds of a sentence', () => {
  test.each([
    ['The old pilot inspects the ropes.', ['old pilot: inspects']],
    ['The pilot inspects the ropes and burns the worst.', ['pilot: inspects', 'pilot: burns']],
    ['The pilot burns the ropes, and the clerk counts them.', ['pilot: burns', 'clerk: counts']],
    ['In the harbour the clerk counts the ropes.', ['harbour clerk: counts']],
    ['At night, the clerk counts the ropes.', ['clerk: counts']],
    ['A clerk who counts ropes is rare.', ['clerk: counts']],
    ['The ropes are counted by a clerk.', ['ropes: counted']],
  ])('are those of who is named: %s', (sentence, deeds) => {
    expect(toldBy(sentence)).toEqual(deeds);
  });

  test.each([
    ['a pronoun', 'Then they count the ropes.'],
    ['all that was told', 'It rained, which ruined the ropes.'],
    ['nobody', 'Count the ropes.'],
  ])('are none of %s', (_, sentence) => {
    expect(toldBy(sentence)).toEqual([]);
  });

  test('are no words that stand for things', () => {
    expect(toldBy("A ship's log, full of figures, with trusted hands.")).toEqual([]);
  });
});
