/** `sources list|check|import|drop|export`: the operator's list of blogs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type SourceHealth, sourceHealth } from '../archive/health.ts';
import type { Config } from '../config.ts';
import { collectSources } from '../delivery/jobs/collect.ts';
import type { Source, SourceStatus } from '../edition/source.ts';
import { writeOpml } from '../sources/catalogue/opml-writer.ts';
import { addSources, dropSource } from '../sources/catalogue/source-list.ts';
import { NoSourceError } from './build.ts';
import { type Parts, readSourceFile, readSources } from './parts.ts';
import type { Progress } from './progress.ts';

const addressOf = ({ feeds, page, site }: Source): string => feeds[0] ?? page?.url ?? site;

const healthText = (health: SourceStatus | undefined): string => {
  if (!health) return 'not read yet';
  if (health.status !== 'failed') return `${health.items} items`;
  return `failed: ${health.reason ?? 'no reason known'}${health.since ? ` (since ${health.since.slice(0, 10)})` : ''}`;
};

const table = (sources: readonly Source[], healths: ReadonlyMap<string, SourceStatus>): string => {
  const width = Math.max(...sources.map(({ name }) => name.length));
  const line = (source: Source): string =>
    `${source.name.padEnd(width)}  ${addressOf(source)}\n${' '.repeat(width)}  ${healthText(healths.get(source.name))}\n`;
  return sources.map(line).join('');
};

const byName = <Named extends { readonly name: string }>(all: readonly Named[]): ReadonlyMap<string, Named> =>
  new Map(all.map(one => [one.name, one]));

/** Each source, where it is read and how it fared when it was last read. */
export const listSources = async ({ archive, sources }: Parts): Promise<string> => {
  const healths: readonly SourceHealth[] = await sourceHealth(archive);
  return table(sources, byName(healths));
};

/** Reads every source now. Throws NoSourceError where none could be read. */
export const checkSources = async (parts: Parts, progress: Progress): Promise<string> => {
  let done = 0;
  progress.start(`Reading ${parts.sources.length} sources`);
  const statuses = await collectSources({
    ...parts,
    onProgress: ({ name }) => progress.update(`Reading ${parts.sources.length} sources: ${++done}, ${name}`),
  });
  const failed = statuses.filter(({ status }) => status === 'failed').length;
  progress.done(`Read ${statuses.length - failed} of ${statuses.length} sources`);
  const shown = table(parts.sources, byName(statuses));
  if (failed === statuses.length) throw new NoSourceError(`No source could be read.\n${shown}`);
  return shown;
};

const save = async (file: string, sources: readonly Source[]): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, writeOpml(sources));
};

/** Adds the sources of an OPML file to the list, or puts them in its place. Throws OpmlError, which leaves the list as it was. */
export const importSources = async (
  file: string,
  { replace }: { readonly replace: boolean },
  config: Config,
  progress: Progress,
): Promise<string> => {
  const { sources, skipped } = await readSourceFile(file);
  for (const { name, reason } of skipped) progress.warn(`${name} was left out: ${reason}`);
  const list = replace ? sources : addSources(await readSources(config.sourcesFile), sources);
  await save(config.sourcesFile, list);
  return `${sources.length} sources ${replace ? 'replace the list' : 'added'}; ${config.sourcesFile} now has ${list.length}.\n`;
};

/** Takes one source off the list. Throws UnknownSourceError. */
export const dropFromSources = async (name: string, config: Config): Promise<string> => {
  const list = dropSource(await readSources(config.sourcesFile), name);
  await save(config.sourcesFile, list);
  return `${name} is off the list; ${config.sourcesFile} now has ${list.length}.\n`;
};

/** The list as OPML, with everything that an import needs to restore it. */
export const exportSources = async (config: Config): Promise<string> =>
  writeOpml(await readSources(config.sourcesFile));
