import { describe, expect, it } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { aSite } from './a-site.ts';
import { ask } from './ask.ts';

/** Ends attributes, elements and comments, and would run in any of them. */
const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>--><svg onload=alert(1)>\${7*7}{{7*7}}&lt;b&gt;`;

const entry = anEntry({
  id: `a" onclick="alert(1)`,
  title: hostile,
  company: hostile,
  source: hostile,
  body: hostile,
  themes: [hostile, 'databases'],
});

const edition = anEdition({
  title: hostile,
  signal: { headline: hostile, body: hostile, entries: [entry.id] },
  deepDives: [entry, anEntry({ ...entry, id: 'another' })],
  patterns: [{ theme: hostile, body: hostile, entries: [entry.id, 'another'] }],
  alsoPublished: [{ title: hostile, company: hostile, source: hostile, url: 'javascript:alert(1)' }],
  sources: [{ name: hostile, status: 'failed', items: 0, reason: hostile, since: hostile }],
  writer: hostile,
});

const paths = [
  '/',
  '/2026-04-01',
  '/companies',
  '/themes',
  '/theme/databases',
  '/calendar',
  '/search?q=company%3Aalert',
  `/search?q=${encodeURIComponent(hostile)}`,
  `/search?q=${encodeURIComponent(`foo:${hostile}`)}`,
  `/search?part=results&q=${encodeURIComponent(hostile)}`,
  `/search?q=databases&page=${encodeURIComponent(hostile)}`,
  `/company/${encodeURIComponent(hostile)}`,
  `/${encodeURIComponent(hostile)}`,
];

describe('markup in every field of an edition, and in every part of an address', () => {
  it.each(paths)('is text on %s', async path => {
    const { site } = await aSite({ editions: [edition] });
    const { document, status, html } = await ask(site, path);
    expect(status).toBeLessThan(500);
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.filter(script => !script.getAttribute('src')?.startsWith('/assets/'))).toEqual([]);
    expect(document.querySelectorAll('img, svg[onload], style, iframe, object, base')).toHaveLength(0);
    const attributes = [...document.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
    expect(attributes.filter(({ name, value }) => name === 'href' && !/^(https?:\/\/|\/|#)/.test(value))).toEqual([]);
    expect(html).not.toContain('49');
  });

  it('is shown as it is', async () => {
    const { site } = await aSite({ editions: [edition] });
    const { document } = await ask(site, '/2026-04-01');
    const text = (selector: string) => document.querySelector(selector)?.textContent;
    expect(text('h1')).toBe(hostile);
    expect(text('article h3')).toBe(hostile);
    expect(text('.themes li')).toBe(hostile);
    expect(text('.signal strong')).toBe(hostile);
    expect(document.querySelector('meta[property="og:description"]')?.getAttribute('content')).toBe(hostile);
  });

  it('leaves a title without a link where its address is none of the web', async () => {
    const { site, archive } = await aSite({ editions: [edition] });
    // As no release of ours wrote it.
    await archive.db.updateTable('entries').set({ url: 'javascript:alert(1)' }).execute();
    for (const path of ['/2026-04-01', '/theme/databases', '/search?q=theme%3Adatabases']) {
      expect((await ask(site, path)).html).not.toContain('javascript:');
    }
  });

  it('makes a page of the longest fields', async () => {
    const long = 'x'.repeat(100_000);
    const deepDives = [anEntry({ title: long, company: long, source: long, body: long })];
    const { site, archive } = await aSite();
    await saveEdition(archive, anEdition({ deepDives, patterns: [] }), {
      until: '2026-04-01T06:00:00Z',
      builtAt: '2026-04-01T06:00:00Z',
    });
    for (const path of ['/', '/companies', '/theme/databases']) expect((await ask(site, path)).status).toBe(200);
  });
});
