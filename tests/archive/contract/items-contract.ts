/** Which items are news. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordHealth } from '../../../src/archive/health.ts';
import { itemsBetween, recordItems } from '../../../src/archive/items.ts';
import type { FeedItem } from '../../../src/edition/item.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const long = { since: '1970-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' };
const installed = '2026-04-01T06:00:00Z';
const nextDay = '2026-04-02T06:00:00Z';

const anItem = (overrides: Partial<FeedItem> = {}): FeedItem => ({
  id: 'tag:acme.example,2026:1',
  url: 'https://acme.example/ledger',
  title: 'Moving the ledger',
  published: '2026-04-01T05:00:00Z',
  authors: ['A. Writer'],
  categories: [],
  ...overrides,
});

const numbered = (number: number, overrides: Partial<FeedItem> = {}): FeedItem =>
  anItem({ id: `item-${number}`, url: `https://acme.example/${number}`, title: `Post ${number}`, ...overrides });

const undated = (number: number): FeedItem => {
  const { published: _, ...item } = numbered(number);
  return item;
};

export const itemsContract = (createPlace: CreatePlace): void => {
  describe('its items', () => {
    const archive = archiveForEach(createPlace);

    const titlesBetween = async (since: string, until: string): Promise<string[]> =>
      (await itemsBetween(archive(), since, until)).map(({ item }) => item.title);

    describe('items that feeds list', () => {
      it('come back as they were listed', async () => {
        const item = anItem({ summary: '<p>Why & how</p>', content: '<p>“All” of it</p>', updated: installed });
        await recordItems(archive(), 'Acme Engineering', [item], installed);
        expect(await itemsBetween(archive(), long.since, long.until)).toEqual([
          {
            source: 'Acme Engineering',
            item,
            firstSeen: '2026-04-01T06:00:00.000Z',
            appeared: '2026-04-01T05:00:00.000Z',
          },
        ]);
      });

      it('complaint 1: are not news again at the next fetch (FeedCord #16: the same post every poll)', async () => {
        const list = [numbered(1), numbered(2)];
        expect(await recordItems(archive(), 'Acme', list, installed)).toEqual({ added: 2 });
        expect(await recordItems(archive(), 'Acme', list, nextDay)).toEqual({ added: 0 });
        expect(await titlesBetween(installed, long.until)).toEqual([]);
      });

      it.each<[string, FeedItem]>([
        [
          'its id and headline changed (complaint 9, miniflux #2358)',
          anItem({ id: 'other', title: 'Moving the ledger, updated' }),
        ],
        [
          'its address gained a slash and https became http',
          anItem({ id: 'b', url: 'http://www.acme.example/ledger/' }),
        ],
        [
          'its address gained .html and a campaign',
          anItem({ id: 'c', url: 'https://acme.example/ledger.html?utm_source=x' }),
        ],
        [
          'its address changed with the headline and its id did not',
          anItem({ url: 'https://acme.example/ledger-two' }),
        ],
      ])('are not news again when %s', async (_, changed) => {
        await recordItems(archive(), 'Acme', [numbered(7), anItem()], installed);
        expect(await recordItems(archive(), 'Acme', [changed], nextDay)).toEqual({ added: 0 });
        expect(await titlesBetween(installed, long.until)).toEqual([]);
      });

      it('are not news again when id and address changed at once and the headline stayed', async () => {
        const before = numbered(1, { title: 'How we moved the ledger' });
        const moved = { ...before, id: 'new-platform-1', url: 'https://acme.example/2026/04/ledger' };
        await recordItems(archive(), 'Acme', [numbered(7), before], installed);
        expect(await recordItems(archive(), 'Acme', [numbered(7), moved], nextDay)).toEqual({ added: 0 });
        expect(await titlesBetween(installed, long.until)).toEqual([]);
      });

      const article = (number: number) =>
        `<p>${Array.from({ length: 60 }, (_, word) => `word${number}x${word}`).join(' ')}</p>`;

      it('are not news again when id, address and headline changed at once and the text stayed (complaint 9)', async () => {
        const before = numbered(1, { content: article(1) });
        const renamed = numbered(5, { title: 'Renamed', content: `${article(1)}<p>Edited to be clearer.</p>` });
        await recordItems(archive(), 'Acme', [numbered(7), before], installed);
        expect(await recordItems(archive(), 'Acme', [numbered(7), renamed], nextDay)).toEqual({ added: 0 });
        expect(await titlesBetween(installed, long.until)).toEqual([]);
      });

      it.each<[string, Partial<FeedItem>, readonly FeedItem[]]>([
        ['of another day', { published: nextDay }, []],
        ['too short to tell it from others', { content: '<p>Read more of it on our blog.</p>' }, []],
        ['that others of the feed have too', {}, [numbered(8, { content: article(1) })]],
        ['that is another', { content: article(2) }, []],
      ])('are news when what vanished had a text %s', async (_, changes, others) => {
        const [before, now] = [numbered(1, { content: article(1) }), numbered(5, { content: article(1), ...changes })];
        const gone = changes.content?.includes('Read more') ? { ...before, content: changes.content } : before;
        await recordItems(archive(), 'Acme', [numbered(7), gone, ...others], installed);
        expect(await recordItems(archive(), 'Acme', [numbered(7), now, ...others], nextDay)).toEqual({ added: 1 });
      });

      it.each<[string, FeedItem]>([
        ['the post of that headline is still listed', numbered(2, { title: 'A headline of five words' })],
        [
          'a column has the same headline on another day',
          numbered(2, { title: 'A headline of five words', published: nextDay }),
        ],
      ])('are news when %s', async (reason, post) => {
        const column = numbered(1, { title: 'A headline of five words' });
        await recordItems(archive(), 'Acme', [column], installed);
        const list = reason.includes('still listed') ? [column, post] : [post];
        expect(await recordItems(archive(), 'Acme', list, nextDay)).toEqual({ added: 1 });
      });

      it('of a source that failed from the first day on are not lost (a feed that was down when we installed)', async () => {
        const failed = { name: 'Acme', status: 'failed', items: 0, reason: '503', since: installed } as const;
        await recordHealth(archive(), [failed], installed);
        const missed = numbered(1, { published: '2026-04-01T05:00:00Z' });
        const old = numbered(2, { published: '2026-03-20T05:00:00Z' });
        await recordItems(archive(), 'Acme', [missed, old], nextDay);
        expect(await titlesBetween(installed, nextDay)).toEqual([missed.title]);
      });

      it('may share an id with an item of another source', async () => {
        await recordItems(archive(), 'Acme', [numbered(1)], installed);
        const other = numbered(1, { url: 'https://globex.example/1' });
        expect(await recordItems(archive(), 'Globex', [other], installed)).toEqual({ added: 1 });
      });

      it('need no address', async () => {
        const items = [anItem({ id: 'a', url: '' }), anItem({ id: 'b', url: '' })];
        expect(await recordItems(archive(), 'Acme', items, installed)).toEqual({ added: 2 });
        expect(await recordItems(archive(), 'Acme', items, nextDay)).toEqual({ added: 0 });
      });

      it('may be thousands', async () => {
        const archived = Array.from({ length: 2_500 }, (_, number) => numbered(number));
        expect(await recordItems(archive(), 'Acme', archived, installed)).toEqual({ added: 2_500 });
        expect(await recordItems(archive(), 'Acme', archived, nextDay)).toEqual({ added: 0 });
      });
    });

    describe('a story that two sources tell', () => {
      it('is no news the second time, and known from both (complaint 11, miniflux #797)', async () => {
        await recordItems(archive(), 'Acme', [anItem()], installed);
        expect(await recordItems(archive(), 'Weekly', [anItem({ id: 'w1' })], '2026-04-01T07:00:00Z')).toEqual({
          added: 0,
        });
        expect((await itemsBetween(archive(), long.since, installed)).map(({ source }) => source)).toEqual([
          'Acme',
          'Weekly',
        ]);
        expect(await titlesBetween(installed, long.until)).toEqual([]);
      });

      it('has the date that one of them gives', async () => {
        await recordItems(archive(), 'Weekly', [undated(1), undated(2)], installed);
        await recordItems(archive(), 'Acme', [numbered(2)], installed);
        expect(await titlesBetween('2026-04-01T04:00:00Z', '2026-04-01T05:00:00Z')).toEqual(['Post 2']);
      });

      it('keeps that date when a third tells it late', async () => {
        await recordItems(archive(), 'Weekly', [undated(1), undated(2)], installed);
        await recordItems(archive(), 'Acme', [numbered(2)], installed);
        await recordItems(archive(), 'Globex', [numbered(3)], installed);
        expect(await recordItems(archive(), 'Globex', [undated(2)], nextDay)).toEqual({ added: 0 });
        expect(await titlesBetween(installed, long.until)).toEqual([]);
      });
    });

    describe('the first list of a source', () => {
      it('keeps its dates, so that a new installation does not flood', async () => {
        const old = numbered(1, { published: '2026-02-01T05:00:00Z' });
        await recordItems(archive(), 'Acme', [numbered(2), old], installed);
        expect(await titlesBetween('2026-03-31T06:00:00Z', installed)).toEqual(['Post 2']);
      });

      it('counts only its first item as news where it has no dates', async () => {
        await recordItems(archive(), 'Acme', [undated(3), undated(2), undated(1)], installed);
        expect(await titlesBetween(long.since, long.until)).toEqual(['Post 3']);
      });

      it('is the first that has items', async () => {
        await recordItems(archive(), 'Acme', [], installed);
        await recordItems(archive(), 'Acme', [numbered(1), undated(2)], nextDay);
        expect(await titlesBetween(long.since, long.until)).toEqual(['Post 1']);
      });
    });

    describe('an item of a later list', () => {
      it.each<[string, FeedItem]>([
        ['has no date (complaint 6, MonitoRSS #258: skipped in silence)', undated(2)],
        [
          'has a date before that of known items (complaint 6, FeedCord #94)',
          numbered(2, { published: '2026-03-30T00:00:00Z' }),
        ],
        ['has a date that cannot be read', numbered(2, { published: 'yesterday' })],
        ['has a date to come', numbered(2, { published: '2027-01-01T00:00:00Z' })],
        ['is exactly 7 days old', numbered(2, { published: '2026-03-26T06:00:00Z' })],
      ])('is news from when it was seen, though it %s', async (_, item) => {
        await recordItems(archive(), 'Acme', [numbered(1)], installed);
        await recordItems(archive(), 'Acme', [item, numbered(1)], nextDay);
        const [found] = await itemsBetween(archive(), installed, nextDay);
        expect(found).toMatchObject({ item: { title: 'Post 2' }, appeared: '2026-04-02T06:00:00.000Z' });
      });

      it('is no news when it is older than 7 days (complaint 8, liferea #1100: old posts reborn)', async () => {
        await recordItems(archive(), 'Acme', [numbered(1)], installed);
        const reborn = numbered(2, { published: '2026-03-26T05:59:59Z', updated: nextDay });
        expect(await recordItems(archive(), 'Acme', [reborn], nextDay)).toEqual({ added: 1 });
        expect(await titlesBetween(installed, long.until)).toEqual([]);
      });
    });

    it('a window has what appeared after its start, up to and with its end, newest first', async () => {
      const at = (number: number, published: string) => numbered(number, { published });
      const list = [
        at(1, '2026-04-01T01:00:00Z'),
        at(2, '2026-04-01T02:00:00+00:00'),
        at(3, '2026-04-01T03:00:00.000Z'),
      ];
      await recordItems(archive(), 'Acme', list, installed);
      expect(await titlesBetween('2026-04-01T01:00:00Z', '2026-04-01T03:00:00Z')).toEqual(['Post 3', 'Post 2']);
    });

    it('whatever sources list, a story is news once, and from each source once', async () => {
      const listing = fc.record({
        source: fc.constantFrom('Acme', 'Globex'),
        items: fc.array(
          fc
            .record({ id: fc.nat(6), page: fc.nat(6), slash: fc.boolean() })
            .map(({ id, page, slash }) => numbered(id, { url: `https://acme.example/${page}${slash ? '/' : ''}` })),
          { maxLength: 6 },
        ),
      });
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(listing, { maxLength: 6 }), async listings => {
          runs += 1;
          const mine = (name: string) => `${name} ${runs}`;
          // Each run has its own sources and addresses, so that one archive serves them all.
          const own = ({ source, items }: (typeof listings)[number]) => ({
            source: mine(source),
            items: items.map(item => ({ ...item, url: item.url.replace('acme', `acme-${runs}`) })),
          });
          let added = 0;
          for (const { source, items } of [...listings, ...listings].map(own)) {
            added += (await recordItems(archive(), source, items, installed)).added;
          }
          // What an item links to follows its blog; the address by which its story is known does not.
          const found = await archive()
            .db.selectFrom('items')
            .selectAll()
            .where('source', 'like', `% ${runs}`)
            .execute();
          const tellings = found.map(({ source, url }) => `${source} ${url}`);
          expect(new Set(tellings).size).toBe(tellings.length);
          expect(new Set(found.map(({ url }) => url)).size).toBe(added);
          const linked = (await itemsBetween(archive(), long.since, long.until))
            .filter(({ source }) => source.endsWith(` ${runs}`))
            .map(({ source, item }) => `${source} ${item.url.replace(/\/$/, '')}`);
          expect(new Set(linked).size).toBe(tellings.length);
        }),
        { seed: 20_260_401, numRuns: 60 },
      );
    });
  });
};
