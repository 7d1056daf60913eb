import { describe, expect, it } from 'vitest';
import { anEdition, anEntry } from '../../an-edition.ts';
import { aSite } from '../a-site.ts';
import { ask } from '../ask.ts';
import { manyEditions } from '../many-editions.ts';

const of = (...companies: readonly string[]) => [
  anEdition({ deepDives: companies.map((company, place) => anEntry({ id: `entry-${place}`, company })), patterns: [] }),
];

describe('the page of a company', () => {
  it('has its entries newest first, each with its place in its edition', async () => {
    const { site } = await aSite({ editions: manyEditions(3) });
    const { status, texts, links } = await ask(site, '/company/acme');
    expect(status).toBe(200);
    expect(texts('h1')).toEqual(['Acme']);
    expect(texts('article .when')).toEqual([
      'Edition of April 1, 2026',
      'Edition of March 31, 2026',
      'Edition of March 30, 2026',
    ]);
    expect(links('article .when')[2]).toBe('/2026-03-30#acme-2026-03-30');
  });

  it('has twenty on a page, and leads to the next', async () => {
    const { site } = await aSite({ editions: manyEditions(41) });
    const first = await ask(site, '/company/acme');
    expect(first.texts('article')).toHaveLength(20);
    expect(first.links('.pager a')).toEqual(['/company/acme?page=2']);
    const second = await ask(site, '/company/acme?page=2');
    expect(second.links('.pager a')).toEqual(['/company/acme', '/company/acme?page=3']);
    expect(second.texts('title')).toEqual(['Acme, page 2 of 3 · Engineering @ Scale']);
    const third = await ask(site, '/company/acme?page=3');
    expect(third.texts('article')).toHaveLength(1);
    expect(third.links('.pager a')).toEqual(['/company/acme?page=2']);
  });

  it.each([
    ['/company/acme?page=4', 404],
    ['/company/acme?page=0', 400],
    ['/company/acme?page=-1', 400],
    ['/company/acme?page=1.5', 400],
    ['/company/acme?page=x', 400],
    ['/company/acme?page=99999999999999999999', 400],
    ['/company/acme?page=', 400],
    ['/company/nobody-knows-it', 404],
    ['/company/%00', 404],
    ['/company/%E0%A4%A', 404],
    // Known to us, and not to the archive.
    ['/company/spotify', 404],
  ])('%s is answered with %i', async (path, status) => {
    const { site } = await aSite({ editions: manyEditions(41) });
    const asked = await ask(site, path);
    expect(asked.status).toBe(status);
    expect(asked.texts('h1')).toHaveLength(1);
  });

  it.each([
    ['/company/Cloudflare', '/company/cloudflare'],
    ['/company/CLOUD%20FLARE', '/company/cloudflare'],
    ['/company/cloudfare', '/company/cloudflare'],
    ['/company/amazon-web-services', '/company/aws'],
  ])('%s leads to %s', async (path, canonical) => {
    const { site } = await aSite({ editions: of('Cloudflare', 'AWS') });
    const { status, headers } = await ask(site, path);
    expect(status).toBe(301);
    expect(headers.get('Location')).toBe(canonical);
    expect(headers.get('Cache-Control')).toBe('no-cache');
    expect((await ask(site, canonical)).status).toBe(200);
  });

  it.each(['C++ Foundation', 'F#', "O'Reilly", 'Ünïcode GmbH', '日本電気', 'a/b', '50% off?'])(
    '%s has an address that leads to it',
    async company => {
      const { site } = await aSite({ editions: of(company) });
      const [address] = (await ask(site, '/companies')).links('.index a');
      const { status, texts } = await ask(site, address ?? '');
      expect(status).toBe(200);
      expect(texts('h1')).toEqual([company]);
    },
  );

  it('is told by its feeds and its latest title', async () => {
    const { site } = await aSite({ editions: manyEditions(2) });
    const { document, links } = await ask(site, '/company/acme');
    expect(links('link[rel=alternate]')).toEqual(['rss', 'atom', 'json'].map(form => `/company/acme/feed.${form}`));
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
      '2 entries on Acme. From the edition of April 1, 2026: What Acme did on 2026-04-01',
    );
    for (const feed of links('link[rel=alternate]')) expect((await ask(site, feed ?? '')).status).toBe(200);
  });
});

describe('the page of a theme', () => {
  it('has its entries a page at a time', async () => {
    const { site } = await aSite({ editions: manyEditions(21) });
    const { texts, links } = await ask(site, '/theme/databases?page=3');
    expect(texts('h1')).toEqual(['Databases']);
    expect(texts('article')).toHaveLength(2);
    expect(links('.pager a')).toEqual(['/theme/databases?page=2']);
  });

  it.each([
    ['/theme/kafka', 301, '/theme/event-streaming'],
    ['/theme/Zero%20Trust', 301, '/theme/zero-trust'],
    ['/theme/zero-trust', 200, null],
    ['/theme/mcp', 404, null],
    ['/theme/quilting-bees', 404, null],
    ['/theme/zero-trust?page=2', 404, null],
    ['/theme/zero-trust?page=two', 400, null],
  ])('%s is answered with %i', async (path, status, location) => {
    const { site } = await aSite({ editions: manyEditions(2) });
    const asked = await ask(site, path);
    expect(asked.status).toBe(status);
    expect(asked.headers.get('Location')).toBe(location);
  });
});

describe('a site below a path', () => {
  it('has that path in every link', async () => {
    const { site } = await aSite({ editions: manyEditions(21), publicUrl: 'https://example.org/digest' });
    for (const path of ['/', '/company/acme', '/themes', '/companies', '/calendar', '/search?q=acme', '/nowhere']) {
      const { links } = await ask(site, path);
      const own = links('a, link').filter(link => link?.startsWith('/'));
      expect(own.length).toBeGreaterThan(5);
      expect(own.filter(link => !link?.startsWith('/digest/'))).toEqual([]);
    }
    const { headers } = await ask(site, '/company/Acme');
    expect(headers.get('Location')).toBe('/digest/company/acme');
  });
});
