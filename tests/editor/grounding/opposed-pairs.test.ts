import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const ferry = `The ferry runs between two harbours.
When a storm is announced, a clerk in the receiving harbour reads the lists of the departing one, and sorts the cars by weight.
The heavy lorries wait beside the old pier, and the light vans use the new ramp.
Nobody misses the timetable.`;

const isSupported = (sentence: string): boolean => checkGrounding(sentence, ferry).supported;

describe('two opposites in one sentence', () => {
  it.each([
    'A clerk in the departing harbour reads the lists of the receiving one and sorts the cars by weight.',
    'The light lorries wait beside the old pier, and the heavy vans use the new ramp.',
  ])('have not changed places: %s', sentence => {
    expect(isSupported(sentence)).toBe(false);
  });

  it.each([
    'A clerk in the receiving harbour reads the lists of the departing one and sorts the cars by weight.',
    'The lists of the departing harbour are read by a clerk in the receiving one, when a storm is announced.',
    'The light vans use the new ramp, and the heavy lorries wait beside the old pier.',
  ])('may be told in another order: %s', sentence => {
    expect(isSupported(sentence)).toBe(true);
  });
});
