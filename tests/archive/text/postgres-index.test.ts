/** How many entries have a word, as Postgres counts it, whoever saves editions meanwhile. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { saveEdition } from '../../../src/archive/editions.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { onPostgres } from '../../engines.ts';
import type { ArchivePlace } from '../contract/place.ts';

describe('the counts of words on Postgres', () => {
  let place: ArchivePlace;
  let archives: readonly Archive[];

  beforeAll(async () => {
    place = await onPostgres.createPlace();
    archives = await Promise.all([place.open(), place.open(), place.open()]);
  });
  afterAll(async () => {
    for (const archive of archives) await archive.close();
    await place.remove();
  });

  /** Saves, all at once, an edition of each of so many dates. The same words come in another order in each. */
  const saveAll = async (dates: number, turn: number): Promise<void> => {
    const words = Array.from({ length: 60 }, (_, number) => `word${number}`);
    await Promise.all(
      Array.from({ length: dates }, async (_, number) => {
        const date = new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
        const start = (number * 7 + turn * 13) % words.length;
        const body = [...words.slice(start), ...words.slice(0, start)].slice(0, 40 + turn).join(' ');
        const deepDives = [anEntry({ body }), anEntry({ id: 'bbbbbbbbbbbb', body: words.toReversed().join(' ') })];
        const edition = anEdition({ date, deepDives, patterns: [], alsoPublished: [] });
        const times = { until: `${date}T06:00:00Z`, builtAt: `${date}T06:00:00Z`, replace: true };
        const archive = archives[number % archives.length];
        if (archive !== undefined) await saveEdition(archive, edition, times);
      }),
    );
  };

  it('are true after many saved and replaced editions at the same time, none of whom waited for another for ever', async () => {
    for (const turn of [0, 1, 2]) await saveAll(12, turn);
    const [archive] = archives;
    if (archive === undefined) throw new Error('No archive.');
    const { rows: wrong } = await sql`
      select word, counted.entries, found.ndoc
      from text_words as counted full join (
        select word, ndoc from ts_stat('select vector from entries_text')
        union all
        select '~' || mark, count(*) from entries_text cross join unnest(marks) as mark group by mark
      ) as found using (word)
      where coalesce(counted.entries, 0) <> coalesce(found.ndoc, 0)`.execute(archive.db);
    expect(wrong).toEqual([]);
    const { rows } = await sql`select entries from text_totals`.execute(archive.db);
    // As in FTS5, what was replaced counts for how many there are.
    expect(rows).toEqual([{ entries: 3 * 12 * 2 }]);
  });
});
