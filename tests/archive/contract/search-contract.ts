/** What a look-up finds, and what it says. */
import { beforeAll, describe, expect, it } from 'vitest';
import { saveEdition } from '../../../src/archive/editions.ts';
import { recordHealth } from '../../../src/archive/health.ts';
import { search } from '../../../src/archive/search.ts';
import type { Entry } from '../../../src/edition/edition.ts';
import { parseQuery } from '../../../src/edition/query.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { archiveForAll, type CreatePlace, type CurrentArchive } from './place.ts';

const told = (id: string, overrides: Partial<Entry>): Entry =>
  anEntry({ id, facets: {}, grounding: [], body: 'They changed it.', ...overrides });

const march = [
  told('isolates', {
    title: 'Plugins in V8 isolates',
    company: 'Cloudflare',
    source: 'Weekly',
    themes: ['sandboxing', 'zero-trust'],
    body: 'Each plugin runs in an isolate of its own and declares its capabilities. Kafka is not involved.',
  }),
  told('kafka', {
    title: 'Replaying Kafka topics',
    company: 'Initech',
    source: 'Initech Blog',
    themes: ['event-streaming'],
    body: 'Initech replays topics after an outage, at 9,000 messages a second.',
  }),
];
const april = [
  told('tunnels', {
    title: 'Tunnels without trust',
    company: 'Cloudflare',
    source: 'Cloudflare Blog',
    themes: ['zero-trust', 'networking'],
    body: 'Every request proves who makes it. Déjà vu for those who ran proxies.',
  }),
  told('gateway', {
    title: 'A gateway for agents',
    company: 'Gradient Labs',
    source: 'Weekly',
    themes: ['ai-agents'],
    body: 'The gateway caches answers of the model and replays them.',
  }),
];

const lookupsIn = (archive: CurrentArchive) => {
  const find = async (words: string, page = {}) => {
    const { entries, total, isTotalExact, notes } = await search(archive(), parseQuery(words), page);
    return { ids: entries.map(({ id }) => id), total, isTotalExact, notes };
  };
  return { find, idsOf: async (words: string) => (await find(words)).ids };
};

