import { describe, expect, it } from 'vitest';
import { orderOf } from '../../../src/editor/grounding/comparisons.ts';
import { read } from '../../../src/editor/grounding/reading.ts';

/** The comparative of a sentence: the last word before `than` that ends as one. */
const spotIn = (sentence: string) => {
  const words = read(sentence);
  const than = words.findIndex(({ text }) => text === 'than');
  const word = words.slice(0, than < 0 ? undefined : than).findLast(({ text }) => /er$|^more$|^less$/.test(text));
  if (word === undefined) throw new Error(`Nothing is compared in: ${sentence}`);
  return { word, words };
};

const article = 'A hypervisor offers a smaller surface than an engine.';

describe('the order of two comparisons', () => {
  it.each([
    ['is kept', 'Hypervisors have a smaller surface than engines.', 'kept'],
    ['is exchanged', 'Engines have a larger surface than hypervisors.', 'exchanged'],
    ['is exchanged with the same comparative', 'An engine has a smaller surface than a hypervisor.', 'exchanged'],
    ['is none between other things', 'A cache has a smaller footprint than a database.', undefined],
    ['is none where one thing is compared with nothing', 'The surface of a hypervisor is smaller.', undefined],
  ])('%s', (_, sentence, expected) => {
    expect(orderOf(spotIn(sentence), spotIn(article))).toBe(expected);
  });
});

describe('the order of two events', () => {
  const spotOf = (sentence: string) => {
    const words = read(sentence);
    const word = words.find(({ text }) => text === 'before' || text === 'after');
    if (word === undefined) throw new Error(`Nothing comes first in: ${sentence}`);
    return { word, words };
  };
  const told = 'Weigh the cargo of the fullest barge before you hire a crane.';

  it.each([
    ['is kept', 'Whoever weighs the fullest barge before hiring a crane is spared a loss.', 'kept'],
    ['is exchanged', 'Captains should hire a crane before they weigh the fullest barge.', 'exchanged'],
    ['is none between other events', 'The pilot sleeps before the tide turns.', undefined],
  ])('%s', (_, sentence, expected) => {
    expect(orderOf(spotOf(sentence), spotOf(told))).toBe(expected);
  });
});
