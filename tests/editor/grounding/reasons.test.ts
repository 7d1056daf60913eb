import { describe, expect, it } from 'vitest';
import { read } from '../../../src/editor/grounding/reading.ts';
import { isOfPurpose, isOpener, reasonAfter } from '../../../src/editor/grounding/reasons.ts';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const reasonsOf = (sentence: string): string[] => {
  const words = read(sentence);
  return words
    .filter(word => isOpener(word, words))
    .map(word =>
      reasonAfter(word, words)
        .map(({ text }) => text)
        .join(' '),
    );
};

describe('the reason that a sentence gives', () => {
  it.each([
    ['The ferry was repainted in order to hide its rust.', 'hide rust'],
    ['The ferry was repainted in response to complaints from passengers.', 'complaints passengers'],
    ['The ferry was repainted out of consideration for nervous passengers.', 'nervous passengers'],
    ['The ferry was repainted, as rust had eaten the railing.', 'rust eaten railing'],
    ['As rust had eaten the railing, the ferry was repainted.', 'rust eaten railing'],
    ['Rust led to a new coat of paint.', 'new coat paint'],
    ['The ferry was repainted on the grounds that rust had eaten the railing.', 'rust eaten railing'],
    ['The ferry was repainted with a view to nervous passengers.', 'nervous passengers'],
    ['The ferry was repainted, for the railing had rusted.', 'railing rusted'],
    ['The ferry was repainted now that rust had eaten the railing.', 'rust eaten railing'],
    ['The ferry was repainted after rust had eaten the railing.', 'rust eaten railing'],
    ['Prompted by complaints from passengers, the owner repainted the ferry.', 'complaints passengers'],
    ['Rust had eaten the railing, which forced the owner to repaint it.', 'forced owner repaint'],
    ['Rust had eaten the railing, forcing the owner to repaint it.', 'owner repaint'],
  ])('opens in many ways: %s', (sentence, reason) => {
    expect(reasonsOf(sentence)).toEqual([reason]);
  });

  it('goes on where no mark ends it', () => {
    expect(
      reasonsOf('The ferry was repainted because rust and barnacles had covered its hull, and it sailed.'),
    ).toEqual(['rust barnacles covered hull']);
  });

  it.each([
    'The mechanics explained the rust so tersely.',
    'The ferry serves as a museum.',
    'The hull was repainted, as well as the railing.',
    'The ferry has sailed since 1931.',
    'The ferry was repainted, for example in green.',
    'The ferry sails after the market closes.',
  ])('is no time, degree or likeness: %s', sentence => {
    expect(reasonsOf(sentence)).toEqual([]);
  });

  it.each([
    ['The owner painted the ferry to attract a museum.', true],
    ['The owner asked the crew to paint the ferry.', false],
    ['The ferry is easy to paint.', false],
    ['The ferry goes to the museum.', false],
  ])('is a purpose behind a verb that does not ask for one: %s', (sentence, isIt) => {
    const words = read(sentence);
    expect(words.some(word => isOfPurpose(word, words))).toBe(isIt);
  });

  it('has to be that of the article, however it opens', () => {
    const article = `The ferry was repainted, as rust had eaten the railing.
The pier is closed on Mondays.
A clerk counts the tickets by hand.
The bridge was lit to guide pilots at night.
Owls nest below the roof of the market hall.`;
    const isSupported = (sentence: string) => checkGrounding(sentence, article).supported;
    expect(isSupported('The ferry was repainted in response to the rust that had eaten its railing.')).toBe(true);
    expect(isSupported('The ferry was repainted in order to guide pilots at night.')).toBe(false);
    expect(isSupported('The market hall lit the bridge to guide pilots at night.')).toBe(true);
    expect(isSupported('A clerk counts the tickets by hand to punish smugglers.')).toBe(false);
    expect(isSupported('The ferry was repainted on the grounds that owls nest below the market hall.')).toBe(false);
    expect(isSupported('The ferry was repainted, as owls nest below the roof of the market hall.')).toBe(false);
  });
});
