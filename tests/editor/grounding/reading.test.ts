import { describe, expect, it } from 'vitest';
import { read } from '../../../src/editor/grounding/reading.ts';

/** The words of meaning: `!` where denied, `?` where left open. */
const polarities = (sentence: string): string =>
  read(sentence)
    .filter(({ content }) => content)
    .map(({ text, polarity }) => `${text}${{ asserted: '', denied: '!', open: '?' }[polarity]}`)
    .join(' ');

describe('what a sentence denies', () => {
  it.each([
    ['is what follows the denial', 'The token does not expire.', 'token expire!'],
    ['ends with the clause', 'The token never expires, and the key rotates.', 'token expires! key rotates'],
    ['ends where a contrast begins', "It can't hold locks but writes files.", 'hold! locks! writes files'],
    ['goes on through a list', 'It runs without a shell, sockets or disks.', 'runs shell! sockets! disks!'],
    ['is the verb before it as well', 'The holder learns nothing.', 'holder learns!'],
    ['is what fails', 'The index fails to scale.', 'index scale!'],
    ['is not what something fails with', 'The run fails with an error.', 'run error'],
    ['is what has ceased', 'The index has ceased to scale.', 'index scale!'],
    [
      'is what another thing is done instead of',
      'It complements the map instead of replacing it.',
      'complements map replacing!',
    ],
    ['is nothing behind a removal that is past', 'Keys that were never removed are copied.', 'keys removed! copied'],
    ['is said of what a person thinks', 'It isn’t that the model is worse.', 'model! worse!'],
    ['is nothing after “not only”', 'It not only caches pages.', 'caches pages'],
    ['is open where it lasts until something', 'It does not start until the queue drains.', 'start? queue drains'],
    ['is open where it is a comparison', 'No region holds more keys than Europe.', 'region? holds? keys? europe?'],
    ['is open after a word such as “avoid”', 'It avoids locks.', 'avoids locks?'],
    ['is no bound of a figure', 'It must not grow by more than 3%.', 'grow!'],
  ])('%s', (_, sentence, expected) => {
    expect(polarities(sentence)).toBe(expected);
  });
});
