import { describe, expect, it } from 'vitest';
import { editionSpan, editionYears, neighboursOf } from '../../src/archive/edition-calendar.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { anEdition } from '../an-edition.ts';
import { engines } from '../engines.ts';
import { archiveForEach } from './contract/place.ts';

describe.each(engines)('when there are editions ($engine)', ({ createPlace }) => {
  const archive = archiveForEach(createPlace);
  const save = async (...dates: readonly string[]) => {
    for (const date of dates) {
      await saveEdition(archive(), anEdition({ date }), { until: `${date}T06:00:00Z`, builtAt: `${date}T06:00:00Z` });
    }
  };

  it('is never in an empty archive', async () => {
    expect(await editionSpan(archive())).toBeUndefined();
    expect(await editionYears(archive())).toEqual([]);
    expect(await neighboursOf(archive(), '2026-04-01')).toEqual({ before: null, after: null });
  });

  it('is told by first and last date, and by year, the latest first', async () => {
    await save('2026-04-01', '2024-12-31', '2026-01-01');
    expect(await editionSpan(archive())).toEqual({ first: '2024-12-31', last: '2026-04-01', editions: 3 });
    expect(await editionYears(archive())).toEqual([
      { year: 2026, editions: 2 },
      { year: 2024, editions: 1 },
    ]);
  });

  it('is told of those beside one, which need not be there', async () => {
    await save('2026-04-01', '2026-04-03', '2026-04-06');
    expect(await neighboursOf(archive(), '2026-04-03')).toEqual({ before: '2026-04-01', after: '2026-04-06' });
    expect(await neighboursOf(archive(), '2026-04-05')).toEqual({ before: '2026-04-03', after: '2026-04-06' });
    expect(await neighboursOf(archive(), '2026-04-06')).toEqual({ before: '2026-04-03', after: null });
  });
});
