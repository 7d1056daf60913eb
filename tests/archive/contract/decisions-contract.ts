/** What happens to the decisions behind editions. */
import { describe, expect, it } from 'vitest';
import { decisionsAbout, decisionsOf } from '../../../src/archive/decisions.ts';
import { getEdition, saveEdition } from '../../../src/archive/editions.ts';
import type { Decision } from '../../../src/editor/decisions.ts';
import { anEdition } from '../../an-edition.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const aDecision = (overrides: Partial<Decision> = {}): Decision => ({
  url: 'https://acme.example/ledger',
  title: 'Moving the ledger to append-only storage',
  source: 'Acme Engineering',
  company: 'Acme',
  decision: 'deep-dive',
  reasons: ['substance 0.81: code', 'about Acme: its own blog'],
  ...overrides,
});
const merged = aDecision({
  url: 'https://news.example/acme-ledger?id=7',
  listedAs: 'https://feeds.example/r/7',
  source: 'News',
  decision: 'merged',
  mergedInto: 'https://acme.example/ledger',
  reasons: ['retold as https://acme.example/ledger of Acme Engineering'],
});

export const decisionsContract = (createPlace: CreatePlace): void => {
  describe('the decisions behind its editions', () => {
    const archive = archiveForEach(createPlace);

    const save = (date: string, decisions?: readonly Decision[], replace = false) =>
      saveEdition(archive(), anEdition({ date }), {
        until: `${date}T06:00:00Z`,
        builtAt: `${date}T06:05:00Z`,
        replace,
        ...(decisions && { decisions }),
      });

    it('come back as they were taken, in their order', async () => {
      await save('2026-04-01', [merged, aDecision()]);
      expect(await decisionsOf(archive(), '2026-04-01')).toEqual([merged, aDecision()]);
      expect(await decisionsOf(archive(), '2026-04-02')).toEqual([]);
    });

    it('need not be known', async () => {
      await save('2026-04-01');
      expect(await decisionsOf(archive(), '2026-04-01')).toEqual([]);
    });

    it('may be more than a statement takes', async () => {
      const many = Array.from({ length: 20_000 }, (_, index) => aDecision({ url: `https://acme.example/${index}` }));
      await save('2026-04-01', many);
      expect(await decisionsOf(archive(), '2026-04-01')).toEqual(many);
    });

    it.each([
      'https://news.example/acme-ledger?id=7',
      'http://www.news.example/acme-ledger/?utm_source=feed&id=7#comments',
      ' https://NEWS.example:443/acme-ledger.html?id=7&ref=hn ',
    ])('are found by any spelling of the address: %s', async url => {
      await save('2026-04-01', [aDecision(), merged]);
      expect(await decisionsAbout(archive(), url)).toEqual([{ edition: '2026-04-01', decision: merged }]);
    });

    it('are found of all editions that had the article, newest first', async () => {
      const again = aDecision({ decision: 'published-before', reasons: ['another edition has it'] });
      await save('2026-04-01', [aDecision()]);
      await save('2026-04-03', [again]);
      await save('2026-04-02', [merged]);
      expect(await decisionsAbout(archive(), 'https://acme.example/ledger')).toEqual([
        { edition: '2026-04-03', decision: again },
        { edition: '2026-04-01', decision: aDecision() },
      ]);
      expect(await decisionsAbout(archive(), 'https://acme.example')).toEqual([]);
    });

    it('go with an edition that gives way', async () => {
      await save('2026-04-01', [aDecision(), merged]);
      await save('2026-04-01', [aDecision({ decision: 'also-published' })], true);
      expect(await decisionsOf(archive(), '2026-04-01')).toEqual([aDecision({ decision: 'also-published' })]);
      expect(await decisionsAbout(archive(), merged.url)).toEqual([]);
    });

    it('are refused where they could not be read again, and the edition with them', async () => {
      const broken = Object.assign(aDecision(), { decision: 'forgotten' });
      await expect(save('2026-04-01', [aDecision(), broken])).rejects.toThrow(/forgotten|Invalid option/);
      expect(await getEdition(archive(), '2026-04-01')).toBeUndefined();
      expect(await decisionsAbout(archive(), aDecision().url)).toEqual([]);
    });

    it('that cannot be read are said to be so, with the edition that they are of', async () => {
      await save('2026-04-01', [aDecision()]);
      await archive().db.updateTable('decisions').set({ decision: '{"url":7}' }).execute();
      const unreadable = { code: 'corrupt', message: expect.stringContaining('the edition of 2026-04-01') };
      await expect(decisionsOf(archive(), '2026-04-01')).rejects.toMatchObject(unreadable);
      await expect(decisionsAbout(archive(), aDecision().url)).rejects.toMatchObject(unreadable);
    });
  });
};