export const searchContract = (createPlace: CreatePlace): void => {
  describe('a look-up', () => {
    const archive = archiveForAll(createPlace);
    const { find, idsOf } = lookupsIn(archive);

    beforeAll(async () => {
      for (const [date, deepDives] of [
        ['2026-04-01', april],
        ['2026-03-01', march],
      ] as const) {
        const edition = anEdition({ date, deepDives, patterns: [], alsoPublished: [] });
        await saveEdition(archive(), edition, { until: `${date}T06:00:00Z`, builtAt: `${date}T06:00:00Z` });
      }
    });

    it('gives whole entries and the date of their edition', async () => {
      const { entries } = await search(archive(), parseQuery('isolates'));
      expect(entries).toEqual([{ ...march[0], edition: '2026-03-01' }]);
    });

    it.each([
      ['company:cloudflare', ['tunnels', 'isolates']],
      ['company:"gradient labs"', ['gateway']],
      ['company:cloudflare company:initech', ['tunnels', 'isolates', 'kafka']],
      ['theme:zero-trust', ['tunnels', 'isolates']],
      ['theme:"Zero trust" theme:networking', ['tunnels', 'isolates']],
      ['theme:kafka', ['kafka']],
      ['source:weekly', ['gateway', 'isolates']],
      ['company:cloudflare source:weekly', ['isolates']],
      ['company:cloudflare theme:zero-trust source:"Cloudflare Blog"', ['tunnels']],
      ['company:initech theme:zero-trust', []],
      ['date:2026-03-01', ['isolates', 'kafka']],
      ['after:2026-03-01', ['tunnels', 'gateway', 'isolates', 'kafka']],
      ['after:2026-03-02', ['tunnels', 'gateway']],
      ['before:2026-04-01', ['isolates', 'kafka']],
      ['company:cloudflare before:2026-04-01', ['isolates']],
    ])('%s finds %j, newest edition first, then as printed', async (words, ids) => {
      expect(await find(words)).toMatchObject({ ids, total: ids.length });
    });

    it.each([
      ['isolates', 'a word', ['isolates']],
      ['ISOLATE', 'another form of it', ['isolates']],
      ['caching', 'another form of it', ['gateway']],
      ['deja', 'it without its accents', ['tunnels']],
      ['initech', 'a company', ['kafka']],
      ['"zero trust"', 'a theme', ['tunnels', 'isolates']],
      ['kafka isolate', 'every word', ['isolates']],
      ['kafka tunnels', 'every word', []],
      ['"replaying kafka"', 'a phrase', ['kafka']],
      ['"kafka replaying"', 'a phrase', []],
      ['how do they run plugins in an isolate', 'a question', ['isolates']],
      ['company:cloudflare kafka', 'a word of a company', ['isolates']],
      ['replay', 'a word of any time', ['gateway', 'kafka']],
      ['replay after:2026-04-01', 'a word of a time', ['gateway']],
      ['replay before:2026-04-01', 'a word of a time', ['kafka']],
      ['source:weekly replay', 'a word of a source', ['gateway']],
      ['weekly', 'no source: those are asked for by name', []],
    ])('%s finds by %s: %j', async (words, _, ids) => {
      expect((await idsOf(words)).toSorted()).toEqual(ids.toSorted());
    });

    it('puts an entry about something before one that mentions it', async () => {
      expect(await idsOf('kafka')).toEqual(['kafka', 'isolates']);
    });

    it('takes the last word for the beginning of one, where nothing has it as a word, and says so', async () => {
      expect(await find('plugin isola')).toEqual({
        ids: ['isolates'],
        total: 1,
        isTotalExact: true,
        notes: ['Nothing has the word "isola": these have words that begin with it.'],
      });
      expect(await idsOf('isola plugin')).toEqual([]);
      expect(await idsOf('"isola"')).toEqual([]);
      expect(await idsOf('ka')).toEqual([]);
      expect(await idsOf('déj')).toEqual(['tunnels']);
    });

    it.each([
      ['company:cloudflre', ['tunnels', 'isolates'], 'Showing Cloudflare: no company is called "cloudflre".'],
      ['company:initec', ['kafka'], 'Showing Initech: no company is called "initec".'],
      ['theme:zero-trst', ['tunnels', 'isolates'], 'Showing Zero trust: no theme is called "zero-trst".'],
      ['source:"initech blgo"', ['kafka'], 'Showing Initech Blog: no source is called "initech blgo".'],
    ])('%s finds the name that was meant and says so', async (words, ids, note) => {
      expect(await find(words)).toMatchObject({ ids, notes: [note] });
    });

    it('finds nothing for a name that is near to none, and tells the nearest', async () => {
      const { ids, notes } = await find('source:wekkles kafka');
      expect(ids).toEqual([]);
      expect(notes).toEqual([expect.stringMatching(/^No source is called "wekkles"\. Near it: .*source:Weekly/)]);
    });

    it('still finds the other names when one of them is unknown', async () => {
      const { ids, notes } = await find('company:initech company:qqqqqqqq');
      expect({ ids, notes }).toEqual({ ids: ['kafka'], notes: ['No company is called "qqqqqqqq".'] });
    });

    it('knows a source that no entry came of yet', async () => {
      await recordHealth(archive(), [{ name: 'Hooli Blog', status: 'ok', items: 3 }], '2026-04-01T06:00:00Z');
      expect(await find('source:"hooli blog"')).toMatchObject({ ids: [], notes: [] });
    });

    it('suggests a name for words that nothing has', async () => {
      expect((await find('cluodflare')).notes).toEqual(['Nothing has "cluodflare". Did you mean company:Cloudflare?']);
      expect((await find('qqqqqqqq')).notes).toEqual([]);
    });

    it('says which of several words nothing has, and suggests a name for those alone', async () => {
      expect((await find('kafka qqqqqqqq')).notes).toEqual(['Nothing has "qqqqqqqq".']);
      expect((await find('tunnels zzzzzzzz qqqqqqqq')).notes).toEqual(['Nothing has "zzzzzzzz" or "qqqqqqqq".']);
      expect((await find('what is new at cluodflare for tunnels')).notes).toEqual([
        'Nothing has "new" or "cluodflare". Did you mean company:Cloudflare?',
      ]);
    });

    it('finds in a question the name of which it is', async () => {
      expect((await find('what happened at cloudflare with kafka and plugins last week')).notes).toEqual([
        'Nothing has "happened" or "last". Did you mean company:Cloudflare?',
      ]);
    });

    it('takes no sentence for a misspelt name', async () => {
      expect((await find('tunnels isolates replaying plugins of topics at initech')).notes).toEqual([]);
    });

    it('suggests no name of which there is nothing', async () => {
      expect((await find('netflx')).notes).toEqual([]);
    });

    it('comes in pages', async () => {
      const page = (offset: number) => find('after:2026-01-01', { limit: 3, offset });
      expect(await page(0)).toMatchObject({ ids: ['tunnels', 'gateway', 'isolates'], total: 4 });
      expect(await page(3)).toMatchObject({ ids: ['kafka'], total: 4 });
      expect(await page(4)).toMatchObject({ ids: [], total: 4 });
      expect((await find('kafka', { limit: 1, offset: 1 })).ids).toEqual(['isolates']);
    });
  });

  describe('a look-up that more entries answer than are counted', () => {
    const archive = archiveForAll(createPlace);
    const { find } = lookupsIn(archive);

    beforeAll(async () => {
      for (const month of ['01', '02']) {
        const deepDives = Array.from({ length: 600 }, (_, number) =>
          told(`${month}-${number}`, { title: number === 599 ? 'Databases, all of it databases' : 'On databases' }),
        );
        const edition = anEdition({ date: `2026-${month}-01`, deepDives, patterns: [], alsoPublished: [] });
        await saveEdition(archive(), edition, { until: '2026-04-01T06:00:00Z', builtAt: '2026-04-01T06:00:00Z' });
      }
    });

    it('comes newest first and says so, in the time of a page', async () => {
      expect(await find('databases', { limit: 2 })).toEqual({
        ids: ['02-0', '02-1'],
        total: 500,
        isTotalExact: false,
        notes: ['More than 500 entries have this: newest first.'],
      });
      expect(await find('company:acme', { limit: 1 })).toEqual({
        ids: ['02-0'],
        total: 500,
        isTotalExact: false,
        notes: [],
      });
    });

    it('can be read to its end', async () => {
      expect((await find('databases', { limit: 2, offset: 1_199 })).ids).toEqual(['01-599']);
    });
  });
};
