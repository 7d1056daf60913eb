/** Denials that a paraphrase puts in another way, and those that turn what is said. */
import { describe, expect, it } from 'vitest';
import { groundingOf } from '../../../src/editor/grounding.ts';

const check = groundingOf(`
Follow our notice board for the names of the pilots, which we will reveal over the coming weeks.
A clerk who weighs twelve crates one after another pays for twelve walks to the scale. If he loads one cart instead, the crates stay on the quay and far fewer walks are needed.
The harbour moves from trusting captains while they sail to checking a short list of papers at the gate.
No keys, nothing to lock, and nothing in the shed worth stealing after the shift has ended.
A captain may add a seal to outgoing letters that the messenger never gets to see.
For a fishing fleet nobody minds a late chart; for a war fleet they would have chosen otherwise.
A large harbour is moved by crews who know one another. A plan alone has never moved anybody.
The thefts in our port rarely begin with a forced door. They begin with a key that was lent.
Looking back, we had treated the lighthouse as an ornament.
`);
const isSupported = (sentence: string): boolean => check(sentence).supported;

describe('a denial that the article puts in another way', () => {
  it.each([
    [
      'what is yet to come',
      'The pilots have not been named yet; the board will reveal their names over the coming weeks.',
    ],
    [
      'what another sentence prefers something to',
      'A clerk who loads one cart instead of weighing twelve crates in turn needs far fewer walks.',
    ],
    [
      'what is moved away from',
      'Instead of trusting captains while they sail, the harbour checks a short list of papers at the gate.',
    ],
    ['nothing in a place', 'Once the shift has ended, the shed holds nothing worth stealing.'],
    [
      'what another does not get to see',
      'A captain may add a seal to outgoing letters without the messenger ever seeing it.',
    ],
    ['what is chosen otherwise', 'For a war fleet they would not have chosen a late chart.'],
    ['not alone', 'A large harbour is moved not by a plan alone but by crews who know one another.'],
    ['not this but that', 'Some thefts in our port are of a kind that began with a key that was lent.'],
    ['no mere thing', 'Looking back, the lighthouse was no mere ornament.'],
  ])('is supported: %s', (_, sentence) => {
    expect(isSupported(sentence)).toBe(true);
  });

  it.each([
    ['not otherwise', 'For a war fleet they would not have chosen otherwise.'],
    ['what is chosen', 'A captain may add a seal to outgoing letters that the messenger gets to see.'],
    ['what is to come', 'The names of the pilots will not be revealed over the coming weeks.'],
  ])('is none: %s', (_, sentence) => {
    expect(isSupported(sentence)).toBe(false);
  });
});

const checkDoubled = groundingOf(`
When two clerks write to the same ledger at the same time, the earlier entry is silently overwritten. There is no warning and no copy.
A grade of three now carries a meaning that does not depend on which school gave it.
Owners of the sheds had to be persuaded one at a time, and each shed is a further place to be guarded.
You see the request of the pilot in full and either approve it or decline.
People browse the register on a board while pilots and tug crews use its API to find out which berths are free.
Captains have to plan some voyages in two or three legs where they once needed one.
`);

describe('a denial of a denial, or carried on by a word between', () => {
  it.each([
    [
      'not without',
      'When two clerks write to the same ledger, the earlier entry is overwritten, but not without a warning.',
    ],
    ['not independent', 'The meaning of a grade of three is not independent of the school that gave it.'],
    ['not have to', 'Owners of the sheds did not have to be persuaded.'],
    ['no name', 'The register can be browsed on a board and offers no API to pilots or tug crews.'],
    ['no way of', 'The captain sees the request of the pilot in full but has no way of declining it.'],
    ['never oblige', 'The harbour never obliges captains to plan in two or three legs a voyage that once needed one.'],
  ])('is refused where it turns what is said: %s', (_, sentence) => {
    expect(checkDoubled(sentence).supported).toBe(false);
  });

  it.each([
    ['without', 'When two clerks write to the same ledger, the earlier entry is overwritten without a warning.'],
    ['independent', 'The meaning of a grade of three is independent of the school that gave it.'],
    ['had to', 'Owners of the sheds had to be persuaded one at a time.'],
  ])('is supported where it agrees: %s', (_, sentence) => {
    expect(checkDoubled(sentence).supported).toBe(true);
  });
});
