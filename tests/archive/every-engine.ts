/** An archive on each engine with the same editions, asked the same. */
import { afterAll, beforeAll, expect } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import type { Filter, Found, Paging, TextTerm } from '../../src/archive/text-search.ts';
import type { Edition, Entry } from '../../src/edition/edition.ts';
import { anEdition } from '../an-edition.ts';
import { engines } from '../engines.ts';
import type { ArchivePlace } from './contract/place.ts';

/** What `Engine.searchText` is asked. */
export interface Asking {
  readonly terms: readonly TextTerm[];
  readonly filter: Filter;
  readonly page: Paging;
}

export interface EveryEngine {
  /** Puts an edition of `date` in the place of the one that there was. */
  save(date: string, deepDives: readonly Entry[]): Promise<Edition>;
  /** What each engine finds, which is held to be the same. */
  ask(asking: Asking): Promise<Found>;
  readonly archives: readonly Archive[];
}

/** For all tests of the suite that calls this. */
export const onEveryEngine = (): EveryEngine => {
  const places: ArchivePlace[] = [];
  const archives: Archive[] = [];
  beforeAll(async () => {
    for (const { createPlace } of engines) {
      const place = await createPlace();
      places.push(place);
      archives.push(await place.open());
    }
  });
  afterAll(async () => {
    for (const archive of archives) await archive.close();
    for (const place of places) await place.remove();
  });
  return {
    archives,
    save: async (date, deepDives) => {
      const edition = anEdition({ date, deepDives, patterns: [], alsoPublished: [] });
      const times = { until: `${date}T06:00:00Z`, builtAt: `${date}T06:00:00Z` };
      for (const archive of archives) await saveEdition(archive, edition, { ...times, replace: true });
      return edition;
    },
    ask: async ({ terms, filter, page }) => {
      const [first, ...others] = await Promise.all(
        archives.map(({ engine, db }) => engine.searchText(db, terms, filter, page)),
      );
      if (first === undefined) throw new Error('There is no engine.');
      for (const other of others) expect(other, JSON.stringify({ terms, filter, page })).toEqual(first);
      return first;
    },
  };
};
