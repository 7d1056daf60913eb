/** What an honest paraphrase may do to the words of an article, and where it turns into another claim. */
import { describe, expect, it } from 'vitest';
import { groundingOf } from '../../../src/editor/grounding.ts';

const article = `
The harbour office restored the old ferry timetable in spring. A ferry that leaves half empty costs as much as a full one.
The captains were consulted about the new piers, and the crews got longer breaks.
Fog closes the northern channel for weeks. No ferry may leave while the fog lasts, and passengers wait ashore.
The ticket machines were replaced because their printers had jammed in the salty air.
The office keeps a ledger of lost luggage. A clerk reads the ledger every Monday.
The museum on the island shows whale bones. Its roof was paid for by a brewery, since the founder was born there.
A lighthouse keeper looks after the lamps. The lamps burn rapeseed oil, and the oil is pressed in the village.
The bakery sells bread on the quay. Its ovens are heated with driftwood. Children collect the driftwood after storms.
The conductor does not sell tickets on board. The last bus meets the last ferry. It waits until all passengers are ashore.
`;
const check = groundingOf(article);
const isSupported = (sentence: string): boolean => check(sentence).supported;

describe('a paraphrase', () => {
  it.each([
    ['puts a phrase for a word', 'The office brought back the former timetable of the ferries in spring.'],
    ['puts one way of denying for another', 'It is impossible for a ferry to leave while the fog lasts.'],
    [
      'draws on sentences that stand close together',
      'A clerk reads the ledger of lost luggage, which the office keeps.',
    ],
    [
      'gives a reason that stands with its effect',
      'Because their printers had jammed, the ticket machines were replaced.',
    ],
  ])('is supported where it %s', (_, sentence) => {
    expect(check(sentence)).toEqual({ supported: true, missing: [] });
  });
});

describe('another claim', () => {
  it('is a clause whose telling words the article has nowhere together', () => {
    expect(isSupported('The crews got longer breaks, and a surgeon vaccinated their livestock against anthrax.')).toBe(
      false,
    );
  });

  it('is a reason that the article does not have', () => {
    expect(isSupported('The ticket machines were replaced because thieves had emptied them.')).toBe(false);
  });

  it('is a reason that the article gives for something else', () => {
    expect(isSupported('The ticket machines were replaced because the founder was born there.')).toBe(false);
  });

  it('is a denial of what the article asserts outright', () => {
    expect(isSupported('A clerk does not read the ledger of lost luggage.')).toBe(false);
  });

  it('is what the article denies outright', () => {
    expect(isSupported('The conductor sells tickets on board.')).toBe(false);
  });
});
