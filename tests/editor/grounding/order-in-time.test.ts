import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/editor/grounding/article-index.ts';
import { isOrderedOtherwise } from '../../../src/editor/grounding/order-in-time.ts';
import { read } from '../../../src/editor/grounding/reading.ts';
import { checkGrounding } from '../../../src/editor/grounding.ts';

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

const kitchen = `The kitchen bakes two hundred loaves a night.
1  knead the dough, by hand
2  heat the ovens with beech wood
3  weigh every loaf
Its trust moves from watching a baker at work to reading a short list of recipes in the morning.
When the ovens are ready, two apprentices slide in the trays, side by side.
Let three neighbours taste the loaves.
Note the price and the flour beside each mark, but disclose them last.`;

describe('what is finished, listed or left to the end', () => {
  it.each([
    'Two apprentices slide in the trays, and the ovens are heated once they have finished.',
    'The kitchen heated the ovens with beech wood and kneaded the dough only when that was done.',
    'Trust moves from reading a short list of recipes to watching a baker at work.',
    'The price and the flour are noted beside each mark, and disclosed before three neighbours taste the loaves.',
  ])('keeps its place: %s', sentence => {
    expect(checkGrounding(sentence, kitchen).supported).toBe(false);
  });

  it.each([
    'Two apprentices slide in the trays when the ovens are ready.',
    'The kitchen kneads the dough and heats the ovens with beech wood only when that is done.',
    'Trust moves from watching a baker to reading a list of recipes.',
    'The price and the flour are noted beside each mark, and disclosed after three neighbours have tasted the loaves.',
  ])('may be told otherwise: %s', sentence => {
    expect(checkGrounding(sentence, kitchen).supported).toBe(true);
  });
});
