import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderArticles } from '../../eval/folder-articles.ts';

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'evaluation-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
};

const paragraph =
  'The cache was full, so we moved the coldest tenth of it to disk and measured what became of latency. ';

describe('a folder of articles', () => {
  it('is read by path, folders within included, and other files are left alone', () => {
    const folder = folderOf({ 'b.txt': 'Two.', 'a/deep.md': 'One.', 'notes.json': '{}', 'c.TXT': 'Three.' });
    expect(folderArticles(folder).map(({ article }) => article.text)).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('takes the article out of a page, under its own title', () => {
    const html = `<html><head><title>Colder caches</title></head><body><nav>Home</nav><article><h1>Colder caches</h1>${`<p>${paragraph.repeat(3)}</p>`.repeat(4)}</article></body></html>`;
    const [evaluated] = folderArticles(folderOf({ 'page.html': html }));
    expect(evaluated?.article.title).toBe('Colder caches');
    expect(evaluated?.article.text).toContain(paragraph.trim());
    expect(evaluated?.article.text).not.toContain('Home');
  });

  it('reads Markdown as its author meant it', () => {
    const [evaluated] = folderArticles(
      folderOf({
        'cold.md': `# Colder caches\n\n## Why\n\n${paragraph}\n\n\`\`\`\nconst a = 1;\n\`\`\`\n\n* One *item*\n`,
      }),
    );
    expect(evaluated?.article.title).toBe('Colder caches');
    expect(evaluated?.article.text.split('\n')).toEqual(['Why', paragraph.trim(), 'const a = 1;', 'One item']);
  });

  it('parts plain text at blank lines, and takes a first line that is no sentence for its title', () => {
    const [titled, untitled] = folderArticles(
      folderOf({
        'a.txt': 'Colder caches\n\nThe cache\nwas full.\n\nIt is not now.\n',
        'b.txt': 'The cache was full.\n\nIt is not now.\n',
      }),
    );
    expect(titled?.article).toMatchObject({
      title: 'Colder caches',
      text: 'The cache was full.\nIt is not now.',
      words: 8,
    });
    expect(untitled?.article).toMatchObject({ title: 'b', text: 'The cache was full.\nIt is not now.' });
  });

  it('takes the reference beside an article, and its address', () => {
    const reference = { url: 'https://blog.example/cold', company: 'Acme', facets: { problem: 'The cache was full.' } };
    const [evaluated] = folderArticles(
      folderOf({ 'cold.txt': 'The cache was full.', 'cold.reference.json': JSON.stringify(reference) }),
    );
    expect(evaluated?.reference).toEqual(reference);
    expect(evaluated?.article).toMatchObject({ url: 'https://blog.example/cold', source: 'blog.example' });
  });

  it('does not go on without a reference that cannot be read', () => {
    expect(() => folderArticles(folderOf({ 'a.txt': 'Text.', 'a.reference.json': '{"facets":{}}' }))).toThrow(/url/);
  });
});
