import type { Entry, Facets } from '../../src/edition/edition.ts';
import { bodyOf } from '../../src/editor/writer.ts';

/** An entry of our own writing, whose body follows from its facets. */
export const anEntry = (
  parts: Partial<Omit<Entry, 'facets'>> & { readonly id: string; readonly facets?: Facets },
): Entry => {
  const facets = parts.facets ?? {
    problem: `Things were slow at ${parts.company ?? 'Acme'}.`,
    approach: 'We built a cache.',
  };
  return {
    title: `Story ${parts.id}`,
    company: 'Acme',
    source: 'Acme Engineering',
    url: `https://blog.example/${parts.id}`,
    published: '2026-04-01T06:00:00.000Z',
    themes: ['databases'],
    body: bodyOf(facets),
    grounding: [],
    ...parts,
    facets,
  };
};
