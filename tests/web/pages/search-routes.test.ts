import { describe, expect, it } from 'vitest';
import { anEdition, anEntry } from '../../an-edition.ts';
import { aSite } from '../a-site.ts';
import { ask } from '../ask.ts';
import { manyEditions } from '../many-editions.ts';

const found = (words: string): string => `/search?q=${encodeURIComponent(words)}`;

const aLibrary = () =>
  aSite({
    editions: [
      anEdition({
        deepDives: [
          anEntry({ id: 'ledger' }),
          anEntry({ id: 'isolates', title: 'Plugins in isolates', company: 'Cloudflare', themes: ['zero-trust'] }),
        ],
        patterns: [],
      }),
      ...manyEditions(1, '2026-03-01'),
    ],
  });

describe('the search', () => {
  it('asks what to look for, and shows how', async () => {
    const { site } = await aLibrary();
    const { status, texts, links, document } = await ask(site, '/search');
    expect(status).toBe(200);
    expect(document.querySelector('form')?.getAttribute('action')).toBe('/search');
    expect(texts('.examples a')).toContain('company:cloudflare');
    for (const example of links('.examples a')) expect((await ask(site, example ?? '')).status).toBe(200);
  });

  it.each([
    ['isolates', ['Plugins in isolates']],
    ['company:cloudflare', ['Plugins in isolates']],
    ['theme:"Zero trust" before:2026-04-01', ['Moving the ledger to append-only storage']],
    ['date:yesterday plugins', ['Plugins in isolates']],
    ['company:acme date:2026-03-01', ['What Acme did on 2026-03-01']],
  ])('%s finds %j, as /digest does', async (words, titles) => {
    const { site } = await aLibrary();
    const { status, texts, document } = await ask(site, found(words));
    expect(status).toBe(200);
    expect(texts('article h3')).toEqual(titles);
    expect(document.querySelector('input')?.getAttribute('value')).toBe(words);
  });

  it('says how a name was understood, and what else could be meant, as links', async () => {
    const { site } = await aLibrary();
    const { texts, links } = await ask(site, found('company:cloudfare nosuchword'));
    expect(texts('#results')[0]).toContain('Showing Cloudflare: no company is called "cloudfare".');
    expect(texts('.hints a')).toEqual(['Without nosuchword']);
    expect(links('.hints a')).toEqual([found('company:cloudfare')]);
    expect((await ask(site, links('.hints a')[0] ?? '')).texts('article h3')).toEqual(['Plugins in isolates']);
  });

  it('leads from the words that name a company to the company', async () => {
    const { site } = await aLibrary();
    const { links } = await ask(site, found('cloudflare'));
    expect(links('.hints a')).toEqual([found('company:Cloudflare')]);
  });

  it.each(['foo:bar', '"open', 'date:2026-13-40', 'company:', 'after:2026-04-01 before:2026-04-01', 'a'.repeat(501)])(
    'says kindly that %s cannot be looked up',
    async words => {
      const { site } = await aLibrary();
      const { status, texts, links } = await ask(site, found(words));
      expect(status).toBe(400);
      expect(texts('#results h2')).toEqual(['That cannot be looked up']);
      expect(texts('#results p')[0]).toMatch(/\w/);
      expect((await ask(site, links('#results a')[0] ?? '')).status).toBe(200);
    },
  );

  it('has twenty on a page, and the words in the address of each', async () => {
    const { site } = await aSite({ editions: manyEditions(25) });
    const first = await ask(site, found('company:acme ledger'));
    expect(first.texts('#results h2')).toEqual(['25 entries for company:acme ledger']);
    expect(first.links('.pager a')).toEqual([`${found('company:acme ledger')}&page=2`]);
    expect((await ask(site, first.links('.pager a')[0] ?? '')).texts('article')).toHaveLength(5);
  });

  it.each([
    ['&page=2', 404],
    ['&page=0', 400],
    ['&page=x', 400],
    ['&page=1', 200],
  ])('answers a page that is %s with %i', async (page, status) => {
    const { site } = await aLibrary();
    expect((await ask(site, found('isolates') + page)).status).toBe(status);
  });

  it('goes on where more are found than are counted', async () => {
    const entries = Array.from({ length: 520 }, (_, place) => anEntry({ id: `entry-${place}` }));
    const { site } = await aSite({ editions: [anEdition({ deepDives: entries, patterns: [] })] });
    const last = await ask(site, `${found('company:acme')}&page=26`);
    expect(last.texts('#results h2')).toEqual(['More than 500 entries for company:acme']);
    expect(last.texts('article')).toHaveLength(20);
    expect((await ask(site, `${found('company:acme')}&page=27`)).status).toBe(404);
  });

  it('gives its results alone to the script', async () => {
    const { site } = await aLibrary();
    const { status, html } = await ask(site, `${found('isolates')}&part=results`);
    expect(status).toBe(200);
    expect(html).not.toContain('<html');
    expect(html).toContain('1 entry for isolates');
  });

  it('is in no index of a search engine, and keeps nothing that is typed', async () => {
    const { site } = await aLibrary();
    const { document, headers } = await ask(site, found('isolates'));
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(headers.get('Cache-Control')).toBe('no-cache');
  });
});
