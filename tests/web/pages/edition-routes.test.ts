import { describe, expect, it } from 'vitest';
import { anEdition, anEntry } from '../../an-edition.ts';
import { aSite } from '../a-site.ts';
import { ask } from '../ask.ts';
import { manyEditions } from '../many-editions.ts';

describe('the page of an edition', () => {
  it('is the latest at the root, known by its own address', async () => {
    const { site } = await aSite({ editions: manyEditions(3), publicUrl: 'https://digest.example.org' });
    const { status, document, texts } = await ask(site, '/');
    expect(status).toBe(200);
    expect(texts('h1')).toEqual(['Engineering @ Scale — 2026-04-01']);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://digest.example.org/2026-04-01',
    );
  });

  it('leads to those beside it', async () => {
    const { site } = await aSite({ editions: manyEditions(3) });
    const { links, texts } = await ask(site, '/2026-03-31');
    expect(links('.pager a')).toEqual(['/2026-03-30', '/2026-04-01']);
    expect(texts('.pager a')).toEqual(['← March 30, 2026', 'April 1, 2026 →']);
  });

  it('has an anchor for each entry, with a link to it', async () => {
    const { site } = await aSite({ editions: [anEdition()] });
    const { document, links } = await ask(site, '/2026-04-01');
    expect(links('article .anchor')).toEqual(['#aaaaaaaaaaaa', '#bbbbbbbbbbbb']);
    expect(document.getElementById('bbbbbbbbbbbb')?.tagName).toBe('ARTICLE');
  });

  it('leads from companies and themes to their pages', async () => {
    const { site } = await aSite({ editions: [anEdition({ deepDives: [anEntry()], patterns: [] })] });
    const { links } = await ask(site, '/2026-04-01');
    expect(links('article .byline a:not(.anchor)')).toEqual(['/company/acme']);
    expect(links('article .themes a')).toEqual(['/theme/databases', '/theme/migrations']);
  });

  it('unfurls in chat by its title and its signal', async () => {
    const { site } = await aSite({ editions: [anEdition()], publicUrl: 'https://digest.example.org/news' });
    const { document } = await ask(site, '/2026-04-01');
    const said = (name: string) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    expect(said('og:title')).toBe('Engineering @ Scale — 2026-04-01');
    expect(said('og:description')).toBe('Databases: 2 companies in one day');
    expect(said('og:url')).toBe('https://digest.example.org/news/2026-04-01');
    expect(said('og:site_name')).toBe('Engineering @ Scale');
  });

  it('says so where there is none yet', async () => {
    const { site } = await aSite();
    const { status, html } = await ask(site, '/');
    expect(status).toBe(200);
    expect(html).toContain('No edition has been written yet');
  });

  it.each(['/2026-13-40', '/2026-02-30', '/2026-04-02', '/20260401', '/2026-04-01x'])('is not at %s', async path => {
    const { site } = await aSite({ editions: [anEdition()] });
    const { status, texts } = await ask(site, path);
    expect(status).toBe(404);
    expect(texts('h1')).toEqual(['There is nothing here']);
  });
});
