import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, type WeighedStory } from '../../../src/editor/choosing/choose.ts';
import type { Story } from '../../../src/editor/choosing/stories.ts';
import { thinBelow } from '../../../src/editor/choosing/substance.ts';
import { engineeringPosts, thinPosts } from '../posts.ts';

interface Parts {
  readonly path?: string;
  readonly text?: string;
  readonly source?: string;
  readonly company?: string;
  readonly published?: string;
  readonly completeness?: 'full' | 'excerpt' | 'paywalled';
}

const substantial = engineeringPosts.map(post => post.text);
const thin = thinPosts.map(post => post.text);
const [strong = ''] = substantial;

const story = ({
  path = '1',
  text = strong,
  source = 'Acme Engineering',
  company = 'Acme',
  published = '2026-04-01T08:00:00Z',
  completeness = 'full',
}: Parts = {}): Story => {
  const url = `https://example.com/${path}`;
  const item = { id: url, url, title: path, authors: [], categories: [] };
  const article = {
    item,
    published,
    source,
    title: path,
    url,
    text,
    html: '',
    words: text.split(/\s+/).length,
    completeness,
  };
  return { id: path, company, teller: company, aggregator: false, article, others: [] };
};

const ids = (candidates: readonly WeighedStory[]) => candidates.map(candidate => candidate.story.id);

describe('what becomes a Deep Dive', () => {
  it('the strongest stories, up to the cap', () => {
    const day = substantial.map((text, index) =>
      story({ path: `${index}`, text, source: `Blog ${index}`, company: `${index}` }),
    );
    const { deepDives, alsoPublished } = choose(day, { cap: 3 });
    expect(deepDives).toHaveLength(3);
    const weakest = Math.min(...deepDives.map(({ substance }) => substance.score));
    expect(Math.max(...alsoPublished.map(({ substance }) => substance.score))).toBeLessThanOrEqual(weakest);
    expect(alsoPublished.map(({ reason }) => reason)).toEqual(alsoPublished.map(() => 'over the cap of 3 Deep Dives'));
  });

  it('no more than the quota from one source, however strong they are', () => {
    const day = [1, 2, 3].map(index => story({ path: `${index}` }));
    const { deepDives, alsoPublished } = choose(day, { perSource: 2 });
    expect(ids(deepDives)).toEqual(['1', '2']);
    expect(alsoPublished[0]?.reason).toBe('over the quota of 2 from Acme Engineering');
  });

  it('counts the quota by source, not by company', () => {
    const day = ['Acme Engineering', 'The Acme Blog'].map((source, index) => story({ path: `${index}`, source }));
    expect(choose(day, { perSource: 1 }).deepDives).toHaveLength(2);
  });

  it('18 stories and 4 from a source, where nothing else is asked for', () => {
    const day = Array.from({ length: 40 }, (_, index) =>
      story({ path: `${index}`, source: `Blog ${index % 8}`, company: `${index % 8}` }),
    );
    expect(choose(day).deepDives).toHaveLength(18);
    expect(choose(day.filter(({ article }) => article.source === 'Blog 1')).deepDives).toHaveLength(4);
  });

  it('no story without substance, even where there is room', () => {
    const { deepDives, alsoPublished } = choose(
      thin.map((text, index) => story({ path: `${index}`, text, source: `${index}` })),
    );
    expect(deepDives).toEqual([]);
    for (const { reason } of alsoPublished) expect(reason).toMatch(/^thin: substance 0\.\d\d, wanted 0\.\d+$/);
  });

  it('none without an address, which nobody could look up (a feed without links must not end the edition)', () => {
    const told = story();
    const { deepDives, alsoPublished } = choose([{ ...told, article: { ...told.article, url: '' } }]);
    expect(deepDives).toEqual([]);
    expect(alsoPublished[0]?.reason).toContain('no address');
  });

  it.each(['excerpt', 'paywalled'] as const)(
    'complaint 33: no story of which only a part could be read (%s)',
    completeness => {
      const { alsoPublished } = choose([story({ completeness })]);
      expect(alsoPublished.map(({ reason }) => reason)).toEqual([`${completeness}: the whole text could not be read`]);
    },
  );

  it('the earlier story, then the one with the lower address, where two are equally strong', () => {
    const day = [
      story({ path: 'c', source: 'C', company: 'C' }),
      story({ path: 'b', source: 'B', company: 'B' }),
      story({ path: 'z', source: 'Z', company: 'Z', published: '2026-04-01T07:00:00Z' }),
    ];
    expect(ids(choose(day).deepDives)).toEqual(['z', 'b', 'c']);
  });
});

describe('the order of the Deep Dives', () => {
  const day = (companies: string) =>
    [...companies].map((company, index) => story({ path: `${index}${company}`, company, source: `${index}` }));
  const order = (companies: string) =>
    choose(day(companies))
      .deepDives.map(candidate => candidate.story.company)
      .join('');

  it.each([
    ['ABC', 'ABC'],
    ['AAB', 'ABA'],
    ['ABBA', 'ABAB'],
    ['BAAA', 'ABAA'],
    ['BCAAA', 'ABACA'],
    ['AABBCC', 'ABACBC'],
    ['AAAA', 'AAAA'],
    ['', ''],
  ])('of equally strong stories of the companies %s is %s', (companies, expected) => {
    expect(order(companies)).toBe(expected);
  });

  it('never puts two of one company in a row where another order avoids it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 14 }), companies => {
        const most = Math.max(
          0,
          ...Map.groupBy(companies, company => company)
            .values()
            .map(group => group.length),
        );
        fc.pre(most <= Math.ceil(companies.length / 2));
        expect(order(companies.join(''))).not.toMatch(/(.)\1/);
      }),
      { seed: 18 },
    );
  });
});

describe('choosing as a whole', () => {
  const stories = fc
    .array(
      fc.record({
        text: fc.constantFrom(...substantial, ...thin),
        source: fc.constantFrom('A', 'B', 'C'),
        company: fc.constantFrom('A', 'B', 'C'),
        completeness: fc.constantFrom('full' as const, 'full' as const, 'excerpt' as const),
      }),
      { maxLength: 12 },
    )
    .map(parts => parts.map((part, index) => story({ ...part, path: `${index}` })));
  const limits = fc.record({ cap: fc.integer({ min: 0, max: 8 }), perSource: fc.integer({ min: 0, max: 5 }) });

  it('loses no story, shows none twice and keeps every limit', () => {
    fc.assert(
      fc.property(stories, limits, (day, { cap, perSource }) => {
        const { deepDives, alsoPublished } = choose(day, { cap, perSource });
        expect([...ids(deepDives), ...ids(alsoPublished)].sort()).toEqual(day.map(({ id }) => id).sort());
        expect(deepDives.length).toBeLessThanOrEqual(cap);
        for (const group of Map.groupBy(deepDives, dive => dive.story.article.source).values()) {
          expect(group.length).toBeLessThanOrEqual(perSource);
        }
        for (const dive of deepDives) expect(dive.substance.score).toBeGreaterThanOrEqual(thinBelow);
      }),
      { seed: 18, numRuns: 50 },
    );
  });

  it('does not depend on the order of the stories', () => {
    fc.assert(
      fc.property(stories, limits, (day, limit) => {
        const [there, back] = [choose(day, limit), choose(day.toReversed(), limit)];
        expect(ids(back.deepDives)).toEqual(ids(there.deepDives));
        expect(ids(back.alsoPublished)).toEqual(ids(there.alsoPublished));
      }),
      { seed: 18, numRuns: 50 },
    );
  });
});
