import { describe, expect, it } from 'vitest';
import { anEdition, anEntry } from '../../an-edition.ts';
import { aSite } from '../a-site.ts';
import { ask } from '../ask.ts';
import { manyEditions } from '../many-editions.ts';

describe('the list of companies', () => {
  it('has every company once, under its initial, with its number of entries', async () => {
    const companies = ['Zeta', 'Acme', 'acme labs', 'Éclair', '日本電気', 'Acme'];
    const deepDives = companies.map((company, place) => anEntry({ id: `entry-${place}`, company }));
    const { site } = await aSite({ editions: [anEdition({ deepDives, patterns: [] })] });
    const { texts } = await ask(site, '/companies');
    expect(texts('.initial').toSorted()).toEqual(['#', 'A', 'E', 'Z']);
    expect(texts('.index li')).toHaveLength(5);
    expect(texts('.index li')).toContain('Acme 2 entries');
    expect(texts('.index li')).toContain('Zeta 1 entry');
  });

  it('shows on which themes each of them is', async () => {
    const { site } = await aSite({ editions: manyEditions(4) });
    const { texts } = await ask(site, '/companies');
    expect(texts('.together thead th')).toEqual(['Company', 'Databases', 'Zero trust']);
    expect(texts('.together tbody tr')).toEqual(['Globex44', 'Acme40']);
  });

  it('charts the last twelve months alone', async () => {
    const old = manyEditions(1, '2024-01-01', { company: 'Initech' });
    const { site } = await aSite({ editions: [...manyEditions(1), ...old] });
    const { texts } = await ask(site, '/companies');
    expect(texts('.together tbody th')).toEqual(['Globex', 'Acme']);
    expect(texts('.index li')).toContain('Initech 1 entry');
  });
});

describe('the list of themes', () => {
  it('has each theme with its entries, the most frequent first, and a bar for each month', async () => {
    const { site } = await aSite({ editions: manyEditions(33) });
    const { texts, document } = await ask(site, '/themes');
    expect(texts('tbody th')).toEqual(['Databases', 'Zero trust']);
    expect(texts('tbody .number')).toEqual(['66', '33']);
    expect(texts('thead .span')).toEqual(['Feb 2026 to Apr 2026']);
    // 27 days of each month before, and one of April.
    expect(texts('svg desc')).toEqual([
      'Most in Mar 2026: 62 entries. In Apr 2026: 2.',
      'Most in Mar 2026: 31 entries. In Apr 2026: 1.',
    ]);
    expect(document.querySelectorAll('svg.bars')[0]?.querySelectorAll('rect:not(.ground)')).toHaveLength(3);
  });

  it('is a chart with one edition as well', async () => {
    const { site } = await aSite({ editions: manyEditions(1) });
    const { texts } = await ask(site, '/themes');
    expect(texts('thead .span')).toEqual(['Apr 2026']);
    expect(texts('svg desc')[0]).toBe('Most in Apr 2026: 2 entries.');
  });
});

describe('the calendar', () => {
  it('is of the latest year, its days with an edition links to it', async () => {
    const { site } = await aSite({ editions: [...manyEditions(3), ...manyEditions(1, '2024-02-29')] });
    const { status, texts, links, document } = await ask(site, '/calendar');
    expect(status).toBe(200);
    expect(texts('h1')).toEqual(['2026']);
    expect(texts('caption')).toEqual(['March 2026', 'April 2026']);
    expect(links('td a')).toEqual(['/2026-03-30', '/2026-03-31', '/2026-04-01']);
    expect(document.querySelector('td a')?.getAttribute('aria-label')).toBe('Monday, March 30, 2026');
    expect(links('.years a')).toEqual(['/calendar/2026', '/calendar/2024']);
  });

  it.each([
    ['/calendar/2024', 200],
    ['/calendar/2025', 404],
    ['/calendar/0000', 404],
    ['/calendar/20244', 404],
    ['/calendar/abcd', 404],
  ])('%s is answered with %i', async (path, status) => {
    const { site } = await aSite({ editions: [...manyEditions(1), ...manyEditions(1, '2024-02-29')] });
    expect((await ask(site, path)).status).toBe(status);
  });
});

describe('an empty archive', () => {
  it.each(['/', '/companies', '/themes', '/calendar', '/search'])('%s says what there will be', async path => {
    const { site } = await aSite();
    const { status, texts } = await ask(site, path);
    expect(status).toBe(200);
    expect(texts('h1')).toHaveLength(1);
    expect(texts('main')[0]?.length).toBeGreaterThan(40);
  });

  it('says so to whoever searches', async () => {
    const { site } = await aSite();
    const { status, html } = await ask(site, '/search?q=kafka');
    expect(status).toBe(200);
    expect(html).toContain('There is no edition yet');
  });
});

describe('every page', () => {
  it('has a title, a description and a heading of its own', async () => {
    const { site } = await aSite({ editions: manyEditions(21) });
    const paths = ['/', '/2026-03-31', '/companies', '/company/acme', '/company/acme?page=2', '/company/globex'];
    const others = ['/themes', '/theme/databases', '/calendar', '/search', '/search?q=acme'];
    const pages = await Promise.all([...paths, ...others].map(path => ask(site, path)));
    const titles = pages.map(({ texts }) => texts('title')[0]);
    const descriptions = pages.map(({ document }) =>
      document.querySelector('meta[name=description]')?.getAttribute('content'),
    );
    expect(new Set(titles).size).toBe(titles.length);
    // The search says the same of itself, whatever is looked for: it is in no index.
    expect(new Set(descriptions).size).toBe(descriptions.length - 1);
    for (const { texts } of pages) expect(texts('h1')).toHaveLength(1);
  });
});
