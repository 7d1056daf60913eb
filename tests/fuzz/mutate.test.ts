import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChance } from './chance.ts';
import { mutate, mutators } from './mutate.ts';

const document = '<rss><channel><item a="b"><title>Größe &amp; Ünïcode</title></item></channel></rss>';
const bytes = Buffer.from(document).toString('latin1');
const partner = '{"items":[{"id":"a"}]}';

describe('chance', () => {
  it('repeats by seed and name, and differs by either', () => {
    const drawn = (seed: number, name: string) =>
      Array.from({ length: 5 }, () => createChance(seed, name)).map(chance => chance.below(1_000_000));
    expect(new Set(drawn(1, 'a')).size).toBe(1);
    expect(new Set([drawn(1, 'a')[0], drawn(2, 'a')[0], drawn(1, 'b')[0]]).size).toBe(3);
  });

  it('draws every number below a limit, and none else', () => {
    const chance = createChance(1);
    const drawn = Array.from({ length: 500 }, () => chance.below(7));
    expect([...new Set(drawn)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('cannot choose from nothing', () => {
    expect(() => createChance(1).of([])).toThrow(RangeError);
  });
});

describe.each(Object.entries(mutators))('%s', (name, mutator) => {
  it('is the same for the same chance, and leaves bytes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(bytes, '', 'a', '\xff\xfe\0<', partner), (seed, given) => {
        const mutant = mutator(given, createChance(seed, name), partner);
        expect(mutator(given, createChance(seed, name), partner)).toBe(mutant);
        expect(Buffer.from(mutant, 'latin1').toString('latin1')).toBe(mutant);
      }),
      { seed: 20261130, numRuns: 30 },
    );
  });

  it('changes something', () => {
    const mutants = Array.from({ length: 20 }, (_, seed) => mutator(bytes, createChance(seed, name), partner));
    expect(mutants.some(mutant => mutant !== bytes)).toBe(true);
  });
});

it('a mutant is no longer than it may be, however often something is repeated', () => {
  for (let seed = 0; seed < 300; seed++) {
    expect(mutate(bytes.repeat(50), partner, 5000, createChance(seed)).length).toBeLessThanOrEqual(5000);
  }
});
