import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../src/editor/grounding.ts';
import { readLabelled } from './grounding/labelled/labelled.ts';
import { countsOf, type Tally, tallyOf } from './grounding/labelled/tally.ts';

const check = (sentence: string, articleText: string): boolean => checkGrounding(sentence, articleText).supported;

const leastCaught = 0.95;
const mostRefused = 0.05;

const dev = tallyOf(readLabelled('dev'), check);
/** Further sentences by another hand, so that rules are not made for those of dev alone. */
const practice = tallyOf(readLabelled('practice'), check);
const heldOut = tallyOf(readLabelled('held-out'), check);
const all = tallyOf([...readLabelled('dev'), ...readLabelled('held-out')], check);

const withMistakes = (tally: Tally): string =>
  [countsOf(tally), ...tally.mistaken.map(({ kind, sentence }) => `${kind}: ${sentence}`)].join('\n');

describe('grounding, on sentences labelled by hand', () => {
  it.each([
    // Those of dev and practice may be looked at; of the rest only counts are shown, so that nothing can be made to suit them.
    { part: 'dev', tally: dev, shown: withMistakes(dev) },
    { part: 'practice', tally: practice, shown: withMistakes(practice) },
    { part: 'held-out', tally: heldOut, shown: countsOf(heldOut) },
    { part: 'all', tally: all, shown: countsOf(all) },
  ])('catches at least 95% of the corrupted and refuses at most 5% of the true ones: $part', ({ tally, shown }) => {
    expect(tally.caught, shown).toBeGreaterThanOrEqual(leastCaught);
    expect(tally.refused, shown).toBeLessThanOrEqual(mostRefused);
  });
});
