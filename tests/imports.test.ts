import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A folder imports only from those before it, as CONTRIBUTING.md has it; `src/main.ts` puts them together. */
const layers = [
  'src/edition',
  'src/sources',
  'src/editor',
  'src/archive',
  'src/chat',
  'src/delivery',
  'commands',
  'src/web',
  'samples',
  'src/cli',
  'src/main.ts',
];

/** Settings are read by those that put the parts together; everything else gets plain values. */
const settings: readonly string[] = ['src/config.ts', 'src/settings.ts'];
const readersOfSettings = ['src/cli', 'src/main.ts'];

/** The same within a folder of folders; what stands beside these may use them all, and they nothing of it. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'src/sources': ['text', 'http', 'feeds', 'articles', 'pages', 'catalogue'],
  'src/editor': [
    'language',
    'attribution',
    'theming',
    'grounding',
    'grounding.ts',
    'choosing',
    'safety',
    'writing',
    'writer.ts',
    'overview',
    'prompts',
    'model',
  ],
};

const root = resolve(import.meta.dirname, '..');

const layerOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? `${first}/${second}` : first;
};

const files: readonly string[] = ['src', 'commands', 'samples'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name}`),
);

/** Files of ours that the text of `path` names: in imports and re-exports of values and types, static or not, and by `require`. */
const importsOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"`](\.[^'"`]+\.ts)['"`]/g)].map(([, name = '']) =>
    relative(root, resolve(root, dirname(path), name)),
  );

/** Whether a layer may import another: itself, and what stands before it. */
const mayImport = (from: string, to: string): boolean => {
  if (settings.includes(to)) return settings.includes(from) || readersOfSettings.includes(from);
  if (settings.includes(from)) return to === 'src/edition';
  return from === to || (layers.includes(to) && layers.indexOf(to) < layers.indexOf(from));
};

/** Ordinal of the part of `layer` in which a file stands; that of a file beside the parts is past the last. */
const placeIn = (layer: string, path: string): number => {
  const [part = ''] = relative(layer, path).split('/');
  const names = parts[layer] ?? [];
  return names.includes(part) ? names.indexOf(part) : names.length;
};

const wrongWay = (path: string, text: string): readonly string[] => {
  const layer = layerOf(path);
  return importsOf(path, text).filter(target => {
    if (!mayImport(layer, layerOf(target))) return true;
    return layerOf(target) === layer && placeIn(layer, target) > placeIn(layer, path);
  });
};

describe('imports run one way', () => {
  it.each(files)('%s', path => {
    expect(wrongWay(path, readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });

  it('every file stands in a layer', () => {
    expect(files.filter(path => !settings.includes(path) && !layers.includes(layerOf(path)))).toEqual([]);
  });
});

/** The files that `path` leads to, itself only where it stands in a circle. */
const reachableFrom = (path: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> => {
  const reached = new Set(imports.get(path));
  // The walk over a Set also comes by what is added to it on the way.
  for (const file of reached) for (const next of imports.get(file) ?? []) reached.add(next);
  return reached;
};

const inCircles = (imports: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...imports.keys()].filter(path => reachableFrom(path, imports).has(path));

/** One of these never knows of another, and the rest of its layer of none. */
const adapters = ['src/chat/slack', 'src/chat/discord', 'src/chat/terminal', 'src/chat/markdown'];
const adapterOf = (path: string): string | undefined => adapters.find(folder => path.startsWith(`${folder}/`));

describe('adapters stand alone', () => {
  it.each(files.filter(path => path.startsWith('src/chat/')))('%s', path => {
    const targets = importsOf(path, readFileSync(join(root, path), 'utf8'));
    expect(targets.filter(target => adapterOf(target) !== undefined && adapterOf(target) !== adapterOf(path))).toEqual(
      [],
    );
  });
});

describe('imports run in no circle', () => {
  it('among all files', () => {
    const imports = new Map(files.map(path => [path, importsOf(path, readFileSync(join(root, path), 'utf8'))]));
    expect(inCircles(imports)).toEqual([]);
  });

  it('finds a circle', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(inCircles(imports)).toEqual(['b', 'c']);
  });
});

describe('an import that runs the wrong way is found', () => {
  const fileIn = (layer: string): string => (layer.endsWith('.ts') ? layer : `${layer}/some.ts`);
  const importing = (from: string, to: string): readonly string[] => {
    const path = relative(dirname(from), to);
    return wrongWay(from, `import { some } from '${path.startsWith('.') ? path : `./${path}`}';`);
  };

  it.each(layers.slice(1).map((layer, index) => [layers[index] ?? '', layer]))('from %s to %s', (left, right) => {
    expect(importing(fileIn(left), fileIn(right))).toEqual([fileIn(right)]);
    expect(importing(fileIn(right), fileIn(left))).toEqual([]);
  });

  it.each(layers.filter(layer => !readersOfSettings.includes(layer)))('from %s to the settings', layer => {
    for (const file of settings) expect(importing(fileIn(layer), file)).toEqual([file]);
  });

  it('from one part of a folder to a later one, or to what stands beside them', () => {
    expect(importing('src/sources/text/some.ts', 'src/sources/feeds/some.ts')).toHaveLength(1);
    expect(importing('src/sources/feeds/some.ts', 'src/sources/text/some.ts')).toEqual([]);
    expect(importing('src/sources/http/some.ts', 'src/sources/feed.ts')).toHaveLength(1);
    expect(importing('src/sources/feed.ts', 'src/sources/feeds/some.ts')).toEqual([]);
  });

  it.each([
    "import '../archive/some.ts';",
    "import type { Some } from '../archive/some.ts';",
    "import some, { other } from '../archive/some.ts';",
    "import {\n  some,\n  other,\n} from '../archive/some.ts';",
    "import * as some from '../archive/some.ts';",
    "export { some } from '../archive/some.ts';",
    "export * from '../archive/some.ts';",
    "export type { Some } from '../archive/some.ts';",
    "const some = await import('../archive/some.ts');",
    'const some = await import(`../archive/some.ts`);',
    "type Some = import('../archive/some.ts').Some;",
    "const some = require('../archive/some.ts');",
  ])('however it is written: %s', text => {
    expect(wrongWay('src/sources/feed.ts', text)).toEqual(['src/archive/some.ts']);
  });
});
