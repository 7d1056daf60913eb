import { describe, expect, it } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { latestEditions, latestEntries } from '../../src/archive/latest.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { engines } from '../engines.ts';
import { archiveForEach } from './contract/place.ts';

describe.each(engines)('what is newest in an archive on $engine', ({ createPlace }) => {
  const archive = archiveForEach(createPlace);

  const save = async (...dates: readonly string[]): Promise<void> => {
    for (const date of dates) {
      const deepDives = [
        anEntry({ id: `${date}-first` }),
        anEntry({ id: `${date}-second`, company: 'Globex', themes: ['caching', 'databases'] }),
      ];
      const edition = anEdition({ date, deepDives, patterns: [] });
      await saveEdition(archive(), edition, { until: `${date}T06:00:00Z`, builtAt: `${date}T06:05:00Z` });
    }
  };

  it('is the editions of the latest dates, and when each was written', async () => {
    await save('2026-04-02', '2026-04-01', '2026-04-03');
    const found = await latestEditions(archive(), 2);
    expect(found.map(({ edition, builtAt }) => [edition.date, builtAt])).toEqual([
      ['2026-04-03', '2026-04-03T06:05:00.000Z'],
      ['2026-04-02', '2026-04-02T06:05:00.000Z'],
    ]);
  });

  it('is nothing before the first edition', async () => {
    expect(await latestEditions(archive(), 30)).toEqual([]);
    expect(await latestEntries(archive(), { kind: 'theme', label: 'caching' }, 50)).toEqual([]);
  });

  it('is the other editions where one cannot be read', async () => {
    await save('2026-04-01', '2026-04-02');
    await archive().db.updateTable('editions').set({ edition: '{' }).where('date', '=', '2026-04-02').execute();
    expect((await latestEditions(archive(), 30)).map(({ edition }) => edition.date)).toEqual(['2026-04-01']);
  });

  it('is the entries of one label, newest first and then as printed', async () => {
    await save('2026-04-01', '2026-04-02');
    const ids = async (kind: 'company' | 'theme', label: string, limit = 50) =>
      (await latestEntries(archive(), { kind, label }, limit)).map(({ id }) => id);
    expect(await ids('theme', 'databases')).toEqual([
      '2026-04-02-first',
      '2026-04-02-second',
      '2026-04-01-first',
      '2026-04-01-second',
    ]);
    expect(await ids('theme', 'databases', 3)).toHaveLength(3);
    expect(await ids('company', 'Globex')).toEqual(['2026-04-02-second', '2026-04-01-second']);
    expect(await ids('company', 'globex')).toEqual([]);
  });
});
