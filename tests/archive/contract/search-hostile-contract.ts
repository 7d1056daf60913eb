/** Texts and look-ups that no person writes: they are kept, found and answered as others. */
import { beforeAll, describe, expect, it } from 'vitest';
import { getEdition, saveEdition } from '../../../src/archive/editions.ts';
import { everyKey } from '../../../src/archive/entry-key.ts';
import { search } from '../../../src/archive/search.ts';
import type { Entry } from '../../../src/edition/edition.ts';
import type { Query } from '../../../src/edition/query.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { archiveForAll, type CreatePlace } from './place.ts';

const told = (id: string, overrides: Partial<Entry>): Entry =>
  anEntry({ id, facets: {}, grounding: [], body: 'They changed it.', ...overrides });

const long = `${'x'.repeat(2_050)}`;
const numbered = (count: number): string => Array.from({ length: count }, (_, number) => `w${number}`).join(' ');

const entries: readonly Entry[] = [
  told('nul', { title: 'Before\0after', body: 'One\0two \ufdd0 \ufdd00 \0\0 end', company: 'N\0L', themes: ['a\0b'] }),
  told('halves', { title: 'Half \ud83d of a rocket \ude80', body: 'Lone \udfff surrogates' }),
  told('long', { title: `Of ${long}a`, body: `and ${'é'.repeat(40_000)}` }),
  told('longer', { title: `Of ${long}b`, company: 'C'.repeat(10_000), themes: [long] }),
  told('wordy', { title: 'Very wordy', body: `first ${numbered(40_000)} last words` }),
  told('endless', { title: 'Without an end', body: numbered(300_000) }),
  told('again', { title: 'Again', body: 'again '.repeat(20_000) }),
  told('signs', { title: '!', body: '?!', company: '—', source: "'\\''", themes: ["'", '\\'] }),
];

const query = (...words: readonly string[]): Query => ({
  companies: [],
  themes: [],
  sources: [],
  terms: words.map(text => ({ kind: text.includes(' ') ? 'phrase' : 'word', text })),
});

export const searchHostileContract = (createPlace: CreatePlace): void => {
  describe('hostile texts and look-ups', () => {
    const archive = archiveForAll(createPlace);
    const edition = anEdition({ deepDives: entries, patterns: [], alsoPublished: [] });

    beforeAll(async () => {
      await saveEdition(archive(), edition, { until: '2026-04-01T06:00:00Z', builtAt: '2026-04-01T06:00:00Z' });
    });

    const idsOf = async (...words: readonly string[]) =>
      (await search(archive(), query(...words))).entries.map(({ id }) => id).toSorted();

    it('leave the edition as it was', async () => {
      expect(await getEdition(archive(), edition.date)).toEqual(edition);
      const { entries: found } = await search(archive(), { ...query(), companies: ['N\0L'] });
      expect(found).toEqual([{ ...entries[0], edition: edition.date }]);
    });

    it.each<[string, readonly string[], readonly string[]]>([
      ['words on both sides of NUL', ['before', 'after', 'two'], ['nul']],
      ['what has NUL in it', ['before\0after'], ['nul']],
      ['halves of characters', ['\ud83d', 'rocket'], []],
      ['words on both sides of a half of a character', ['lone surrogates', 'half'], ['halves']],
      ['a word of 2,051 letters', [`${long}a`], ['long']],
      ['another that begins as it does', [`${long}b`], ['longer']],
      ['one that nothing has', [`${long}c`], []],
      ['a word of 40,000 letters with accents', ['e'.repeat(40_000)], ['long']],
      ['a word and its neighbour of 2,051 letters', [`of ${long}a`], ['long']],
      ['the last of 40,000 words', ['last', 'w39999'], ['wordy']],
      ['a phrase at the beginning of 40,000 words', ['first w0 w1'], ['wordy']],
      ['two of many words', ['w100', 'w0'], ['endless', 'wordy']],
      ['a word that is in a text 20,000 times', ['again'], ['again']],
      ['signs', ['!', '?!', "'"], []],
    ])('%s', async (_, words, ids) => {
      expect(await idsOf(...words)).toEqual(ids);
    });

    it.each<[string, readonly string[]]>([
      ['1,000 words that an entry has', numbered(1_000).split(' ')],
      ['1,000 words and one that nothing has', [...numbered(1_000).split(' '), 'nowhere']],
      ['10,000 words of which none is anywhere', Array.from({ length: 10_000 }, (_, number) => `nowhere${number}`)],
      ['a phrase of 100 KB', [numbered(17_000)]],
      ['a word of 100 KB', ['z'.repeat(100_000)]],
      ['100 KB of signs', ['"\'\\&|!<->:*()'.repeat(7_000)]],
    ])('%s are understood', async (_, words) => {
      const { total } = await search(archive(), query(...words));
      expect(total).toBeLessThanOrEqual(2);
    });

    it('with bounds that no date has are of nothing', async () => {
      const { engine, db } = archive();
      const labels = { company: [], source: [], theme: [] };
      const page = { limit: 10, offset: 0 };
      const found = await engine.searchText(db, [['again']], { labels, from: everyKey.to, to: everyKey.from }, page);
      expect(found).toEqual({ keys: [], total: 0, isTotalExact: true });
    });
  });
};
