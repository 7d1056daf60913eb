import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../src/editor/grounding.ts';
import { readLabelled } from './grounding/labelled/labelled.ts';
import { type Check, countsOf, type Tally, tallyOf } from './grounding/labelled/tally.ts';

const check: Check = ({ sentence, articleText, company }) => checkGrounding(sentence, articleText, company).supported;

const tallies = {
  dev: tallyOf(readLabelled('dev'), check),
  practice: tallyOf(readLabelled('practice'), check),
  'practice-2': tallyOf(readLabelled('practice-2'), check),
  'practice-3': tallyOf(readLabelled('practice-3'), check),
  'practice-4': tallyOf(readLabelled('practice-4'), check),
  unseen: tallyOf(readLabelled('unseen'), check),
  'held-out': tallyOf(readLabelled('held-out'), check),
  all: tallyOf([...readLabelled('dev'), ...readLabelled('held-out')], check),
} as const;

const withMistakes = (tally: Tally): string =>
  [countsOf(tally), ...tally.mistaken.map(({ kind, sentence }) => `${kind}: ${sentence}`)].join('\n');

/** What may be looked at while rules are made; of the rest only counts are shown, so that nothing can be made to suit it. */
const open: ReadonlySet<string> = new Set(['dev', 'practice', 'practice-2', 'practice-3']);

/** What each part has reached, so that no change loses it. */
const limits = [
  { part: 'dev', caught: 0.99, refused: 0 },
  { part: 'practice', caught: 0.96, refused: 0.03 },
  { part: 'practice-2', caught: 0.9, refused: 0.01 },
  { part: 'practice-3', caught: 0.86, refused: 0.05 },
  { part: 'practice-4', caught: 0.81, refused: 0.05 },
  { part: 'unseen', caught: 0.84, refused: 0.05 },
  { part: 'held-out', caught: 0.88, refused: 0.06 },
  { part: 'all', caught: 0.95, refused: 0.02 },
] as const;

const aim = { caught: 0.95, refused: 0.05 };
/** Parts that are not there yet: a test of these that fails to fail belongs to the others. */
const short: ReadonlySet<string> = new Set(['practice-2', 'practice-3', 'practice-4', 'unseen', 'held-out']);

describe('grounding, on sentences labelled by hand', () => {
  it.each(limits)('of $part catches $caught of the corrupted and refuses at most $refused of the true', limit => {
    const tally = tallies[limit.part];
    const shown = open.has(limit.part) ? withMistakes(tally) : countsOf(tally);
    expect(tally.caught, shown).toBeGreaterThanOrEqual(limit.caught);
    expect(tally.refused, shown).toBeLessThanOrEqual(limit.refused);
  });

  describe.each(limits)('aims at 95% of the corrupted and at most 5% of the true ones: $part', ({ part }) => {
    it(short.has(part) ? 'does not reach it yet' : 'reaches it', { fails: short.has(part) }, () => {
      const { caught, refused } = tallies[part];
      expect(caught >= aim.caught && refused <= aim.refused).toBe(true);
    });
  });
});
