/** Editions of days on end, for tests of what is longer than a page. */
import { day } from '../../src/edition/duration.ts';
import type { Edition, Entry } from '../../src/edition/edition.ts';
import { anEdition, anEntry } from '../an-edition.ts';

/** Of so many days up to `last`, each with an entry of Acme on databases, and one of Globex. */
export const manyEditions = (count: number, last = '2026-04-01', overrides: Partial<Entry> = {}): readonly Edition[] =>
  Array.from({ length: count }, (_, before) => {
    const date = new Date(Date.parse(last) - before * day).toISOString().slice(0, 10);
    const acme = anEntry({
      id: `acme-${date}`,
      title: `What Acme did on ${date}`,
      themes: ['databases'],
      ...overrides,
    });
    const globex = anEntry({ id: `globex-${date}`, company: 'Globex', themes: ['zero-trust', 'databases'] });
    const signal = { headline: `The day of ${date}`, body: 'It was a day.', entries: [acme.id] };
    const title = `Engineering @ Scale — ${date}`;
    return anEdition({ date, title, deepDives: [acme, globex], signal, patterns: [], alsoPublished: [] });
  });
