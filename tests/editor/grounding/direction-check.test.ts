import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const orchard = `The orchard changed its routes last spring.
Sorting by hand adds work.
With smaller trays, the yield of ripe plums from the valley fell by more than the growers could bear.
A van that leaves through a new gate is locked out in the middle of a delivery.`;

const isSupported = (sentence: string): boolean => checkGrounding(sentence, orchard).supported;

describe('the direction of a word', () => {
  it.each([
    'With smaller trays, the yield of ripe plums from the valley rose by more than the growers could bear.',
    'When a van leaves through a new gate in the middle of a delivery, it is let through.',
  ])('is not that of another word of its line which the sentence has in its own place: %s', sentence => {
    expect(isSupported(sentence)).toBe(false);
  });

  it.each([
    'With smaller trays, the yield of ripe plums from the valley dropped by more than the growers could bear.',
    'When a van leaves through a new gate in the middle of a delivery, it is refused.',
  ])('is kept where the words differ: %s', sentence => {
    expect(isSupported(sentence)).toBe(true);
  });
});

describe('two opposites of one sentence', () => {
  const ferry = `The ferry runs between two harbours.
When a storm is announced, a clerk in the receiving harbour reads the lists of the departing one, and sorts the cars by weight.
The heavy lorries wait beside the old pier, and the light vans use the new ramp.
Nobody misses the timetable.`;

  it.each([
    'A clerk in the departing harbour reads the lists of the receiving one and sorts the cars by weight.',
    'The light lorries wait beside the old pier, and the heavy vans use the new ramp.',
  ])('do not change places: %s', sentence => {
    expect(checkGrounding(sentence, ferry).supported).toBe(false);
  });

  it.each([
    'A clerk in the receiving harbour reads the lists of the departing one and sorts the cars by weight.',
    'The light vans use the new ramp, and the heavy lorries wait beside the old pier.',
  ])('may be told in another order: %s', sentence => {
    expect(checkGrounding(sentence, ferry).supported).toBe(true);
  });
});
