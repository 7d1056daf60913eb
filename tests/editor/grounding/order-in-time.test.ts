import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/editor/grounding/article-index.ts';
import { isOrderedOtherwise } from '../../../src/editor/grounding/order-in-time.ts';
import { read } from '../../../src/editor/grounding/reading.ts';

const article =
  indexOf(`The pilot reads the tide tables and warns the harbour. Only then does the ferry leave its berth.
Weigh the cargo of the fullest barge before you hire a crane.
A passenger doesn't know which deck is dry until he has walked a few.
It takes ten minutes, and afterwards the gangway can be raised.`);

const isTurned = (sentence: string): boolean => {
  const words = read(sentence);
  return words.some(word => isOrderedOtherwise(word, words, article));
};

describe('an order in time', () => {
  it.each([
    ['by “before”', 'Captains hire a crane before they weigh the cargo of the fullest barge.'],
    [
      'by “only after” at its beginning',
      'Only after the ferry has left its berth does the pilot read the tide tables.',
    ],
    ['by “only afterwards”', 'The ferry leaves its berth, and only afterwards does the pilot read the tide tables.'],
    ['by “once”', 'Once the crane is hired, the cargo of the fullest barge is weighed.'],
    ['by “not until”', 'The cargo of the fullest barge is not weighed until the crane is hired.'],
  ])('is turned %s', (_, sentence) => {
    expect(isTurned(sentence)).toBe(true);
  });

  it.each([
    ['in other words', 'Once the cargo of the fullest barge is weighed, the crane is hired.'],
    ['from the other end', 'The crane is hired after the cargo of the fullest barge has been weighed.'],
    ['with a denial', 'No crane is hired before the cargo of the fullest barge is weighed.'],
    ['over two sentences', 'The ferry does not leave its berth until the pilot has read the tide tables.'],
    ['by what follows', 'It takes ten minutes, after which the gangway can be raised.'],
    ['of a habit', 'A passenger learns which deck is dry only after walking a few.'],
    ['of other things', 'The cook sleeps before the bell rings.'],
    ['of one thing after another', 'The pilot reads one table after another.'],
  ])('is kept %s', (_, sentence) => {
    expect(isTurned(sentence)).toBe(false);
  });
});
