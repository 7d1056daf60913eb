import { describe, expect, it } from 'vitest';
import { read } from '../../../src/editor/grounding/reading.ts';
import { isOpener, reasonAfter } from '../../../src/editor/grounding/reasons.ts';
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
  ])('is no time, degree or likeness: %s', sentence => {
    expect(reasonsOf(sentence)).toEqual([]);
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
    expect(isSupported('The ferry was repainted, as owls nest below the roof of the market hall.')).toBe(false);
  });
});
