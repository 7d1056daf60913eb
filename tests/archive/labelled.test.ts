import { beforeAll, describe, expect, it } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { labelledEntries } from '../../src/archive/labelled.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { engines } from '../engines.ts';
import { archiveForAll } from './contract/place.ts';

const days = ['2026-03-30', '2026-03-31', '2026-04-01'];

describe.each(engines)('the entries of a label ($engine)', ({ createPlace }) => {
  const archive = archiveForAll(createPlace);

  beforeAll(async () => {
    for (const date of days) {
      const deepDives = ['first', 'second'].map(place => anEntry({ id: `${place} of ${date}`, company: 'Acme' }));
      const others = [anEntry({ id: `other of ${date}`, company: 'Globex', themes: ['caching'] })];
      const edition = anEdition({ date, deepDives: [...deepDives, ...others], patterns: [], alsoPublished: [] });
      await saveEdition(archive(), edition, { until: `${date}T06:00:00Z`, builtAt: `${date}T06:00:00Z` });
    }
  });

  const page = async (label: string, limit: number, offset: number) => {
    const { entries, total } = await labelledEntries(archive(), { kind: 'company', label }, { limit, offset });
    return { ids: entries.map(({ id }) => id), total };
  };

  it('come newest edition first, then as printed, a page at a time', async () => {
    const ids = ['first of 2026-04-01', 'second of 2026-04-01', 'first of 2026-03-31', 'second of 2026-03-31'];
    expect(await page('Acme', 4, 0)).toEqual({ ids, total: 6 });
    expect(await page('Acme', 4, 4)).toEqual({ ids: ['first of 2026-03-30', 'second of 2026-03-30'], total: 6 });
  });

  it('are none past the end, and none of a label that nothing has', async () => {
    expect(await page('Acme', 4, 8)).toEqual({ ids: [], total: 6 });
    expect(await page('Nobody', 4, 0)).toEqual({ ids: [], total: 0 });
  });

  it('are those of its kind alone', async () => {
    const { total } = await labelledEntries(archive(), { kind: 'theme', label: 'caching' }, { limit: 1, offset: 0 });
    expect(total).toBe(3);
  });
});
