import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** docs: a folder imports only from folders to its left; `edition` imports from none. */
const order = [
  'edition',
  'sources',
  'editor',
  'archive',
  'delivery',
  'chat',
  'commands',
  'web',
  'samples',
  'cli',
  'main',
];
const root = resolve(import.meta.dirname, '..');

const layerOf = (path: string): string => {
  const [first = '', second = ''] = relative(root, path).split('/');
  if (first !== 'src') return first;
  return second === 'main.ts' ? 'main' : second;
};

const typescriptFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(root, folder, name));

/** Files imported by `source`, a text of `path`: static, dynamic and type imports and re-exports with a relative name. */
const importsOf = (path: string, source: string): string[] =>
  [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(match => resolve(dirname(path), match[1] ?? ''));

const wrongWay = (path: string, source: string): string[] => {
  const from = layerOf(path);
  if (from === 'config.ts') return importsOf(path, source);
  return importsOf(path, source).filter(target => {
    const to = layerOf(target);
    if (to === from) return false;
    if (to === 'config.ts') return from !== 'main' && from !== 'cli';
    return !order.includes(to) || order.indexOf(to) > order.indexOf(from);
  });
};

describe('imports run one way', () => {
  it.each(['src', 'commands', 'samples'].flatMap(typescriptFiles).map(path => [relative(root, path), path]))(
    '%s',
    (_, path) => {
      expect(wrongWay(path, readFileSync(path, 'utf8')).map(target => relative(root, target))).toEqual([]);
    },
  );

  it('finds an import that runs the wrong way', () => {
    const path = join(root, 'src/sources/feed.ts');
    expect(wrongWay(path, "import { open } from '../archive/database.ts';")).toHaveLength(1);
    expect(wrongWay(path, "import type { FeedItem } from '../edition/item.ts';")).toEqual([]);
    expect(wrongWay(join(root, 'src/edition/item.ts'), "import { a } from '../sources/feed.ts';")).toHaveLength(1);
    expect(wrongWay(join(root, 'src/editor/writer.ts'), "import { config } from '../config.ts';")).toHaveLength(1);
  });
});
