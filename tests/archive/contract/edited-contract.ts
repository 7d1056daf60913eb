/** What becomes of an item, and of what editions say of it, once its blog edits it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { getEdition, listEditions, markPosted, publishedStories, saveEdition } from '../../../src/archive/editions.ts';
import { itemsBetween, recordItems } from '../../../src/archive/items.ts';
import { search } from '../../../src/archive/search.ts';
import { trailOf } from '../../../src/archive/trail.ts';
import { archiveVersion } from '../../../src/archive/version.ts';
import type { FeedItem } from '../../../src/edition/item.ts';
import { parseQuery } from '../../../src/edition/query.ts';
import { storyId } from '../../../src/edition/story.ts';
import type { Decision } from '../../../src/editor/decisions.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const firstSeen = '2026-04-01T05:30:00Z';
const fiveMinutesLater = '2026-04-01T05:35:00Z';
const nextDay = '2026-04-02T06:00:00Z';
const always = ['1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] as const;

const source = 'Acme Engineering';
const entry = anEntry({ id: storyId('https://acme.example/ledger'), title: 'Bookkeeping without any locks' });
const item: FeedItem = {
  id: 'tag:acme.example,2026:1',
  url: entry.url,
  title: entry.title,
  published: '2026-04-01T05:00:00Z',
  authors: ['A. Writer'],
  categories: ['Databases'],
  content: '<p>Acme lost 3 hours to lock waits each week.</p>',
};
const award: FeedItem = { ...item, id: 'award', url: 'https://acme.example/award', title: 'Acme wins an award' };
const edition = anEdition({ deepDives: [entry, ...anEdition().deepDives.slice(1)] });

const times = { until: '2026-04-01T06:00:00Z', builtAt: '2026-04-01T06:05:00Z' };
const chosen: Decision = {
  url: entry.url,
  title: entry.title,
  source,
  company: 'Acme',
  decision: 'deep-dive',
  reasons: ['it has substance'],
};

export const editedContract = (createPlace: CreatePlace): void => {
  describe('its items that are edited', () => {
    const archive = archiveForEach(createPlace);

    beforeEach(async () => {
      await recordItems(archive(), source, [item, award], firstSeen);
    });

    const list = (changes: Partial<FeedItem>, now = nextDay) =>
      recordItems(archive(), source, [{ ...item, ...changes }, award], now);
    const recorded = async () => {
      const items = await itemsBetween(archive(), ...always);
      return items.find(one => one.item.id === item.id);
    };
    const listedWith = async (changes: Partial<FeedItem>) => {
      await list(changes);
      return (await recorded())?.item;
    };

    describe('before an edition tells of them', () => {
      it('are recorded as they are now, and are not news again', async () => {
        const edited = { title: 'Moving the ledger safely', content: '<p>Acme lost 30 hours.</p>', updated: nextDay };
        expect(await list(edited, fiveMinutesLater)).toEqual({ added: 0 });
        expect(await recorded()).toEqual({
          source,
          item: { ...item, ...edited },
          firstSeen: '2026-04-01T05:30:00.000Z',
          appeared: '2026-04-01T05:00:00.000Z',
        });
        expect(await itemsBetween(archive(), firstSeen, always[1])).toEqual([]);
      });

      it('keep what they said where they are emptied', async () => {
        const { content: _, ...emptied } = { ...item, title: '', url: '', authors: [], categories: [] };
        await recordItems(archive(), source, [emptied], nextDay);
        expect((await recorded())?.item).toEqual(item);
        expect(await listedWith({ content: '<p>&nbsp;</p>' })).toEqual(item);
      });

      it('keep their date, which blogs move when they edit', async () => {
        expect(await listedWith({ published: nextDay })).toEqual(item);
      });

      it('keep their address where it is but spelt otherwise', async () => {
        expect(await listedWith({ url: 'http://www.acme.example/ledger/?utm_source=rss' })).toEqual(item);
      });

      it('keep their id, by which they are known, where that is another each time (miniflux #2358)', async () => {
        expect(await listedWith({ id: 'another', title: 'Moving' })).toEqual({ ...item, title: 'Moving' });
      });

      it('keep their address where another item of the blog has that which they are given', async () => {
        expect(await listedWith({ url: award.url, title: 'Moving' })).toEqual({ ...item, title: 'Moving' });
        expect(await itemsBetween(archive(), ...always)).toHaveLength(2);
      });

      it('are one item where the list has it twice, with the first’s words', async () => {
        const twice = [item, { ...item, id: 'copy', title: 'A copy of it' }];
        await recordItems(archive(), source, twice, nextDay);
        expect((await recorded())?.item).toEqual(item);
      });
    });

    describe('after an edition told of them', () => {
      beforeEach(async () => {
        await saveEdition(archive(), edition, { ...times, decisions: [chosen] });
        await markPosted(archive(), edition.date, '2026-04-01T07:00:00Z');
      });

      const moved = { title: 'Rehousing the ledger', url: 'https://acme.example/2026/rehousing?utm_source=rss' };
      const corrected = {
        ...entry,
        title: moved.title,
        url: 'https://acme.example/2026/rehousing',
        corrected: '2026-04-02T06:00:00.000Z',
      };
      const told = async () => (await getEdition(archive(), edition.date))?.deepDives[0];
      const found = async (words: string) => (await search(archive(), parseQuery(words))).entries;

      it('have headline and address corrected in the archive, and what was said of them stays', async () => {
        expect(await list(moved)).toEqual({ added: 0 });
        const now = await getEdition(archive(), edition.date);
        expect(now).toEqual({ ...edition, deepDives: [corrected, ...edition.deepDives.slice(1)] });
        expect(await listEditions(archive())).toMatchObject([{ postedAt: '2026-04-01T07:00:00.000Z' }]);
      });

      it('are found by their headline of now, and no more by that of before', async () => {
        expect(await found('bookkeeping')).toHaveLength(1);
        await list({ title: 'Rehousing the books' });
        expect(await found('rehousing')).toEqual([
          { ...corrected, title: 'Rehousing the books', url: entry.url, edition: edition.date },
        ]);
        expect(await found('bookkeeping')).toEqual([]);
        expect(await found('company:acme')).toHaveLength(1);
        expect(await found('company:globex theme:databases')).toHaveLength(1);
      });

      it('do not make told what moves with them and was not: it would never be told', async () => {
        const untold: FeedItem = {
          ...item,
          id: 'untold',
          url: 'https://acme.example/untold',
          title: 'What nobody told',
        };
        await recordItems(archive(), source, [item, untold], firstSeen);
        const elsewhere = 'https://acme.example/2026/untold';
        await recordItems(
          archive(),
          source,
          [
            { ...item, ...moved },
            { ...untold, url: elsewhere },
          ],
          nextDay,
        );
        const ids = [storyId(corrected.url), storyId(elsewhere)];
        expect([...(await publishedStories(archive(), ids, { except: '2026-05-01' }))]).toEqual([
          storyId(corrected.url),
        ]);
      });

      it('are known under both addresses: no other source makes them news again', async () => {
        await list(moved);
        const copy = { ...item, id: 'w', url: 'https://acme.example/2026/rehousing' };
        expect(await recordItems(archive(), 'Weekly', [copy], nextDay)).toEqual({ added: 0 });
        expect(await recordItems(archive(), 'Monthly', [{ ...item, id: 'm' }], nextDay)).toEqual({ added: 0 });
        const ids = [storyId(entry.url), storyId(corrected.url)];
        expect([...(await publishedStories(archive(), ids, { except: '2026-05-01' }))].toSorted()).toEqual(
          ids.toSorted(),
        );
        const { tellings, listings, decisions } = await trailOf(archive(), corrected.url);
        expect(decisions).toEqual([{ edition: edition.date, decision: chosen }]);
        expect(tellings).toMatchObject([{ edition: edition.date, url: corrected.url }]);
        expect(listings.map(listing => listing.source)).toEqual([source, 'Weekly']);
      });

      it('are corrected where id and address changed at once and the headline stayed', async () => {
        const all = { ...item, id: 'new-platform-1', url: 'https://acme.example/new/ledger' };
        expect(await recordItems(archive(), source, [all, award], nextDay)).toEqual({ added: 0 });
        expect(await told()).toEqual({ ...entry, url: all.url, corrected: corrected.corrected });
      });

      it('have their first headline and address again where the edit is taken back', async () => {
        await list(moved);
        await list({}, '2026-04-03T06:00:00Z');
        expect(await told()).toEqual({ ...entry, corrected: '2026-04-03T06:00:00.000Z' });
        expect(await itemsBetween(archive(), firstSeen, always[1])).toEqual([]);
      });

      it.each<[string, Partial<FeedItem>]>([
        ['their text alone is another, of which nothing is repeated', { content: '<p>Acme lost 30 hours.</p>' }],
        ['their address is but spelt otherwise', { url: 'http://www.acme.example/ledger.html' }],
        ['their date is another', { published: nextDay, updated: nextDay }],
        ['they are emptied', { title: '', url: '' }],
        ['they are given the address of another', { url: award.url }],
      ])('stay as they were told where %s', async (_, changes) => {
        const version = await archiveVersion(archive().db);
        expect(await list(changes)).toEqual({ added: 0 });
        expect(await getEdition(archive(), edition.date)).toEqual(edition);
        expect(await archiveVersion(archive().db)).toBe(version);
      });

      it('show no sign that a reader cannot see', async () => {
        await list({ title: 'Moving\u0007 the ledger\u{e0041}' });
        expect((await told())?.title).toBe('Moving the ledger');
      });

      it('are corrected in the headline of a Signal that is theirs', async () => {
        const alone = { ...edition, date: '2026-04-02', signal: { ...edition.signal, headline: entry.title } };
        const other = { ...item, id: 'other', url: 'https://acme.example/other' };
        await recordItems(archive(), source, [item, award, other], '2026-04-01T06:30:00Z');
        await saveEdition(
          archive(),
          { ...alone, deepDives: [{ ...entry, url: other.url }] },
          { until: nextDay, builtAt: nextDay },
        );
        await recordItems(archive(), source, [item, award, { ...other, title: moved.title }], nextDay);
        expect(await getEdition(archive(), '2026-04-02')).toMatchObject({
          signal: { headline: moved.title, body: alone.signal.body },
          deepDives: [{ title: moved.title }],
        });
      });

      it('are corrected also where they were only listed', async () => {
        await recordItems(archive(), source, [item, { ...award, title: 'Acme wins two awards' }], nextDay);
        const listed = { ...edition.alsoPublished[0], title: 'Acme wins two awards' };
        expect(await getEdition(archive(), edition.date)).toEqual({ ...edition, alsoPublished: [listed] });
      });

      it('are corrected in their own edition, and where their own source told of them', async () => {
        const later = anEdition({ date: '2026-04-02' });
        await saveEdition(archive(), later, { until: nextDay, builtAt: nextDay });
        await recordItems(archive(), 'Weekly', [item], firstSeen);
        await recordItems(archive(), 'Weekly', [{ ...item, title: 'Links of the week' }], nextDay);
        expect(await getEdition(archive(), edition.date)).toEqual(edition);
        await list(moved);
        expect(await getEdition(archive(), later.date)).toEqual(later);
      });

      it('make all who show the archive read it again', async () => {
        const version = await archiveVersion(archive().db);
        await list(moved);
        expect(await archiveVersion(archive().db)).toBeGreaterThan(version);
      });
    });
  });
};
