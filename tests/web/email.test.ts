import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { formatEdition } from '../../src/cli/output.ts';
import { renderEmail } from '../../src/web/email.ts';
import { anEdition, anEntry } from '../an-edition.ts';

const page = 'https://digest.example.org/2026-04-01';
const read = async (...given: Parameters<typeof renderEmail>) => parseHTML(await renderEmail(...given)).document;
const many = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) =>
    anEntry({ id: `entry-${index}`, title: `Story ${index}`, body: 'Sharded. '.repeat(length / 9) }),
  );

describe('an edition as a letter', () => {
  it('is self-contained: no script, no request, styles in the elements', async () => {
    const document = await read(anEdition(), { page });
    expect(document.querySelectorAll('script, link, img, iframe, form, object')).toHaveLength(0);
    expect(document.toString()).not.toMatch(/url\(|@import|@font-face|src=/);
    for (const element of document.querySelectorAll('h1, h2, h3, p, a, td')) {
      expect(element.getAttribute('style'), element.outerHTML).toMatch(/font-size|color|padding/);
    }
  });

  it('is laid out by tables that say they are no data', async () => {
    const document = await read(anEdition());
    const tables = [...document.querySelectorAll('table')];
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.every(table => table.getAttribute('role') === 'presentation')).toBe(true);
  });

  it('has all of the edition, and leads to the articles and to the web', async () => {
    const document = await read(anEdition(), { page });
    const hrefs = [...document.querySelectorAll('a')].map(link => link.getAttribute('href'));
    expect(hrefs).toContain('https://acme.example/ledger');
    expect(hrefs).toContain('https://acme.example/award');
    expect(hrefs.at(-1)).toBe(page);
    expect(hrefs.every(href => /^https:\/\//.test(href ?? ''))).toBe(true);
    for (const said of ['Signal of the Day', 'append-only', '12 shards', 'Patterns Across Companies', '404 Not Found'])
      expect(document.body.textContent).toContain(said);
  });

  it('leads nowhere on the web where nothing is shown there', async () => {
    expect((await read(anEdition())).body.textContent).not.toContain('on the web');
  });

  it('begins with what a list of letters shows beside the title', async () => {
    const document = await read(anEdition());
    const first = document.body.firstElementChild;
    expect(first?.textContent).toBe('Databases: 2 companies in one day');
    expect(first?.getAttribute('style')).toContain('display:none');
  });

  it('shows markup in texts as its characters', async () => {
    const title = '<script>alert(1)</script> & "<b>"';
    const document = await read(anEdition({ title, deepDives: [anEntry({ title })] }));
    expect(document.querySelectorAll('script, b')).toHaveLength(0);
    expect(document.querySelector('h1')?.textContent).toBe(title);
  });

  it('says so where nothing was published', async () => {
    const signal = { headline: '', body: '', entries: [] };
    const document = await read(anEdition({ signal, deepDives: [], patterns: [], alsoPublished: [] }));
    expect(document.body.textContent).toContain('Nothing of substance was published');
  });

  it('is all there up to the length at which Gmail clips', async () => {
    const document = await read(anEdition({ deepDives: many(60, 1_000), patterns: [] }));
    expect(document.body.textContent).not.toContain('by their titles alone');
    expect(document.body.textContent?.match(/Story \d+ · Acme · Source/g)).toHaveLength(60);
  });

  it('has the last entries by their titles where it would be longer', async () => {
    const letter = await renderEmail(anEdition({ deepDives: many(200, 1_000), patterns: [] }), { page });
    expect(Buffer.byteLength(letter)).toBeLessThanOrEqual(100_000);
    expect(Buffer.byteLength(letter)).toBeGreaterThan(97_000);
    const { document } = parseHTML(letter);
    expect(document.body.textContent).toContain('by their titles alone');
    expect(document.body.textContent?.match(/Story \d+/g)?.length).toBeGreaterThanOrEqual(200);
  });

  it('is never longer, whatever it is made of', async () => {
    const letter = await renderEmail(anEdition({ deepDives: many(2_000, 90), patterns: [] }), { page });
    expect(Buffer.byteLength(letter)).toBeLessThanOrEqual(100_000);
    expect(parseHTML(letter).document.querySelector('a')?.getAttribute('href')).toBe(page);
  });

  it('is never longer for a headline that no list of letters would show', async () => {
    const signal = { headline: 'w'.repeat(100_000), body: '', entries: [] };
    const letter = await renderEmail(anEdition({ signal, patterns: [] }), { page });
    expect(Buffer.byteLength(letter)).toBeLessThanOrEqual(100_000);
    expect(parseHTML(letter).document.body.firstElementChild?.textContent).toHaveLength(200);
  });
});

describe('build --format email', () => {
  it('writes the letter, with its address where editions are shown', async () => {
    const shown = await formatEdition(anEdition(), 'email', { publicUrl: 'https://digest.example.org' });
    expect(shown).toBe(await renderEmail(anEdition(), { page }));
    expect(await formatEdition(anEdition(), 'email')).not.toContain('digest.example.org');
  });
});
