import { describe, expect, it } from 'vitest';
import { entryKey } from '../../../src/archive/entry-key.ts';
import { indexRows } from '../../../src/archive/text/index-row.ts';
import { pairsOf } from '../../../src/archive/text/lexemes.ts';
import type { IndexedEntry } from '../../../src/archive/text-search.ts';

const entry = (overrides: Partial<IndexedEntry> = {}): IndexedEntry => ({
  key: entryKey('2026-04-01', 0),
  title: 'Two caches',
  body: 'Caching twice.',
  company: "O'Neill",
  source: 'Back\\slash',
  themes: '["zero-trust","zero-trust"]',
  ...overrides,
});

const rowOf = (overrides: Partial<IndexedEntry> = {}) => {
  const [row] = indexRows([entry(overrides)]);
  if (row === undefined) throw new Error('No row.');
  return row;
};

describe('what Postgres keeps of an entry', () => {
  it('is its words, each with its places and by column, and its labels', () => {
    expect(rowOf().vector.split(' ')).toEqual([
      "'=company=O''Neill'",
      String.raw`'=source=Back\\slash'`,
      "'=theme=zero-trust'",
      "'two':1A",
      "'cach':2A,4",
      "'twice':5",
      "'o':7B",
      "'neill':8B",
      "'zero':10B,12B",
      "'trust':11B,13B",
    ]);
  });

  it('is how many words and labels there are, twice where they are named twice', () => {
    expect(rowOf().tokens).toBe(2 + 2 + 2 + 4 + 4);
  });

  it('has the pairs within a column, and none from one to the next', () => {
    const { marks } = rowOf();
    expect(marks).toEqual(expect.arrayContaining([...pairsOf(['two', 'cach']), ...pairsOf(['cach', 'twice'])]));
    expect(marks).not.toEqual(expect.arrayContaining([...pairsOf(['cach', 'cach'])]));
  });

  it('has no place past the last that a vector can have, and of a word no more than it can have', () => {
    const { vector, tokens } = rowOf({ body: `${'more '.repeat(20_000)}last` });
    expect(vector).toContain(" 'last' ");
    expect(vector.match(/'more':([\d,]+)/)?.[1]?.split(',')).toHaveLength(255);
    expect(tokens).toBeGreaterThan(20_000);
  });

  it('is less than a megabyte', () => {
    const body = Array.from({ length: 200_000 }, (_, number) => `w${number}`).join(' ');
    expect(rowOf({ body }).vector.length).toBeLessThan(2 ** 20 * 2);
  });

  it('knows by a digest the words that are too long for a lexeme, each by its own', () => {
    const [one, other] = [rowOf({ title: `${'x'.repeat(3_000)}a` }), rowOf({ title: `${'x'.repeat(3_000)}b` })];
    expect(one.vector).not.toBe(other.vector);
    expect(one.vector.length).toBeLessThan(400);
  });
});
