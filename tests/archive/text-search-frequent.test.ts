/** Words that most of a large archive has: found as fast as others, and not weighed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { entryKey, everyKey, firstKeyAfter, firstKeyOf } from '../../src/archive/entry-key.ts';
import { type Filter, mostWeighed, type TextTerm } from '../../src/archive/text-search.ts';
import type { Entry } from '../../src/edition/edition.ts';
import { anEntry } from '../an-edition.ts';
import { onEveryEngine } from './every-engine.ts';

const editions = 40;
const perEdition = 300;
const dateOf = (number: number): string => new Date(Date.UTC(2023, number, 15)).toISOString().slice(0, 10);

/** The entry at `place` of all: its words are in one of so many entries as their name says, from the oldest on. */
const entryAt = (place: number): Entry => {
  const has = (every: number, word: string): string => (place % every === 0 ? ` ${word}` : '');
  return anEntry({
    title: `Entry${has(2, 'half')}${has(600, 'sixhundredth')}`,
    body: `Always told anew.${has(3, 'third third')}${has(40, 'fortieth')}${has(41, 'half a fortyfirst')} of ${place % 7} words${' more'.repeat(place % 11)}`,
    company: place % 5 === 0 ? 'Acme' : 'Globex',
    themes: [place % 400 === 0 ? 'databases' : 'zero-trust'],
    facets: {},
    grounding: [],
  });
};

describe('an archive in which words are in more entries than are weighed', () => {
  const { save, ask } = onEveryEngine();
  const everything: Filter = { labels: { company: [], source: [], theme: [] }, ...everyKey };

  beforeAll(async () => {
    for (let edition = 0; edition < editions; edition += 1) {
      const deepDives = Array.from({ length: perEdition }, (_, place) => entryAt(edition * perEdition + place));
      await save(dateOf(edition), deepDives);
    }
  });

  it('is larger than what is weighed', async () => {
    expect(editions * perEdition).toBeGreaterThan(mostWeighed);
    expect(await ask({ terms: [['always']], filter: everything, page: { limit: 3, offset: 0 } })).toEqual({
      keys: [0, 1, 2].map(place => entryKey(dateOf(editions - 1), place)),
      total: 500,
      isTotalExact: false,
    });
  });

  const terms: readonly (readonly [string, readonly TextTerm[]])[] = [
    ['a word of all', [['always']]],
    ['a phrase of all', [['told anew']]],
    ['words of all', [['always'], ['entry'], ['told']]],
    ['a frequent and a rare word', [['always'], ['sixhundredth']]],
    ['rare words', [['fortieth'], ['half']]],
    ['a rare phrase of frequent words', [['half a fortyfirst']]],
    ['a rare phrase and a frequent word', [['half a fortyfirst'], ['third']]],
    ['a frequent phrase and a rare word', [['told anew'], ['fortieth'], ['third']]],
    ['frequent words that are seldom together', [['entry half'], ['third third'], ['1']]],
    ['one of words of which one is frequent', [['always', 'sixhundredth'], ['fortieth']]],
    ['one of rare words', [['fortieth', 'sixhundredth', 'fortyfirst']]],
    ['a frequent word with one that nothing has', [['always'], ['nowhere']]],
  ];
  const { labels } = everything;
  const filters: readonly (readonly [string, Filter])[] = [
    ['in all', everything],
    ['of a company', { ...everything, labels: { ...labels, company: ['Acme'] } }],
    ['of a rare theme', { ...everything, labels: { ...labels, theme: ['databases'] } }],
    ['of some months', { ...everything, from: firstKeyOf('2024-02-01'), to: firstKeyOf('2024-06-15') }],
    ['of a day', { ...everything, from: firstKeyOf(dateOf(9)), to: firstKeyAfter(dateOf(9)) }],
    ['before all', { ...everything, to: firstKeyOf('2000-01-01') }],
  ];
  const pages = [
    { limit: 20, offset: 0 },
    { limit: 20, offset: 990 },
    { limit: 0, offset: 0 },
  ];

  it.each(terms)('finds the same on every engine for %s', async (_, asked) => {
    for (const [, filter] of filters) for (const page of pages) await ask({ terms: asked, filter, page });
  });

  it.each([
    { company: ['Acme'], source: [], theme: ['databases'] },
    { company: ['Acme', 'Globex'], source: ['Acme Engineering'], theme: ['zero-trust'] },
    { company: ['Globex'], source: [], theme: ['databases', 'zero-trust', 'nothing'] },
    { company: ['Nobody'], source: [], theme: ['databases'] },
  ])('finds the same on every engine for labels alone, such as %j', async several => {
    for (const page of pages) await ask({ terms: [], filter: { ...everything, labels: several }, page });
  });

  it('can be read to its end', async () => {
    const { keys } = await ask({ terms: [['always']], filter: everything, page: { limit: 2, offset: 11_998 } });
    expect(keys).toEqual([entryKey(dateOf(0), perEdition - 2), entryKey(dateOf(0), perEdition - 1)]);
  });
});
