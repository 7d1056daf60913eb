import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/editor/grounding/article-index.ts';
import { comparedAlike } from '../../../src/editor/grounding/compared-things.ts';
import { read } from '../../../src/editor/grounding/reading.ts';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const article = indexOf(`The ferry carries goods and guests across the bay.
Painting both hulls was the larger bill. New engines came after it.
Towing every barge to the yard would cost many times as much as a visit of the welder.
If the crew writes one list for the whole week, far fewer stops are needed.
Nine in ten complaints come from the car deck rather than from the cabins.
Accuracy of the compass fell by more than the pilot could accept.
No harbour has a larger crane than ours.`);

const isTurned = (sentence: string): boolean => {
  const words = read(sentence);
  return words.some(word => comparedAlike(word, words, article) < -0.45);
};

describe('two things compared', () => {
  it.each([
    ['with the other as the subject', 'New engines were the larger bill, ahead of painting both hulls.'],
    ['by the contrary comparative', 'Painting both hulls cost less than the new engines.'],
    ['where the article says how many times', 'Towing every barge to the yard was cheaper than a visit of the welder.'],
    [
      'where the article names one of them',
      'A crew that asks each guest needs fewer stops than one that writes a list.',
    ],
    [
      'where one is taken rather than the other',
      'Nine in ten complaints come from the cabins rather than the car deck.',
    ],
    ['where the article denies one of them', 'The car deck accounts for fewer complaints than the cabins do.'],
  ])('are turned %s', (_, sentence) => {
    expect(isTurned(sentence)).toBe(true);
  });

  it.each([
    ['from the other end', 'New engines cost less than painting both hulls.'],
    ['on another scale', 'A visit of the welder is cheaper than towing every barge to the yard.'],
    ['as told of one of them', 'A crew that writes a list needs fewer stops than one that asks each guest.'],
    ['as told of what comes from one of them', 'The car deck accounts for more complaints than the cabins.'],
    ['of which none is above', 'No harbour has a larger crane than ours, the article says.'],
    ['of which the article compares neither', 'The bay is deeper than the river.'],
    ['only by an amount', 'The compass was read less accurately than the pilot could accept.'],
  ])('are not turned %s', (_, sentence) => {
    expect(isTurned(sentence)).toBe(false);
  });

  it('are not supported where they are turned', () => {
    const text = 'Privacy took longer than code in this project.';
    expect(checkGrounding('In this project privacy took less time than code.', text).supported).toBe(false);
    expect(checkGrounding('In this project code took less time than privacy.', text).supported).toBe(true);
  });
});
