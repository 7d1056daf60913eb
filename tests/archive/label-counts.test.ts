import { beforeAll, describe, expect, it } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { companiesByTheme, countsByPeriod } from '../../src/archive/label-counts.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { engines } from '../engines.ts';
import { archiveForAll } from './contract/place.ts';

/** Company and themes of an entry, by the date of its edition. */
const told: readonly (readonly [date: string, company: string, themes: readonly string[]])[] = [
  ['2025-12-31', 'Acme', ['databases', 'caching']],
  ['2026-01-01', 'Acme', ['databases']],
  ['2026-01-31', 'Globex', ['databases']],
  ['2026-02-01', 'Globex', ['caching']],
];

describe.each(engines)('how often labels occur ($engine)', ({ createPlace }) => {
  const archive = archiveForAll(createPlace);

  beforeAll(async () => {
    for (const [date, company, themes] of told) {
      const deepDives = [anEntry({ id: date, company, themes: [...themes] })];
      const edition = anEdition({ date, deepDives, patterns: [], alsoPublished: [] });
      await saveEdition(archive(), edition, { until: `${date}T06:00:00Z`, builtAt: `${date}T06:00:00Z` });
    }
  });

  it('is counted by period, from its first day to the last before the next', async () => {
    const periods = [
      { from: '2025-12-01', to: '2026-01-01' },
      { from: '2026-01-01', to: '2026-02-01' },
      { from: '2026-02-01', to: '2026-03-01' },
    ];
    expect(await countsByPeriod(archive(), 'theme', ['databases', 'caching', 'mcp'], periods)).toEqual(
      new Map([
        ['databases', [1, 2, 0]],
        ['caching', [1, 0, 1]],
        ['mcp', [0, 0, 0]],
      ]),
    );
  });

  it('is nothing of no labels, and in no time', async () => {
    expect(await countsByPeriod(archive(), 'theme', [], [{ from: '2026-01-01', to: '2026-02-01' }])).toEqual(new Map());
    expect(await countsByPeriod(archive(), 'theme', ['mcp'], [])).toEqual(new Map([['mcp', []]]));
  });

  it('is counted by company and theme, the most frequent first', async () => {
    expect(await companiesByTheme(archive(), '2025-01-01')).toEqual([
      { company: 'Acme', theme: 'databases', entries: 2 },
      { company: 'Acme', theme: 'caching', entries: 1 },
      { company: 'Globex', theme: 'caching', entries: 1 },
      { company: 'Globex', theme: 'databases', entries: 1 },
    ]);
  });

  it('is counted from a date on', async () => {
    expect(await companiesByTheme(archive(), '2026-01-31')).toEqual([
      { company: 'Globex', theme: 'caching', entries: 1 },
      { company: 'Globex', theme: 'databases', entries: 1 },
    ]);
  });
});
