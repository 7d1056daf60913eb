import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardList } from '../../src/edition/setting-forms.ts';
import { shardsOf, shardsProblem } from '../../src/edition/shards.ts';

describe('the shards of a process', () => {
  it('are left to Discord where neither they nor their number are given', () => {
    expect(shardsOf({})).toBeUndefined();
    expect(shardsOf({ shards: undefined, shardCount: undefined })).toBeUndefined();
  });

  it('are those that are given, of the number of all processes together', () => {
    expect(shardsOf({ shards: [2, 3], shardCount: 4 })).toEqual({ ids: [2, 3], count: 4 });
    expect(shardsOf({ shards: [0], shardCount: 1 })).toEqual({ ids: [0], count: 1 });
  });

  it.each([
    ['without their number', { shards: [0] }, /^SHARDS needs SHARD_COUNT beside it/],
    ['by their number alone', { shardCount: 4 }, /^SHARD_COUNT needs SHARDS beside it/],
    ['past the last', { shards: [3, 4], shardCount: 4 }, /^SHARDS names 4, .* are 0 to 3/],
    ['below the first', { shards: [-1], shardCount: 4 }, /^SHARDS names -1/],
    ['in parts', { shards: [0.5], shardCount: 4 }, /^SHARDS names 0\.5/],
    ['twice', { shards: [0, 2, 2], shardCount: 4 }, /^SHARDS names 2 more than once/],
    ['of none', { shards: [], shardCount: 4 }, /^SHARDS names no shard/],
    ['of a number below one', { shards: [0], shardCount: 0 }, /^SHARD_COUNT is 0/],
  ])('cannot be given %s, and the problem says what to do', (_, given, told) => {
    expect(shardsProblem(given)).toMatch(told);
    expect(() => shardsOf(given)).toThrow(told);
  });

  it('can be divided among processes in any way that names each once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }).chain(count => fc.tuple(fc.constant(count), shardsBelow(count))),
        ([shardCount, shards]) => {
          expect(shardsProblem({ shards, shardCount })).toBeUndefined();
          expect(shardsProblem({ shards: [...shards, ...shards.slice(0, 1)], shardCount })).toMatch(/more than once/);
          expect(shardsProblem({ shards: [...shards, shardCount], shardCount })).toMatch(/names \d+, and/);
        },
      ),
    );
  });
});

const shardsBelow = (count: number) => fc.uniqueArray(fc.nat(count - 1), { minLength: 1 });

describe('a list of shards as a setting', () => {
  it.each([
    ['0', [0]],
    ['0,1', [0, 1]],
    ['0-3', [0, 1, 2, 3]],
    [' 0 - 1 , 6 ', [0, 1, 6]],
    ['7-7', [7]],
  ])('%o is read', (text, ids) => expect(shardList.parse(text)).toEqual(ids));

  it.each(['', 'all', '1,', '-1', '3-1', '0..3', '1.5', '0x1', '[0,1]', '0-99999'])(
    '%o is refused with an example',
    text =>
      expect(shardList.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
        'is not a list of at most 1000 shards such as 0,1 or 0-3',
      ]),
  );
});
