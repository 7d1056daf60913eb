import { expect, test } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const article = `A cooper in Ghent has written down how his workshop makes barrels.
The young oak is split with a wedge, while the seasoned chestnut is sawn along the grain.
The daily water allowance is poured where the heat is worst, on the hoops and the rivets, and withheld from lids and bungs.
The apprentice sweeps the loft in the morning; the journeyman oils the presses at dusk.
Finished barrels leave by barge, and the broken ones are burnt in the yard.`;

const isSupported = (sentence: string): boolean => checkGrounding(sentence, article).supported;

test.each([
  ['two clauses', 'The seasoned chestnut is split with a wedge, while the young oak is sawn along the grain.'],
  ['one contrast', 'The journeyman sweeps the loft in the morning, whereas the apprentice oils the presses at dusk.'],
])('refuses two things of %s that have changed places', (_, sentence) => {
  expect(isSupported(sentence)).toBe(false);
});

test.each([
  ['in another order', 'The seasoned chestnut is sawn along the grain, and the young oak is split with a wedge.'],
  ['in the other voice', 'With a wedge the workshop splits young oak, and along the grain it saws seasoned chestnut.'],
  ['as a contrast', 'The journeyman oils the presses at dusk, whereas the apprentice sweeps the loft in the morning.'],
  ['in fewer words', 'Water is poured on the hoops and the rivets, and withheld from lids and bungs.'],
])('lets two clauses be told %s', (_, sentence) => {
  expect(isSupported(sentence)).toBe(true);
});
