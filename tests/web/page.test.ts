import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../src/web/page.ts';
import { anEdition, anEntry } from '../an-edition.ts';

describe('renderPage', () => {
  it('is self-contained: it asks for nothing from anywhere', async () => {
    const { document } = parseHTML(await renderPage(anEdition()));
    expect(document.querySelectorAll('script, link, img, iframe')).toHaveLength(0);
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/);
  });

  it('gives every entry an anchor, its title linked to the article', async () => {
    const { document } = parseHTML(await renderPage(anEdition()));
    const link = document.querySelector('#aaaaaaaaaaaa h3 a');
    expect(link?.getAttribute('href')).toBe('https://acme.example/ledger');
    expect(link?.textContent).toBe('Moving the ledger to append-only storage');
  });

  it('shows markup in feed text as its characters', async () => {
    const title = 'Add <T> & <script>alert("x")</script> support';
    const { document } = parseHTML(await renderPage(anEdition({ deepDives: [anEntry({ title })] })));
    expect(document.querySelector('article h3')?.textContent).toBe(title);
    expect(document.querySelectorAll('script')).toHaveLength(0);
  });

  it('says when a blog gave an entry another headline or address, and of no other that it did', async () => {
    const deepDives = [anEntry({ corrected: '2026-04-02T06:00:00.000Z' }), anEntry({ id: 'b' })];
    const { document } = parseHTML(await renderPage(anEdition({ deepDives })));
    const bylines = [...document.querySelectorAll('article .byline')].map(({ textContent }) => textContent);
    expect(bylines.map(text => /changed by its blog 2026-04-02$/.test(text))).toEqual([true, false]);
  });

  it('opens the list of sources when one failed, and says why', async () => {
    const { document } = parseHTML(await renderPage(anEdition()));
    expect(document.querySelector('details')?.hasAttribute('open')).toBe(true);
    expect(document.querySelector('details')?.textContent).toContain('404 Not Found');
  });

  it('says so when nothing was published', async () => {
    const signal = { headline: '', body: '', entries: [] };
    const { document } = parseHTML(await renderPage(anEdition({ signal, deepDives: [], patterns: [] })));
    expect(document.querySelector('main')?.textContent).toContain('Nothing of substance was published');
    expect(document.querySelector('.signal')).toBeNull();
  });
});
