import { describe, expect, it } from 'vitest';
import { formatEdition, widthOf } from '../../src/cli/output.ts';
import { anEdition } from '../an-edition.ts';

describe('the width of the output', () => {
  it.each([
    ['a window', 120, 120],
    ['a pipe, which has none', undefined, 80],
    ['a terminal in a container, which says 0', 0, 80],
  ])('of %s', (_, columns, width) => {
    expect(widthOf({ columns })).toBe(width);
  });
});

describe('formatEdition', () => {
  it.each(['slack', 'discord'] as const)(
    'gives the parts that %s would be sent, a parent and its replies',
    async format => {
      const parts: readonly { place: string; payload: object }[] = JSON.parse(await formatEdition(anEdition(), format));
      expect(parts.map(({ place }) => place)).toEqual(['parent', 'reply', 'reply', 'reply', 'reply']);
      expect(JSON.stringify(parts[1]?.payload)).toContain('Moving the ledger to append-only storage');
    },
  );

  it.each(['slack', 'discord'] as const)('links to the web where editions can be read there, for %s', async format => {
    const shown = await formatEdition(anEdition(), format, { publicUrl: 'https://digest.example.org' });
    expect(shown).toContain('https://digest.example.org/2026-04-01');
    expect(await formatEdition(anEdition(), format)).not.toContain('digest.example.org');
  });
});
