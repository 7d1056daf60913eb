/** What is known of an article by its address. */
import { describe, expect, it } from 'vitest';
import { saveEdition } from '../../../src/archive/editions.ts';
import { recordItems } from '../../../src/archive/items.ts';
import { trailOf } from '../../../src/archive/trail.ts';
import { storyId } from '../../../src/edition/story.ts';
import type { Decision } from '../../../src/editor/decisions.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const ledger = 'https://acme.example/ledger';

export const trailContract = (createPlace: CreatePlace): void => {
  describe('the trail of an article', () => {
    const archive = archiveForEach(createPlace);

    const save = (date: string, decisions: readonly Decision[] = []) =>
      saveEdition(archive(), anEdition({ date }), {
        until: `${date}T06:00:00Z`,
        builtAt: `${date}T06:05:00Z`,
        decisions,
      });
    const list = (source: string, url: string, seen: string, published?: string) =>
      recordItems(
        archive(),
        source,
        [{ id: url, url, title: 'The ledger', authors: [], categories: [], ...(published && { published }) }],
        seen,
      );
    const decided: Decision = {
      url: ledger,
      title: 'The ledger',
      source: 'Acme Engineering',
      company: 'Acme',
      decision: 'deep-dive',
      reasons: ['substance 0.81'],
    };

    it('is empty of an address that nobody listed', async () => {
      await save('2026-04-01');
      expect(await trailOf(archive(), 'http://www.nobody.example/x/?utm_source=a')).toEqual({
        url: 'https://nobody.example/x',
        decisions: [],
        tellings: [],
        listings: [],
      });
    });

    it('has what was decided, the editions that have the story, and who listed it when', async () => {
      await list('Acme Engineering', `${ledger}?utm_source=feed`, '2026-04-01T05:00:00Z', '2026-04-01T04:00:00Z');
      await save('2026-04-01', [decided]);
      const trail = await trailOf(archive(), `${ledger}/`);
      expect(trail.decisions).toEqual([{ edition: '2026-04-01', decision: decided }]);
      expect(trail.listings).toMatchObject([
        {
          source: 'Acme Engineering',
          title: 'The ledger',
          firstSeen: '2026-04-01T05:00:00.000Z',
          appeared: '2026-04-01T04:00:00.000Z',
          covering: { date: '2026-04-01' },
        },
      ]);
    });

    it('has the editions that told or listed it, where nobody kept why', async () => {
      await save('2026-04-01');
      expect((await trailOf(archive(), 'http://acme.example/award/')).tellings).toEqual([
        { edition: '2026-04-01', as: 'also-published', url: 'https://acme.example/award' },
      ]);
    });

    it('says into the time of which edition a listing falls, and where the one before ended', async () => {
      for (const date of ['2026-04-01', '2026-04-02', '2026-04-03']) await save(date);
      await list('Acme Engineering', ledger, '2026-04-01T07:00:00Z', '2026-04-01T06:30:00Z');
      const [listing] = (await trailOf(archive(), ledger)).listings;
      expect(listing).toMatchObject({ covering: { date: '2026-04-02' }, before: '2026-04-01T06:00:00.000Z' });
    });

    it('knows of no edition for what came after the last, or never counted as news', async () => {
      await save('2026-04-01');
      await list('Acme Engineering', ledger, '2026-04-01T07:00:00Z', '2026-04-01T06:30:00Z');
      const [listing] = (await trailOf(archive(), ledger)).listings;
      expect(listing?.appeared).toBe('2026-04-01T06:30:00.000Z');
      expect(listing).not.toHaveProperty('covering');
      await archive().db.updateTable('items').set({ appeared: null }).execute();
      const [undated] = (await trailOf(archive(), ledger)).listings;
      expect(undated).not.toHaveProperty('appeared');
      expect(undated).not.toHaveProperty('covering');
    });

    it('is found by the address of the feed, where that leads to another', async () => {
      const listedAs = 'https://feeds.example/r/7?id=7';
      await list('Acme Engineering', listedAs, '2026-04-01T05:00:00Z', '2026-04-01T04:00:00Z');
      await save('2026-04-01', [
        { ...decided, url: 'https://news.example/other' },
        { ...decided, listedAs },
      ]);
      expect((await trailOf(archive(), `${listedAs}&utm_source=x`)).decisions).toEqual([
        { edition: '2026-04-01', decision: { ...decided, listedAs } },
      ]);
    });

    it('is found by the address that the page calls its own, where it is read at another', async () => {
      const [own, read] = ['https://acme.example/own', 'https://acme.example/amp-version'];
      const edition = anEdition({ deepDives: [anEntry({ id: storyId(own), url: read })], patterns: [] });
      const decision = { ...decided, url: read };
      await saveEdition(archive(), edition, {
        until: '2026-04-01T06:00:00Z',
        builtAt: '2026-04-01T06:05:00Z',
        decisions: [decision],
      });
      const trail = await trailOf(archive(), own);
      expect(trail.tellings).toEqual([{ edition: '2026-04-01', as: 'deep-dive', url: read }]);
      expect(trail.decisions).toEqual([{ edition: '2026-04-01', decision }]);
    });
  });
};
