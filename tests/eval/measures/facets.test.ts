import { describe, expect, it } from 'vitest';
import { closeness, facetsOf, facetsSaid, saysFrom } from '../../../eval/measures/facets.ts';
import { type Reference, recordedReferences } from '../../../eval/reference.ts';
import { splitSentences } from '../../../src/editor/language/sentences.ts';

const facets = {
  problem:
    'Search shared one Postgres database with checkout: complex queries took 7 seconds at the 90th percentile, slowed orders down for everybody, and neither indexes nor larger replicas helped.',
  lesson:
    'A store that serves both transactions and search should be split before its load forces the split, each half kept for what it does well.',
};

const references = recordedReferences();

/** How much each sentence of one facet says of another of the same story. */
const strangers = ({ facets }: Reference): readonly number[] =>
  facetsOf(facets).flatMap(from =>
    facetsOf(facets)
      .filter(to => to !== from)
      .flatMap(to => splitSentences(facets[from] ?? '').map(sentence => closeness(sentence, facets[to] ?? ''))),
  );

describe('facets that a summary says', () => {
  it('are found in other words, in whatever order and by whomever they are written', () => {
    const sentences = [
      'Transactions and search ought to be split into a store each before the load forces it.',
      'Complex search queries kept the shared Postgres database busy for 7 seconds.',
    ];
    expect(facetsSaid(sentences, facets)).toEqual(['problem', 'lesson']);
  });

  it('are not said by a sentence that has no more than the subject in common', () => {
    expect(facetsSaid(['Postgres is a database that many companies have chosen for years.'], facets)).toEqual([]);
  });

  it('are not put together from sentences that each say too little', () => {
    expect(
      facetsSaid(
        [
          'Search is never easy to get right.',
          'Seconds matter to those who wait.',
          'We run Postgres here, and are glad.',
        ],
        facets,
      ),
    ).toEqual([]);
  });

  it('are none where nothing is said, or where the reference has none', () => {
    expect(facetsSaid([], facets)).toEqual([]);
    expect(facetsSaid(['… !'], facets)).toEqual([]);
    expect(facetsSaid(['Search queries slowed Postgres down.'], {})).toEqual([]);
  });
});

describe('the bound from which a sentence says a facet', () => {
  it('keeps out 95 in 100 sentences about another facet of the same story', () => {
    const all = references.flatMap(strangers);
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(share => share >= saysFrom).length / all.length).toBeLessThan(0.05);
  });

  it('lets in every facet of the text that has two references, in whichever of their words', () => {
    const [one, other] = references.filter(({ url }) => url.includes('permission-delegation'));
    for (const [given, wanted] of [
      [one, other],
      [other, one],
    ]) {
      const sentences = Object.values(given?.facets ?? {}).flatMap(splitSentences);
      expect(facetsSaid(sentences, wanted?.facets ?? {})).toEqual(['problem', 'approach', 'tradeoff', 'lesson']);
    }
  });
});
