import { describe, expect, it } from 'vitest';
import { figure, percentage, tableOf } from '../../eval/table.ts';

describe('a table', () => {
  it('has its first column to the left and its figures to the right', () => {
    expect(
      tableOf(
        ['', 'words'],
        [
          ['lead-4', '9'],
          ['x', '1234567'],
        ],
      ),
    ).toBe(['          words', 'lead-4        9', 'x       1234567'].join('\n'));
  });

  it('shows what was not measured as a dash', () => {
    expect(figure(undefined, 2)).toBe('–');
    expect(percentage(undefined)).toBe('–');
    expect(figure(0, 2)).toBe('0.00');
    expect(percentage(0.123)).toBe('12.3%');
  });
});
