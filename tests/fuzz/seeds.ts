/** The documents that mutants are made of: ours always, those of ../shared where it is present. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readRecordings } from '../../samples/server.ts';
import { shared } from '../material.ts';
import type { Chance } from './chance.ts';

/** Each a string of its bytes, smallest first. */
export type Seeds = readonly string[];

const read = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
};

/** Files of these endings in a folder, and in those below it. */
const filesIn = (folder: string, endings: readonly string[]): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => endings.includes(extname(name.replace(/\.gz$/, ''))))
        .sort()
        .map(name => read(join(folder, name)))
    : [];

const samples = (isMeant: (contentType: string) => boolean): readonly string[] =>
  readRecordings()
    .filter(({ file, headers }) => file !== undefined && isMeant(headers['content-type'] ?? ''))
    .map(({ file = '' }) => read(join(import.meta.dirname, '../../samples/day', file)));

const bySize = (documents: readonly string[]): Seeds =>
  [...new Set(documents)].filter(text => text !== '').sort((one, other) => one.length - other.length);

const ours = (name: string): readonly string[] =>
  filesIn(join(import.meta.dirname, 'seeds', name), ['.xml', '.json', '.html', '.opml']);

export const feedSeeds = (): Seeds =>
  bySize([
    ...ours('feeds'),
    ...samples(type => /xml|json/.test(type)),
    ...filesIn(shared('fixtures/feeds'), ['.xml', '.rss', '.atom', '.json', '.rdf']),
    ...filesIn(shared('fixtures/tricky-feeds'), ['.xml', '.rss', '.atom', '.json', '.rdf']),
  ]);

/** Sitemaps, and lists of blogs. */
export const listSeeds = (): Seeds =>
  bySize([...ours('lists'), ...samples(type => /xml/.test(type)).filter(text => text.includes('<urlset'))]);

export const pageSeeds = (): Seeds =>
  bySize([
    ...ours('pages'),
    ...samples(type => /html/.test(type)),
    ...filesIn(shared('fixtures/articles'), ['.html']),
    ...filesIn(shared('fixtures/extraction'), ['.html']),
  ]);

/** The smaller of two, so that small ones come twice as often: they take less time, and hold as many faults. */
export const drawSeed = (seeds: Seeds, chance: Chance): string =>
  seeds[Math.min(chance.below(seeds.length), chance.below(seeds.length))] ?? '';
