/** Real prose, found the same on every engine: words, phrases and beginnings as they stand in it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyKey } from '../../src/archive/entry-key.ts';
import type { TextTerm } from '../../src/archive/text-search.ts';
import type { Entry } from '../../src/edition/edition.ts';
import { anEntry } from '../an-edition.ts';
import { shared } from '../material.ts';
import { onEveryEngine } from './every-engine.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(path, 'utf8');

const ours = (): readonly string[] =>
  globSync(['*.md', 'docs/**/*.md'], { cwd: root }).map(path => read(join(root, path)));

const articles = shared('fixtures/articles');
const news = shared('fixtures/extraction/ground-truth.json');
const others = (): readonly string[] => [
  ...globSync('*/expected.txt', { cwd: articles }).map(path => read(join(articles, path))),
  ...Object.values(z.record(z.string(), z.object({ articleBody: z.string() })).parse(JSON.parse(read(news)))).map(
    ({ articleBody }) => articleBody,
  ),
];

/** An entry of each paragraph; its title is how it begins. */
const entriesOf = (texts: readonly string[]): readonly Entry[] =>
  texts
    .flatMap(text => text.split(/\n+/))
    .filter(paragraph => paragraph.trim().length > 40)
    .slice(0, 2_000)
    .map((body, place) =>
      anEntry({
        title: body.slice(0, 60),
        body,
        company: body.split(' ', 1)[0] || 'Acme',
        themes: [['databases', 'zero-trust', 'caching'][place % 3] ?? 'databases'],
        facets: {},
        grounding: [],
      }),
    );

describe.each([
  ['of this project', true, ours],
  ['of public pages (skipped where ../shared is absent)', existsSync(articles) && existsSync(news), others],
] as const)('the text search of every engine over prose %s', (_, isPresent, texts) => {
  const { save, ask } = onEveryEngine();

  it.skipIf(!isPresent)('finds the same entries in the same order', async () => {
    const entries = entriesOf(texts());
    await save('2026-04-01', entries);
    const words = entries.map(({ body }) => body.split(/\s+/));
    /** So many words as they follow each other somewhere. */
    const taken = (length: number) =>
      fc
        .tuple(fc.nat({ max: words.length - 1 }), fc.nat())
        .map(([entry, place]) => (words[entry] ?? []).slice(place % (words[entry]?.length ?? 1)).slice(0, length));
    const term: fc.Arbitrary<TextTerm> = fc.oneof(
      taken(1),
      taken(2).map(phrase => [phrase.join(' ')]),
      taken(4).map(phrase => [phrase.join(' ')]),
      fc.tuple(taken(1), taken(1), taken(1)).map(alternatives => alternatives.flat()),
    );
    let ordered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 3 }), async terms => {
        const filter = { labels: { company: [], source: [], theme: [] }, ...everyKey };
        const { keys } = await ask({ terms, filter, page: { limit: 1_000, offset: 0 } });
        if (keys.length > 1) ordered += 1;
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
    // Else nothing was shown.
    expect(ordered).toBeGreaterThan(150);
  });
});
