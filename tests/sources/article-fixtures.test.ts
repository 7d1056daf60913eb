/** Every page of the Readability suite that is indexed: what we read there, beside what Readability does, which is no human's truth. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scorePage } from '../../bench/shingles.ts';
import { extractArticle } from '../../src/sources/article.ts';
import { shared } from '../material.ts';

const fixtures = shared('fixtures/articles');
const absent = !existsSync(fixtures);

const rows = absent
  ? []
  : readFileSync(resolve(fixtures, 'index.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(row => row.split('\t'))
      .map(([folder = '', , , , , title = '']): [string, string] => [folder, title]);

/** Where we take another title than Readability, which has the one of the window. */
const ownTitles: Readonly<Record<string, string>> = {
  'dropbox-blog': 'How we designed Dropbox ATF: an async task framework',
  'v8-blog': 'Outside the web: standalone WebAssembly binaries using Emscripten',
  'medium-3': 'Samantha and The Great Big Lie',
  'google-sre-book-1': 'Monitoring Distributed Systems',
};

/** Where we read less than Readability on purpose: buttons and links of a page that is no article. */
const shorter: ReadonlySet<string> = new Set(['mozilla-1']);

describe.skipIf(absent)('pages of the Readability suite (skipped where ../shared/fixtures is absent)', () => {
  it('are all indexed', () => {
    const folders = readdirSync(fixtures).filter(name => name !== 'index.tsv');
    expect(rows.map(([folder]) => folder).toSorted()).toEqual(folders.toSorted());
  });

  it.each(rows)('%s', (folder, title) => {
    const html = readFileSync(resolve(fixtures, folder, 'source.html'), 'utf8');
    const expected = readFileSync(resolve(fixtures, folder, 'expected.txt'), 'utf8');
    const article = extractArticle(html, 'http://fakehost/test/page.html');
    expect(article.title).toBe(ownTitles[folder] ?? title);
    const { precision, recall } = scorePage(expected, article.text);
    expect(precision).toBeGreaterThan(shorter.has(folder) ? 0.85 : 0.95);
    expect(recall).toBeGreaterThan(shorter.has(folder) ? 0.8 : 0.9);
  });
});
