/** Turns of phrase that say the contrary of each other, put around the same words. */
import { describe, expect, it } from 'vitest';
import { groundingOf } from '../../../src/editor/grounding.ts';

const check = groundingOf(`
Retrofitting a calendar meant a new date for every crew, and switches that were never removed are still a source of faults.
Up to now the harbour ledger did not regard a raft as a vessel.
For captains the rules of the harbour change at the turn of the month and at no other time.
A pass is available to all crews of the eastern quay at no extra charge.
Only after those rehearsals agree is a share of the cargo sent by the new route.
The crew of a tug must stay the same unless the change was meant to alter it.
Boats may carry whichever flag their owners like from whichever port they like, since no clerk has to vouch for them first.
Letters of the pilots are kept apart from those of every other office, so even a helpful looking list across offices is off the table.
There is nothing in the hold worth stealing after the last crate has gone ashore.
`);
const isSupported = (sentence: string): boolean => check(sentence).supported;

describe('a turn of phrase where the article has the contrary', () => {
  it.each([
    ['no longer', 'Switches that were never removed no longer cause faults.'],
    ['still', 'The harbour ledger still does not regard a raft as a vessel.'],
    [
      'not confined to',
      'For captains the rules of the harbour change mostly at the turn of the month but are not confined to it.',
    ],
    ['not every', 'A pass costs nothing extra, but not every crew of the eastern quay has access to it.'],
    ['without', 'A share of the cargo is sent by the new route without waiting for the rehearsals to agree.'],
    ['even if', 'The crew of a tug must stay the same even if the change was meant to alter it.'],
    ['not free', 'Owners are not free to choose the flag of their boats or the port that they sail from.'],
    [
      'permitted',
      'Letters of the pilots are kept apart, but a list across offices is permitted where it looks helpful.',
    ],
    ['something', 'After the last crate has gone ashore, the hold has something worth stealing.'],
  ])('is refused: %s', (_, sentence) => {
    expect(isSupported(sentence)).toBe(false);
  });

  it.each([
    ['nothing', 'After the last crate has gone ashore, the hold has nothing worth stealing.'],
    ['still', 'Switches that were never removed still cause faults.'],
    ['no longer', 'The harbour ledger no longer refuses to regard a raft as a vessel.'],
    ['only', 'For captains the rules of the harbour change only at the turn of the month.'],
    ['every', 'Every crew of the eastern quay has access to a pass at no extra charge.'],
    ['not without', 'No share of the cargo is sent by the new route until the rehearsals agree.'],
    ['unless', 'Unless the change was meant to alter it, the crew of a tug must stay the same.'],
    ['free', 'Owners are free to choose the flag of their boats and the port.'],
    ['ruled out', 'A list across offices is ruled out, even where it looks helpful.'],
  ])('is supported where it agrees: %s', (_, sentence) => {
    expect(isSupported(sentence)).toBe(true);
  });
});
