import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/output.ts';

describe('the width of the output', () => {
  it.each([
    ['a window', 120, 120],
    ['a pipe, which has none', undefined, 80],
    ['a terminal in a container, which says 0', 0, 80],
  ])('of %s', (_, columns, width) => {
    expect(widthOf({ columns })).toBe(width);
  });
});
