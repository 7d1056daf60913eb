/** What happens to editions. */
import { describe, expect, it } from 'vitest';
import { deliveryKey, getDelivery, planDeliveries } from '../../../src/archive/deliveries.ts';
import {
  getEdition,
  latestEdition,
  listEditions,
  markPosted,
  previousEdition,
  publishedStories,
  recentEditions,
  saveEdition,
} from '../../../src/archive/editions.ts';
import { markFailed, markSending, partsOf, payloadOf } from '../../../src/archive/parts.ts';
import { search } from '../../../src/archive/search.ts';
import { parseQuery } from '../../../src/edition/query.ts';
import { storyId } from '../../../src/edition/story.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { archiveForEach, type CreatePlace } from './place.ts';

const times = (date: string) => ({ until: `${date}T06:00:00Z`, builtAt: `${date}T06:05:00Z` });
const april = anEdition();
const written = times('2026-04-01');

export const editionsContract = (createPlace: CreatePlace): void => {
  describe('its editions', () => {
    const archive = archiveForEach(createPlace);

    const save = (date: string) => saveEdition(archive(), anEdition({ date }), times(date));
    const channel = (edition: string) => ({ platform: 'slack', workspace: 'T1', channel: 'C1', edition }) as const;
    const parent = { key: deliveryKey(channel(april.date)), ordinal: 0 };
    const plan = (edition: string, payload: string) => {
      const parts = [{ place: 'parent' as const, payload }];
      return planDeliveries(archive(), [{ edition, parts, channels: [channel(edition)] }], written.builtAt);
    };
    const total = async (words: string) => (await search(archive(), parseQuery(words))).total;

    describe('an edition', () => {
      it('comes back as it was saved', async () => {
        await saveEdition(archive(), april, written);
        expect(await getEdition(archive(), april.date)).toEqual(april);
        expect(await getEdition(archive(), '2026-04-02')).toBeUndefined();
      });

      it('may be empty', async () => {
        const empty = anEdition({ deepDives: [], patterns: [], alsoPublished: [] });
        await saveEdition(archive(), empty, written);
        expect(await getEdition(archive(), empty.date)).toEqual(empty);
      });

      it('is refused where it could not be read again', async () => {
        const broken = anEdition({ deepDives: [anEntry({ url: 'not an address' })] });
        await expect(saveEdition(archive(), broken, written)).rejects.toThrow(/Invalid URL/);
        expect(await listEditions(archive())).toEqual([]);
      });

      it('is not replaced in silence', async () => {
        await saveEdition(archive(), april, written);
        const again = saveEdition(archive(), anEdition({ title: 'Another' }), written);
        await expect(again).rejects.toMatchObject({ name: 'ArchiveError', code: 'exists' });
        expect(await getEdition(archive(), april.date)).toEqual(april);
      });

      it('gives way when that is asked for, with its entries and its stories', async () => {
        await saveEdition(archive(), april, written);
        const rebuilt = anEdition({
          deepDives: [anEntry({ id: 'cccccccccccc', title: 'Caches that forget', company: 'Initech' })],
          patterns: [],
          alsoPublished: [],
        });
        await saveEdition(archive(), rebuilt, { ...written, replace: true });
        expect(await getEdition(archive(), april.date)).toEqual(rebuilt);
        expect([await total('company:globex'), await total('sharding'), await total('caches')]).toEqual([0, 0, 1]);
        const stories = await publishedStories(archive(), ['aaaaaaaaaaaa', 'cccccccccccc'], { except: '2026-05-01' });
        expect([...stories]).toEqual(['cccccccccccc']);
      });

      it('gives way with what was planned of it, so that channels get the one that takes its place', async () => {
        await saveEdition(archive(), april, written);
        await plan('2026-04-01', 'old');
        await plan('2026-03-31', 'another day');
        await markFailed(archive(), parent, 'refused', written.builtAt);
        await saveEdition(archive(), anEdition({ title: 'Another' }), { ...written, replace: true });
        expect(await getDelivery(archive(), channel('2026-04-01'))).toBeUndefined();
        expect(await payloadOf(archive(), { key: deliveryKey(channel('2026-03-31')), ordinal: 0 })).toBe('another day');
        await plan('2026-04-01', 'new');
        expect(await partsOf(archive(), parent.key)).toMatchObject([{ state: 'planned' }]);
        expect(await payloadOf(archive(), parent)).toBe('new');
      });

      it('is planned anew for a channel that it had nothing for', async () => {
        await saveEdition(archive(), april, written);
        await planDeliveries(
          archive(),
          [{ edition: april.date, parts: [], channels: [channel(april.date)] }],
          written.builtAt,
        );
        await saveEdition(archive(), anEdition({ title: 'Another' }), { ...written, replace: true });
        expect(await getDelivery(archive(), channel(april.date))).toBeUndefined();
      });

      it('stays while a part of it is being sent, which may stand already', async () => {
        await saveEdition(archive(), april, written);
        await plan(april.date, 'old');
        await markSending(archive(), parent, written.builtAt);
        const again = saveEdition(archive(), anEdition({ title: 'Another' }), { ...written, replace: true });
        await expect(again).rejects.toMatchObject({ name: 'ArchiveError', code: 'posted' });
        expect(await getEdition(archive(), april.date)).toEqual(april);
        expect(await partsOf(archive(), parent.key)).toMatchObject([{ state: 'sending' }]);
      });

      it('stays as it was posted, whatever is asked for', async () => {
        await saveEdition(archive(), april, written);
        await markPosted(archive(), april.date, '2026-04-01T07:00:00Z');
        const again = saveEdition(archive(), anEdition({ title: 'Another' }), { ...written, replace: true });
        await expect(again).rejects.toMatchObject({ name: 'ArchiveError', code: 'posted' });
        expect(await getEdition(archive(), april.date)).toEqual(april);
      });

      it('was posted when it was first posted', async () => {
        await saveEdition(archive(), april, written);
        await markPosted(archive(), april.date, '2026-04-01T07:00:00Z');
        await markPosted(archive(), april.date, '2026-04-01T09:00:00Z');
        expect(await listEditions(archive())).toMatchObject([{ postedAt: '2026-04-01T07:00:00.000Z' }]);
      });
    });

    describe('editions', () => {
      it('are listed newest first, in whatever order they were built', async () => {
        for (const date of ['2026-04-02', '2026-03-31', '2026-04-01']) await save(date);
        expect((await listEditions(archive())).map(({ date }) => date)).toEqual([
          '2026-04-02',
          '2026-04-01',
          '2026-03-31',
        ]);
        expect((await latestEdition(archive()))?.date).toBe('2026-04-02');
      });

      it('know the one before, where the next starts', async () => {
        expect(await latestEdition(archive())).toBeUndefined();
        expect(await previousEdition(archive(), '2026-04-01')).toBeUndefined();
        for (const date of ['2026-03-28', '2026-04-01']) await save(date);
        expect(await previousEdition(archive(), '2026-04-01')).toEqual({
          date: '2026-03-28',
          title: april.title,
          until: '2026-03-28T06:00:00.000Z',
          builtAt: '2026-03-28T06:05:00.000Z',
        });
      });
    });

    describe('recent editions', () => {
      const datesBefore = async (date: string, days: number) =>
        (await recentEditions(archive(), date, days)).map(edition => edition.date);

      it('are those of so many days before a date, newest first, the edition of the date not among them', async () => {
        for (const date of ['2026-03-24', '2026-03-25', '2026-03-31', '2026-04-01', '2026-04-02']) await save(date);
        expect(await datesBefore('2026-04-01', 7)).toEqual(['2026-03-31', '2026-03-25']);
        expect(await datesBefore('2026-03-24', 7)).toEqual([]);
      });

      it('come as they were saved', async () => {
        await saveEdition(archive(), april, written);
        expect(await recentEditions(archive(), '2026-04-02', 7)).toEqual([april]);
      });

      it('are without one that cannot be read, which stops no other', async () => {
        for (const date of ['2026-03-30', '2026-03-31']) await save(date);
        await archive().db.updateTable('editions').set({ edition: '{' }).where('date', '=', '2026-03-31').execute();
        expect(await datesBefore('2026-04-01', 7)).toEqual(['2026-03-30']);
      });
    });

    describe('published stories', () => {
      it('are those told and those only listed, so that none is digested twice (complaint 8, miniflux #1409)', async () => {
        await saveEdition(archive(), april, written);
        const listed = storyId('http://www.acme.example/award/?utm_source=feed');
        const asked = ['aaaaaaaaaaaa', listed, 'dddddddddddd'];
        expect(await publishedStories(archive(), asked, { except: '2026-04-02' })).toEqual(new Set(asked.slice(0, 2)));
      });

      it('are not those of the edition that is being rebuilt', async () => {
        await saveEdition(archive(), april, written);
        expect(await publishedStories(archive(), ['aaaaaaaaaaaa'], { except: april.date })).toEqual(new Set());
      });

      it('may be asked for by the thousand, or for none', async () => {
        await saveEdition(archive(), april, written);
        const many = Array.from({ length: 70_000 }, (_, number) => `story-${number}`);
        const found = await publishedStories(archive(), [...many, 'bbbbbbbbbbbb'], { except: '2026-04-02' });
        expect([...found]).toEqual(['bbbbbbbbbbbb']);
        expect(await publishedStories(archive(), [], { except: '2026-04-02' })).toEqual(new Set());
      });
    });
  });
};
