import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = [...globSync('*.md'), ...globSync('docs/**/*.md'), ...globSync('samples/*.md')];

/** As GitHub names the headings of a page. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const linksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter(link => !/^[a-z]+:/.test(link));

describe('the documents', () => {
  it.each(documents)('%s leads only to what is there', document => {
    const text = readFileSync(document, 'utf8');
    const broken = linksOf(text).filter(link => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? document : join(dirname(document), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe('the table of threats', () => {
  const table = readFileSync('docs/security.md', 'utf8');
  const tests = [...table.matchAll(/\[[^\]]+\]\(\.\.\/(tests\/[^)]+)\) ((?:“[^”]+”(?:, |[^“\n|]{0,60})?)+)/g)].flatMap(
    ([, file = '', titles = '']) => [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  );

  it('names a test for each threat, but for one that cannot come', () => {
    const rows = table.split('\n').filter(line => /^\| (?!threat )/.test(line));
    expect(rows.filter(row => !row.includes('](../tests/')).map(row => row.split(' | ')[0])).toEqual([
      "| Requests in Discord's name",
    ]);
  });

  it.each(tests)('$file has “$title”', ({ file, title }) => {
    expect(readFileSync(file, 'utf8')).toContain(title);
  });
});
